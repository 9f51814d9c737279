import type { Template } from 'liquidjs'

import type { Place, TemplateFile } from '../../model/index.js'
import { templateFinding, TemplateProblem } from '../templates/template-problem.js'
import type { Engine, Rendered } from './engine.js'
import { findingOfLiquidError, type PlaceOfLine } from './liquid-problem.js'
import { unknownHere } from './simple-output.js'
import { simpleValue, type SimpleText } from './simple-text.js'
import { dropTagLines } from './tag-lines.js'
import { NoTextError, textOfRendered } from './text-of-value.js'
import { piecesOf } from './value-tokens.js'

/** A text of a template, parsed: a value of its YAML, or its body. */
export interface CompiledText {
  readonly source: string
  readonly templates: Template[]
  /** What most texts of columns are, read without Liquid’s machinery: a fixed text, outputs of paths through filters of ours, simple tags. */
  readonly simple: SimpleText | null
  readonly file: TemplateFile
  readonly place: Place
  readonly placeOf: PlaceOfLine
}

/** What templates see: `scope` is the paper’s own, `globals` are seen in partials too. */
export interface Scope {
  readonly engine: Engine
  readonly scope: Readonly<Record<string, unknown>>
  readonly globals: Readonly<Record<string, unknown>>
  /** Names that stand before those of the scope: the row, the column. */
  readonly near?: Readonly<Record<string, unknown>>
}

/** Rendered, with tokens for values. Throws a TemplateProblem. */
export function renderTokens(text: CompiledText, scope: Scope): Rendered {
  try {
    const { text: rendered, values } = scope.engine.render(
      text.templates,
      scope.near === undefined ? scope.scope : { ...scope.scope, ...scope.near },
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

function valueWithoutLiquid({ simple }: CompiledText, scope: Scope): unknown {
  return simple === null || simple.type === 'fixed'
    ? unknownHere
    : simpleValue(simple, scope, scope.engine.simplePart)
}

/** Rendered, with the values in place. Throws a TemplateProblem. */
export function renderText(text: CompiledText, scope: Scope): string {
  if (text.simple?.type === 'fixed') return text.source
  const found = valueWithoutLiquid(text, scope)
  if (typeof found === 'string') return found
  if (typeof found === 'number') return String(found)
  if (found === null) return ''
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
  const found = valueWithoutLiquid(text, scope)
  if (found !== unknownHere) return found
  const rendered = renderTokens(text, scope)
  const [piece, ...more] = piecesOf(rendered.text, rendered.values)
  if (piece?.type === 'value' && more.length === 0) return piece.value
  return renderText(text, scope)
}
