import type { FlowCell, FlowRow } from '../../model/index.js'

/** A cell and the column, from 0, in which it begins. */
export interface PlacedCell {
  readonly cell: FlowCell
  readonly column: number
}

function emptyCell(colSpan: number): FlowCell {
  return { paragraphs: [], align: 'left', colSpan, rowSpan: 1 }
}

/** Places of one row; `covered` says for how many more rows each column is taken from above, and is brought up to date. */
function layRow(row: FlowRow, columns: number, rowsLeft: number, covered: number[]): PlacedCell[] {
  const placed: PlacedCell[] = []
  const cells = [...row.cells]
  let column = 0
  while (column < columns) {
    if ((covered[column] ?? 0) > 0) {
      column += 1
      continue
    }
    let free = 1
    while (column + free < columns && (covered[column + free] ?? 0) === 0) free += 1
    const next = cells.shift() ?? emptyCell(free)
    const only = cells.length === 0 && row.kind === 'group' && placed.length === 0
    const colSpan = only ? free : Math.min(Math.max(1, next.colSpan), free)
    const rowSpan = Math.min(Math.max(1, next.rowSpan), rowsLeft)
    placed.push({ cell: { ...next, colSpan, rowSpan }, column })
    for (let each = column; each < column + colSpan; each += 1) covered[each] = rowSpan
    column += colSpan
  }
  if (cells.length > 0)
    throw new Error(`a table row has ${cells.length} cells more than the table has columns`)
  for (let each = 0; each < columns; each += 1)
    covered[each] = Math.max(0, (covered[each] ?? 0) - 1)
  return placed
}

/**
 * Where the cells of each row begin, so that every row fills the columns: a row with too few cells gets an empty one, a span that
 * runs past the edge ends there, and the single cell of a group row takes the whole width.
 * Throws on a row with more cells than there is room for: they would be lost, and compose made them.
 */
export function layGrid(
  rows: readonly FlowRow[],
  columns: number,
): readonly (readonly PlacedCell[])[] {
  const covered = Array.from({ length: columns }, () => 0)
  return rows.map((row, index) => layRow(row, columns, rows.length - index, covered))
}
