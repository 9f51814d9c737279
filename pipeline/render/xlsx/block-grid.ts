import type { SheetColumn, SheetRow } from '../../model/index.js'
import { limits } from './limits.js'
import type { MeasuredCell } from './measure-cell.js'
import type { Area, CellLook, PlacedCell, PlacedLink, PlacedRow, Strip } from './placed-sheet.js'
import type { SharedCells } from './shared-cells.js'

/** A row of the sheet in the making; its height grows with what it has to hold. */
export interface Slot {
  height: number
}

/** What a row is to its line of the layout: the line itself, where it goes on, or what goes on below merged cells beside it. */
export interface SlotKind extends Pick<SheetRow, 'kind' | 'locked'> {
  readonly is: 'own' | 'more' | 'tail'
}

/** Where the pieces of a cell stand: the rows it covers, then rows of its own below. */
export interface Stand {
  readonly covered: readonly Slot[]
  readonly below: readonly Slot[]
}

export interface BlockGrid {
  /** Puts a cell and its pieces into their rows; rows below without a piece get the label. Throws on cells that overlap. */
  readonly put: (cell: MeasuredCell, stand: Stand, label: string) => void
  /** The rows, with empty cells where nothing stands. */
  readonly finish: (kinds: readonly SlotKind[]) => Pick<Strip, 'rows' | 'merges' | 'links'>
}

/** Where a link leads to another file; a place of the workbook is none. */
function fileOf(link: string | null): string | null {
  return link !== null && /^\.\.?\//u.test(link) ? link : null
}

const ownRow: SlotKind = { kind: 'row', locked: false, is: 'own' }

function rowOfSlot(
  { height }: Slot,
  cells: readonly (PlacedCell | undefined)[],
  kind: SlotKind | undefined,
  columns: readonly SheetColumn[],
  shared: SharedCells,
): PlacedRow {
  const cellAt = (column: SheetColumn, index: number): PlacedCell =>
    cells[index] ?? shared.nothing(index + 1, column, kind ?? ownRow)
  return { height, cells: columns.map(cellAt) }
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

  const fill = (
    area: Area,
    look: CellLook,
    { value, formula, file }: Pick<PlacedCell, 'value' | 'formula'> & { file: string | null },
  ): void => {
    for (let row = area.top; row <= area.bottom; row += 1)
      for (let column = area.left; column <= area.right; column += 1) {
        const line = rows[row] ?? []
        if (line[column - 1] !== undefined)
          throw new Error(`cells overlap in row ${row}, column ${column} of a block`)
        const first = row === area.top && column === area.left
        const says = first && (value !== null || formula !== null)
        const own = { column, value, formula, look: shared.look(look) }
        if (!says) line[column - 1] = shared.blank(column, look)
        else line[column - 1] = file === null ? own : { ...own, file }
      }
    if (area.bottom > area.top || area.right > area.left) merges.push(area)
  }

  const put = (cell: MeasuredCell, { covered, below }: Stand, label: string): void => {
    const { left, right, pieces } = cell
    const top = rowOf(covered[0])
    const tall = covered.reduce((sum, slot) => sum + slot.height, 0) > limits.rowHeight
    const look: CellLook = tall ? { ...cell.look, vertical: 'top' } : cell.look
    const value = pieces.length > 1 ? (pieces[0] ?? null) : cell.value.value
    const file = fileOf(cell.link)
    const { formula } = cell.value
    fill({ top, left, bottom: rowOf(covered.at(-1)), right }, look, { value, formula, file })
    if (cell.link !== null && file === null)
      links.push({ row: top, column: left, place: cell.link })
    below.forEach((slot, index) => {
      const piece = pieces[index + 1]
      const text = piece ?? label
      const row = rowOf(slot)
      // What is written below a cell to fill in would be read by nobody: only the cell itself is open.
      const open = cell.look.open && piece !== undefined
      fill(
        { top: row, left, bottom: row, right },
        { ...cell.look, link: false, open },
        { value: text === '' ? null : text, formula: null, file: null },
      )
    })
  }

  const finish: BlockGrid['finish'] = (kinds) => ({
    rows: slots.map((slot, row) => rowOfSlot(slot, rows[row] ?? [], kinds[row], columns, shared)),
    merges,
    links,
  })
  return { put, finish }
}
