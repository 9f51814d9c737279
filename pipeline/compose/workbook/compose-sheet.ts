import type { Sheet, SheetCell, SheetColumn, SheetRow } from '../../model/index.js'
import { renderText, type Scope } from '../liquid/compiled-text.js'
import { rowSpansOf, within, type GridCell, type GridColumn } from '../table/grid.js'
import { composeBand } from './bands.js'
import { columnLetters } from './column-letters.js'
import { lineNumbersOf, type SheetGrid } from './sheet-grid.js'

/** Finds the cell that a link leads to: `'分工'!A5`, or null. */
export type FindLink = (sheet: string, anchor: string) => string | null

const plainCell: SheetCell = {
  value: null,
  kind: 'text',
  mark: null,
  colSpan: 1,
  rowSpan: 1,
  link: null,
}

function columnOf({ template, title, names }: GridColumn, at: number, scope: Scope): SheetColumn {
  return {
    // Columns that one template makes for many (one an agency) are told apart by their place.
    key: template.each === null ? template.key : `${template.key}${at + 1}`,
    title,
    width: template.width,
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
  return { kind: 'group', cells: [first, ...new Array<null>(columns - 1).fill(null)] }
}

function dataRows({ grid }: SheetGrid, findLink: FindLink): readonly SheetRow[] {
  const spans = grid.columns.map((_column, index) => rowSpansOf(grid, index))
  let group = ''
  return grid.rows.flatMap((row, at): SheetRow[] => {
    const cells = row.cells.map((cell, index): SheetCell | null => {
      const column = grid.columns[index]
      const rowSpan = spans[index]?.[at] ?? 1
      if (rowSpan === 0 || column === undefined) return null
      const link =
        column.template.link === null || cell.linkTo === null || cell.linkTo === ''
          ? null
          : findLink(column.template.link.sheet, cell.linkTo)
      return {
        ...plainCell,
        ...valueOf(cell, column.template.format),
        mark: cell.mark,
        rowSpan,
        link,
      }
    })
    const opens = row.group !== null && row.group !== '' && row.group !== group
    group = row.group ?? ''
    return [...(opens ? [groupRow(group, grid.columns.length)] : []), { kind: 'row', cells }]
  })
}

/** Rows at the foot with a formula in every column that stands for a member of a list; {range} is that column’s cells. */
function totalRows(sheet: SheetGrid, scope: Scope, lines: number): readonly SheetRow[] {
  const { grid, template } = sheet
  const first = template.above.length + 2
  const label = grid.columns.findIndex((column) => column.template.each !== null) - 1
  const totals = template.totals.filter(({ when }) => renderText(when, scope).trim() !== '')
  return totals.map((total) => ({
    kind: 'total',
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
  const widths = grid.columns.map(({ template: column }) =>
    column.use === 'hidden' ? 0 : column.width,
  )
  const rows = dataRows(sheet, findLink)
  const empty =
    grid.rows.length === 0 && template.whenEmpty !== null
      ? [emptyRow(renderText(template.whenEmpty, scope), grid.columns.length)]
      : []
  return {
    name: template.name,
    paper: template.paper,
    orientation: template.orientation,
    columns: grid.columns.map((column, at) => columnOf(column, at, scope)),
    above: template.above.map((band) => composeBand(band, widths, scope)),
    rows: [...rows, ...empty, ...(empty.length > 0 ? [] : totalRows(sheet, scope, rows.length))],
    below: template.below.map((band) => composeBand(band, widths, scope)),
    protected: template.protected,
    filter: template.filter && grid.rows.length > 0,
    frozenColumns: Math.min(template.frozenColumns, Math.max(0, grid.columns.length - 1)),
    footer: renderText(template.footer, scope),
  }
}

/** Where the rows of a sheet stand, by what they are anchored by. */
export function anchorsOf(sheet: SheetGrid): ReadonlyMap<string, number> {
  const lines = lineNumbersOf(sheet)
  return new Map(
    sheet.grid.rows.flatMap((row, index): [string, number][] =>
      row.anchor === null || row.anchor === '' ? [] : [[row.anchor, lines[index] ?? 1]],
    ),
  )
}
