import { writeChineseDate, writeChineseNumeral } from '../../text/index.js'
import { Blank } from './value-tokens.js'

/**
 * What of Liquid’s own filters a template may use. Left out: `raw` (a value would act as markup), `date` (reads the clock and the machine’s
 * zone), `sample` (chance), those for HTML and addresses.
 */
export const builtInFilters = [
  'append',
  'at_least',
  'at_most',
  'compact',
  'concat',
  'default',
  'divided_by',
  'first',
  'join',
  'last',
  'map',
  'minus',
  'modulo',
  'plus',
  'prepend',
  'remove',
  'replace',
  'reverse',
  'size',
  'slice',
  'split',
  'strip',
  'times',
  'uniq',
  'where',
] as const

type FilterFunction = (value: unknown, ...rest: readonly unknown[]) => unknown

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

/** 2023-06-24 → 2023年6月24日; what is missing stays missing. */
function dateZh(value: unknown): unknown {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? writeChineseDate(value)
    : value
}

/** 2023-06-24 → 2023; what is missing stays missing. */
function year(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, 4) : value
}

/** 3 → 三 */
function numeral(value: unknown): unknown {
  return typeof value === 'number' ? writeChineseNumeral(value) : value
}

/** A missing value becomes a space to write on, so many characters wide. */
function blank(value: unknown, width: unknown): unknown {
  return isMissing(value) ? new Blank(typeof width === 'number' ? width : 4) : value
}

/** A title between 《》; one that stands in it gets 〈〉 (GB/T 15834-2011, 4.15.3.4). */
function titled(value: unknown): unknown {
  if (typeof value !== 'string') return value
  let depth = 0
  const inner = Array.from(value, (character) => {
    if (character === '《') {
      depth += 1
      return depth % 2 === 1 ? '〈' : '《'
    }
    if (character === '》') {
      depth -= 1
      return depth % 2 === 0 ? '〉' : '》'
    }
    return character
  })
  return `《${inner.join('')}》`
}

/** Numbers in ascending order with runs drawn together: [1, 2, 3, 5] → 1—3、5. Anything that is no number is left out. */
function ranges(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  const numbers = [...new Set(value.filter((each) => typeof each === 'number'))].sort(
    (a, b) => a - b,
  )
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last?.[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => {
      if (from === to) return String(from)
      return to === from + 1 ? `${from}、${to}` : `${from}—${to}`
    })
    .join('、')
}

/** The first `length` characters, with …… where more follow. */
function shorten(value: unknown, length: unknown): unknown {
  if (typeof value !== 'string' || typeof length !== 'number') return value
  const characters = Array.from(value)
  return characters.length <= length
    ? value
    : `${characters.slice(0, Math.max(0, length - 2)).join('')}……`
}

/** Without the stop at its end, so that a sentence can go on: 推进改革。 → 推进改革 */
function unstopped(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[。．.；;，,：:\s]+$/u, '') : value
}

/** A printed number without the mark behind it: 1． → 1, 一、 → 一; （三） stays. */
function unmarked(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[、．.，,：:\s]+$/u, '') : value
}

/** As one sentence of at most `length` characters: ended by 。, or by …… where it had to be cut. */
function sentence(value: unknown, length: unknown): unknown {
  const whole = unstopped(value)
  if (typeof whole !== 'string' || whole === '') return whole
  const short = shorten(whole, length)
  return short === whole ? `${whole}。` : short
}

function ownText(record: unknown, key: string): string {
  if (typeof record !== 'object' || record === null || !Object.hasOwn(record, key)) return ''
  const held = (record as Readonly<Record<string, unknown>>)[key]
  return typeof held === 'string' ? held : ''
}

function joinNames(list: unknown, key: string, open: unknown, more: unknown): unknown {
  if (!Array.isArray(list)) return list
  const names = list.map((each) => {
    const part = ownText(each, 'part')
    return `${ownText(each, key)}${part === '' ? '' : `（${part}）`}`
  })
  const end = open === true && names.length > 0 && typeof more === 'string' ? more : ''
  return `${names.join('、')}${end}`
}

/** Responsibilities by their short names, parts in brackets: 财政部（资金保障）、水利部; `more` (等) behind them where the list is open. */
function names(value: unknown, open: unknown, more: unknown): unknown {
  return joinNames(value, 'name', open, more)
}

/** The same as the notice prints them. */
function printedNames(value: unknown, open: unknown, more: unknown): unknown {
  return joinNames(value, 'text', open, more)
}

/** The members of a list whose key holds something: not null, not empty. */
function having(value: unknown, key: unknown): unknown {
  if (!Array.isArray(value) || typeof key !== 'string') return value
  return value.filter((each: unknown) => {
    if (typeof each !== 'object' || each === null) return false
    const held: unknown = Object.getOwnPropertyDescriptor(each, key)?.value
    return !isMissing(held) && held !== false && !(Array.isArray(held) && held.length === 0)
  })
}

/** The first members of a list whose texts under a key hold at most `length` characters together; at least one. */
function fitting(value: unknown, key: unknown, length: unknown): unknown {
  if (!Array.isArray(value) || typeof key !== 'string' || typeof length !== 'number') return value
  let left = length
  const rest = value.findIndex((each) => {
    left -= ownText(each, key).length
    return left < 0
  })
  return rest === -1 ? value : value.slice(0, Math.max(1, rest))
}

/** The members of a list with the greatest numbers under a key, at most `count` of them, in the list’s own order; of equal ones the first. */
function most(value: unknown, key: unknown, count: unknown): unknown {
  if (!Array.isArray(value) || typeof key !== 'string' || typeof count !== 'number') return value
  const numberOf = (each: unknown): number => {
    if (typeof each !== 'object' || each === null) return 0
    const held: unknown = Object.getOwnPropertyDescriptor(each, key)?.value
    return typeof held === 'number' ? held : 0
  }
  const greatest = new Set<unknown>(
    value
      .map((each: unknown, index) => ({ each, index }))
      .sort((one, other) => numberOf(other.each) - numberOf(one.each) || one.index - other.index)
      .slice(0, count)
      .map(({ each }) => each),
  )
  return value.filter((each) => greatest.has(each))
}

/** The members of a list whose key holds nothing. */
function lacking(value: unknown, key: unknown): unknown {
  if (!Array.isArray(value)) return value
  const held = new Set(having(value, key) as readonly unknown[])
  return value.filter((each) => !held.has(each))
}

/** The signs of the roles that a house has in a list of responsibilities: ★○; `signs` is a sign by role. */
function signsOf(value: unknown, house: unknown, signs: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value
    .filter((each) => ownText(each, 'house') === house)
    .map((each) => ownText(signs, ownText(each, 'role')))
    .join('')
}

/** Our own filters: pure functions of their arguments. Documented in this room’s README. */
export const ownFilters: Readonly<Record<string, FilterFunction>> = {
  blank,
  date_zh: dateZh,
  fitting,
  having,
  lacking,
  most,
  names,
  numeral,
  printed_names: printedNames,
  ranges,
  sentence,
  shorten,
  signs: signsOf,
  titled,
  unmarked,
  unstopped,
  year,
}
