import { type AgencyIndex, findAgencyNames, type NamingContext } from '../../agencies/index.js'
import type { Deadline, DeclaredRule, Finding, Span } from '../../model/index.js'
import { isActorList } from './asked-bodies.js'
import { matchBrackets } from '../../text/index.js'
import { hullOf, type Line } from './line.js'
import {
  type AssignmentReading,
  type FoundRange,
  type FoundRule,
  looksLikeAssignment,
  readDeadlines,
  readDeclaredRules,
  readResponsibilities,
} from './responsibilities/index.js'

/** Words without which a statement holds no rule. */
const ruled = /以下|除|均|为|是/
/** Longer texts are prose. */
const longestRuled = 600

/** Who speaks, and the text that is read. */
export interface DeskContext extends NamingContext {
  readonly index: AgencyIndex
  /** Length of the reading text: a rule without an end holds to there. */
  readonly length: number
  /** The reading text. */
  readonly text: string
}

/** A rule over a range of items, and where it is declared. */
export interface PlacedRange extends FoundRange {
  readonly span: Span
}

/** Hands statements of work to their reader in the order of the document, numbers them, and keeps what holds on: rules, findings. */
export class AssignmentDesk {
  readonly rules: DeclaredRule[] = []
  /** Where each rule is printed. */
  readonly rulePlaces: Span[] = []
  /** The scope that a rule of kind `scope` gives, beside `rules`. */
  readonly #scopes: (string | null)[] = []
  readonly findings: Finding[] = []
  #ranges: PlacedRange[] = []
  #statements = 0

  constructor(private readonly context: DeskContext) {}

  /** Reads a cell, bracket, line or phrase. `columnWord` is the head of its column, `besideSupport` whether bodies beside it support. */
  read(line: Line, columnWord: string | null, besideSupport = false): AssignmentReading {
    const span = hullOf(line)
    const reading = readResponsibilities({
      text: this.context.text.slice(span.start, span.end),
      offset: span.start,
      columnWord,
      statement: this.#statements,
      context: { ...this.context, rules: this.rules },
      besideSupport,
    })
    if (reading.responsibilities.length + reading.ranges.length > 0) this.#statements += 1
    this.findings.push(...reading.findings)
    for (const rule of reading.rules) this.#declare(rule, span.start)
    this.#ranges.push(...reading.ranges.map((range) => ({ ...range, span })))
    return reading
  }

  /** The rules over ranges of items that were read since the last call. */
  takeRanges(): readonly PlacedRange[] {
    const ranges = this.#ranges
    this.#ranges = []
    return ranges
  }

  /** Rules that a line outside of any statement declares, from `from` on where it stands elsewhere than it holds. Returns their kinds. */
  declareIn(
    line: Line,
    from: number | null = null,
    bracketsToo = false,
  ): readonly DeclaredRule['kind'][] {
    const bracketed = matchBrackets(line.text).pairs.filter(({ kind }) => kind === 'bracket')
    const found = readDeclaredRules(line.text, hullOf(line).start).filter(({ text }) => {
      const at = line.text.indexOf(text)
      return bracketsToo || !bracketed.some(({ start, end }) => start < at && at < end)
    })
    for (const rule of found)
      this.#declare(from === null ? rule : { ...rule, from }, hullOf(line).start)
    return found.map(({ kind }) => kind)
  }

  #declare(rule: FoundRule, place: number): void {
    if (this.rules.some((each) => each.from === rule.from && each.text === rule.text)) return
    const { kind, text, from } = rule
    this.rules.push({ kind, text, from, to: rule.to ?? this.context.length })
    this.#scopes.push(rule.value)
    const start = Math.max(0, this.context.text.indexOf(text, place))
    this.rulePlaces.push({ start, end: start + text.length })
  }

  /** The scope that holds at a place where an item names none: 以下……适用范围均为所有自贸试验区. */
  defaultScope(place: number): { readonly value: string; readonly spans: readonly Span[] } | null {
    const at = this.rules.findLastIndex(
      (rule) => rule.kind === 'scope' && rule.from <= place && place < rule.to,
    )
    const rule = this.rules[at]
    const where = this.rulePlaces[at]
    const value = this.#scopes[at]
    if (rule === undefined || where === undefined || value == null) return null
    const start = where.start + rule.text.lastIndexOf(value)
    return { value, spans: [{ start, end: start + value.length }] }
  }

  /** Whether a bracket, line or phrase assigns work. A rule that stands in it (以下除…外，适用范围均为…) is no part of who does it. */
  looksLikeAssignment(text: string): boolean {
    const context = { ...this.context, rules: this.rules }
    if (looksLikeAssignment(text, context)) return true
    if (text.length > longestRuled || !ruled.test(text)) return false
    const found = readDeclaredRules(text, 0)
    const rest = found.reduce((left, rule) => left.replace(rule.text, ''), text)
    return found.length > 0 && looksLikeAssignment(rest, context)
  }

  /** Whether a text is names of bodies and generic actors alone, one body of the register at least. */
  isListOfBodies(text: string): boolean {
    const { index } = this.context
    return (
      isActorList(text, { index, context: this.context }) &&
      findAgencyNames(index, text, this.context).length > 0
    )
  }

  /** The deadlines that a line says. */
  deadlinesIn(line: Line): readonly { readonly value: Deadline; readonly span: Span }[] {
    const span = hullOf(line)
    return readDeadlines(
      this.context.text.slice(span.start, span.end),
      span.start,
      this.context.date,
    )
  }
}
