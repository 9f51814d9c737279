import type { AgencyIndex, NamingContext } from '../../agencies/index.js'
import type { Deadline, DeclaredRule, Finding, Span } from '../../model/index.js'
import { hullOf, type Line } from './line.js'
import {
  type AssignmentReading,
  looksLikeAssignment,
  readDeadlines,
  readDeclaredRules,
  readResponsibilities,
} from './responsibilities/index.js'

export interface DeskContext extends NamingContext {
  readonly index: AgencyIndex
  /** Length of the reading text: a rule without an end holds to there. */
  readonly length: number
  /** The reading text. */
  readonly text: string
}

/** Hands statements of work to their reader in the order of the document, numbers them, and keeps what holds on: rules, findings. */
export class AssignmentDesk {
  readonly rules: DeclaredRule[] = []
  readonly findings: Finding[] = []
  #statements = 0

  constructor(private readonly context: DeskContext) {}

  /** Reads a cell, bracket, line or phrase; `columnWord` is the head of its column. */
  read(line: Line, columnWord: string | null): AssignmentReading {
    const span = hullOf(line)
    const reading = readResponsibilities({
      text: this.context.text.slice(span.start, span.end),
      offset: span.start,
      columnWord,
      statement: this.#statements,
      context: { ...this.context, rules: this.rules },
    })
    if (reading.responsibilities.length > 0) this.#statements += 1
    this.findings.push(...reading.findings)
    for (const rule of reading.rules) this.#declare(rule)
    return reading
  }

  /** Reads a clause of running text that asks something of the bodies it begins with. */
  readDuty(clause: Line): AssignmentReading {
    return this.read(clause, null)
  }

  /** Rules that a sentence outside of any statement declares, from `from` on where it stands elsewhere than it holds. */
  declareIn(line: Line, from: number | null = null): void {
    for (const rule of readDeclaredRules(line.text, hullOf(line).start)) {
      this.#declare(from === null ? rule : { ...rule, from })
    }
  }

  #declare(rule: Omit<DeclaredRule, 'to'> & { readonly to: number | null }): void {
    if (this.rules.some((each) => each.kind === rule.kind && each.text === rule.text)) return
    this.rules.push({ ...rule, to: rule.to ?? this.context.length })
  }

  /** Where each rule is printed. */
  rulePlaces(): readonly Span[] {
    return this.rules.map(({ text, from }) => {
      const after = this.context.text.indexOf(text, from)
      const start = Math.max(0, after >= 0 ? after : this.context.text.indexOf(text))
      return { start, end: start + text.length }
    })
  }

  /** Whether a bracket, line or phrase assigns work. */
  looksLikeAssignment(text: string): boolean {
    return looksLikeAssignment(text, { ...this.context, rules: this.rules })
  }

  deadlinesIn(line: Line): readonly { readonly value: Deadline; readonly span: Span }[] {
    const span = hullOf(line)
    return readDeadlines(
      this.context.text.slice(span.start, span.end),
      span.start,
      this.context.date,
    )
  }
}
