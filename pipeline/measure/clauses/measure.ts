import type { FigureId } from '../standard/standard-figures.js'
import type { Elements } from '../paper/elements.js'
import type { Line } from '../paper/line.js'
import type { Paper } from '../paper/paper.js'

/** What a clause finds: each place where it applies gives a value; none: the paper has nothing that it speaks of. */
export interface Measured {
  readonly values: readonly number[]
  /** Faces that stand where the standard’s own could not be told: what was measured verifies nothing. */
  readonly substituted: readonly string[]
}

export type Measure = (elements: Elements, paper: Paper) => Measured

/** Some of the clauses, by the id of what they hold against the page. */
export type Measures = Readonly<Partial<Record<FigureId, Measure>>>

/** mm: edges of the type area, and the pitch of its 22 lines. GB/T 9704-2012, 5.2. */
export const typeArea = { left: 28, right: 184, top: 37, bottom: 262, width: 156, height: 225 }
export const pitch = typeArea.height / 22
/** mm: widths of a character of size 3 and size 4, and of one on the grid of 28. */
export const em3 = 16 * (25.4 / 72)
export const em4 = 14 * (25.4 / 72)
export const cell = typeArea.width / 28

export const found = (...values: readonly (number | null | undefined)[]): Measured => ({
  values: values.filter((value) => value !== null && value !== undefined),
  substituted: [],
})
export const foundAll = (values: readonly number[]): Measured => ({ values, substituted: [] })

/** How many of `lines` offend; nothing where there are none to look at. */
export const faults = (lines: readonly Line[], offends: (line: Line) => boolean): Measured =>
  lines.length === 0 ? found() : found(lines.filter(offends).length)

export const middleOf = ({ left, right }: Pick<Line, 'left' | 'right'>): number =>
  (left + right) / 2

/** Lines that fit between two baselines, less the one that follows at once: how many stand empty. */
export const emptyLines = (above: number, below: number): number => (below - above) / pitch - 1
