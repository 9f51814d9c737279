import type { FlowRow, FlowTable, TextStyle } from '../model/index.js'
import { columnsOf } from '../text/index.js'
import { textOfRuns } from './flow-texts.js'

/** Where columns are this many characters wide on average, none is narrower than two: 序号 stands on one line. */
const roomyColumn = 4

/** Up to this many characters a cell is a value that stands on one line: 12, （100）, 2023-12. */
const longestValue = 5

/** Share of the table’s width that values may claim; where they want more, the columns’ shares stand. */
const mostForValues = 0.7

/** Of a character, for the blank that LibreOffice puts on both sides of a number beside Chinese, whatever the file says. */
const besideNumber = 0.5

/** Of the pt that a line may miss by rounding. */
const tolerance = 0.5

/** Width of a value in characters; 0: no value, or one without a digit, which may be broken like any Chinese text. */
function valueWidth(text: string): number {
  if (text.length > 2 * longestValue || !/\p{N}/u.test(text)) return 0
  const width = columnsOf(text) / 2
  if (width > longestValue) return 0
  return /^[\p{N}\p{Script=Latin}.,:/%+-]*$/u.test(text) ? width : width + besideNumber
}

/** For each column, characters that its widest value takes. */
function valueWidths(table: FlowTable): readonly number[] {
  const widths = table.columns.map(() => 0)
  const covered = table.columns.map(() => 0)
  const row = ({ cells }: FlowRow): void => {
    let column = 0
    const below: (readonly [column: number, rows: number])[] = []
    for (const cell of cells) {
      while ((covered[column] ?? 0) > 0) column += 1
      if (cell.colSpan === 1)
        for (const runs of cell.paragraphs)
          widths[column] = Math.max(widths[column] ?? 0, valueWidth(textOfRuns(runs)))
      for (let each = column; each < column + cell.colSpan; each += 1)
        below.push([each, cell.rowSpan])
      column += cell.colSpan
    }
    for (const [each, rows] of below) covered[each] = rows
    covered.forEach((rows, each) => {
      covered[each] = Math.max(0, rows - 1)
    })
  }
  table.head.forEach(row)
  covered.fill(0)
  table.rows.forEach(row)
  return widths
}

/** The padding of a cell, pt: less in columns so narrow that it would take a third of them. */
export function paddingOf(table: FlowTable, width: number, padding: number): number {
  return Math.min(padding, width / Math.max(1, table.columns.length) / 6)
}

/** The least that each column is wide: one character, or two, and where there is room its widest value. */
function leastWidths(
  table: FlowTable,
  width: number,
  size: number,
  padding: number,
): readonly number[] {
  const count = Math.max(1, table.columns.length)
  const around = 2 * paddingOf(table, width, padding) + tolerance
  const roomy = width / count >= roomyColumn * size
  const narrowest = Math.min((roomy ? 2 : 1) * size + around, width / count)
  const wanted = valueWidths(table).map((characters) =>
    characters === 0 ? narrowest : Math.max(narrowest, characters * size + around),
  )
  const sum = wanted.reduce((all, each) => all + each, 0)
  return sum <= width * mostForValues ? wanted : wanted.map(() => narrowest)
}

/**
 * Widths of a table’s columns, in pt, for whatever format: their shares of the table’s width, and none narrower than its values, so that no number is broken.
 *
 * @param width of the table, pt
 * @param padding at each side of a cell, pt
 */
export function columnWidths(
  table: FlowTable,
  width: number,
  { size }: Pick<TextStyle, 'size'>,
  padding: number,
): readonly number[] {
  const total = table.columns.reduce((sum, column) => sum + Math.max(0, column.width), 0)
  const count = Math.max(1, table.columns.length)
  const least = leastWidths(table, width, size, padding)
  const beyond = table.columns.map((column, index) => {
    const share = total > 0 ? (Math.max(0, column.width) / total) * width : width / count
    return Math.max(0, share - (least[index] ?? 0))
  })
  const over = beyond.reduce((sum, each) => sum + each, 0)
  const spread = width - least.reduce((sum, each) => sum + each, 0)
  return beyond.map((each, index) =>
    over > 0 ? (least[index] ?? 0) + (each / over) * spread : width / count,
  )
}
