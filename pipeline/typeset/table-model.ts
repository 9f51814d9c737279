import type { FlowCell, FlowRow, FlowTable, Run, TextStyleName } from '../model/index.js'
import type { Line } from './break-lines.js'
import { columnWidths, paddingOf } from './column-widths.js'
import { cellKey, partKey } from './flow-texts.js'
import type { ResolvedStyle } from './page-geometry.js'
import type { Alignment } from './set-line.js'
import { linesOf } from './set-paragraph.js'
import type { Setting } from './setting.js'

interface TableLine {
  readonly line: Line
  /** Key of its text in the flow. */
  readonly from: string
}

/** Where a cell stands: `end` is the first column after it. */
interface Place {
  readonly row: number
  readonly lastRow: number
  readonly column: number
  readonly end: number
}

/** A cell with its lines broken to its width. Lengths in pt, columns and rows from 0. */
export interface TableCell {
  readonly row: number
  readonly lastRow: number
  readonly x: number
  readonly width: number
  readonly lines: TableLine[]
  readonly style: ResolvedStyle
  readonly align: Alignment
  readonly kind: FlowRow['kind'] | 'head'
}

export interface TableRow {
  readonly kind: FlowRow['kind'] | 'head'
  /** Cells that begin in it. */
  readonly cells: readonly TableCell[]
}

/** A table measured: every cell where it stands, whatever page it comes to. */
export interface TableModel {
  readonly head: readonly TableRow[]
  readonly rows: readonly TableRow[]
  readonly width: number
}

/** From this many characters on, the lines of a cell are filled to both edges. */
const wideColumn = 12

const styleNames: Readonly<Record<TableRow['kind'], TextStyleName>> = {
  head: 'tableHead',
  row: 'tableCell',
  group: 'tableGroup',
  total: 'tableGroup',
}

/** The size at which a character still fits into the narrowest column, where a table has very many. */
function shrink(style: ResolvedStyle, column: number, padding: number): ResolvedStyle {
  const room = column - 2 * padding
  if (room >= style.size) return style
  const size = Math.max(1, room)
  return { ...style, size, pitch: (style.pitch * size) / style.size }
}

class ModelBuilder {
  private readonly edges: readonly number[]
  private readonly padding: number

  constructor(
    private readonly setting: Setting,
    private readonly table: FlowTable,
    private readonly key: string,
  ) {
    const { padding } = setting.style.table
    this.padding = paddingOf(table, setting.width, padding)
    const edges = [0]
    for (const each of columnWidths(table, setting.width, setting.text('tableCell'), padding))
      edges.push((edges.at(-1) ?? 0) + each)
    this.edges = edges
  }

  private cell(cell: FlowCell, kind: TableRow['kind'], at: Place, key: string): TableCell {
    const x = this.edges[at.column] ?? 0
    const width = Math.max(1, (this.edges[at.end] ?? this.setting.width) - x)
    const named = this.setting.text(styleNames[kind])
    const room = width - 2 * this.padding
    const style = shrink({ ...named, firstIndent: 0, balance: false }, width, this.padding)
    const lines = this.lines(cell, style, room, key)
    const fills = cell.align === 'left' && room >= wideColumn * style.size
    const align = fills ? 'justify' : cell.align
    return { row: at.row, lastRow: at.lastRow, x, width, lines, style, align, kind }
  }

  private lines(cell: FlowCell, style: ResolvedStyle, room: number, key: string): TableLine[] {
    return cell.paragraphs.flatMap((runs, index) =>
      this.paragraph(cell, runs, style, room).map((line) => ({
        line,
        from: partKey(key, 'p', index),
      })),
    )
  }

  /** What stands in the middle, or on two lines of a narrow column, is broken by sense, 推广|范围, where that takes no more lines. */
  private paragraph(
    cell: FlowCell,
    runs: readonly Run[],
    style: ResolvedStyle,
    room: number,
  ): readonly Line[] {
    const plain = linesOf(this.setting, runs, style, room)
    const narrow = room < wideColumn * style.size && plain.length === 2
    if (plain.length === 1 || (cell.align !== 'center' && !narrow)) return plain
    const balanced = linesOf(this.setting, runs, { ...style, balance: true }, room)
    return balanced.length <= plain.length ? balanced : plain
  }

  rows(rows: readonly FlowRow[], part: 'head' | 'row'): readonly TableRow[] {
    const columns = this.edges.length - 1
    /** For each column, the first row that is not covered by a merged cell from above, and the cell that stands lowest in it. */
    const free = new Array<number>(columns).fill(0)
    const lowest = new Array<TableCell | undefined>(columns).fill(undefined)
    return rows.map(({ cells, kind: own }, row): TableRow => {
      const kind = part === 'head' ? 'head' : own
      const isFree = (at: number): boolean => at < columns && (free[at] ?? 0) <= row
      const placed: TableCell[] = []
      let column = 0
      cells.forEach((cell, index) => {
        const key = cellKey(this.key, part, row, index)
        while (column < columns && !isFree(column)) column += 1
        if (column >= columns) {
          this.addTo(placed.at(-1) ?? lowest.findLast((each) => each !== undefined), cell, key)
          return
        }
        let end = column + 1
        while (end < column + cell.colSpan && isFree(end)) end += 1
        const lastRow = Math.min(rows.length - 1, row + Math.max(1, cell.rowSpan) - 1)
        const made = this.cell(cell, kind, { row, lastRow, column, end }, key)
        placed.push(made)
        free.fill(lastRow + 1, column, end)
        lowest.fill(made, column, end)
        column = end
      })
      return { kind, cells: placed }
    })
  }

  /** A cell for which a row has no column left stands under the one before it: nothing is lost, nothing lies over anything. */
  private addTo(target: TableCell | undefined, cell: FlowCell, key: string): void {
    if (target === undefined) return
    const room = target.width - 2 * this.padding
    target.lines.push(...this.lines(cell, target.style, room, key))
  }

  build(): TableModel {
    return {
      head: this.rows(this.table.head, 'head'),
      rows: this.rows(this.table.rows, 'row'),
      width: this.setting.width,
    }
  }
}

/** Measures a table: columns by their shares of the type area’s width, every cell’s lines. */
export function tableModel(setting: Setting, table: FlowTable, key: string): TableModel {
  return new ModelBuilder(setting, table, key).build()
}
