import type { Template } from 'liquidjs'

import type { Place, TemplateFile } from '../../model/index.js'
import { templateFinding, TemplateProblem } from '../templates/template-problem.js'
import type { Engine, Rendered } from './engine.js'
import { findingOfLiquidError, type PlaceOfLine } from './liquid-problem.js'
import { dropTagLines } from './tag-lines.js'
import { NoTextError, textOfRendered } from './text-of-value.js'
import { piecesOf } from './value-tokens.js'

export type SimpleText =
  { readonly type: 'fixed' } | { readonly type: 'path'; readonly keys: readonly string[] }

const path = /^\{\{ *([a-z]\w*(?:\.[a-z]\w*)*) *\}\}$/iu
/** Words of Liquid’s own that a path must not be taken for. */
const special = new Set([
  'blank',
  'empty',
  'false',
  'first',
  'forloop',
  'last',
  'nil',
  'null',
  'size',
  'true',
])

/** Tells whether a text is so simple that it needs no Liquid. */
export function simpleTextOf(source: string): SimpleText | null {
  if (!/\{[{%]/u.test(source)) return { type: 'fixed' }
  const keys = path.exec(source)?.[1]?.split('.')
  return keys === undefined || keys.some((key) => special.has(key)) ? null : { type: 'path', keys }
}

/** A text of a template, parsed: a value of its YAML, or its body. */
export interface CompiledText {
  readonly source: string
  readonly templates: Template[]
  /** What most texts of columns are, read without Liquid’s machinery: a fixed text, or {{ one.path }}. */
  readonly simple: SimpleText | null
  readonly file: TemplateFile
  readonly place: Place
  readonly placeOf: PlaceOfLine
}

/** What templates see: `scope` the paper’s own, `globals` also in partials. */
export interface Scope {
  readonly engine: Engine
  readonly scope: Readonly<Record<string, unknown>>
  readonly globals: Readonly<Record<string, unknown>>
}

/** Rendered, with tokens for values. Throws a TemplateProblem. */
export function renderTokens(text: CompiledText, scope: Scope): Rendered {
  try {
    const { text: rendered, values } = scope.engine.render(
      text.templates,
      scope.scope,
      scope.globals,
    )
    return { text: dropTagLines(rendered), values }
  } catch (error) {
    const finding = findingOfLiquidError(error, text.file, text.placeOf)
    if (finding === null) throw error
    throw new TemplateProblem(finding)
  }
}

/** The problem of a list or record printed as text. */
export function unprintable(text: CompiledText, error: NoTextError): TemplateProblem {
  const { origin } = error
  return new TemplateProblem(
    templateFinding(
      'template-value-printable',
      {
        file: text.file,
        place: origin === null ? text.place : text.placeOf(origin.line, origin.column),
      },
      { expression: origin?.text ?? text.source.trim().slice(0, 60), kind: error.kind },
    ),
  )
}

/** The value under a path; undefined where Liquid has to say what is wrong with it. Null has every key, and each is null. */
function valueAt(keys: readonly string[], { scope, globals }: Scope): unknown {
  const [root = '', ...rest] = keys
  const names = Object.hasOwn(scope, root) ? scope : globals
  let value: unknown = Object.hasOwn(names, root) ? names[root] : undefined
  for (const key of rest) {
    if (value === null || value === undefined) return value
    value =
      typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined
  }
  return value
}

/** Rendered, with the values in place. Throws a TemplateProblem. */
export function renderText(text: CompiledText, scope: Scope): string {
  if (text.simple?.type === 'fixed') return text.source
  const found = text.simple?.type === 'path' ? valueAt(text.simple.keys, scope) : undefined
  if (typeof found === 'string') return found
  const rendered = renderTokens(text, scope)
  try {
    return textOfRendered(rendered.text, rendered.values)
  } catch (error) {
    if (error instanceof NoTextError) throw unprintable(text, error)
    throw error
  }
}

/** The value of a text that is one expression and nothing else ({{ items.all }}), else its text. Throws a TemplateProblem. */
export function renderValue(text: CompiledText, scope: Scope): unknown {
  if (text.simple?.type === 'fixed') return text.source
  const found = text.simple?.type === 'path' ? valueAt(text.simple.keys, scope) : undefined
  if (found !== undefined) return found
  const rendered = renderTokens(text, scope)
  const [piece, ...more] = piecesOf(rendered.text, rendered.values)
  if (piece?.type === 'value' && more.length === 0) return piece.value
  return renderText(text, scope)
}
