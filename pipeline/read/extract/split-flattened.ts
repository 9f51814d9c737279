import { findDocumentNumber } from './document-number.js'
import { type LabelStyle, rankOf, readLabel } from './label.js'
import { cut, type Line } from './line.js'
import type { Entry } from './read-entries.js'
import { readSignedEnd } from './signed-end.js'

/** The words that a title of an official paper ends in (条例第九条 and practice): its kind. */
const kinds =
  '通知|意见|决定|决议|命令|公报|公告|通告|通报|议案|报告|请示|批复|函|纪要|办法|方案|规定|细则|条例|规划|计划|要点|措施'

/** …的通知国办发〔2020〕43号…: title and number run together. Group 1 is the title. */
const titleBeforeNumber = new RegExp(
  `^(.{4,120}(?:${kinds}))(?=[\\p{Script=Han}]{1,10}[〔［\\[【])`,
  'u',
)

/** 某政办〔2024〕3号　某市人民政府关于…: the number before the title on its line. */
const numberBeforeTitle =
  /^[\p{Script=Han}A-Za-z]{1,12}[〔［[【（(]\d{4}[〕］\]】）)]\s*\d{1,5}号(?=\s+(?!签\s*发\s*人)[\p{Script=Han}《])/u

/** Where names of those addressed may end: before the colon. */
const addressee =
  /(?:人民政府|机构|部门|单位|部委|委员会|委|办|局|院|会|厅|部|署|行|公司|企业|集团|兵团|社|校|中心|区|政府)[:：]/

/** Offsets at which a line that holds several paragraphs is to be parted. */
type Breaks = readonly number[]

function breaksOfHead(text: string): Breaks {
  const breaks: number[] = []
  const title = titleBeforeNumber.exec(text)?.[1]
  let at = numberBeforeTitle.exec(text)?.[0].length ?? 0
  if (at > 0) breaks.push(at)
  if (title !== undefined) {
    const found = findDocumentNumber(text.slice(title.length))
    if (found?.start === 0) {
      at = title.length + found.end
      breaks.push(title.length, at)
    }
  }
  const colon = addressee.exec(text.slice(at, at + 400))
  if (colon !== null) {
    const end = at + colon.index + colon[0].length
    if (isAddress(text.slice(at, end - 1))) breaks.push(end)
  }
  return breaks
}

/** Names of offices alone, no sentence: 各省、自治区、直辖市人民政府，国务院各部委、各直属机构. */
export function isAddress(text: string): boolean {
  return (
    /^(?:各|国务院|中央|省|市|区|县|州|有关|全国|[\p{Script=Han}]{2,12}(?:、|，|人民政府|委|厅|局|部|院|公司))/u.test(
      text.trim(),
    ) && !/[。；！？“”《》]|如下|通知/.test(text)
  )
}

/** 各区人民政府：: those addressed, with whom the head ends. */
function isAddressed(text: string): boolean {
  return /[:：]$/.test(text) && isAddress(text.slice(0, -1))
}

interface Running {
  /** The last number of each style, through the document. */
  readonly last: Map<LabelStyle, number>
  /** Whether a line before was one of several paragraphs. */
  flattened: boolean
}

/** What may stand before a number that begins a paragraph. */
const beforeHan = /[。）)；：:！？”】〕\s]$/
const beforeArabic = /[）)】〕：:]$/

const candidate =
  /[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,4}[）)]|\d{1,2}[.．]/g

/** The few characters before a place: all that the patterns above look at. */
const justBefore = (text: string, at: number) => text.slice(Math.max(0, at - 4), at)

function mayBegin(text: string, at: number, style: LabelStyle): boolean {
  const before = justBefore(text, at)
  if (style === 'han') return beforeHan.test(before)
  if (style === 'arabic') return beforeArabic.test(before)
  return !/[第款条项、和及至—-]$/.test(before)
}

/**
 * Numbers inside a line that begin paragraphs of their own: they carry on a series, or begin one that goes on in the same line. A line with
 * no such series is left alone.
 */
