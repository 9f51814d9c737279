import type { FigureId } from '../../pipeline/measure/standard/standard-figures.js'
import type { Format } from './clause-rows.js'

/** Clauses that a format cannot meet, and why: each is looked at again when the test says that it is met. */
export const unmetReasons: Readonly<Record<Format, Readonly<Partial<Record<FigureId, string>>>>> = {
  PDF: {},
  Word: {},
}
