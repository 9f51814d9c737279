import type { CellLook, PlacedCell } from './placed-sheet.js'

/** Gives equal looks, and empty cells of one look in one column, as one object: a ledger has hundreds of thousands of them. */
export interface SharedCells {
  readonly look: (look: CellLook) => CellLook
  readonly blank: (column: number, look: CellLook) => PlacedCell
}

/** What the cells of one sheet share. */
export function sharedCells(): SharedCells {
  const looks = new Map<string, CellLook>()
  const blanks = new Map<CellLook, PlacedCell[]>()
  const shareLook = (look: CellLook): CellLook => {
    const key = Object.values(look).join('|')
    const known = looks.get(key)
    if (known === undefined) looks.set(key, look)
    return known ?? look
  }
  return {
    look: shareLook,
    blank: (column, look) => {
      const shared = shareLook(look)
      let columns = blanks.get(shared)
      if (columns === undefined) blanks.set(shared, (columns = []))
      return (columns[column] ??= { column, value: null, formula: null, look: shared })
    },
  }
}
