import type { DraftItem } from '../../model/index.js'
import { isMeetingLine, isOwnLine } from './find-spots.js'
import { pathLabel } from './item-id.js'
import type { Inherited, ItemReaders } from './item-readers.js'
import { cut, hullOf, type Line, spansOf } from './line.js'
import { inlineItems, listedItems } from './listed-items.js'
import {
  headingOf,
  isBareHeading,
  linesOfSection,
  linesUnder,
  type Section,
  wholeLinesUnder,
} from './outline.js'
import {
  type Below,
  bodiesOf,
  isHeadingOverTasks,
  isLeadIn,
  looseItems,
  ownItem,
  passageItem,
} from './passage-items.js'
import { type Passage, passagesOf } from './passages.js'
import { readScope } from './read-scope.js'
import { countAtEnd } from './said-count.js'

/** Headings that say no more than that tasks follow. */
const empty =
  /^(?:重点|主要|具体|工作|改革)*(?:任务|举措|措施|工作|分工|内容|事项)(?:安排|分工|及分工|要求)?$/

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
  const below = handDown(section, inherited)
  const under = () => itemsUnder(section, below, readers).items
  const listed = section.line === null ? null : listedItems(section, inherited, readers)
  if (listed !== null) return [...listed, ...under()]
  const shared = sharedItem(section, inherited, below, readers)
  if (shared !== null) return [shared]
  const lines = linesOfSection(section).filter((line) => !isLeadIn(line))
  const passages = passagesOf(lines, readers.desk, section.label !== null)
  const assigned = passages.filter((passage) => passage.spots.length > 0)
  if (assigned.length === 0) {
    const headed = headedItem(section, { ...below, category: inherited.category }, readers)
    if (headed !== null) return [headed]
    // A heading that lists the items itself is no category of theirs.
    const own = section.line === null ? undefined : linesOfSection(section)[0]
    const inline = lines.flatMap((line) =>
      inlineItems(line, line === own ? { ...below, category: inherited.category } : below, readers),
    )
    return counted(section, [...inline, ...under()], below, readers)
  }
  if (section.line !== null && assigned[0]?.own === true && !isHeadingOverTasks(passages)) {
    const own: Inherited = { ...below, category: inherited.category }
    const item = ownItem(section, passages, own, readers, () => itemsUnder(section, own, readers))
    take(
      passages.filter((passage) => passage.own || passage.spots.length > 0),
      [item],
      readers,
    )
    return [item]
  }
  const isOver = section.line !== null && isHeadingOverTasks(passages)
  const loose = looseItems(isOver ? passages : assigned, below, readers)
  take(assigned, loose, readers)
  return counted(section, [...loose, ...under()], below, readers)
}

/** The lines of tasks are read: what they ask of others than those who do them is a duty still. */
function take(
  passages: readonly Passage[],
  items: readonly DraftItem[],
  { taken }: ItemReaders,
): void {
  const bodies = new Set(items.flatMap(bodiesOf))
  const texts = new Map<Line, Line[]>()
  for (const passage of passages) {
    for (const line of new Set(passage.lines)) {
      const text = texts.get(line) ?? []
      text.push(...passage.text.filter((piece) => isWithin(piece, line)))
      texts.set(line, text)
    }
  }
  for (const [line, text] of texts) taken.set(line, { text, bodies })
}

function isWithin(piece: Line, line: Line): boolean {
  const ends = piece.from + piece.text.length <= line.from + line.text.length
  return piece.leaf === line.leaf && piece.from >= line.from && ends
}

/** Items of the sections under one, and the lines of those that are none. Where nearly all are tasks, or 其余由… gives the rest to somebody, one that names nobody is a task too: it is shown. */
function itemsUnder(section: Section, below: Inherited, readers: ItemReaders): Below {
  if (isGivenWhole(section, readers))
    return { items: section.children.map((child) => bareItem(child, below, readers)), content: [] }
  const read = section.children.map((child) => ({ child, items: textItems(child, below, readers) }))
  const tasks = read.filter(
    ({ child, items }) => child.label !== null && items[0]?.label === child.label.text,
  )
  const style = tasks[0]?.child.label?.style
  const nearlyAll =
    (tasks.length >= 2 && tasks.length * 3 >= read.length * 2) ||
    (tasks.length > 0 && readers.desk.gaveTheRest())
  const isTask = (child: Section) => nearlyAll && child.label?.style === style
  return {
    items: read.flatMap(({ child, items }) =>
      items.length === 0 && isTask(child) ? [bareItem(child, below, readers)] : items,
    ),
    content: read.flatMap(({ child, items }) =>
      items.length === 0 && !isTask(child) ? wholeLinesUnder(child) : [],
    ),
  }
}

