import type { SheetColumn } from '../../model/index.js'
import type { SlotKind } from './block-grid.js'
import { valueOfCell } from './cell-value.js'
import { lookOfCell, roleOf } from './measure-cell.js'
import type { CellLook, PlacedCell } from './placed-sheet.js'

/** Gives equal looks, and empty cells of one look in one column, as one object: a ledger has hundreds of thousands of them. */
export interface SharedCells {
  readonly look: (look: CellLook) => CellLook
  readonly blank: (column: number, look: CellLook) => PlacedCell
  /** The cell of a column (from 1) in which the layout says nothing. */
  readonly nothing: (at: number, column: SheetColumn, kind: SlotKind) => PlacedCell
}

const nothingSaid = { mark: null, link: null }
const noValue = valueOfCell({ ...nothingSaid, value: null, kind: 'text', colSpan: 1, rowSpan: 1 })

/** What is written where a row goes on, or beside it, would be read by nobody: such cells are closed. */
function lookOfNothing(column: SheetColumn, { kind, locked, is }: SlotKind): CellLook {
  if (is === 'tail') return lookOfCell(kind === 'row' ? 'printed' : kind, column, null, null)
  const role = roleOf({ kind, locked, cells: [] }, column)
  const look = lookOfCell(role, column, nothingSaid, noValue, locked)
  return is === 'own' ? look : { ...look, open: false }
}

/** What the cells of one sheet share. */
export function sharedCells(): SharedCells {
  const looks = new Map<string, CellLook>()
  const blanks = new Map<CellLook, PlacedCell[]>()
  const nothings = new Map<string, PlacedCell[]>()
  const shareLook = (look: CellLook): CellLook => {
    // Most looks that are asked for were given out before.
    if (blanks.has(look)) return look
    const key = Object.values(look).join('|')
    const known = looks.get(key)
    if (known !== undefined) return known
    looks.set(key, look)
    blanks.set(look, [])
    return look
  }
  const blank = (column: number, look: CellLook): PlacedCell => {
    const shared = shareLook(look)
    const columns = blanks.get(shared) ?? []
    return (columns[column] ??= { column, value: null, formula: null, look: shared })
  }
  const nothing: SharedCells['nothing'] = (at, column, kind) => {
    const key = `${kind.kind} ${kind.is} ${String(kind.locked)}`
    let columns = nothings.get(key)
    if (columns === undefined) nothings.set(key, (columns = []))
    return (columns[at] ??= blank(at, lookOfNothing(column, kind)))
  }
  return { look: shareLook, blank, nothing }
}
