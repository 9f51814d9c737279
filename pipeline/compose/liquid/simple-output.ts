import { ownFilters } from './filters.js'
import {
  argumentOf,
  argumentSource,
  argumentValue,
  pathOf,
  pathSource,
  valueAt,
  valueIn,
  type Argument,
  type Path,
  type Seen,
} from './simple-path.js'

interface Filter {
  readonly name: string
  readonly rest: readonly Argument[]
}

/** One output of a path through filters that are functions of their arguments: `row.leads | names`. */
export interface SimpleOutput {
  readonly path: Path
  readonly filters: readonly Filter[]
}

/** Not known here: Liquid has to be asked, and says what is wrong. */
export const unknownHere: unique symbol = Symbol('unknown here')

const filterSource = String.raw`\| *[A-Za-z]\w*(?:: *(?:${argumentSource})(?: *, *(?:${argumentSource}))*)?`
const output = new RegExp(String.raw`^ *(${pathSource}) *((?:${filterSource} *)*)$`, 'u')
const filterParts = new RegExp(
  String.raw`\| *([A-Za-z]\w*)(?:: *([^|'"]*(?:(?:'[^']*'|"[^"]*")[^|'"]*)*))?`,
  'gu',
)
const argumentParts = new RegExp(argumentSource, 'gu')

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

/** What stands between {{ and }}, where it is so simple that it needs no Liquid; else null. */
export function simpleOutputOf(text: string): SimpleOutput | null {
  const [, source = '', rest = ''] = output.exec(text) ?? []
  const path = source === '' ? null : pathOf(source)
  const filters = filtersOf(rest)
  return path === null || filters === null ? null : { path, filters }
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

/** The value of a simple output; `unknownHere` where only Liquid can tell. */
export function outputValue({ path, filters }: SimpleOutput, seen: Seen): unknown {
  let value = valueAt(path, seen)
  if (value === undefined) return unknownHere
  for (const { name, rest } of filters) {
    const given = rest.map((each) => argumentValue(each, seen))
    value = given.includes(undefined) ? unknownHere : simpleFilters[name]?.(value, ...given)
    if (value === unknownHere || value === undefined) return unknownHere
  }
  return value
}
