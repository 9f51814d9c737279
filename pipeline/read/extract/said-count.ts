import type { Count, Span } from '../../model/index.js'
import { readChineseNumeral } from '../../text/index.js'

/** A said number held against what is listed, with the place that says it. */
export interface FoundCount {
  readonly value: Count
  readonly span: Span
}

/** A number that a text says and the thing it counts: 等3项, （共5项）, 方面6项. */
export interface SaidCount {
  readonly said: number
  readonly unit: string
  readonly start: number
  readonly end: number
}

const numeral = '([0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})'
const unit = '(项|条|个|类|款|大项)'

/** （共23项） （4项） 方面5项： at the end of a heading or before a list. Groups: number, unit. */
const atEnd = new RegExp(
  `[（(]\\s*(?:共|合计|计)?\\s*${numeral}\\s*${unit}[^（）()]{0,10}[）)]\\s*[：:。，,]?\\s*$`,
)
const bareAtEnd = new RegExp(
  `(?<=领域|方面|事项|举措|措施|经验|任务|共|类)\\s*${numeral}\\s*${unit}\\s*[：:。，,]?\\s*$`,
)
/** 等3项。 等三项改革事项。 共3项 behind a list. */
const behind = new RegExp(`^\\s*等?\\s*(?:共|共计)?\\s*${numeral}\\s*${unit}`)

function countOf(match: RegExpExecArray | null, at = 0): SaidCount | null {
  const said = readChineseNumeral(match?.[1] ?? '')
  if (match === null || said === null) return null
  const start = at + match.index
  return { said, unit: match[2] ?? '', start, end: start + match[0].length }
}

/** The number said at the end of a heading or just before a list; null where none is. */
export function countAtEnd(text: string): SaidCount | null {
  return countOf(atEnd.exec(text)) ?? countOf(bareAtEnd.exec(text))
}

/** The number said behind a list that ends at `at`; null where none is. */
export function countBehind(text: string, at: number): SaidCount | null {
  return countOf(behind.exec(text.slice(at)), at)
}
