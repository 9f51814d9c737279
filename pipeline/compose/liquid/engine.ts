import {
  Liquid,
  Output,
  toValue,
  toValueSync,
  type FilterImplOptions,
  type Template,
} from 'liquidjs'

import { builtInFilters, ownFilters } from './filters.js'
import { simpleTagsOf, type FindPart, type SimpleNode } from './simple-tags.js'
import { tokenOf, type PrintedValue, type ValueOrigin } from './value-tokens.js'

/** Tags that a template may use; everything that writes, captures, includes by name or escapes Liquid itself is off. */
export const allowedTags = [
  'if',
  'unless',
  'case',
  'for',
  'break',
  'continue',
  'assign',
  'comment',
  'render',
  '#',
] as const

/** Most that one rendering may cost: a template that loops without end is stopped, not waited for. */
const limits = { parseLimit: 2_000_000, renderLimit: 20_000, memoryLimit: 200_000_000 } as const
/** Characters that a filter may make of its input at most: Liquid counts what goes in, and `replace` can make a thousandfold of it. */
const mostOfFilter = 20_000_000
/** Members of the lists that a filter joins at most. */
const mostMembers = 1_000_000

export interface Rendered {
  /** With a token for each value. */
  readonly text: string
  readonly values: readonly PrintedValue[]
}

/** Liquid as templates may use it. */
export interface Engine {
  readonly liquid: Liquid
  /** Throws liquidjs’ errors, which `findingOfLiquidError` reads. */
  readonly parse: (text: string) => Template[]
  /** `globals` are seen in partials as well. Throws as `parse` does. */
  readonly render: (
    templates: Template[],
    scope: Readonly<Record<string, unknown>>,
    globals: Readonly<Record<string, unknown>>,
  ) => Rendered
  /** Partials that need no Liquid. */
  readonly simplePart: FindPart
}

type Print = (value: unknown, origin: ValueOrigin | null) => string

/** The last filter of every output is `outputEscape`, which is not told where it stands: each output gets one that knows. */
function rememberOrigins(templates: readonly Template[], print: Print): void {
  for (const template of templates) {
    const children = template.children?.(false, true)
    if (children !== undefined) rememberOrigins(toValueSync(children), print)
    if (template instanceof Output) {
      const [line = 1, column = 1] = template.token.getPosition()
      const origin = { line, column, text: template.token.getText() }
      const last = template.value.filters.at(-1) as unknown as { handler: unknown } | undefined
      if (last !== undefined) last.handler = (value: unknown) => print(value, origin)
    }
  }
}

/** Partials that need no Liquid, read when they are first asked for. */
function simpleParts(partials: Readonly<Record<string, string>>): FindPart {
  const known = new Map<string, readonly SimpleNode[] | null>()
  return (name) => {
    let nodes = known.get(name)
    if (nodes === undefined) {
      const text = Object.hasOwn(partials, name) ? (partials[name] ?? null) : null
      nodes = text === null ? null : simpleTagsOf(text)
      known.set(name, nodes)
    }
    return nodes
  }
}

type FilterSelf = ThisParameterType<Extract<FilterImplOptions, (...given: never[]) => unknown>>

/** Keeps Liquid’s own filters from making a text beyond what a process can hold. Each may multiply its input by the longest of its arguments. */
function boundFilters(liquid: Liquid, names: readonly string[]): void {
  for (const name of names) {
    const filter = liquid.filters[name]
    if (typeof filter !== 'function') continue
    liquid.filters[name] = function bounded(this: FilterSelf, value: unknown, ...rest: unknown[]) {
      const lengths = rest.map((each) => (typeof each === 'string' ? each.length : 1))
      const members = [value, ...rest].map((each) => (Array.isArray(each) ? each.length : 0))
      if (members.reduce((sum, each) => sum + each, 0) > mostMembers)
        throw new Error('memory alloc limit exceeded')
      if (typeof value === 'string' && value.length * Math.max(1, ...lengths) > mostOfFilter)
        throw new Error('memory alloc limit exceeded')
      return filter.call(this, value, ...rest) as unknown
    }
  }
}

/**
 * An engine over partials in memory (name without `partials/` and `.md` → text). No file is read, no clock, no chance; values leave it as tokens.
 * `partials` is read when a template is first rendered, so that it may be filled until then.
 */
export function createEngine(partials: Readonly<Record<string, string>>): Engine {
  let values: PrintedValue[] = []
  const print = (value: unknown, origin: ValueOrigin | null): string =>
    tokenOf(values.push({ value, origin }) - 1)
  const liquid = new Liquid({
    templates: { ...partials },
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: true,
    relativeReference: false,
    cache: true,
    outputEscape: (value: unknown) => print(value, null),
    ...limits,
  })
  const filters = new Set<string>(builtInFilters)
  for (const name of Object.keys(liquid.filters))
    if (!filters.has(name)) Reflect.deleteProperty(liquid.filters, name)
  boundFilters(liquid, builtInFilters)
  for (const [name, filter] of Object.entries(ownFilters))
    liquid.registerFilter(name, (value: unknown, ...rest: unknown[]) =>
      // `nil` and `empty` reach a filter as objects of Liquid’s.
      filter(toValue(value), ...rest.map((each): unknown => toValue(each))),
    )
  const tags = new Set<string>(allowedTags)
  for (const name of Object.keys(liquid.tags))
    if (!tags.has(name)) Reflect.deleteProperty(liquid.tags, name)
  return {
    liquid,
    parse: (text) => {
      const templates = liquid.parse(text)
      rememberOrigins(templates, print)
      return templates
    },
    simplePart: simpleParts(partials),
    render: (templates, scope, globals) => {
      values = []
      const text = String(liquid.renderSync(templates, scope, { globals: { ...globals } }))
      const rendered = { text, values }
      values = []
      return rendered
    },
  }
}
