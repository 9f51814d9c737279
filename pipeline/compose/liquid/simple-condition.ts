import {
  argumentOf,
  argumentSource,
  argumentValue,
  type Argument,
  type Seen,
} from './simple-path.js'
import { unknownHere } from './simple-output.js'

interface Term {
  readonly left: Argument
  /** null: whether it is there at all. */
  readonly compared: { readonly by: string; readonly right: Argument } | null
}

/** What stands behind `if`: terms of which all or any must hold. Where both words stand Liquid has an order of its own. */
export interface SimpleCondition {
  readonly joined: 'and' | 'or'
  readonly terms: readonly Term[]
}

const operator = String.raw`==|!=|>=|<=|>|<`
const term = new RegExp(
  String.raw` *(${argumentSource}) *(?:(${operator}) *(${argumentSource}) *)?(?: (and|or) |$)`,
  'uy',
)

function termOf([, first = '', by, second = '']: RegExpExecArray): Term | null {
  const left = argumentOf(first)
  if (left === null) return null
  if (by === undefined) return { left, compared: null }
  const right = argumentOf(second)
  return right === null ? null : { left, compared: { by, right } }
}

/** A condition so simple that it needs no Liquid; else null. */
export function simpleConditionOf(text: string): SimpleCondition | null {
  const source = text.trim()
  const terms: Term[] = []
  const words: string[] = []
  term.lastIndex = 0
  for (let more = true; more;) {
    const match = term.exec(source)
    const one = match === null ? null : termOf(match)
    if (match === null || one === null) return null
    terms.push(one)
    more = match[4] !== undefined
    words.push(match[4] ?? words[0] ?? 'and')
  }
  const [joined] = words
  return words.every((each) => each === joined)
    ? { joined: joined === 'or' ? 'or' : 'and', terms }
    : null
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function compare(by: string, left: unknown, right: unknown): boolean | typeof unknownHere {
  if (by === '==' || by === '!=')
    return isPlain(left) && isPlain(right) ? (left === right) === (by === '==') : unknownHere
  if (typeof left !== 'number' || typeof right !== 'number') return unknownHere
  if (left === right) return by === '>=' || by === '<='
  return left > right === by.startsWith('>')
}

function holdsTerm({ left, compared }: Term, seen: Seen): boolean | typeof unknownHere {
  const value = argumentValue(left, seen)
  if (value === undefined) return unknownHere
  // To Liquid an empty text, an empty list and zero are there.
  if (compared === null) return value !== null && value !== false
  const other = argumentValue(compared.right, seen)
  return other === undefined ? unknownHere : compare(compared.by, value, other)
}

/** Whether a condition holds; `unknownHere` where only Liquid can tell. */
export function holds(
  { joined, terms }: SimpleCondition,
  seen: Seen,
): boolean | typeof unknownHere {
  const held = terms.map((each) => holdsTerm(each, seen))
  if (held.includes(unknownHere)) return unknownHere
  return joined === 'and' ? !held.includes(false) : held.includes(true)
}
