import { location } from 'vfile-location'

import type { Finding, OriginRun, Place, SourceText, Span } from '../model/index.js'

/** The file as its places count: decoded, without BOM, line ends LF. */
interface DecodedFile {
  readonly path: string | null
  readonly text: string
}

type Point = Place['start']

/** The last of the runs, which are in order, that begins at an offset or before it. */
function lastBefore(runs: readonly OriginRun[], offset: number): OriginRun | undefined {
  let from = 0
  let to = runs.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((runs[middle]?.start ?? 0) <= offset) from = middle + 1
    else to = middle
  }
  return runs[from - 1]
}

/**
 * From an offset in the reading text to a point of the file. Word has no lines: there a line is a paragraph (from 1) and a column
 * a character in it; what stands beside the document (headers) has no place in it. Generated text takes the place of what stands before it.
 */
function pointFinder(source: SourceText, file: DecodedFile): (offset: number) => Point | null {
  const lines = location(file.text)
  const runs = source.origin.filter(({ at }) => at.kind !== 'generated')
  const main = runs[0]?.at.kind === 'docx' ? runs[0].at.part : null
  return (offset) => {
    const run = lastBefore(runs, offset)
    if (run === undefined) return null
    const inside = Math.min(offset, run.end) - run.start
    if (run.at.kind === 'docx') {
      return run.at.part === main
        ? { line: run.at.paragraph + 1, column: inside + 1, offset }
        : null
    }
    if (run.at.kind !== 'offset') return null
    const point = lines.toPoint(run.at.offset + inside)
    return point === undefined
      ? null
      : { line: point.line, column: point.column, offset: run.at.offset + inside }
  }
}

/** Findings with the places of their spans in the file, so that they can be told without the text; `path` is given to those without one. */
export function locateFindings(
  findings: readonly Finding[],
  source: SourceText | null,
  file: DecodedFile,
): readonly Finding[] {
  const find = source === null ? () => null : pointFinder(source, file)
  const placeOf = (span: Span | null, known: Place | null): Place | null => {
    if (known !== null || span === null) return known
    const start = find(span.start)
    const end = span.end > span.start ? find(span.end - 1) : start
    return start === null || end === null
      ? null
      : {
          start,
          end:
            span.end > span.start
              ? { ...end, column: end.column + 1, offset: end.offset + 1 }
              : end,
        }
  }
  return findings.map((finding) =>
    finding.path !== null && finding.path !== file.path
      ? finding
      : {
          ...finding,
          path: file.path,
          place: placeOf(finding.span, finding.place),
          related: finding.related.map((each) => ({
            ...each,
            place: placeOf(each.span, each.place),
          })),
        },
  )
}

const severityOrder = { error: 0, warning: 1, info: 2 } as const

/** By place in the file, then severity, then rule; what has no place comes first. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  const at = (finding: Finding) => finding.place?.start.offset ?? -1
  return [...findings].sort(
    (a, b) =>
      at(a) - at(b) ||
      severityOrder[a.severity] - severityOrder[b.severity] ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  )
}
