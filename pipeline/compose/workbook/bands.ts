import type { SheetBand } from '../../model/index.js'
import { renderText, type Scope } from '../liquid/compiled-text.js'
import type { CompiledPiece } from '../templates/workbook-template.js'

/**
 * Where each piece of a band ends: shares are laid over the columns by their widths, so that a piece never covers half a column, and each gets at
 * least one. Indices of the last column of each piece; fewer than pieces where there are fewer columns.
 */
export function bandEnds(shares: readonly number[], widths: readonly number[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const width = widths.reduce((sum, each) => sum + each, 0)
  const ends: number[] = []
  let column = -1
  let covered = 0
  let wanted = 0
  for (const [index, share] of shares.entries()) {
    if (column >= widths.length - 1) break
    wanted += (share / total) * width
    const left = shares.length - index - 1
    const last = left === 0 ? widths.length - 1 : Math.max(column + 1, widths.length - 1 - left)
    column += 1
    covered += widths[column] ?? 0
    while (column < last && covered + (widths[column + 1] ?? 0) / 2 <= wanted) {
      column += 1
      covered += widths[column] ?? 0
    }
    if (left === 0)
      while (column < last) {
        column += 1
        covered += widths[column] ?? 0
      }
    ends.push(column)
  }
  return ends
}

/** A line above the head or below the rows. What is hidden has no width: pieces lie over what is seen. */
export function composeBand(
  pieces: readonly CompiledPiece[],
  widths: readonly number[],
  scope: Scope,
): SheetBand {
  const ends = bandEnds(
    pieces.map((piece) => piece.share),
    widths,
  )
  return {
    pieces: ends.map((to, index) => {
      const piece = pieces[index]
      return {
        from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1,
        to,
        text: piece === undefined ? '' : renderText(piece.text, scope),
        style: piece?.style ?? 'label',
        align: piece?.align ?? 'left',
      }
    }),
  }
}
