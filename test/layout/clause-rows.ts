import type { ClauseResult, Verdict } from '../../pipeline/measure/measure-paper.js'
import type { PaperForm } from '../../pipeline/measure/standard/figure.js'
import type { SituationResult } from './measure-situations.js'
import { absentReasons, standInReason, unmetReasons } from './unmet-reasons.js'

export type Format = 'PDF' | 'Word'

/** A clause over all situations of a form: where it is furthest from being met. */
export interface ClauseRow {
  readonly clause: ClauseResult
  /** The situation that it stands worst in; null where none has it. */
  readonly situation: string | null
  /** Why it is not met, where that is known and cannot be mended: missed, not verified, or nothing to measure. */
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

/** What is missed without a reason is worst of all. */
const rankOf = ({ clause: { verdict }, reason }: ClauseRow): number =>
  verdict === 'missed' && reason === null ? rank.missed + 1 : rank[verdict]

const isWorse = (one: ClauseRow, other: ClauseRow): boolean =>
  rankOf(one) > rankOf(other) ||
  (rankOf(one) === rankOf(other) && offBy(one.clause) > offBy(other.clause))

function reasonOf(
  clause: ClauseResult,
  situation: string,
  form: PaperForm,
  format: Format,
): string | null {
  switch (clause.verdict) {
    case 'missed': {
      const unmet = unmetReasons[format][clause.id]
      return unmet?.situation === situation ? unmet.because : null
    }
    case 'not-verified':
      return standInReason(clause)
    case 'not-found':
      return absentReasons[form] ?? null
    case 'met':
      return null
  }
}

/** The clauses of one form, each at its worst over the situations; what is missed with a reason hides nothing that is missed without. */
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
      const found = clause.verdict === 'not-found' ? null : situation
      const row = { clause, situation: found, reason: reasonOf(clause, situation, form, format) }
      if (before === undefined || isWorse(row, before)) rows.set(clause.id, row)
    }
  }
  return [...rows.values()]
}

/** How many clauses of some rows have a verdict. */
export const countOf = (rows: readonly ClauseRow[], verdict: Verdict): number =>
  rows.filter(({ clause }) => clause.verdict === verdict).length