/** Whether 以上各项均由… stands under numbered paragraphs none of which says who does it: each of them is a task. */
function isGivenWhole(section: Section, readers: ItemReaders): boolean {
  const last = section.children.at(-1)
  if (last === undefined || section.children.length < 2) return false
  if (!section.children.every(({ label }) => label !== null)) return false
  if (!linesOfSection(last).some(({ text }) => givesAll(text, readers))) return false
  const lines = section.children.flatMap(linesUnder).filter(({ text }) => !givesAll(text, readers))
  return passagesOf(lines, readers.desk, true).every(({ spots }) => spots.length === 0)
}

/** 以上各项均由A牵头. */
function givesAll(text: string, { desk }: ItemReaders): boolean {
  return (
    /^(?:以上|上述)/.test(text) &&
    desk.rules.some((rule) => rule.kind === 'range' && text.includes(rule.text))
  )
}

/** A numbered paragraph as an item that names nobody. */
function bareItem(section: Section, inherited: Inherited, readers: ItemReaders): DraftItem {
  const lines = [...linesOfSection(section), ...section.children.flatMap(wholeLinesUnder)].filter(
    (line) => !isMeetingLine(line) && !givesAll(line.text, readers),
  )
  // Whom its sentences ask is nowhere else.
  for (const line of linesUnder(section))
    readers.taken.set(line, { text: [line], bodies: new Set() })
  return passageItem(
    { text: lines, lines, spots: [], own: true },
    section.labelLine,
    { ...inherited, path: handDown(section, inherited).path },
    readers,
  )
}

/** 一、市水利局。负责岸线巡查…: a numbered paragraph that bodies head, with what they do behind them. */
function headedItem(section: Section, below: Inherited, readers: ItemReaders): DraftItem | null {
  const { line, label } = section
  if (line === null || label === null || label.style === 'article') return null
  const heads = readers.desk.headedBy(line.text)
  const under = section.children.flatMap(linesUnder)
  if (heads === null) return null
  if (passagesOf(under, readers.desk, true).some(({ spots }) => spots.length > 0)) return null
  const [, ...others] = linesOfSection(section)
  const text = [cut(line, heads.behind), ...others, ...section.children.flatMap(wholeLinesUnder)]
  const spots = [{ line, start: heads.start, end: heads.end }]
  const lines = [line, ...others, ...under]
  const passage = { text, lines, spots, own: true }
  const item = passageItem(passage, section.labelLine, below, readers)
  take([passage], [item], readers)
  return item
}

/** A task whose numbered paragraphs share the 责任单位：… line under the last of them. */
function sharedItem(
  section: Section,
  inherited: Inherited,
  below: Inherited,
  readers: ItemReaders,
): DraftItem | null {
  const last = section.children.at(-1)
  if (section.label === null || last === undefined || section.children.length < 2) return null
  const own = last.entries.flatMap((entry) => (entry.type === 'line' ? [entry.line] : []))
  const first = own.findIndex((line) => isOwnLine(line, readers.desk))
  if (first < 0 || last.children.length > 0) return null
  const statements = own.slice(first)
  if (!statements.every((line) => isOwnLine(line, readers.desk))) return null
  const before = linesUnder(section).filter((line) => !statements.includes(line))
  if (
    before.some((line) =>
      passagesOf([line], readers.desk, true).some(({ spots }) => spots.length > 0),
    )
  )
    return null
  const whole = section.children
    .flatMap(wholeLinesUnder)
    .filter((line) => !statements.includes(line))
  const text = [...linesOfSection(section), ...whole]
  const spots = statements.map((line) => ({ line, start: 0, end: line.text.length }))
  const passage = { text, lines: text, spots, own: true }
  const from = { ...below, category: inherited.category }
  const item = passageItem(passage, section.labelLine, from, readers)
  take([{ ...passage, lines: linesUnder(section) }], [item], readers)
  return item
}

/** A heading that says how many stand under it, （共23项）: numbered lines under it are items even where nobody is named. */
function counted(
  section: Section,
  found: readonly DraftItem[],
  below: Inherited,
  readers: ItemReaders,
): readonly DraftItem[] {
  if (section.line === null) return found
  const count = countAtEnd(section.line.text)
  if (count === null || !isBareHeading(section.line)) return found
  const items =
    found.length > 0 ? found : section.children.map((child) => bareItem(child, below, readers))
  readers.counts.push({
    value: {
      said: count.said,
      unit: count.unit,
      counted: items.length,
      of: cut(section.line, 0, count.start).text,
    },
    span: hullOf(section.line),
  })
  return items
}
