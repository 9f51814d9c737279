import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type ITableBordersOptions,
} from 'docx'

import type { FlowCell, FlowRow, FlowTable, TextStyleName } from '../../../model/index.js'
import { columnWidths } from '../../../typeset/column-widths.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { twipsOfPoints } from '../geometry.js'
import { layGrid, type PlacedCell } from '../lay-grid.js'
import { childrenOf } from '../runs.js'
import { cellHeight } from '../row-height.js'
import { alignmentOf, styleIdOf } from '../styles.js'
import { eighthsOf } from './rule.js'
import { anchored } from './text.js'

/** Widths of columns in twips, from shares of any unit; they add up to the type area’s to the twip. */
export function columnWidthsOf(widths: readonly number[], total: number): readonly number[] {
  const sum = widths.reduce((all, width) => all + width, 0)
  const edges = widths.map((_, index) =>
    Math.round(
      (total * widths.slice(0, index + 1).reduce((all, width) => all + width, 0)) / (sum || 1),
    ),
  )
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}

function bordersOf(context: BlockContext): ITableBordersOptions {
  const line = {
    style: BorderStyle.SINGLE,
    size: eighthsOf(context.style.table.rule),
    color: '000000',
  }
  return {
    top: line,
    bottom: line,
    left: line,
    right: line,
    insideHorizontal: line,
    insideVertical: line,
  }
}

const styleOfRow: Readonly<Record<FlowRow['kind'], TextStyleName>> = {
  row: 'tableCell',
  group: 'tableGroup',
  total: 'tableGroup',
}

function paragraphsOf(
  cell: FlowCell,
  style: TextStyleName,
  anchor: string | null,
  context: BlockContext,
): Paragraph[] {
  const texts = cell.paragraphs.length === 0 ? [[]] : cell.paragraphs
  return texts.map(
    (runs, index) =>
      new Paragraph({
        style: styleIdOf(context.style, style),
        ...(context.style.text[style].align === cell.align
          ? {}
          : { alignment: alignmentOf(cell.align) }),
        children: anchored(childrenOf(runs, context), index === 0 ? anchor : null, context),
      }),
  )
}

function widthOf(cell: FlowCell, column: number, widths: readonly number[]): number {
  return widths.slice(column, column + cell.colSpan).reduce((sum, each) => sum + each, 0)
}

/** Rows that stay whole on a page: a third of it at most, so that none leaves much of a page empty; a higher one may break. */
function staysWhole(
  row: readonly PlacedCell[],
  widths: readonly number[],
  style: TextStyleName,
  context: BlockContext,
): boolean {
  const heights = row.map(({ cell, column }) =>
    cellHeight(cell, widthOf(cell, column, widths), style, context.style),
  )
  return Math.max(0, ...heights) <= context.textHeight / 3
}

function cellOf(
  { cell, column }: PlacedCell,
  widths: readonly number[],
  style: TextStyleName,
  anchor: string | null,
  context: BlockContext,
): TableCell {
  const width = widthOf(cell, column, widths)
  return new TableCell({
    // Word takes the cells’ widths, WPS and LibreOffice the grid’s: both are said (docx 272, 1618).
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.colSpan,
    rowSpan: cell.rowSpan,
    verticalAlign: VerticalAlignTable.CENTER,
    children: paragraphsOf(cell, style, anchor, context),
  })
}

/**
 * A table as wide as the type area: head rows repeat, rows grow with their text and high ones break across pages, merged cells stay merged.
 * An anchor stands in its first cell.
 */
export const tableBlock: BlockHandler<FlowTable> = (table, context) => {
  const { style } = context
  const wanted = columnWidths(
    table,
    context.textWidth / 20,
    style.text.tableCell,
    style.table.padding,
  )
  const widths = columnWidthsOf(wanted, context.textWidth)
  const rowsOf = (rows: readonly FlowRow[], head: boolean, anchor: string | null) =>
    layGrid(rows, widths.length).map((placed, index) => {
      const kind = rows[index]?.kind ?? 'row'
      const style = head ? 'tableHead' : styleOfRow[kind]
      // Neither a heading alone at the foot of a page, nor a total alone on the next, nor a signature below a table on a page without its last row.
      const isLast = index === rows.length - 1
      const keepNext =
        head ||
        kind === 'group' ||
        rows[index + 1]?.kind === 'total' ||
        (isLast && context.keepWithNext)
      return new TableRow({
        // What is not so is not said: docx writes `off`, which mammoth takes for yes.
        ...(head ? { tableHeader: true } : {}),
        ...(staysWhole(placed, widths, style, context) ? { cantSplit: true } : {}),
        ...(keepNext ? { keepNext } : {}),
        children: placed.map((each, position) =>
          cellOf(each, widths, style, index === 0 && position === 0 ? anchor : null, context),
        ),
      })
    })
  const rows = [
    ...rowsOf(table.head, true, table.anchor),
    ...rowsOf(table.rows, false, table.head.length === 0 ? table.anchor : null),
  ]
  if (rows.length === 0) return []
  return [
    new Table({
      width: { size: context.textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders: bordersOf(context),
      margins: {
        marginUnitType: WidthType.DXA,
        top: twipsOfPoints(context.style.table.paddingY),
        bottom: twipsOfPoints(context.style.table.paddingY),
        left: twipsOfPoints(context.style.table.padding),
        right: twipsOfPoints(context.style.table.padding),
      },
      rows,
    }),
  ]
}
