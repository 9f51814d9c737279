import type { DraftItem } from '../../model/index.js'
import type { AssignmentDesk } from './assignment-desk.js'
import { buildItem } from './build-item.js'
import { type FoundCount, listedItems } from './listed-items.js'
import { type ItemIds, pathLabel } from './item-id.js'
import { cut, hullOf, type Line, spansOf } from './line.js'
import { headingOf, isBareHeading, linesOfSection, type Section } from './outline.js'
import { type Passage, passagesOf } from './passages.js'
import { readScope } from './read-scope.js'
import { countAtEnd } from './said-count.js'
import { splitTitle } from './split-title.js'
import type { Span } from '../../model/index.js'

/** What the readers of items share for one part. */
export interface ItemReaders {
  readonly desk: AssignmentDesk
  readonly ids: ItemIds
  readonly origin: 'body' | 'annex'
  readonly counts: FoundCount[]
  /** Lines that became items or statements: no duties are looked for in them. */
  readonly taken: Set<Line>
}

/** What a section hands down to those under it. */
export interface Inherited {
  readonly path: readonly string[]
  readonly category: Line | null
  readonly scope: { readonly value: string; readonly spans: readonly Span[] } | null
}

/** Headings that say no more than that tasks follow. */
const empty =
  /^(?:重点|主要|具体|工作|改革)*(?:任务|举措|措施|工作|分工|内容|事项)(?:安排|分工|及分工|要求)?$/
/** 具体措施： before numbered measures, alone or with the only one behind it. */
const leadIn = /^(?:重点|主要|具体|工作|改革)*(?:任务|举措|措施)[:：]\s*/

function handDown(section: Section, from: Inherited): Inherited {
  if (section.line === null) return from
  const heading = headingOf(withoutCount(section.line))
  const bare = isBareHeading(heading)
  const scope = bare ? readScope(heading.text) : null
  return {
    path: section.label === null ? from.path : [...from.path, pathLabel(section.label.text)],
    category: bare && !empty.test(heading.text) && scope === null ? heading : from.category,
    scope:
      scope === null
        ? from.scope
        : { value: scope.value, spans: spansOf(heading, scope.start, scope.end) },
  }
}

function withoutCount(line: Line): Line {
  const count = countAtEnd(line.text)
  return count === null ? line : cut(line, 0, count.start)
}

/** The items of a section and of all under it, in reading order. */
export function textItems(
  section: Section,
  inherited: Inherited,
  readers: ItemReaders,
): readonly DraftItem[] {
  const listed = section.line === null ? null : listedItems(section, inherited, readers)
  if (listed !== null)
    return [...listed, ...itemsUnder(section, handDown(section, inherited), readers)]
  const lines = linesOfSection(section).filter((line) => !isLeadIn(line))
  const passages = passagesOf(lines, readers.desk, section.label !== null)
  const assigned = passages.filter((passage) => passage.spots.length > 0)
  for (const passage of assigned) for (const line of passage.lines) readers.taken.add(line)
  const below = handDown(section, inherited)
  if (assigned.length === 0) return counted(section, itemsUnder(section, below, readers), readers)
  if (section.line !== null && (assigned[0]?.own ?? false)) {
    return [ownItem(section, passages, inherited, below, readers)]
  }
  const loose = assigned.map((passage) => passageItem(passage, null, below, readers))
  return counted(section, [...loose, ...itemsUnder(section, below, readers)], readers)
}

function isLeadIn(line: Line): boolean {
  return line.text.replace(leadIn, '') === ''
}

function itemsUnder(
  section: Section,
  below: Inherited,
  readers: ItemReaders,
): readonly DraftItem[] {
  return section.children.flatMap((child) => textItems(child, below, readers))
}

/** A heading that says how many stand under it: （共23项）. */
function counted(
  section: Section,
  items: readonly DraftItem[],
  readers: ItemReaders,
): readonly DraftItem[] {
  if (section.line === null) return items
  const count = countAtEnd(section.line.text)
  if (count === null || !isBareHeading(section.line)) return items
  readers.counts.push({
    value: {
      said: count.said,
      unit: count.unit,
      counted: items.length > 0 ? items.length : section.children.length,
      of: cut(section.line, 0, count.start).text,
    },
    span: hullOf(section.line),
  })
  return items
}

/** One passage as an item. */
function passageItem(
  passage: Passage,
  label: Line | null,
  inherited: Inherited,
  readers: ItemReaders,
  children: () => readonly DraftItem[] = () => [],
): DraftItem {
  const text = passage.text.map((line) => cut(line, leadIn.exec(line.text)?.[0].length ?? 0))
  const { title, content } = splitTitle(text)
  const readings = passage.spots.map((spot) =>
    readers.desk.read(cut(spot.line, spot.start, spot.end), null),
  )
  const titles = title === null ? [] : [title]
  return buildItem({
    id: readers.ids.next(inherited.path, title?.text ?? ''),
    origin: readers.origin,
    label,
    title: titles,
    content,
    category: inherited.category,
    scope: inherited.scope,
    deadlines: text.flatMap((line) => readers.desk.deadlinesIn(line)),
    readings,
    children: children(),
  })
}

/** A numbered paragraph that assigns work: several assignments in it, and numbered ones under it, are its children. */
function ownItem(
  section: Section,
  passages: readonly Passage[],
  inherited: Inherited,
  below: Inherited,
  readers: ItemReaders,
): DraftItem {
  const own: Inherited = { ...inherited, path: below.path, scope: below.scope }
  const [first, ...others] = passages
  if (first === undefined) throw new Error('a section with an assignment has a passage')
  const childrenOf = { ...own }
  const parted = others.some((passage) => passage.own && passage.spots.length > 0)
    ? partHeading(first)
    : null
  const rest = others.filter((passage) => passage.spots.length > 0)
  const loose = others.filter((passage) => passage.spots.length === 0 && passage.own)
  const children = (passagesBelow: readonly Passage[]) => () => [
    ...passagesBelow.map((passage) => passageItem(passage, null, childrenOf, readers)),
    ...itemsUnder(section, childrenOf, readers),
  ]
  const tail = loose.flatMap((passage) => passage.text)
  if (parted === null) {
    const whole = { ...first, text: [...first.text, ...tail] }
    return passageItem(whole, section.labelLine, own, readers, children(rest))
  }
  const head: Passage = { text: [parted.heading, ...tail], lines: [], spots: [], own: true }
  return passageItem(head, section.labelLine, own, readers, children([parted.first, ...rest]))
}

/** The run-in heading over several assignments, and the first passage without it; null where the first sentence is itself assigned. */
function partHeading(passage: Passage): { readonly heading: Line; readonly first: Passage } | null {
  const { title, content } = splitTitle(passage.text)
  if (title === null || content.length === 0 || title.text.length > 30 || title.text.includes('，'))
    return null
  return { heading: title, first: { ...passage, text: content } }
}
