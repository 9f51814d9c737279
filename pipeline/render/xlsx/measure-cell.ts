import type { SheetCell, SheetColumn, SheetRow } from '../../model/index.js'
import { valueOfCell, type CellValue } from './cell-value.js'
import { limits } from './limits.js'
import { widthOfColumns } from './place-band.js'
import type { CellLook, CellRole } from './placed-sheet.js'
import { columnsIn, linesInHeight } from './row-height.js'
import type { SharedCells } from './shared-cells.js'
import { splitText } from './split-text.js'

/** A cell of a block of rows, with all that its place and height depend on. */
export interface MeasuredCell {
  /** Lines of the block from 0, ends included. */
  readonly start: number
  readonly end: number
  /** From 1, ends included. */
  readonly left: number
  readonly right: number
  readonly role: CellRole
  readonly look: CellLook
  readonly value: CellValue
  readonly link: string | null
  /** Half-width characters; 0: hidden, so that its text needs no room. */
  readonly width: number
  /** Names the row: number and title, repeated where it goes on below. */
  readonly label: boolean
  /** Its text cut: the first piece stands in the cell, the others in rows below. */
  readonly pieces: readonly string[]
}

/** Cuts a text into what one row after the other can hold; Excel’s own limit alone where nobody sees it. */
export function cutText({ value, text }: CellValue, role: CellRole, width: number) {
  if (typeof value !== 'string') return [text]
  return width === 0
    ? splitText(text, limits.cell, Infinity)
    : splitText(text, columnsIn(role, width), linesInHeight(role))
}

/** What a cell of the table’s body is for. */
export function roleOf(row: SheetRow, column: SheetColumn): CellRole {
  if (row.kind !== 'row') return row.kind
  return column.use === 'fill' ? 'fill' : 'printed'
}

/**
 * What somebody writes into an open cell stays as it was written: a telephone number keeps its zeros, a day becomes a date. Not where
 * long texts are to be written, which old versions do not show in the format “text”.
 */
function formatOf(value: CellValue, column: SheetColumn, open: boolean): CellLook['format'] {
  if (!open || column.format === 'number' || column.list !== null) return value.format
  if (column.format === 'date') return value.text === '' ? 'date' : value.format
  const short = column.maxLength !== null && column.maxLength <= limits.textFormat
  return short && value.formula === null && typeof value.value !== 'number' ? 'text' : value.format
}

/** The look of a cell of the table’s body. */
export function lookOfCell(
  role: CellRole,
  column: SheetColumn,
  cell: Pick<SheetCell, 'mark' | 'link'> | null,
  value: CellValue | null,
  locked = false,
): CellLook {
  const open = role === 'fill' && !locked
  const sum = role === 'total' && value?.formula !== null && value !== null
  return {
    role,
    align: role === 'group' ? 'left' : sum ? 'center' : column.align,
    vertical: 'middle',
    format: value === null ? 'general' : formatOf(value, column, open),
    mark: cell?.mark ?? null,
    open,
    link: (cell?.link ?? null) !== null,
    turned: false,
  }
}

/** Whether a cell says nothing: most of a ledger’s do, and they are not measured but filled in when the others stand. */
function isBlank({ value, mark, link, colSpan, rowSpan }: SheetCell): boolean {
  const empty = value === null || value === ''
  return empty && mark === null && link === null && colSpan <= 1 && rowSpan <= 1
}

/**
 * Measures the cells of a block that say something: rows that merged cells hold together. Spans that leave the block or the table end with it.
 * Merged cells are not cut yet: how much room their rows have is not known.
 */
export function measureCells(
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  labels: number,
  shared: SharedCells,
): readonly MeasuredCell[] {
  const measured: MeasuredCell[] = []
  for (const [start, row] of rows.entries())
    for (const [index, cell] of row.cells.entries()) {
      const column = columns[index]
      if (cell === null || column === undefined || isBlank(cell)) continue
      const left = index + 1
      const right = Math.min(index + Math.max(1, cell.colSpan), columns.length)
      const end = Math.min(start + Math.max(1, cell.rowSpan), rows.length) - 1
      const role = roleOf(row, column)
      const value = valueOfCell(cell)
      const width = widthOfColumns(columns, left, right)
      measured.push({
        start,
        end,
        left,
        right,
        role,
        look: shared.look(lookOfCell(role, column, cell, value, row.locked)),
        value,
        link: cell.link,
        width,
        label: index < labels && column.use !== 'hidden',
        pieces: start === end ? cutText(value, role, width) : [value.text],
      })
    }
  return measured
}
