import type {
  Cell,
  FlowCell,
  FlowColumn,
  FlowRow,
  FlowTable,
  Run,
  TableBlock,
} from '../../model/index.js'
import { columnsOf } from '../../text/index.js'
import { plainRuns } from '../flow/runs.js'
import type { SaidText } from './said-text.js'

/** A cell where it stands: `column` counts from 0. */
interface Placed {
  readonly cell: Cell
  readonly text: string
  readonly column: number
  readonly colSpan: number
}

/** Characters of table text (12 pt) on a portrait line of 156 mm, and what a column’s edges take of it. */
const portraitWidth = 36
const edges = 0.8
/** A column of long text narrower than this asks for a sheet turned sideways: more lines than anybody follows. */
const narrowestText = 16
/** Up to this many characters a cell is a value and stands in the middle. */
const longestValue = 7
/** A column’s longest word or value stands on one line up to this many characters. */
const longestWord = 8

function placeCells(table: TableBlock, said: SaidText): readonly (readonly Placed[])[] {
  const covered: number[] = []
  return table.rows.map((row) => {
    let column = 0
    const placed = row.map((cell): Placed => {
      while ((covered[column] ?? 0) > 0) column += 1
      const at = column
      for (let each = at; each < at + cell.colSpan; each += 1) covered[each] = cell.rowSpan
      column += cell.colSpan
      return { cell, text: said.of(cell.span).trim(), column: at, colSpan: cell.colSpan }
    })
    for (let each = 0; each < covered.length; each += 1)
      covered[each] = Math.max(0, (covered[each] ?? 0) - 1)
    return placed
  })
}

/** How many rows at the top are the table’s head: those that the file marks, else the first with what it is merged with, where it reads as one. */
function headRows(rows: readonly (readonly Placed[])[], columns: number): number {
  const marked = rows.findIndex((row) => !row.some(({ cell }) => cell.header))
  if (marked > 0) return marked
  const first = rows[0] ?? []
  const short = first.every(({ text }) => text !== '' && columnsOf(text) / 2 <= 14)
  const wide = first.reduce((sum, { colSpan }) => sum + colSpan, 0) === columns
  if (rows.length < 2 || first.length < 2 || !short || !wide) return 0
  return Math.min(rows.length - 1, Math.max(...first.map(({ cell }) => cell.rowSpan)))
}

/** Width of the longest line of a cell, in characters. */
const lineWidth = (text: string): number =>
  Math.max(0, ...text.split('\n').map((line) => columnsOf(line) / 2))

/** What a column asks for, in characters: short values on one line, long text by its mean length. */
function wantedWidth(texts: readonly string[], head: readonly string[]): number {
  const lengths = texts.map(lineWidth)
  const longest = Math.max(0, ...lengths)
  const heads = Math.max(0, ...head.map(lineWidth))
  const headWidth = heads <= 4 ? heads : Math.ceil(heads / 2)
  if (longest <= longestWord) return Math.max(longest, headWidth, 1.5)
  const filled = lengths.filter((length) => length > 0)
  const mean = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length)
  // Three lines a cell on average, but no line longer than a reader’s eye goes back over with ease.
  return Math.max(longestWord - 1, headWidth, Math.min(30, Math.max(mean / 3, Math.sqrt(mean) * 2)))
}

const isValue = (text: string): boolean => lineWidth(text) <= longestValue

interface Column {
  readonly wanted: number
  readonly values: boolean
  readonly longest: number
  readonly title: string
}

function columnsOfTable(
  rows: readonly (readonly Placed[])[],
  head: number,
  count: number,
): readonly Column[] {
  const texts = Array.from({ length: count }, (): string[] => [])
  const heads = Array.from({ length: count }, (): string[] => [])
  rows.forEach((row, index) => {
    for (const { text, column, colSpan } of row)
      if (colSpan === 1) (index < head ? heads : texts)[column]?.push(text)
  })
  return texts.map((column, index) => ({
    wanted: wantedWidth(column, heads[index] ?? []),
    values: column.every(isValue),
    longest: Math.max(0, ...column.map((text) => columnsOf(text) / 2)),
    title: heads[index]?.at(-1) ?? '',
  }))
}

/** Whether the longest texts would stand in a column too narrow to be read, were the sheet upright; or there are more columns than it holds. */
function asksForLandscape(columns: readonly Column[]): boolean {
  const room = portraitWidth - columns.length * edges
  const values = columns.filter(({ longest }) => longest <= 24)
  const texts = columns.filter(({ longest }) => longest > 24)
  const taken = values.reduce((sum, { wanted }) => sum + wanted, 0)
  if (texts.length === 0) return taken > room * 1.15
  const left = (room - taken) / texts.length
  const long = texts.some(({ longest }) => longest > 60)
  return left < (long ? narrowestText : narrowestText / 2)
}

function paragraphsOf(text: string): readonly (readonly Run[])[] {
  const lines = text.split('\n').map((line) => line.trim())
  const kept = lines.filter((line) => line !== '')
  return kept.length === 0 ? [[]] : kept.map((line) => plainRuns(line))
}

function cellOf(
  placed: Placed,
  columns: readonly Column[],
  head: boolean,
  group: boolean,
): FlowCell {
  const column = columns[placed.column]
  const centred = head || placed.cell.rowSpan > 1 || (column?.values ?? false) || placed.colSpan > 1
  return {
    paragraphs: paragraphsOf(placed.text),
    align: group || !centred ? 'left' : 'center',
    colSpan: placed.colSpan,
    rowSpan: placed.cell.rowSpan,
  }
}

/** A table of the notice with its merged cells, and whether its columns ask for a sheet turned sideways. GB/T 9704-2012, 8. */
export function noticeTable(
  block: TableBlock,
  said: SaidText,
): { readonly table: FlowTable; readonly landscape: boolean } {
  const rows = placeCells(block, said)
  const count = Math.max(
    1,
    ...rows.flatMap((row) => row.map(({ column, colSpan }) => column + colSpan)),
  )
  const head = headRows(rows, count)
  const columns = columnsOfTable(rows, head, count)
  const flowRows = rows.map((row, index): FlowRow => {
    const [only] = row
    const group = index >= head && row.length === 1 && only?.colSpan === count && count > 1
    return {
      kind: group ? 'group' : 'row',
      cells: row.map((placed) => cellOf(placed, columns, index < head, group)),
    }
  })
  const flowColumns = columns.map(({ wanted, title }): FlowColumn => ({
    title,
    width: wanted + edges,
  }))
  return {
    table: {
      type: 'table',
      columns: flowColumns,
      head: flowRows.slice(0, head),
      rows: flowRows.slice(head),
      anchor: null,
    },
    landscape: asksForLandscape(columns),
  }
}
