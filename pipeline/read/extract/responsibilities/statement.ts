import type { Span } from '../../../model/index.js'
import { matchBrackets } from '../../../text/index.js'
import { findRules, type FoundRule } from './declared-rules.js'
import { findLabels, type LabelMeaning } from './labels.js'
import { maskBrackets } from './mask-brackets.js'

/** A stretch of a statement under one label; `label` null: before the first label, or where there is none. */
export interface Segment extends Span {
  readonly label: { readonly word: string; readonly meaning: LabelMeaning } | null
}

/** A statement taken apart. Places count in the statement’s text. */
export interface Statement {
  readonly text: string
  /** The text with rules and exceptions blanked out and the insides of brackets masked; same length. */
  readonly masked: string
  readonly segments: readonly Segment[]
  readonly rules: readonly FoundRule[]
  /** Whether the whole stands in brackets. */
  readonly bracketed: boolean
}

/** The inside of a bracket that the whole text is, the full stop behind it aside. */
function insideOf(text: string): { readonly span: Span; readonly bracketed: boolean } {
  const start = text.length - text.trimStart().length
  const trimmed = text.trimEnd().replace(/[。．.；;，,、]+$/u, '')
  const outer = matchBrackets(trimmed).pairs.find(
    (pair) => pair.depth === 0 && pair.start === start && pair.kind === 'bracket',
  )
  return outer?.end === trimmed.trimEnd().length && outer.start === start
    ? { span: outer.inner, bracketed: true }
    : { span: { start, end: text.trimEnd().length }, bracketed: false }
}

/**
 * A rule is a sentence about the list and no part of it: it is blanked out up to the end of its sentence, or with the whole bracket that it
 * stands in.
 */
function withoutRules(text: string, rules: readonly FoundRule[], inner: Span): string {
  const brackets = matchBrackets(text).pairs.filter(
    (pair) => pair.kind === 'bracket' && pair.start > inner.start - 1 && pair.end < inner.end + 1,
  )
  let result = text
  for (const rule of rules) {
    const start = text.indexOf(rule.text)
    const around = brackets.findLast((pair) => pair.start < start && start < pair.end)
    const span = around ?? { start, end: endOfRule(text, start, rule, inner.end) }
    result =
      result.slice(0, span.start) + ' '.repeat(span.end - span.start) + result.slice(span.end)
  }
  return result
}

/** 除国家另有规定外，由A负责; 除B、C外的各区政府: whom or what is excepted does none of the work. */
const exception =
  /除[^，,。；;：:（）()\n]{1,40}?(?:之外|以外|外)(?:的|(?=[，,、；;。\s）)〕\]]|$))/gu

function withoutExceptions(text: string): string {
  return text.replace(exception, (found) => ' '.repeat(found.length))
}

function endOfRule(text: string, start: number, rule: FoundRule, end: number): number {
  const own = start + rule.text.length
  if (rule.kind === 'unranked') return own
  const after = /[。；;\n]/u.exec(text.slice(own, end))
  return after === null ? end : own + after.index
}

function segmentsOf(masked: string, inner: Span): readonly Segment[] {
  const labels = findLabels(masked.slice(inner.start, inner.end))
  const segments: Segment[] = []
  let start = inner.start
  let label: Segment['label'] = null
  for (const found of labels) {
    segments.push({ start, end: inner.start + found.start, label })
    start = inner.start + found.end
    label = { word: found.word, meaning: found.meaning }
  }
  segments.push({ start, end: inner.end, label })
  return segments.filter(
    (segment) =>
      segment.label !== null || /[\p{L}]/u.test(masked.slice(segment.start, segment.end)),
  )
}

/** Takes a statement apart: its brackets, the rules that it declares, and what stands under each label. `offset` is its place in the reading text. */
export function readStatement(text: string, offset: number): Statement {
  const { span: inner, bracketed } = insideOf(text)
  const rules = findRules(text, offset, true)
  const blanked = withoutExceptions(withoutRules(text, rules, inner))
  const outside = `${' '.repeat(inner.start)}${blanked.slice(inner.start, inner.end)}${' '.repeat(text.length - inner.end)}`
  const masked = maskBrackets(outside)
  return { text, masked, segments: segmentsOf(masked, inner), rules, bracketed }
}
