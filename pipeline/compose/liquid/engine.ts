import { Liquid, type Template } from 'liquidjs'

import { builtInFilters, ownFilters } from './filters.js'
import { tokenOf } from './value-tokens.js'

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

export interface Rendered {
  /** With a token for each value. */
  readonly text: string
  readonly values: readonly unknown[]
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
}

/**
 * An engine over partials in memory (name without `partials/` and `.md` → text). No file is read, no clock, no chance; values leave it as tokens.
 * `partials` is read when a template is first rendered, so that it may be filled until then.
 */
export function createEngine(partials: Readonly<Record<string, string>>): Engine {
  let values: unknown[] = []
  const liquid = new Liquid({
    templates: { ...partials },
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    dynamicPartials: true,
    relativeReference: false,
    cache: true,
    outputEscape: (value: unknown) => tokenOf(values.push(value) - 1),
    ...limits,
  })
  const filters = new Set<string>(builtInFilters)
  for (const name of Object.keys(liquid.filters))
    if (!filters.has(name)) Reflect.deleteProperty(liquid.filters, name)
  for (const [name, filter] of Object.entries(ownFilters)) liquid.registerFilter(name, filter)
  const tags = new Set<string>(allowedTags)
  for (const name of Object.keys(liquid.tags))
    if (!tags.has(name)) Reflect.deleteProperty(liquid.tags, name)
  return {
    liquid,
    parse: (text) => liquid.parse(text),
    render: (templates, scope, globals) => {
      values = []
      const text = String(liquid.renderSync(templates, scope, { globals: { ...globals } }))
      const rendered = { text, values }
      values = []
      return rendered
    },
  }
}
