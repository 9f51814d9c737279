import { makeFinding } from '../../messages/index.js'
import type { DraftItem, Finding, Span } from '../../model/index.js'
import { applyRanges } from './apply-ranges.js'
import type { Naming } from './asked-bodies.js'
import { joinTitle } from './blocks.js'
import type { AssignmentDesk } from './assignment-desk.js'
import { type DraftDuty, dutiesIn } from './duties.js'
import { isStatementLine } from './find-spots.js'
import type { Places } from './formal-values.js'
import { ItemIds, pathLabel } from './item-id.js'
import { hullOf, type Line } from './line.js'
import type { FoundCount } from './said-count.js'
import { numberingFindings } from './numbering.js'
import { outlineOf, type Section } from './outline.js'
import { type PartDraft, startOfPart } from './part-draft.js'
import type { TaskTable } from './read-table.js'
import { tableItems } from './table-items.js'
import { type ItemReaders, wholly } from './item-readers.js'
import { textItems } from './text-items.js'

/** What a notice asks: items of text and annex, duties, the numbers it says. */
export interface Work {
  readonly bodyItems: DraftItem[]
  readonly annexItems: DraftItem[]
  readonly duties: DraftDuty[]
  readonly counts: FoundCount[]
  readonly findings: Finding[]
}

/** How a part is called in ids. */
function partKeys(parts: readonly PartDraft[]): readonly string[] {
  const seen = new Map<string, number>()
  return parts.map((part) => {
    const name =
      part.kind === 'notice'
        ? '正文'
        : part.kind === 'embedded'
          ? '附文'
          : pathLabel(part.label?.text.replace(/[:：]$/, '') ?? '附件')
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}（${count}）`
  })
}

/** Rules outside of statements; the lines with a rule over a range of items, to be read as statements when the items are known. */
function declareRules(part: PartDraft, desk: AssignmentDesk): readonly Line[] {
  const start = startOfPart(part)
  const ranges: Line[] = []
  for (const entry of part.entries) {
    if (entry.type === 'table') {
      for (const [index, row] of entry.rows.entries()) {
        for (const { line } of row) {
          // Brackets of a head speak of its column, brackets of a cell of that cell.
          if (line.text.length < 200)
            desk.declareIn(line, entry.span.start, index < 3 ? 'all' : 'none')
        }
      }
    } else if (entry.type === 'line' && !isStatementLine(entry.line)) {
      // A note under a table is about the rows above it.
      const kinds = desk.declareIn(entry.line, isNoteLine(entry.line) ? start : null)
      if (kinds.includes('range')) ranges.push(entry.line)
    }
  }
  return ranges
}

/** What an attachment declares ends with it; what the notice declares holds for its attachments too. */
function endOfRules(parts: readonly PartDraft[], index: number): number | null {
  const next = parts[index + 1]
  return parts[index]?.kind === 'attachment' && next !== undefined ? startOfPart(next) : null
}

function isNoteLine({ text }: Line): boolean {
  return /^(?:备?注|说明)\s*[:：]/.test(text)
}

/** Reads items, duties and counts of all parts but those of another notice. */
export function readWork(
  parts: readonly PartDraft[],
  desk: AssignmentDesk,
  agencies: Naming,
): Work {
  const work: Work = { bodyItems: [], annexItems: [], duties: [], counts: [], findings: [] }
  const ids = new ItemIds()
  const ends = parts.map((_, index) => endOfRules(parts, index))
  const ranges = parts.map((part, index) => {
    desk.holdRulesUntil(ends[index] ?? null)
    return declareRules(part, desk)
  })
  const keys = partKeys(parts)
  const read: { section: Section; key: string; taken: ItemReaders['taken'] }[] = []
  for (const [index, part] of parts.entries()) {
    if (part.foreign) continue
    desk.holdRulesUntil(ends[index] ?? null)
    const key = keys[index] ?? ''
    const readers: ItemReaders = {
      desk,
      ids,
      origin: part.kind === 'attachment' ? 'annex' : 'body',
      counts: work.counts,
      taken: new Map(),
    }
    const section = outlineOf(part.body)
    const text = textItems(section, { path: [key], category: null, scope: null }, readers)
    const rows = itemsOfTables(part, key, { ...readers, origin: 'annex' }, work)
    for (const line of ranges[index] ?? []) {
      desk.read(line, null)
      readers.taken.set(line, wholly)
    }
    const found = desk.takeRanges()
    const [items, tableRows] = [applyRanges(text, found), applyRanges(rows, found)]
    ;(part.kind === 'attachment' ? work.annexItems : work.bodyItems).push(...items.items)
    work.annexItems.push(...tableRows.items)
    work.findings.push(...items.findings, ...tableRows.findings)
    if (text.length + rows.length === 0) work.findings.push(...unreadTasks(part))
    work.findings.push(...numberingFindings(section))
    read.push({ section, key, taken: readers.taken })
  }
  for (const { section, key, taken } of read) {
    work.duties.push(...dutiesIn(section, [key], { ...agencies, desk, ids, taken }))
  }
  return work
}

/** A title that promises tasks. */
const promisesTasks = /任务|分工|分解|举措|台账|责任清单|改革事项/

/** A part that is headed as tasks and of which none was read: they stand in a shape that no reader knows. */
function unreadTasks(part: PartDraft): readonly Finding[] {
  const title = joinTitle(part.formal.title)
  const first = part.formal.title[0]
  if (part.kind === 'notice' || first === undefined || part.body.length === 0) return []
  return promisesTasks.test(title)
    ? [makeFinding('promised-tasks-are-read', { values: { title }, span: hullOf(first) })]
    : []
}

function itemsOfTables(
  part: PartDraft,
  key: string,
  readers: ItemReaders,
  work: Work,
): readonly DraftItem[] {
  let previous: TaskTable | null = null
  return part.body.flatMap((entry) => {
    if (entry.type !== 'table') return []
    const { table, items } = tableItems(entry, previous, [key], readers)
    previous = table
    for (const line of table?.unread ?? []) {
      work.findings.push(
        makeFinding('table-columns-known', { span: hullOf(line), values: { column: line.text } }),
      )
    }
    return items
  })
}

/** Where duties, counts and rules stand. */
export function workPlaces(work: Work, rules: readonly Span[]): Places {
  const places: Places = {}
  for (const [index, duty] of work.duties.entries()) {
    places[`/duties/${index}/text`] = duty.text
    for (const [at, spans] of duty.responsibilities.entries())
      places[`/duties/${index}/responsibilities/${at}`] = spans
    for (const [at, spans] of duty.deadlines.entries())
      places[`/duties/${index}/deadlines/${at}`] = spans
  }
  for (const [index, { span }] of work.counts.entries()) places[`/counts/${index}`] = [span]
  for (const [index, span] of rules.entries()) places[`/rules/${index}`] = [span]
  return places
}
