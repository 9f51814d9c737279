import type { Span } from '../../model/index.js'

/** — 1 —, - 3 -, ·2·, 第 3 页, 第3页 共10页: what stands at the foot of a page and of no paragraph. */
const pageNumber =
  /^[ \t\u3000]*(?:[—–―－-]{1,2}[ \t\u3000]*\d{1,4}[ \t\u3000]*[—–―－-]{1,2}|[·•][ \t\u3000]*\d{1,4}[ \t\u3000]*[·•]|第[ \t\u3000]*\d{1,4}[ \t\u3000]*页(?:[ \t\u3000，,/]*共[ \t\u3000]*\d{1,4}[ \t\u3000]*页)?)[ \t\u3000]*$/

/** A running head is no longer. */
const longestHead = 40
/** A sentence that a page’s end parts runs to the edge of its line: no shorter than this. */
const shortestParted = 20
const endsParagraph = /[。；：！？:;!?）)】〕]$/

interface TextLine extends Span {
  readonly text: string
}

function linesOf(text: string): readonly TextLine[] {
  let start = 0
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length, text: line.trim() }
    start += line.length + 1
    return span
  })
}

/** The lines below a page’s end that a reader sees on every page: they stand at the head of the text, or below another page’s end, too. */
function runningHeads(lines: readonly TextLine[], ends: readonly number[]): readonly number[] {
  const isEnd = new Set(ends)
  const seen = new Map<string, number>()
  const see = (text: string) => seen.set(text, (seen.get(text) ?? 0) + 1)
  const below: number[] = []
  let isAtTop = true
  for (const [index, { text }] of lines.entries()) {
    if (isEnd.has(index)) isAtTop = true
    else if (text !== '') {
      if (isAtTop) see(text)
      if (isAtTop && index > (ends[0] ?? Infinity)) below.push(index)
      isAtTop = false
    }
  }
  return below.filter((at) => {
    const text = lines[at]?.text ?? ''
    return text.length <= longestHead && (seen.get(text) ?? 0) > 1
  })
}

/** Whether a sentence goes on over a page’s end: it ran to the edge of its line, and the next line begins no paragraph. */
function isParted(
  before: TextLine | undefined,
  after: TextLine | undefined,
  text: string,
): boolean {
  if (before === undefined || after === undefined) return false
  const isIndented = /^(?: {2}|\t|\u3000)/.test(text.slice(after.start, after.end))
  return (
    before.text.length >= shortestParted &&
    !endsParagraph.test(before.text) &&
    !isIndented &&
    !/^(?:[一二三四五六七八九十]+、|[（(]|\d+[.．、]|附件|第[一二三四五六七八九十]+条)/.test(
      after.text,
    )
  )
}

/** What the pages of a scan or a print left in a text, in order. */
export interface PageMarks {
  /** Page numbers and running heads. */
  readonly marks: readonly Span[]
  /** What is to be taken out with them: their lines, and all between the halves of a sentence that they part. */
  readonly gaps: readonly Span[]
}

const none: PageMarks = { marks: [], gaps: [] }

/** For each line the nearest one above or below it on which something is said. All lines are looked at once. */
function nearest(
  lines: readonly TextLine[],
  isSilent: (index: number) => boolean,
  step: 1 | -1,
): readonly (TextLine | undefined)[] {
  const found = new Array<TextLine | undefined>(lines.length)
  let last: TextLine | undefined
  for (let at = step > 0 ? lines.length - 1 : 0; at >= 0 && at < lines.length; at -= step) {
    found[at] = last
    if (!isSilent(at)) last = lines[at]
  }
  return found
}

/** Finds page numbers that stand on lines of their own, and the running heads below them. */
export function findPageMarks(text: string): PageMarks {
  const lines = linesOf(text)
  const ends = lines.flatMap((line, index) =>
    line.end - line.start <= 80 && pageNumber.test(line.text) ? [index] : [],
  )
  if (ends.length === 0) return none
  const marked = new Set([...ends, ...runningHeads(lines, ends)])
  const isSilent = (index: number) => marked.has(index) || lines[index]?.text === ''
  const above = nearest(lines, isSilent, -1)
  const below = nearest(lines, isSilent, 1)
  const gaps: Span[] = []
  for (const index of [...marked].sort((one, other) => one - other)) {
    const line = lines[index]
    if (line === undefined) continue
    const before = above[index]
    const after = below[index]
    const isSentence = isParted(before, after, text)
    const start = isSentence ? (before?.end ?? line.start) : line.start
    const end = isSentence ? (after?.start ?? line.end) : Math.min(line.end + 1, text.length)
    const last = gaps.at(-1)
    if (last === undefined || start >= last.end) gaps.push({ start, end })
    else gaps[gaps.length - 1] = { start: last.start, end: Math.max(last.end, end) }
  }
  const marks = lines.flatMap(({ start, end }, index) =>
    marked.has(index) ? [{ start, end }] : [],
  )
  return { marks, gaps }
}
