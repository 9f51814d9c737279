import { endsMeasures } from './clauses/ends-measures.js'
import { footMeasures } from './clauses/foot-measures.js'
import { headMeasures } from './clauses/head-measures.js'
import { letterMeasures } from './clauses/letter-measures.js'
import type { Measured, Measures } from './clauses/measure.js'
import { pageMeasures } from './clauses/page-measures.js'
import { textMeasures } from './clauses/text-measures.js'
import { readPages } from './page/read-pages.js'
import { findElements } from './paper/elements.js'
import { paperOf } from './paper/paper.js'
import type { Figure, PaperForm } from './standard/figure.js'
import { standardFigures, type FigureId } from './standard/standard-figures.js'

const measures: Measures = {
  ...pageMeasures,
  ...headMeasures,
  ...letterMeasures,
  ...textMeasures,
  ...endsMeasures,
  ...footMeasures,
}

/** not-found: the paper has nothing that the clause speaks of. not-verified: a face was substituted, so that its own can’t be told. */
export type Verdict = 'met' | 'missed' | 'not-verified' | 'not-found'

/** One line of the table: a clause of the standard held against a page. */
export interface ClauseResult {
  readonly id: FigureId
  readonly figure: Figure
  /** Of all places where the clause applies, the value that is furthest off; null where there is none. */
  readonly measured: number | null
  readonly verdict: Verdict
  /** Faces that stand in for the standard’s. */
  readonly substituted: readonly string[]
}

export interface PaperResult {
  readonly form: PaperForm
  readonly pages: number
  readonly clauses: readonly ClauseResult[]
}

function offBy({ wanted }: Figure, value: number): number {
  if (typeof wanted === 'number') return Math.abs(value - wanted)
  const [from, to] = wanted
  return value < from ? from - value : Math.max(0, value - to)
}

function resultOf(id: FigureId, figure: Figure, { values, substituted }: Measured): ClauseResult {
  const worst = values.reduce<number | null>(
    (before, value) =>
      before === null || offBy(figure, value) > offBy(figure, before) ? value : before,
    null,
  )
  const base = { id, figure, measured: worst, substituted }
  if (worst === null) return { ...base, verdict: 'not-found' }
  // A tenth of a micrometre is the arithmetic’s, not the page’s.
  if (offBy(figure, worst) > figure.tolerance + 1e-4) return { ...base, verdict: 'missed' }
  return { ...base, verdict: substituted.length > 0 ? 'not-verified' : 'met' }
}

/**
 * Holds a PDF’s pages against GB/T 9704-2012, clause by clause: what the standard wants, what the ruler finds, whether it is met. Knows nothing of how
 * the pages were made; looks and the standard’s own words tell what stands where.
 *
 * @param how its form, where it is known, else told from the head’s rules; and whether an office program of this machine printed it
 * @throws where the bytes are no PDF that can be opened
 */
export async function measurePaper(
  bytes: Uint8Array,
  how: { readonly form?: PaperForm; readonly printed?: boolean } = {},
): Promise<PaperResult> {
  const { form, printed = false } = how
  const paper = paperOf(await readPages(bytes))
  const seen = findElements(paper, printed)
  const elements = seen === null || form === undefined ? seen : { ...seen, form }
  const own = elements?.form ?? form ?? 'plain'
  const ids = Object.keys(standardFigures) as FigureId[]
  const clauses = ids.flatMap((id) => {
    const figure: Figure = standardFigures[id]
    if (!figure.forms.includes(own)) return []
    const measured = elements === null ? undefined : measures[id]?.(elements, paper)
    return [resultOf(id, figure, measured ?? { values: [], substituted: [] })]
  })
  return { form: own, pages: paper.pages.length, clauses }
}
