export type Names = Readonly<Record<string, unknown>>

/** A path into what templates see: keys, or paths whose value is the key (words.role[row.role]). */
export type Path = readonly (string | Path)[]

/** What a filter, a condition or a partial is given: a path, or what is written out. */
export type Argument =
  | { readonly type: 'path'; readonly path: Path }
  | { readonly type: 'literal'; readonly value: string | number | boolean }

/** Where names are looked for: those of the row, of the paper, then those that every template sees. */
export interface Seen {
  readonly near?: Names
  readonly scope: Names
  readonly globals: Names
}

const name = String.raw`[A-Za-z]\w*`
/** One key in brackets at most, itself a path without brackets. */
export const pathSource = String.raw`${name}(?:\.${name}|\[${name}(?:\.${name})*\])*`
export const argumentSource = String.raw`${pathSource}|'[^']*'|"[^"]*"|\d+`
const step = new RegExp(String.raw`\[([^\]]*)\]|(${name})`, 'gu')

/** Words of Liquid’s own that a path must not be taken for. */
const special = new Set('blank empty false first last nil null true'.split(' '))
const loop = new Set(['first', 'last'])

/** A path; null where a word of it means something else to Liquid. Example: row.leads.size */
export function pathOf(text: string): Path | null {
  const keys: (string | Path)[] = []
  for (const [, inner, key] of text.matchAll(step)) {
    const own = key ?? pathOf(inner ?? '')
    if (own === null) return null
    keys.push(own)
  }
  if (keys[0] === 'forloop') return keys.length === 2 && loop.has(String(keys[1])) ? keys : null
  const size = keys.indexOf('size')
  const isSize = size === -1 || (size > 0 && size === keys.length - 1)
  return isSize && !keys.some((key) => typeof key === 'string' && special.has(key)) ? keys : null
}

/** A path or a literal; null where it is neither. */
export function argumentOf(text: string): Argument | null {
  if (/^['"]/u.test(text)) return { type: 'literal', value: text.slice(1, -1) }
  if (/^\d/u.test(text)) return { type: 'literal', value: Number(text) }
  if (text === 'true' || text === 'false') return { type: 'literal', value: text === 'true' }
  const path = pathOf(text)
  return path === null ? null : { type: 'path', path }
}

/** The value under an own key; undefined where there is none. */
export function valueIn(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, key)
    ? (record as Names)[key]
    : undefined
}

function memberOf(value: unknown, key: string): unknown {
  if (key === 'size' && Array.isArray(value)) return value.length
  return valueIn(value, key)
}

function namesWith(root: string, { near, scope, globals }: Seen): Names {
  if (near !== undefined && Object.hasOwn(near, root)) return near
  return Object.hasOwn(scope, root) ? scope : globals
}

/** The value under a path; undefined where Liquid has to say what is wrong with it. Null has every key, and each is null. */
export function valueAt(path: Path, seen: Seen): unknown {
  const [root] = path
  if (typeof root !== 'string') return undefined
  let value = valueIn(namesWith(root, seen), root)
  for (let at = 1; at < path.length; at += 1) {
    if (value === null || value === undefined) return value
    const own = path[at]
    const key = typeof own === 'object' ? valueAt(own, seen) : own
    if (typeof key !== 'string') return undefined
    value = memberOf(value, key)
  }
  return value
}

/** The value of an argument; undefined as `valueAt`. */
export function argumentValue(argument: Argument, seen: Seen): unknown {
  return argument.type === 'literal' ? argument.value : valueAt(argument.path, seen)
}
