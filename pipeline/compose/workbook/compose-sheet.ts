import type { Sheet, SheetCell, SheetColumn, SheetRow } from '../../model/index.js'
import { renderText, type Scope } from '../liquid/compiled-text.js'
import { within, type GridCell, type GridColumn } from '../table/grid.js'
import { balancePages, widestColumn } from './balance-pages.js'
import { composeBand, composeBands } from './bands.js'
import { columnLetters } from './column-letters.js'
import type { SheetGrid } from './sheet-grid.js'

/** Finds the cell that a link leads to: `'分工'!A5`, or null; without a sheet the file at a path of the output. */
export type FindLink = (sheet: string | null, anchor: string) => string | null

/** Half-width characters of a column whose title stands upright: a sign and the room beside it. */
const turnedWidth = 2.5

const plainCell: SheetCell = {
  value: null,
  kind: 'text',
  mark: null,
  colSpan: 1,
  rowSpan: 1,
  link: null,
}

function columnOf(
  { template, title, turned, names }: GridColumn,
  at: number,
  scope: Scope,
): SheetColumn {
  return {
    // Columns that one template makes for many (one an agency) are told apart by their place.
    key: template.each === null ? template.key : `${template.key}${at + 1}`,
    title,
    width: Math.min(turned ? turnedWidth : widestColumn, template.width),
    use: template.use,
    align: template.align,
    format: template.format,
    list: template.list,
    maxLength: template.maxLength,
    prompt:
      template.prompt === null
        ? null
        : renderText(template.prompt, names === null ? scope : within(scope, names)),
    states: template.states,
    overdue: template.overdue,
    turned,
  }
}

/** Digits alone, as a cell that counts: no leading zero, nothing that a number would round. */
const wholeNumber = /^(?:0|[1-9]\d{0,14})$/u
const isoDate = /^\d{4}-\d{2}-\d{2}$/u

function valueOf(cell: GridCell, format: SheetColumn['format']): Pick<SheetCell, 'value' | 'kind'> {
  if (cell.text === '') return { value: null, kind: 'text' }
  if (format === 'number' && wholeNumber.test(cell.text))
    return { value: Number(cell.text), kind: 'number' }
  if (format === 'date' && isoDate.test(cell.text)) return { value: cell.text, kind: 'date' }
  return { value: cell.text, kind: 'text' }
}

function groupRow(title: string, columns: number): SheetRow {
  const first: SheetCell = { ...plainCell, value: title, colSpan: columns }
  return {
    kind: 'group',
    locked: false,
    cells: [first, ...new Array<null>(columns - 1).fill(null)],
  }
}

function cellOf(
  cell: GridCell,
  { template }: GridColumn,
  rowSpan: number,
  findLink: FindLink,
): SheetCell {
  const link =
    template.link === null || cell.linkTo === null || cell.linkTo === ''
      ? null
      : findLink(template.link.sheet, cell.linkTo)
  // Most cells of a ledger are empty: all of them are one object.
  if (cell.text === '' && cell.mark === null && rowSpan === 1 && link === null) return plainCell
  // Written out: a copy by ... of so many cells takes three times the room.
  const { value, kind } = valueOf(cell, template.format)
  return { value, kind, mark: cell.mark, colSpan: 1, rowSpan, link }
}

/** How many cells of a column are remembered: enough for names and dates, and no more than a page of what is never said twice. */
const mostShared = 1_000

/** Gives cells that say the same as one object, a column at a time: a ledger’s columns of agencies and dates say a few things ten thousands of times. */
function shareCells(columns: readonly GridColumn[]): (index: number, cell: SheetCell) => SheetCell {
  const known = columns.map(() => new Map<string, SheetCell>())
  return (index, cell) => {
    const { value, kind, mark, rowSpan, link } = cell
    if (rowSpan !== 1 || link !== null || value === null) return cell
    const cells = known[index]
    const key = `${kind} ${mark ?? ''} ${value}`
    const same = cells?.get(key)
    if (same === undefined && cells !== undefined && cells.size < mostShared) cells.set(key, cell)
    return same ?? cell
  }
}

function dataRows({ grid }: SheetGrid, findLink: FindLink): readonly SheetRow[] {
  const { columns, count, rowAt } = grid
  const share = shareCells(columns)
  const spans = columns.map((_column, index) => grid.spansOf(index))
  const rows: SheetRow[] = []
  let group = ''
  for (let at = 0; at < count; at += 1) {
    const row = rowAt(at)
    const cells = columns.map((column, index): SheetCell | null => {
      const cell = row.cells[index]
      const rowSpan = spans[index]?.[at] ?? 1
      if (rowSpan === 0 || cell === undefined) return null
      return share(index, cellOf(cell, column, rowSpan, findLink))
    })
    if (row.group !== null && row.group !== '' && row.group !== group)
      rows.push(groupRow(row.group, columns.length))
    group = row.group ?? ''
    rows.push({ kind: 'row', locked: row.locked, cells })
  }
  return rows
}

/** Rows at the foot with a formula in every column that stands for a member of a list; {range} is that column’s cells. */
function totalRows(sheet: SheetGrid, scope: Scope, lines: number): readonly SheetRow[] {
  const { grid, template } = sheet
  const first = template.above.length + 2
  const label = grid.columns.findIndex((column) => column.template.each !== null) - 1
  const totals = template.totals.filter(({ when }) => renderText(when, scope).trim() !== '')
  return totals.map((total) => ({
    kind: 'total',
    locked: false,
    cells: grid.columns.map((column, index): SheetCell => {
      if (column.template.each === null)
        return index === Math.max(0, label)
          ? { ...plainCell, value: renderText(total.title, scope) }
          : plainCell
      const letters = columnLetters(index)
      const range = `${letters}${first}:${letters}${first + lines - 1}`
      const inner = within(scope, { range })
      return { ...plainCell, value: renderText(total.formula, inner), kind: 'formula' }
    }),
  }))
}

function emptyRow(text: string, columns: number): SheetRow {
  return groupRow(text, columns)
}

/** A worked-out sheet as the layout has it. Throws a TemplateProblem. */
export function composeSheet(sheet: SheetGrid, scope: Scope, findLink: FindLink): Sheet {
  const { grid, template } = sheet
  const given = grid.columns.map((column, at) => columnOf(column, at, scope))
  const second = given.findIndex(({ key }) => key === template.secondPage)
  const frozenColumns = Math.min(template.frozenColumns, Math.max(0, grid.columns.length - 1))
  const columns = second > frozenColumns ? balancePages(given, frozenColumns, second) : given
  const widths = columns
    .slice(0, second > 0 ? second : undefined)
    .map(({ use, width }) => (use === 'hidden' ? 0 : width))
  // What stands above and below is printed on the first of two pages alone: the frozen columns stand on both, and would show half of it.
  const from = second > frozenColumns ? frozenColumns : 0
  const rows = dataRows(sheet, findLink)
  const empty =
    grid.count === 0 && template.whenEmpty !== null
      ? [emptyRow(renderText(template.whenEmpty, scope), grid.columns.length)]
      : []
  return {
    name: template.name,
    paper: template.paper,
    orientation: template.orientation,
    columns,
    above: template.above.map((band) => composeBand(band, widths, scope, from)),
    rows: [...rows, ...empty, ...(empty.length > 0 ? [] : totalRows(sheet, scope, rows.length))],
    below: template.below.flatMap((band) => composeBands(band, widths, scope, from)),
    protected: template.protected,
    filter: template.filter && grid.count > 0,
    frozenColumns,
    secondPageFrom: second > 0 ? second : null,
    footer: renderText(template.footer, scope),
  }
}
