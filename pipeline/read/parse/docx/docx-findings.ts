import { makeFinding } from '../../../messages/index.js'
import type { Dropped, Finding, Span } from '../../../model/index.js'
import type { DocxLayOut, Revision } from './lay-out-docx.js'
import type { Reading } from './paragraph-content.js'

/** Most places of revisions that one message lists; it tells how many there are in all. */
const mostPlaces = 30
/** Characters of context around a difference, and most characters of a quotation. */
const context = 10
const mostQuoted = 80

function shortened(text: string): string {
  const trimmed = text.trim()
  if (trimmed.length <= mostQuoted) return trimmed
  // A cut must not part the halves of a character.
  return `${trimmed.slice(0, mostQuoted).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Both readings, cut to where they differ. */
function difference(revision: Revision): { readonly accepted: string; readonly rejected: string } {
  const { accepted, rejected } = revision
  let same = 0
  while (same < accepted.length && accepted.charAt(same) === rejected.charAt(same)) same += 1
  let sameAfter = 0
  const most = Math.min(accepted.length, rejected.length) - same
  while (sameAfter < most && accepted.at(-1 - sameAfter) === rejected.at(-1 - sameAfter)) {
    sameAfter += 1
  }
  const cut = (text: string) =>
    shortened(
      text.slice(Math.max(0, same - context), text.length - Math.max(0, sameAfter - context)),
    )
  return { accepted: cut(accepted), rejected: cut(rejected) }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

/** Revisions that nobody accepted or rejected: an error that shows both readings, unless a reading was chosen. */
export function revisionFindings(
  revisions: readonly Revision[],
  chosen: Reading | undefined,
): readonly Finding[] {
  const [first, ...others] = revisions
  if (first === undefined) return []
  if (chosen !== undefined) {
    const values = { count: revisions.length, reading: chosen }
    return [makeFinding('revisions-read-as-chosen', { values, span: spanOf(first) })]
  }
  return [
    makeFinding('revisions-settled', {
      values: { count: revisions.length, ...difference(first) },
      span: spanOf(first),
      related: others
        .slice(0, mostPlaces)
        .map((revision) => ({ values: difference(revision), span: spanOf(revision) })),
      blocks: { what: 'source' },
    }),
  ]
}

/** What the numbering of a file leaves open. */
export function numberingFindings(layOut: DocxLayOut): readonly Finding[] {
  const formats = [...layOut.unknownFormats].sort()
  const [first] = layOut.undefinedNumbers
  return [
    ...(formats.length > 0 ? [makeFinding('numbering-format-known', { values: { formats } })] : []),
    ...(first === undefined
      ? []
      : [
          makeFinding('numbering-defined', {
            values: { count: layOut.undefinedNumbers.length },
            span: first,
          }),
        ]),
  ]
}

/** Text boxes whose text was read where they are anchored. */
export function boxFindings(layOut: DocxLayOut, text: string): readonly Finding[] {
  return layOut.boxes
    .filter((box) => /\S/.test(text.slice(box.start, box.end)))
    .map((span) =>
      makeFinding('boxes-in-text', {
        values: { text: shortened(text.slice(span.start, span.end)) },
        span,
      }),
    )
}

/** Hidden text, told once. */
export function hiddenFindings(dropped: readonly Dropped[], text: string): readonly Finding[] {
  const hidden = dropped.filter(({ reason }) => reason === 'hidden')
  const quoted = hidden.map(({ span }) => text.slice(span.start, span.end)).join('')
  const [first] = hidden
  if (first === undefined || !/\S/.test(quoted)) return []
  const values = { characters: quoted.trim().length, text: shortened(quoted) }
  return [makeFinding('text-visible', { values, span: first.span })]
}
