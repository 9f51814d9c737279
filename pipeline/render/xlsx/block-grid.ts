import type { SheetColumn, SheetRow } from '../../model/index.js'
import { limits } from './limits.js'
import { lookOfCell, type MeasuredCell } from './measure-cell.js'
import type { Area, CellLook, PlacedCell, PlacedLink, Strip } from './placed-sheet.js'
import type { SharedCells } from './shared-cells.js'

/** A row of the sheet in the making; its height grows with what it has to hold. */
export interface Slot {
  height: number
}

/** A cell with its text cut: the first piece stands in the cell, the others in rows below. */
export interface CutCell extends MeasuredCell {
  readonly pieces: readonly string[]
}

/** Where the pieces of a cell stand: the rows it covers, then rows of its own below. */
export interface Stand {
  readonly covered: readonly Slot[]
  readonly below: readonly Slot[]
}

export interface BlockGrid {
  /** Puts a cell and its pieces into their rows; rows below without a piece get the label. Throws on cells that overlap. */
  readonly put: (cell: CutCell, stand: Stand, label: string) => void
  /** The rows, with empty cells where nothing stands. */
  readonly finish: (kind: SheetRow['kind']) => Pick<Strip, 'rows' | 'merges' | 'links'>
}

/** The cells of a block of rows, row by row. */
export function blockGrid(
  slots: readonly Slot[],
  { columns, shared }: { readonly columns: readonly SheetColumn[]; readonly shared: SharedCells },
): BlockGrid {
  const order = new Map(slots.map((slot, index) => [slot, index]))
  const rows: (PlacedCell | undefined)[][] = slots.map(() => [])
  const merges: Area[] = []
  const links: PlacedLink[] = []
  const rowOf = (slot: Slot | undefined): number =>
    (slot === undefined ? undefined : order.get(slot)) ?? 0

  const fill = (area: Area, look: CellLook, content: Partial<PlacedCell>): void => {
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        const line = rows[row] ?? []
        if (line[column - 1] !== undefined)
          throw new Error(`cells overlap in row ${row}, column ${column} of a block`)
        const first = row === area.top && column === area.left
        const blank = shared.blank(column, look)
        const empty = (content.value ?? content.formula ?? null) === null
        line[column - 1] = first && !empty ? { ...blank, ...content } : blank
      }
    if (area.bottom > area.top || area.right > area.left) merges.push(area)
  }

  const put = (cell: CutCell, { covered, below }: Stand, label: string): void => {
    const { left, right, pieces } = cell
    const top = rowOf(covered[0])
    const tall = covered.reduce((sum, slot) => sum + slot.height, 0) > limits.rowHeight
    const look: CellLook = tall ? { ...cell.look, vertical: 'top' } : cell.look
    const value = pieces.length > 1 ? (pieces[0] ?? null) : cell.value.value
    const { formula } = cell.value
    fill({ top, left, bottom: rowOf(covered.at(-1)), right }, look, { value, formula })
    if (cell.link !== null) links.push({ row: top, column: left, place: cell.link })
    below.forEach((slot, index) => {
      const piece = pieces[index + 1]
      const text = piece ?? label
      const row = rowOf(slot)
      // What is written below a cell to fill in would be read by nobody: only the cell itself is open.
      const open = cell.look.open && piece !== undefined
      fill(
        { top: row, left, bottom: row, right },
        { ...cell.look, link: false, open },
        {
          value: text === '' ? null : text,
        },
      )
    })
  }

  const finish = (kind: SheetRow['kind']) => ({
    rows: slots.map((slot, row) => ({
      height: slot.height,
      cells: columns.map((column, index) => {
        const role = kind === 'row' ? 'printed' : kind
        return rows[row]?.[index] ?? shared.blank(index + 1, lookOfCell(role, column, null, null))
      }),
    })),
    merges,
    links,
  })
  return { put, finish }
}
