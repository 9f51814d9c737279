import { readChineseNumeral } from './chinese-numeral.js'

const digit = '[0-9０-９零〇○◯OoО一二三四五六七八九]'
const small = '[0-9０-９零〇○◯OoО一二三四五六七八九十元正]'

/** 2023年6月24日, 二〇二三年六月二十四日, 二 ○ 一八 年十二月 二十三 日, 一九九七年元月八日 */
const dateSource = `((?:${digit}[ \\u3000]*){4})年[ \\u3000]*(${small}{1,3})[ \\u3000]*月[ \\u3000]*(${small}{1,3})[ \\u3000]*[日号]`
const wholeDate = new RegExp(`^${dateSource}$`)

/** A date in running text: offsets in the text that was given; `date` is ISO, null for a day that does not exist. */
export interface FoundDate {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly date: string | null
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** 元月 and 正月 are January in the dates of old papers. */
function readMonth(text: string): number | null {
  return /^[元正]$/.test(text) ? 1 : readChineseNumeral(text)
}

function isoOf(match: RegExpExecArray): string | null {
  const year = readChineseNumeral((match[1] ?? '').replace(/[ \u3000]/g, ''))
  const month = readMonth(match[2] ?? '')
  const day = readChineseNumeral(match[3] ?? '')
  if (year === null || month === null || day === null) return null
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month))
    return null
  return `${year}-${two(month)}-${two(day)}`
}

/**
 * The ISO date that the whole text is, white space around it aside: 二〇二三年六月二十四日 → 2023-06-24.
 * Null where it is no date, or a date that does not exist (`isImpossibleDate` tells the two apart).
 */
export function readChineseDate(text: string): string | null {
  const match = wholeDate.exec(text.trim())
  return match === null ? null : isoOf(match)
}

/** Whether the whole text has the shape of a date and names a day that does not exist: 2023年2月30日. */
export function isImpossibleDate(text: string): boolean {
  const match = wholeDate.exec(text.trim())
  return match !== null && isoOf(match) === null
}

/** Every date with year, month and day in running text, in order. */
export function findChineseDates(text: string): readonly FoundDate[] {
  return [...text.matchAll(new RegExp(dateSource, 'g'))].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    date: isoOf(match),
  }))
}

/** An ISO date as GB/T 9704-2012 sets it (7.3.5.4: Arabic figures, no leading zeros): 2023年6月24日. Throws on anything else. */
export function writeChineseDate(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (match === null) throw new RangeError(`no ISO date: ${iso}`)
  return `${Number(match[1])}年${Number(match[2])}月${Number(match[3])}日`
}