function breaksOfNumbers(text: string, running: Running): Breaks {
  const found = [...text.matchAll(candidate)].flatMap((match) => {
    const label = readLabel(text.slice(match.index, match.index + 24))
    return label !== null && match.index > 0 && mayBegin(text, match.index, label.style)
      ? [{ at: match.index, label }]
      : []
  })
  const lastSecond = new Map(
    found.filter(({ label }) => label.number === 2).map(({ at, label }) => [label.style, at]),
  )
  const own = readLabel(text)
  const last = new Map(running.last)
  if (own !== null) last.set(own.style, own.number)
  const taken: { at: number; style: LabelStyle; number: number }[] = []
  for (const { at, label } of found) {
    const { style, number } = label
    const goesOn = number === (last.get(style) ?? 0) + 1
    const begins = number === 1 && (lastSecond.get(style) ?? -1) > at
    if (!goesOn && !begins) continue
    taken.push({ at, style, number })
    last.set(style, number)
    for (const other of last.keys())
      if (rankOf[other] > rankOf[style] && other !== 'han-bracket') last.delete(other)
  }
  return isFlattened(text, taken) ? taken.map(({ at }) => at) : []
}

/** One number in the middle of a sentence is no proof; a series of them, or one after a bracket that ends a task, is. */
function isFlattened(text: string, taken: readonly { at: number; style: LabelStyle }[]): boolean {
  const outer = taken.filter(({ style }) => style === 'han' || style === 'han-bracket')
  if (outer.length > 0)
    return outer.length > 1 || /[。）)]$/.test(justBefore(text, outer[0]?.at ?? 0))
  return taken.some(({ at }) => /[）)]$/.test(justBefore(text, at)))
}

/** …重要。国务院办公厅2020年11月1日（此件公开发布）…: a signature that lost its lines. */
function breaksOfSignature(text: string): Breaks {
  const signed = readSignedEnd(text)
  return signed === null ? [] : [signed.issuer, signed.date, ...signed.notes, signed.end]
}

/** …按职责分工负责）各地区要…: a bracket that ends a task with another paragraph run on behind it, in a text whose breaks are lost. */
const behindTask = /(?<=(?:负责|牵头|配合|落实|参与|参加|实施|办理)[）)])(?=[\p{Script=Han}])/gu

function partsOf(line: Line, breaks: Breaks): readonly Line[] {
  const sorted = [...new Set(breaks)]
    .filter((at) => at > 0 && at < line.text.length)
    .sort((a, b) => a - b)
  return [0, ...sorted]
    .map((at, index) => cut(line, at, sorted[index]))
    .filter((part) => part.text !== '')
}

/** Titles that the notice says it issues or forwards: 现将《…》印发. A line that begins with one, and goes on, is parted there. */
const issued = /《([^《》]{5,80})》[^。]{0,40}(?:印发|转发|发布|公布|批转|施行)/g

function breaksOfIssued(text: string, titles: ReadonlySet<string>): Breaks {
  for (const title of titles) {
    if (text.length > title.length && text.startsWith(title)) return [title.length]
  }
  return []
}

/** Lines that hold several paragraphs, because whoever stored the text lost the breaks, become one line for each. */
export function splitFlattened(entries: readonly Entry[]): readonly Entry[] {
  const running: Running = { last: new Map(), flattened: false }
  const titles = new Set<string>()
  let head = true
  return entries.flatMap((entry): readonly Entry[] => {
    if (entry.type !== 'line') return [entry]
    const { text } = entry.line
    const numbers = breaksOfNumbers(text, running)
    running.flattened ||= numbers.length > 1
    const breaks = [
      ...(head ? breaksOfHead(text) : []),
      ...breaksOfIssued(text, titles),
      ...breaksOfSignature(text),
      ...numbers,
      ...(running.flattened ? [...text.matchAll(behindTask)].map((match) => match.index) : []),
    ]
    const lines = partsOf(entry.line, breaks)
    if (lines.some(({ text: part }) => part.includes('。') || isAddressed(part))) head = false
    for (const line of lines) {
      const label = readLabel(line.text)
      if (label !== null) {
        head = false
        running.last.set(label.style, label.number)
      }
      for (const match of line.text.matchAll(issued)) titles.add(match[1] ?? '')
    }
    return lines.map((line) => ({ ...entry, line }))
  })
}
