import type { SheetColumn } from '../../model/index.js'

/** Half-width characters of the widest column: spreadsheets take 255 with what stands beside its text. */
export const widestColumn = 250

/** Half-width characters that a column takes beside its text. */
const padding = 1.71

const widthOf = (columns: readonly SheetColumn[]): number =>
  columns.reduce((sum, { use, width }) => sum + (use === 'hidden' ? 0 : width + padding), 0)

/**
 * Makes two pages side by side equally wide: the columns of text of the narrower one grow, each by its share, so that a list of ten agencies becomes
 * shorter with the rest. Spreadsheets part a sheet that is fitted to two pages where the first is full, and heed no column’s break, so only then does
 * the second begin where it should, in any face.
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
  const ofText = narrower.filter(({ align }) => align === 'left')
  const growing = ofText.length === 0 ? narrower : ofText
  const whole = growing.reduce((sum, { width }) => sum + width, 0)
  const widest = Math.max(...growing.map(({ width }) => width))
  const chosen = growing.find(({ width }) => width === widest)
  const hundredths = Math.round(Math.abs(difference) * 100)
  const shares = new Map(
    growing.map((column) => [column, Math.floor((hundredths * column.width) / whole)]),
  )
  // What rounding leaves over goes to the widest: both pages are equal to the hundredth.
  const left = hundredths - [...shares.values()].reduce((sum, share) => sum + share, 0)
  return columns.map((column) => {
    const share = (shares.get(column) ?? 0) + (column === chosen ? left : 0)
    return share === 0
      ? column
      : { ...column, width: Math.min(widestColumn, (column.width * 100 + share) / 100) }
  })
}
