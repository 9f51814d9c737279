import type { SheetBand, SheetColumn } from '../../model/index.js'
import type { Area, CellLook, CellRole, PlacedCell, PlacedRow, Strip } from './placed-sheet.js'
import { columnsIn, heightOfText, linesInHeight } from './row-height.js'
import { splitText } from './split-text.js'

type Piece = SheetBand['pieces'][number]

const roles: Readonly<Record<Piece['style'], CellRole>> = {
  title: 'title',
  label: 'label',
  fill: 'blank',
  note: 'note',
}

interface CutPiece {
  readonly role: CellRole
  readonly align: Piece['align']
  /** From 1, ends included. */
  readonly left: number
  readonly right: number
  readonly width: number
  readonly asOf: boolean
  readonly texts: readonly string[]
}

/** Width in half-width characters of columns from 1, ends included; hidden ones have none. */
export function widthOfColumns(
  columns: readonly SheetColumn[],
  left: number,
  right: number,
): number {
  return columns
    .slice(left - 1, right)
    .reduce((sum, column) => sum + (column.use === 'hidden' ? 0 : column.width), 0)
}

function cutPiece(piece: Piece, columns: readonly SheetColumn[]): CutPiece {
  const role = roles[piece.style]
  const left = piece.from + 1
  const right = Math.min(piece.to + 1, columns.length)
  const width = widthOfColumns(columns, left, right)
  const texts = splitText(piece.text, columnsIn(role, width), linesInHeight(role))
  return { role, align: piece.align, left, right, width, asOf: piece.asOf, texts }
}

function cellsOf(piece: CutPiece, index: number): readonly PlacedCell[] {
  const open = piece.role === 'blank'
  const look: CellLook = {
    role: piece.role,
    align: piece.align,
    // A label stands on the line that is drawn under its blank.
    vertical: piece.role === 'label' || open ? 'bottom' : 'middle',
    format: piece.asOf ? 'date' : open ? 'text' : 'general',
    mark: null,
    open,
    link: false,
    turned: false,
  }
  const text = piece.texts[index] ?? ''
  return Array.from({ length: piece.right - piece.left + 1 }, (_, offset) => ({
    column: piece.left + offset,
    value: offset === 0 && text !== '' ? text : null,
    formula: null,
    look,
  }))
}

/** Lays a band out: one row, or more where a piece is too long for one. */
export function placeBand(band: SheetBand, columns: readonly SheetColumn[]): Strip {
  const pieces = band.pieces
    .filter((piece) => piece.from < columns.length && piece.from <= piece.to)
    .map((piece) => cutPiece(piece, columns))
  const count = Math.max(1, ...pieces.map((piece) => piece.texts.length))
  const rows: PlacedRow[] = []
  const merges: Area[] = []
  for (let index = 0; index < count; index += 1) {
    rows.push({
      height: Math.max(
        18,
        ...pieces.map((piece) => heightOfText(piece.role, piece.texts[index] ?? '', piece.width)),
      ),
      cells: pieces.flatMap((piece) => cellsOf(piece, index)),
    })
    for (const { left, right } of pieces)
      if (left < right) merges.push({ top: index, left, bottom: index, right })
  }
  return {
    rows,
    merges,
    links: [],
    lines: [{ first: 0, last: count - 1 }],
    blocks: [],
    findings: [],
  }
}
