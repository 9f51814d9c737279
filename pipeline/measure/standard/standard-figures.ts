import { endsFigures } from './ends-figures.js'
import type { Figure } from './figure.js'
import { footFigures } from './foot-figures.js'
import { headFigures } from './head-figures.js'
import { letterFigures } from './letter-figures.js'
import { pageFigures } from './page-figures.js'
import { textFigures } from './text-figures.js'

/**
 * GB/T 9704-2012 in figures, clause by clause. Nothing that lays pages out reads these files, and they read nothing of theirs: what both have
 * wrong would otherwise measure as right.
 */
export const standardFigures = {
  ...pageFigures,
  ...headFigures,
  ...letterFigures,
  ...textFigures,
  ...endsFigures,
  ...footFigures,
} as const satisfies Record<string, Figure>

export type FigureId = keyof typeof standardFigures
