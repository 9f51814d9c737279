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

function pieceOf(
  { text, style, align, asOf }: CompiledPiece,
  from: number,
  to: number,
  scope: Scope,
): SheetBand['pieces'][number] {
  return { from, to, text: renderText(text, scope), style, align, asOf }
}

/**
 * A line above the head or below the rows. What is hidden has no width: pieces lie over what is seen, from the column `first` on, or from the
 * left where the columns behind it are fewer than the pieces. Of still more pieces the last holds the texts of all the rest.
 */
export function composeBand(
  pieces: readonly CompiledPiece[],
  widths: readonly number[],
  scope: Scope,
  first = 0,
): SheetBand {
  const offset = widths.length - first < pieces.length ? 0 : first
  const ends = bandEnds(
    pieces.map((piece) => piece.share),
    widths.slice(offset),
  )
  const placed = pieces
    .slice(0, ends.length)
    .map((piece, at) =>
      pieceOf(piece, offset + (ends[at - 1] ?? -1) + 1, offset + (ends[at] ?? 0), scope),
    )
  const rest = pieces.slice(ends.length).map(({ text }) => renderText(text, scope))
  const last = placed.at(-1)
  if (last === undefined || rest.every((text) => text === '')) return { pieces: placed }
  const text = [last.text, ...rest].filter((each) => each !== '').join('　')
  return { pieces: [...placed.slice(0, -1), { ...last, text }] }
}

/** A band below the rows; where its pieces are more than the columns, they go on in a line below, two by two: a label beside its blank. */
export function composeBands(
  pieces: readonly CompiledPiece[],
  widths: readonly number[],
  scope: Scope,
  first = 0,
): readonly SheetBand[] {
  const room = widths.length - first
  if (pieces.length <= room || room < 2) return [composeBand(pieces, widths, scope, first)]
  const lines = Math.ceil(pieces.length / (room - (room % 2)))
  const most = 2 * Math.ceil(pieces.length / lines / 2)
  return Array.from({ length: Math.ceil(pieces.length / most) }, (_, line) =>
    composeBand(pieces.slice(line * most, (line + 1) * most), widths, scope, first),
  )
}
