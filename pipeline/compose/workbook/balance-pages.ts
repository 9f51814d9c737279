import type { SheetColumn } from '../../model/index.js'

/** Half-width characters that a column takes beside its text. */
const padding = 1.71

const widthOf = (columns: readonly SheetColumn[]): number =>
  columns.reduce((sum, { use, width }) => sum + (use === 'hidden' ? 0 : width + padding), 0)

/**
 * Makes two pages side by side equally wide, by the widest column of the narrower one: spreadsheets part a sheet that is fitted to two pages where the
 * first is full, and heed no column’s break, so only then does the second begin where it should, in any face.
 *
 * @param frozen how many columns from the left stand on both
 * @param second where the second page begins
 */
export function balancePages(
  columns: readonly SheetColumn[],
  frozen: number,
  second: number,
): readonly SheetColumn[] {
  const first = columns.slice(frozen, second)
  const last = columns.slice(second)
  const difference = widthOf(first) - widthOf(last)
  const narrower = (difference < 0 ? first : last).filter(({ use }) => use !== 'hidden')
  const widest = Math.max(...narrower.map(({ width }) => width))
  const chosen = narrower.find(({ width }) => width === widest)
  const added = Math.round(Math.abs(difference) * 100) / 100
  return columns.map((column) =>
    column === chosen ? { ...column, width: column.width + added } : column,
  )
}
