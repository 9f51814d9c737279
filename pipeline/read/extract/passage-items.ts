import type { DraftItem } from '../../model/index.js'
import { addContent, buildItem } from './build-item.js'
import type { Inherited, ItemReaders } from './item-readers.js'
import { readLabel } from './label.js'
import { cut, hullOf, type Line } from './line.js'
import { isBareHeading, type Section } from './outline.js'
import type { Passage } from './passages.js'
import { splitTitle } from './split-title.js'

/** 具体措施： before numbered measures, alone or with the only one behind it. */
const leadIn = /^(?:重点|主要|具体|工作|改革)*(?:任务|举措|措施)[:：]\s*/
/** A statement of those who support, beside another of those who do: 配合单位：, （由A配合）. */
const support = /^[（(〔【[]?\s*(?:配合|协办|协助|参与|参加)(?:单位|部门)?\s*[:：]/
/** A statement of those who lead: 牵头单位：. */
const lead = /^[（(〔【[]?\s*(?:牵头|主办|主责)(?:责任)?(?:单位|部门)?\s*[:：]/
/** 请于4月25日前反馈, 特此函告, 本措施自…起施行: what ends the paper belongs to no task. */
const closing =
  /^(?:(?:出席|列席|参加|参会|请假|缺席|主持|记录|整理)(?:人员|人|会议)?\s*[:：]|请(?:各|于|将|按|认真|结合|予)|特此|专此|此函|联系人|联系电话|本(?:措施|办法|通知|意见|方案|规定|细则|政策|函)(?:自|由))/
/** A run-in heading over several assignments is no longer than this, and holds no ，. */
const longestHeading = 30

/** Whether a line says no more than that measures follow. */
export function isLeadIn(line: Line): boolean {
  return line.text.replace(leadIn, '') === ''
}

/** One passage as an item: its title and content, and what its statements say. */
export function passageItem(
  passage: Passage,
  label: Line | null,
  inherited: Inherited,
  readers: ItemReaders,
): DraftItem {
  const text = passage.text
    .map((line) => cut(line, leadIn.exec(line.text)?.[0].length ?? 0))
    .filter((line) => line.text !== '')
  const { title, content } = splitTitle(text)
  const statements = passage.spots.map((spot) => cut(spot.line, spot.start, spot.end))
  const count = (pattern: RegExp) => statements.filter(({ text }) => pattern.test(text)).length
  const [leads, supports] = [count(lead), count(support)]
  const readings = statements.map((line) => {
    const isLed = leads > (lead.test(line.text) ? 1 : 0)
    const isSupported = supports > (support.test(line.text) ? 1 : 0)
    return readers.desk.read(line, null, { support: isSupported && !isLed, lead: isLed })
  })
  const place = title ?? label
  return buildItem({
    id: readers.ids.next(inherited.path, title?.text ?? ''),
    origin: readers.origin,
    label,
    title: title === null ? [] : [title],
    content,
    category: inherited.category,
    scope:
      inherited.scope ?? (place === null ? null : readers.desk.defaultScope(hullOf(place).start)),
    deadlines: text.flatMap((line) => readers.desk.deadlinesIn(line)),
    readings,
  })
}

/** Full names of all who do an item or what is under it. */
export function bodiesOf(item: DraftItem): readonly string[] {
  return [...item.responsibilities.map(({ agency }) => agency), ...item.children.flatMap(bodiesOf)]
}

/** 一是…；二是…, （1）…；（2）…: a passage inside a paragraph may have a number of its own. */
function innerItem(passage: Passage, inherited: Inherited, readers: ItemReaders): DraftItem {
  const [first, ...others] = passage.text
  const label = first === undefined ? null : readLabel(first.text)
  if (first === undefined || label === null) return passageItem(passage, null, inherited, readers)
  const text = [cut(first, label.end), ...others]
  return passageItem({ ...passage, text }, cut(first, 0, label.text.length), inherited, readers)
}

/** Whether passages are several tasks under a heading that is none itself: each paragraph under it names its own bodies. */
export function isHeadingOverTasks(passages: readonly Passage[]): boolean {
  const [first, ...others] = passages
  const heading = first?.text[0]
  return (
    first !== undefined &&
    heading !== undefined &&
    first.text.length > 1 &&
    isBareHeading(heading) &&
    others.some((passage) => passage.spots.length > 0)
  )
}

/** The paragraphs under such a heading, each a task of its own. */
export function looseItems(
  passages: readonly Passage[],
  inherited: Inherited,
  readers: ItemReaders,
): readonly DraftItem[] {
  return passages
    .map((passage, index) =>
      index === 0 && passage.own ? { ...passage, text: passage.text.slice(1) } : passage,
    )
    .filter((passage) => passage.spots.length > 0)
    .map((passage) => innerItem(passage, inherited, readers))
}

/** What stands under a task: tasks of its own, and lines that are none and so belong to its content. */
export interface Below {
  readonly items: readonly DraftItem[]
  readonly content: readonly Line[]
}

/** A numbered paragraph that assigns work: several assignments in it, and numbered ones under it, are its children. */
export function ownItem(
  section: Section,
  passages: readonly Passage[],
  inherited: Inherited,
  readers: ItemReaders,
  below: () => Below,
): DraftItem {
  const [first, ...others] = passages
  if (first === undefined) throw new Error('a section with an assignment has a passage')
  const rest = others.filter((passage) => passage.spots.length > 0)
  const parted = rest.some((passage) => passage.own) ? partHeading(first) : null
  const head: Passage =
    parted === null ? first : { text: [parted.heading], lines: [], spots: [], own: true }
  const item = passageItem(
    { ...head, text: [...head.text, ...textBehind(first, others)] },
    section.labelLine,
    inherited,
    readers,
  )
  const inner = parted === null ? rest : [parted.first, ...rest]
  const children = inner.map((passage) => innerItem(passage, inherited, readers))
  const under = below()
  return addContent({ ...item, children: [...children, ...under.items] }, under.content)
}

/** Sentences behind the last statement of the paragraph are its content; so are the paragraphs under a heading that names the bodies. */
function textBehind(first: Passage, others: readonly Passage[]): readonly Line[] {
  const heading = first.text[0]
  const isHeading =
    first.text.length === 1 &&
    heading !== undefined &&
    isBareHeading(heading) &&
    !heading.text.endsWith('。') &&
    others.every((passage) => passage.spots.length === 0)
  const text = others
    .filter((passage) => passage.spots.length === 0 && (passage.own || isHeading))
    .flatMap((passage) => passage.text)
  const end = text.findIndex((line) => closing.test(line.text))
  return end < 0 ? text : text.slice(0, end)
}

/** The run-in heading over several assignments, and the first passage without it; null where the first sentence is itself assigned. */
function partHeading(passage: Passage): { readonly heading: Line; readonly first: Passage } | null {
  const { title, content } = splitTitle(passage.text)
  if (title === null || content.length === 0) return null
  if (title.text.length > longestHeading || /[，,]/.test(title.text)) return null
  return { heading: title, first: { ...passage, text: content } }
}
