import type { ClauseResult, Verdict } from '../../pipeline/measure/measure-paper.js'
import type { PaperForm } from '../../pipeline/measure/standard/figure.js'
import type { SituationResult } from './measure-situations.js'
import { unmetReasons } from './unmet-reasons.js'

export type Format = 'PDF' | 'Word'

/** A clause over all situations of a form: where it is furthest from being met. */
export interface ClauseRow {
  readonly clause: ClauseResult
  /** The situation that it stands worst in; null where none has it. */
  readonly situation: string | null
  /** Why it is not met, where that is known and cannot be mended. */
  readonly reason: string | null
}

const rank: Readonly<Record<Verdict, number>> = {
  missed: 3,
  'not-verified': 2,
  met: 1,
  'not-found': 0,
}

function offBy({ measured, figure: { wanted } }: ClauseResult): number {
  if (measured === null) return -1
  if (typeof wanted === 'number') return Math.abs(measured - wanted)
  return Math.max(wanted[0] - measured, measured - wanted[1], 0)
}

const isWorse = (one: ClauseResult, other: ClauseResult): boolean =>
  rank[one.verdict] > rank[other.verdict] ||
  (one.verdict === other.verdict && offBy(one) > offBy(other))

/** The clauses of one form, each at its worst over the situations. */
export function clauseRows(
  results: readonly SituationResult[],
  form: PaperForm,
  format: Format,
): readonly ClauseRow[] {
  const rows = new Map<string, ClauseRow>()
  for (const { situation, result } of results) {
    if (result.form !== form) continue
    for (const clause of result.clauses) {
      const before = rows.get(clause.id)
      if (before !== undefined && !isWorse(clause, before.clause)) continue
      const found = clause.verdict === 'not-found' ? null : situation
      const reason = clause.verdict === 'missed' ? unmetReasons[format][clause.id] : undefined
      rows.set(clause.id, { clause, situation: found, reason: reason ?? null })
    }
  }
  return [...rows.values()]
}

/** How many clauses of some rows have a verdict. */
export const countOf = (rows: readonly ClauseRow[], verdict: Verdict): number =>
  rows.filter(({ clause }) => clause.verdict === verdict).length
