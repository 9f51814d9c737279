import { ownFilters } from './filters.js'

type Names = Readonly<Record<string, unknown>>

/** What a filter is given: a path, or what is written out. */
type Argument =
  | { readonly type: 'path'; readonly keys: readonly string[] }
  | { readonly type: 'literal'; readonly value: string | number }

interface Filter {
  readonly name: string
  readonly rest: readonly Argument[]
}

/**
 * A text that needs no Liquid: fixed, or one output of a path through filters that are functions of their arguments: `{{ row.leads | names }}`.
 * Most texts of a ledger’s columns are of this kind, and Liquid makes tens of kilobytes of garbage for each.
 */
export type SimpleText =
  | { readonly type: 'fixed' }
  | {
      readonly type: 'path'
      readonly keys: readonly string[]
      readonly filters: readonly Filter[]
    }

/** Not known here: Liquid has to be asked, and says what is wrong. */
export const unknownHere: unique symbol = Symbol('unknown here')

const pathSource = String.raw`[a-z]\w*(?:\.[a-z]\w*)*`
const argumentSource = String.raw`${pathSource}|'[^']*'|"[^"]*"|\d+`
const filterSource = String.raw`\| *[a-z]\w*(?:: *(?:${argumentSource})(?: *, *(?:${argumentSource}))*)?`
const output = new RegExp(String.raw`^\{\{ *(${pathSource}) *((?:${filterSource} *)*)\}\}$`, 'iu')
const filterParts = new RegExp(
  String.raw`\| *([a-z]\w*)(?:: *([^|'"]*(?:(?:'[^']*'|"[^"]*")[^|'"]*)*))?`,
  'giu',
)
const argumentParts = new RegExp(argumentSource, 'giu')

/** Words of Liquid’s own that a path must not be taken for. */
const special = new Set('blank empty false first forloop last nil null size true'.split(' '))

function keysOf(path: string): readonly string[] | null {
  const keys = path.split('.')
  return keys.some((key) => special.has(key)) ? null : keys
}

function argumentOf(text: string): Argument | null {
  if (/^['"]/u.test(text)) return { type: 'literal', value: text.slice(1, -1) }
  if (/^\d/u.test(text)) return { type: 'literal', value: Number(text) }
  const keys = keysOf(text)
  return keys === null ? null : { type: 'path', keys }
}

function filtersOf(text: string): readonly Filter[] | null {
  const filters: Filter[] = []
  for (const [, name = '', given = ''] of text.matchAll(filterParts)) {
    if (!Object.hasOwn(simpleFilters, name)) return null
    const rest = Array.from(given.matchAll(argumentParts), ([each]) => argumentOf(each))
    if (rest.includes(null)) return null
    filters.push({ name, rest: rest.filter((each) => each !== null) })
  }
  return filters
}

/** Tells whether a text is so simple that it needs no Liquid. */
export function simpleTextOf(source: string): SimpleText | null {
  if (!/\{[{%]/u.test(source)) return { type: 'fixed' }
  const [, path = '', rest = ''] = output.exec(source) ?? []
  const keys = path === '' ? null : keysOf(path)
  const filters = filtersOf(rest)
  return keys === null || filters === null ? null : { type: 'path', keys, filters }
}

/** Of Liquid’s own, those that ledgers use most, where they mean what anybody would think. */
const simpleFilters: Readonly<Record<string, (value: unknown, ...rest: unknown[]) => unknown>> = {
  ...ownFilters,
  default: (value, other) => {
    if (value === null || value === '') return other
    return typeof value === 'string' || typeof value === 'number' ? value : unknownHere
  },
  map: (value, key) => {
    if (!Array.isArray(value) || typeof key !== 'string') return unknownHere
    const held = value.map((each: unknown) => valueIn(each, key))
    return held.includes(undefined) ? unknownHere : held
  },
  join: (value, by) =>
    Array.isArray(value) &&
    typeof by === 'string' &&
    value.every((each) => typeof each === 'string')
      ? value.join(by)
      : unknownHere,
}

function valueIn(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, key)
    ? (record as Names)[key]
    : undefined
}

/** The value under a path; undefined where Liquid has to say what is wrong with it. Null has every key, and each is null. */
function valueAt(keys: readonly string[], scope: Names, globals: Names): unknown {
  const [root = '', ...rest] = keys
  let value = valueIn(Object.hasOwn(scope, root) ? scope : globals, root)
  for (const key of rest) {
    if (value === null || value === undefined) return value
    value = valueIn(value, key)
  }
  return value
}

/** The value of a simple output; `unknownHere` where only Liquid can tell. */
export function simpleValue(
  { keys, filters }: Extract<SimpleText, { type: 'path' }>,
  scope: Names,
  globals: Names,
): unknown {
  let value = valueAt(keys, scope, globals)
  if (value === undefined) return unknownHere
  for (const { name, rest } of filters) {
    const given = rest.map((each) =>
      each.type === 'literal' ? each.value : valueAt(each.keys, scope, globals),
    )
    value = given.includes(undefined) ? unknownHere : simpleFilters[name]?.(value, ...given)
    if (value === unknownHere || value === undefined) return unknownHere
  }
  return value
}
