import {
  AssignTag,
  ForTag,
  Output,
  RenderTag,
  TypeGuards,
  toValueSync,
  Value,
  type Template,
} from 'liquidjs'

import { builtInFilters, ownFilters } from './filters.js'
import { anyShape, computedKeyOf, keyOf, memberOf, type Shape } from './shape.js'

/** Names that a text may use, with what is known of each. */
export type Names = ReadonlyMap<string, Shape>

/** A name or key that does not exist, where Liquid has it (from 1). */
interface ShapeProblem {
  readonly type: 'variable' | 'partial'
  readonly name: string
  readonly line: number
  readonly column: number
}

export interface ShapeCheck {
  readonly problem: (problem: ShapeProblem) => void
  /** Follows a text that is rendered by name, with the names it is given; false where there is none. */
  readonly partial: (name: string, names: Names) => boolean
}

type Positioned = Readonly<{ getPosition: () => number[] }>

function report(check: ShapeCheck, at: Positioned, name: string, type: ShapeProblem['type']): void {
  const [line = 1, column = 1] = at.getPosition()
  check.problem({ type, name, line, column })
}

function textOfKey(token: unknown): string | null {
  return TypeGuards.isQuotedToken(token) ||
    TypeGuards.isNumberToken(token) ||
    TypeGuards.isWordToken(token)
    ? ((token as { content: unknown }).content?.toString() ?? null)
    : null
}

/** The shape of a token that has a value; reports names that do not exist. */
function shapeOfToken(token: unknown, names: Names, check: ShapeCheck): Shape {
  if (TypeGuards.isRangeToken(token)) {
    shapeOfToken(token.lhs, names, check)
    shapeOfToken(token.rhs, names, check)
    return { kind: 'list', of: anyShape }
  }
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return anyShape
  let shape: Shape | null = null
  const path: string[] = []
  for (const prop of token.props) {
    const key = textOfKey(prop)
    if (key === null) {
      shapeOfToken(prop, names, check)
      shape = shape === null ? anyShape : computedKeyOf(shape)
      continue
    }
    path.push(key)
    const next: Shape | null = shape === null ? (names.get(key) ?? null) : keyOf(shape, key)
    if (next === null) {
      report(check, token, path.join('.'), 'variable')
      return anyShape
    }
    shape = next
  }
  return shape ?? anyShape
}

/** Filters that give back members of their list, and those that look at one of their keys. */
const listFilters = new Set([
  'compact',
  'concat',
  'fitting',
  'having',
  'lacking',
  'most',
  'reverse',
  'uniq',
  'where',
])
const keyFilters = new Set(['fitting', 'having', 'lacking', 'map', 'most', 'where'])

interface Filter {
  readonly name: string
  readonly args: readonly unknown[]
}

const filterNames: ReadonlySet<string> = new Set([...builtInFilters, ...Object.keys(ownFilters)])

function shapeOfValue(value: Value, names: Names, check: ShapeCheck): Shape {
  const shapes = value.initial.postfix.map((token) => shapeOfToken(token, names, check))
  let shape = shapes.length === 1 ? (shapes[0] ?? anyShape) : anyShape
  for (const filter of value.filters as unknown as readonly Filter[]) {
    const { args, name } = filter
    // The last filter of an output is the engine’s own: it prints.
    if (!filterNames.has(name)) continue
    for (const arg of args)
      shapeOfToken(Array.isArray(arg) ? (arg as unknown[])[1] : arg, names, check)
    const [first] = args
    const key = TypeGuards.isQuotedToken(first) ? textOfKey(first) : null
    const member = memberOf(shape)
    if (keyFilters.has(name) && key !== null && keyOf(member, key) === null)
      report(check, first as Positioned, key, 'variable')
    if (name === 'first' || name === 'last') shape = member
    else if (name === 'map')
      shape = { kind: 'list', of: key === null ? anyShape : (keyOf(member, key) ?? anyShape) }
    else if (name !== 'default' && !listFilters.has(name)) shape = anyShape
  }
  return shape
}

function shapeOfArgument(argument: unknown, names: Names, check: ShapeCheck): Shape {
  return argument instanceof Value
    ? shapeOfValue(argument, names, check)
    : shapeOfToken(argument, names, check)
}

interface Binding {
  readonly value: unknown
}

/** What a rendered partial sees: the names that it is given, and `forloop` under `for`. */
function namesOfPartial(tag: RenderTag, names: Names, check: ShapeCheck): Names {
  const inner = new Map<string, Shape>()
  const { hash } = (tag as unknown as { hash: { hash: Readonly<Record<string, unknown>> } }).hash
  for (const [name, token] of Object.entries(hash))
    inner.set(name, shapeOfToken(token, names, check))
  const loop = (tag as unknown as { forBinding?: Binding }).forBinding
  for (const each of tag.partialScope()?.scope ?? []) {
    if (typeof each === 'string') continue
    const [alias, argument] = each
    const shape = shapeOfArgument(argument, names, check)
    inner.set(alias, loop?.value === argument ? memberOf(shape) : shape)
  }
  if (loop !== undefined) inner.set('forloop', anyShape)
  return inner
}

function childrenOf(template: Template): readonly Template[] {
  const children = template.children?.(false, true)
  return children === undefined ? [] : toValueSync(children)
}

function checkTemplate(template: Template, names: Map<string, Shape>, check: ShapeCheck): void {
  if (template instanceof Output) {
    shapeOfValue(template.value, names, check)
    return
  }
  if (template instanceof RenderTag) {
    const name = template.partialScope()?.name
    const inner = namesOfPartial(template, names, check)
    if (name === undefined || !check.partial(name, inner))
      report(check, template.token, name ?? template.token.getText(), 'partial')
    return
  }
  const shapes = [...(template.arguments?.() ?? [])].map((each) =>
    shapeOfArgument(each, names, check),
  )
  if (template instanceof AssignTag)
    for (const name of template.localScope()) names.set(name.content, shapes[0] ?? anyShape)
  const inner =
    template instanceof ForTag
      ? new Map([
          ...names,
          [template.variable, memberOf(shapes[0] ?? anyShape)] as const,
          ['forloop', anyShape] as const,
        ])
      : names
  for (const child of childrenOf(template)) checkTemplate(child, inner, check)
}

/** Follows a parsed text and reports every name and key that does not exist, in branches that are never taken as well. */
export function checkShapes(templates: readonly Template[], names: Names, check: ShapeCheck): void {
  const own = new Map(names)
  for (const template of templates) checkTemplate(template, own, check)
}

/** The shape of a text that is one expression; anything where it is none. */
export function shapeOfText(templates: readonly Template[], names: Names): Shape {
  const silent: ShapeCheck = { problem: () => undefined, partial: () => true }
  const [only, ...more] = templates
  return only instanceof Output && more.length === 0
    ? shapeOfValue(only.value, names, silent)
    : anyShape
}
