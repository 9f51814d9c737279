import type { ClauseResult } from '../../pipeline/measure/measure-paper.js'
import type { PaperForm } from '../../pipeline/measure/standard/figure.js'
import type { FigureId } from '../../pipeline/measure/standard/standard-figures.js'
import type { Format } from './clause-rows.js'

/** A clause that one situation cannot meet, and why. In every other situation it must be met. */
export interface UnmetReason {
  readonly situation: string
  readonly because: string
}

const longTitle: UnmetReason = {
  situation: 'title of 200 characters',
  because:
    'at size 2 it would leave page 1 no line of text, which 7.3.3 wants: closed up as 5.2.2 allows',
}

/** Clauses that a format cannot meet, and why: each is looked at again when the test says that it is met. */
export const unmetReasons: Readonly<
  Record<Format, Readonly<Partial<Record<FigureId, UnmetReason>>>>
> = {
  PDF: { 'title-size': longTitle },
  Word: { 'title-size': longTitle },
}

/** Why a clause is not verified: of the faces that stand on the page none is an office’s own. */
export function standInReason({ substituted }: ClauseResult): string {
  return `no office’s own face on this machine: ${substituted.join(', ')} stands in`
}

/** Why a form has nothing to measure for a clause, where that is so. */
export const absentReasons: Readonly<Partial<Record<PaperForm, string>>> = {
  order: 'as in the document form, where it is measured: 10.2 says nothing else of it',
}
