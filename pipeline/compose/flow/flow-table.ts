import type { FlowCell, FlowRow, FlowTable, Run } from '../../model/index.js'
import { Blank } from '../liquid/value-tokens.js'
import { rowSpansOf, type Grid, type GridCell } from '../table/grid.js'
import { plainRuns } from './runs.js'

function runsOfCell(cell: GridCell): readonly Run[] {
  return cell.value instanceof Blank
    ? [{ type: 'blank', width: cell.value.width }]
    : plainRuns(cell.text)
}

function headOf(grid: Grid): FlowRow {
  return {
    kind: 'row',
    cells: grid.columns.map((column) => ({
      paragraphs: [plainRuns(column.title)],
      align: 'center',
      colSpan: 1,
      rowSpan: 1,
    })),
  }
}

function groupRow(title: string, columns: number): FlowRow {
  const cell: FlowCell = {
    paragraphs: [plainRuns(title)],
    align: 'left',
    colSpan: columns,
    rowSpan: 1,
  }
  return { kind: 'group', cells: [cell] }
}

/** A grid as a table on a page; null where it has no rows. */
export function flowTableOf(grid: Grid): FlowTable | null {
  if (grid.rows.length === 0 || grid.columns.length === 0) return null
  const spans = grid.columns.map((_column, index) => rowSpansOf(grid, index))
  let group = ''
  const rows = grid.rows.flatMap((row, at): FlowRow[] => {
    const cells = row.cells.flatMap((cell, index): FlowCell[] => {
      const rowSpan = spans[index]?.[at] ?? 1
      const align = grid.columns[index]?.template.align ?? 'left'
      return rowSpan === 0 ? [] : [{ paragraphs: [runsOfCell(cell)], align, colSpan: 1, rowSpan }]
    })
    const opens = row.group !== null && row.group !== '' && row.group !== group
    group = row.group ?? ''
    const heading = opens ? [groupRow(group, grid.columns.length)] : []
    return [...heading, { kind: 'row', cells }]
  })
  return {
    type: 'table',
    columns: grid.columns.map(({ title, template }) => ({ title, width: template.width })),
    head: [headOf(grid)],
    rows,
    anchor: null,
  }
}
