import { readChineseNumeral, toHalfWidth } from '../../text/index.js'

/** The kinds of printed numbers: 第一章, 第一节, 第一条, 一、, （一）, 1., （1）, ①, 一是. */
export type LabelStyle =
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'han-bracket'
  | 'arabic'
  | 'arabic-bracket'
  | 'circled'
  | 'ordinal'

/** A printed number at the beginning of a line: 一、 （一） 1. （1） ① 第一条 一是. */
export interface Label {
  /** As printed, without what follows it. */
  readonly text: string
  readonly style: LabelStyle
  readonly number: number
  /** Offset of the first character after the label and the blanks that follow it. */
  readonly end: number
}

const han = '[一二三四五六七八九十百〇零○]+'

/** Each style with its pattern; group 1 is the number. */
const patterns: readonly (readonly [LabelStyle, RegExp])[] = [
  // 第一章　总则
  ['chapter', new RegExp(`^第\\s?(${han}|\\d{1,3})\\s?(?:章|编|部分)(?=[\\s　]|$)`)],
  // 第二节　登记
  ['section', new RegExp(`^第\\s?(${han}|\\d{1,3})\\s?节(?=[\\s　]|$)`)],
  // 第十二条　本办法……
  ['article', new RegExp(`^第\\s?(${han}|\\d{1,3})\\s?条(?![款之例件的、和至，])`)],
  // 一、总体要求
  ['han', new RegExp(`^(${han})\\s?[、．]`)],
  // （一）主要内容
  ['han-bracket', new RegExp(`^[（(]\\s?(${han})\\s?[）)](?![项款条目、和至])`)],
  // （1）标准
  ['arabic-bracket', /^[（(]\s?(\d{1,3})\s?[）)](?![项款条目、和至])/],
  // 1. 1． 1、
  ['arabic', /^(\d{1,3})\s?(?:[．、]|\.(?!\d)|\.(?=(?:19|20)\d\d年|\d{1,2}月))/],
  // 一是加强……
  ['ordinal', new RegExp(`^(${han})是(?!否)`)],
]

/** One character each: ⒈ … ⒛, ⑴ … ⒇, ① … ⑳, ㈠ … ㈩. */
const single: readonly (readonly [LabelStyle, number])[] = [
  ['arabic', 0x2488],
  ['arabic-bracket', 0x2474],
  ['circled', 0x2460],
]

/** 一、二线城市: a numeral that goes on is no label. */
const goesOn = /^[一二三四五六七八九十][级线类等次批期、]/

function readSingle(text: string): Label | null {
  const code = text.charCodeAt(0)
  for (const [style, first] of single) {
    if (code >= first && code < first + 20) {
      return withEnd(text, text.slice(0, 1), style, code - first + 1)
    }
  }
  if (code >= 0x3220 && code <= 0x3229) {
    return withEnd(text, text.slice(0, 1), 'han-bracket', code - 0x3220 + 1)
  }
  return null
}

function withEnd(text: string, label: string, style: LabelStyle, number: number): Label {
  const rest = text.slice(label.length)
  return { text: label, style, number, end: text.length - rest.trimStart().length }
}

/** The number that a line begins with; null where it begins with text. 1.5个, 第（一）项 and 2023年 are text. */
export function readLabel(text: string): Label | null {
  const one = readSingle(text)
  if (one !== null) return one
  const plain = digitsHalved(text.slice(0, 24))
  for (const [style, pattern] of patterns) {
    const match = pattern.exec(plain)
    const printed = match?.[1]
    if (match === null || printed === undefined) continue
    const number = readChineseNumeral(printed)
    if (number === null) return null
    if (style === 'han' && goesOn.test(text.slice(match[0].length))) return null
    return withEnd(text, text.slice(0, match[0].length), style, number)
  }
  return null
}

/** Full-width digits as half-width ones; the marks that tell ． from . stay. Same length. */
function digitsHalved(text: string): string {
  return text.replace(/[０-９]/g, (digit) => toHalfWidth(digit))
}

/** How deep a style stands among the others; a smaller one ends a greater one. */
export const rankOf: Readonly<Record<LabelStyle, number>> = {
  chapter: 0,
  section: 1,
  article: 2,
  han: 3,
  'han-bracket': 4,
  arabic: 5,
  'arabic-bracket': 6,
  circled: 7,
  ordinal: 8,
}

/** The level of a heading in the model: 1 一、, 2 （一）, 3 1., 4 （1）. */
export const levelOf: Readonly<Record<LabelStyle, number>> = {
  chapter: 1,
  section: 2,
  article: 3,
  han: 1,
  'han-bracket': 2,
  arabic: 3,
  'arabic-bracket': 4,
  circled: 5,
  ordinal: 6,
}
