import type { GridCell, TableEntry } from './read-entries.js'

/** A table with a cell for each row and column: a merged cell stands in all that it covers. Null where the table has none. */
export type Grid = readonly (readonly (GridCell | null)[])[]

/** Wider tables are read as far as this. */
const mostColumns = 200

/** Lays a table out. Cells that overlap keep the first; rows that are too short end in null. */
export function gridOf(table: TableEntry): Grid {
  const grid: (GridCell | null)[][] = table.rows.map(() => [])
  for (const [at, row] of table.rows.entries()) {
    let column = 0
    for (const cell of row) {
      while (grid[at]?.[column] != null) column += 1
      if (column >= mostColumns) break
      const rows = Math.min(cell.rowSpan, table.rows.length - at)
      const columns = Math.min(cell.colSpan, mostColumns - column)
      for (let down = 0; down < rows; down += 1) {
        for (let right = 0; right < columns; right += 1) {
          const line = grid[at + down]
          if (line !== undefined && line[column + right] == null) line[column + right] = cell
        }
      }
      column += columns
    }
  }
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null))
}

/** The different cells of a row that hold text, by the text too: Markdown repeats a merged cell. */
export function distinctTexts(row: readonly (GridCell | null)[]): readonly GridCell[] {
  const seen = new Set<string>()
  return row.filter((cell): cell is GridCell => {
    if (cell === null || cell.line.text === '' || seen.has(cell.line.text)) return false
    seen.add(cell.line.text)
    return true
  })
}
