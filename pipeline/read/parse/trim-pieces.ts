import type { Piece } from '../../model/index.js'

/** Pieces without the blanks at their outer ends, which markup may have left there (`</div>\n国务院`). Full-width and non-breaking spaces stay. */
export function trimPieces(pieces: readonly Piece[]): readonly Piece[] {
  const isBlank = (piece: Piece | undefined) => piece !== undefined && /^[ \t\n]*$/.test(piece.text)
  let first = 0
  let last = pieces.length
  while (first < last && isBlank(pieces[first])) first += 1
  while (last > first && isBlank(pieces[last - 1])) last -= 1
  return pieces.slice(first, last).map((piece, index, all) => {
    const start = index === 0 ? blanksBefore(piece.text) : 0
    const end = index === all.length - 1 ? blanksAfter(piece.text) : 0
    const text = piece.text.slice(start, piece.text.length - end)
    return { start: piece.start + start, end: piece.end - end, text }
  })
}

function blanksBefore(text: string): number {
  let count = 0
  while (count < text.length && ' \t\n'.includes(text.charAt(count))) count += 1
  return count
}

function blanksAfter(text: string): number {
  let count = 0
  while (count < text.length && ' \t\n'.includes(text.charAt(text.length - 1 - count))) count += 1
  return count
}
