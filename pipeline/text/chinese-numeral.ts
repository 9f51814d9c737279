import { toHalfWidth } from './width.js'

const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  // Old typesetting and bad keyboards: a Latin O, a circle of another block, a Cyrillic О.
  O: 0,
  o: 0,
  '◯': 0,
  О: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const unitValues: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const groupValues: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** 二〇二三: digits one after the other; null where another character stands among them. */
function readDigits(characters: readonly string[]): number | null {
  let value = 0
  for (const character of characters) {
    const digit = digitValues[character]
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** 一千二百零五: digits with units below 10,000; null where the units do not fall. */
function readSection(characters: readonly string[], leading: boolean): number | null {
  let value = 0
  let digit: number | null = null
  let lastUnit = 10_000
  let afterZero = leading
  for (const character of characters) {
    const unit = unitValues[character]
    if (unit !== undefined) {
      // 十五 and 一百十二 have their 十 alone; 百 never stands so.
      if ((digit === null && unit !== 10) || unit >= lastUnit) return null
      value += (digit ?? 1) * unit
      lastUnit = unit
      digit = null
      afterZero = false
      continue
    }
    const next = digitValues[character]
    if (next === undefined || digit !== null) return null
    if (next === 0) afterZero = true
    else digit = next
  }
  // 一百五 is spoken for 150 and misread for 105: no numeral of written papers.
  if (digit !== null && lastUnit > 10 && lastUnit < 10_000 && !afterZero) return null
  return value + (digit ?? 0)
}

function readGroups(characters: readonly string[]): number | null {
  let total = 0
  let section: string[] = []
  let lastGroup = Number.POSITIVE_INFINITY
  for (const character of characters) {
    const group = groupValues[character]
    if (group === undefined) {
      section.push(character)
      continue
    }
    const value = section.length === 0 ? null : readSection(section, false)
    if (value === null || value === 0 || group >= lastGroup) return null
    total += value * group
    lastGroup = group
    section = []
  }
  const rest = section.length === 0 ? 0 : readSection(section, total > 0)
  return rest === null ? null : total + rest
}

/**
 * The number that a numeral stands for: 二十三 and 23 and ２３ → 23, 二〇二三 → 2023 (○ 〇 零 alike), 一万二千 → 12000.
 * Null where the text is not one numeral and nothing else, or is longer than 15 characters.
 */
export function readChineseNumeral(text: string): number | null {
  const plain = toHalfWidth(text)
  if (plain === '' || plain.length > 15) return null
  if (/^\d+$/.test(plain)) return Number(plain)
  const characters = Array.from(plain)
  if (/^[Oo]+$/.test(plain)) return null
  return readDigits(characters) ?? readGroups(characters)
}

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

function writeSection(value: number): string {
  let written = ''
  let zero = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      zero = written !== ''
      continue
    }
    written += `${zero ? '零' : ''}${digits[digit] ?? ''}${name}`
    zero = false
  }
  return written
}

/**
 * A whole number from 0 to 99,999,999 as official papers write it: 23 → 二十三, 10 → 十, 105 → 一百零五.
 * Throws a RangeError on any other number.
 */
export function writeChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99_999_999)
    throw new RangeError(`no numeral for ${value}`)
  if (value === 0) return '零'
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  const gap = high > 0 && low > 0 && low < 1000 ? '零' : ''
  const written = `${high > 0 ? `${writeSection(high)}万` : ''}${gap}${writeSection(low)}`
  // 一十五 is written 十五 at the head of a numeral alone.
  return written.replace(/^一十/, '十')
}
