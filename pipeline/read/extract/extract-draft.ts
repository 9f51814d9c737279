import type { AgencyIndex } from '../../agencies/index.js'
import { makeFinding } from '../../messages/index.js'
import type { DocumentDraft, Finding, Part, Sha256, SourceText, Span } from '../../model/index.js'
import { markupSpans, partitionFaults } from '../../model/leaf.js'
import { AssignmentDesk } from './assignment-desk.js'
import { joinTitle, partOf } from './blocks.js'
import { formalValues, type Places } from './formal-values.js'
import { inForceFindings } from './in-force.js'
import { issuerStanding } from './issuer-place.js'
import { hullOf, type Line } from './line.js'
import { type PartDraft, startOfPart } from './part-draft.js'
import { isAbridged } from './join-draft.js'
import { readEntries } from './read-entries.js'
import { readParts } from './read-parts.js'
import { readWork, workPlaces } from './read-work.js'
import { titleFromTables } from './title-from-tables.js'

/** What the reader is told besides the source. */
export interface ExtractContext {
  /** The file’s name without its ending. */
  readonly id: string
  readonly path: string | null
  readonly sha256: Sha256 | null
  readonly agencies: AgencyIndex
}

/** Reads a source as a notice, text and annex apart, so that a person’s corrections can come before they are joined. Never throws for content. */
export function extractDraft(
  source: SourceText,
  context: ExtractContext,
): { readonly draft: DocumentDraft; readonly findings: readonly Finding[] } {
  const parts = titleFromTables(readParts(readEntries(source)))
  const formal = formalValues(parts)
  const standing = issuerStanding(
    formal.values.issuers,
    formal.values.title,
    formal.values.documentNumber?.series ?? null,
    context.agencies,
  )
  const naming = { ...standing, date: formal.values.issueDate }
  const desk = new AssignmentDesk({
    ...naming,
    index: context.agencies,
    length: source.text.length,
    text: source.text,
  })
  const work = readWork(parts, desk, { index: context.agencies, context: naming })
  const unknown = partitionFaults(source)
  const draft: DocumentDraft = {
    schemaVersion: 1,
    id: context.id,
    source: {
      path: context.path,
      sha256: context.sha256,
      format: source.format,
      encoding: source.encoding,
    },
    text: source.text,
    parts: modelParts(parts, formal.named, unknown),
    dropped: [...source.dropped],
    markup: [...markupSpans(source)],
    ...formal.values,
    issuerLevel: standing.level,
    issuerPlace: standing.place,
    bodyItems: work.bodyItems,
    annexItems: work.annexItems,
    duties: work.duties.map(({ value }) => value),
    counts: work.counts.map(({ value }) => value),
    rules: [...desk.rules],
    corrections: [],
    places: mutable({ ...formal.places, ...workPlaces(work, desk.rulePlaces) }),
  }
  const findings = [
    ...desk.findings,
    ...gapsAsInfo(work.findings, draft),
    ...foreignNotices(parts),
    ...inForceFindings(headOf(parts), source.dropped, source.text),
    ...missingHead(draft, parts),
    ...unknown.map((span) =>
      makeFinding('text-placed', {
        span,
        values: { text: source.text.slice(span.start, span.end).slice(0, 40) },
      }),
    ),
  ]
  return { draft, findings }
}

/** （本文有删减） explains what lacks between two numbers. */
function gapsAsInfo(findings: readonly Finding[], draft: DocumentDraft): readonly Finding[] {
  if (!isAbridged(draft)) return findings
  return findings.map((finding) =>
    finding.rule === 'numbering-continuous' ? { ...finding, severity: 'info' } : finding,
  )
}

function mutable(places: Places): Record<string, Span[]> {
  return Object.fromEntries(Object.entries(places).map(([key, spans]) => [key, [...spans]]))
}

function modelParts(
  parts: readonly PartDraft[],
  named: readonly string[],
  unknown: readonly Span[],
): Part[] {
  const starts = parts.map((part) => startOfPart(part))
  return parts.map((part, index) => {
    const next = starts.slice(index + 1).find((start) => start !== null) ?? Infinity
    const from = index === 0 ? 0 : (starts[index] ?? Infinity)
    return partOf(
      part,
      named,
      unknown.filter((span) => span.start >= from && span.start < next),
    )
  })
}

/** Lines around the text of the notice. */
function headOf(parts: readonly PartDraft[]): readonly Line[] {
  const body = new Set(parts[0]?.body)
  return (parts[0]?.entries ?? []).flatMap((entry) =>
    entry.type === 'line' && !body.has(entry) ? [entry.line] : [],
  )
}

function foreignNotices(parts: readonly PartDraft[]): readonly Finding[] {
  return parts
    .filter((part) => part.foreign && part.kind === 'embedded')
    .map((part) => {
      const first = part.formal.title[0]
      return makeFinding('one-notice-a-file', {
        values: { title: joinTitle(part.formal.title) },
        span: first === undefined ? null : hullOf(first),
      })
    })
}

/** No notice at all, or one whose copy begins with the number or with those addressed: what quotes it has no title to quote then. */
function missingHead(draft: DocumentDraft, parts: readonly PartDraft[]): readonly Finding[] {
  const notNotice = nothingOfANotice(draft)
  if (draft.title !== null || notNotice.length > 0) return notNotice
  const first = parts[0]?.entries[0]
  const span = first?.type === 'line' ? hullOf(first.line) : (first?.span ?? null)
  return [makeFinding('title-is-printed', { span })]
}

/** A text with nothing of a notice in it: a recipe, a list, a page of something else. */
function nothingOfANotice(draft: DocumentDraft): readonly Finding[] {
  const formal = [draft.documentNumber, draft.issueDate, ...draft.issuers, ...draft.mainRecipients]
  const asked = [...draft.bodyItems, ...draft.annexItems, ...draft.duties]
  const titled =
    draft.title !== null &&
    /关于|的?(?:通知|意见|决定|批复|函|办法|方案|规定|公告|通告|措施|计划|要点|规划|细则|条例|清单|表)$/.test(
      draft.title,
    )
  return titled || asked.length > 0 || formal.some((value) => value !== null)
    ? []
    : [makeFinding('source-is-notice', { blocks: { what: 'source' } })]
}
