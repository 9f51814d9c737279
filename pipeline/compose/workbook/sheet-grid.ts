import { listOf } from '../flow/directives/list-of.js'
import { renderText, renderValue, type CompiledText, type Scope } from '../liquid/compiled-text.js'
import { composeGrid, type Grid } from '../table/grid.js'
import type { CompiledColumn } from '../templates/compile-columns.js'
import { templateFinding, TemplateProblem } from '../templates/template-problem.js'
import type { CompiledSheet } from '../templates/workbook-template.js'

/** A sheet with its values worked out. */
export interface SheetGrid {
  readonly template: CompiledSheet
  readonly grid: Grid
}

function isText(rows: CompiledSheet['rows']): rows is CompiledText {
  return !Array.isArray(rows)
}

/** A sheet of tasks: its columns are those that some task of the document fills, so that all agencies’ sheets look alike. */
function isOfTasks(sheet: CompiledSheet): boolean {
  return isText(sheet.rows) && /^\{\{\s*items\./u.test(sheet.rows.source)
}

/** Written-out rows of which a value reads empty are left out: what the document does not have is not listed. */
function rowsOf(sheet: CompiledSheet, scope: Scope): readonly unknown[] {
  if (!isText(sheet.rows))
    return sheet.rows
      .map((row) => Object.entries(row).map(([key, text]) => [key, renderText(text, scope).trim()]))
      .filter((row) => row.every(([, text]) => text !== ''))
      .map((row): unknown => Object.fromEntries(row))
  const rows = listOf(renderValue(sheet.rows, scope))
  if (rows !== null) return rows
  const { file, place, source } = sheet.rows
  throw new TemplateProblem(
    templateFinding('template-rows-exist', { file, place }, { name: source }),
  )
}

/** Works out a sheet; null where it has no rows and nothing to say instead. Throws a TemplateProblem. */
export function composeSheetGrid(
  sheet: CompiledSheet,
  scope: Scope,
  filledElsewhere: (column: CompiledColumn) => boolean,
): SheetGrid | null {
  const rows = rowsOf(sheet, scope)
  if (rows.length === 0 && sheet.whenEmpty === null) return null
  const { group } = sheet
  const grid = composeGrid({
    columns: sheet.columns,
    rows,
    scope,
    group: group === null ? null : (row) => renderText(group, row).trim(),
    anchor: sheet.anchor,
    // A sheet without rows still shows what would stand in it.
    filledElsewhere: (column) =>
      rows.length === 0 || (isOfTasks(sheet) && column.each === null && filledElsewhere(column)),
  })
  return { template: sheet, grid }
}

/** For each row of a grid, the number of its line on the sheet (from 1): bands, head, and group rows stand before it. */
export function lineNumbersOf({ template, grid }: SheetGrid): readonly number[] {
  const before = template.above.length + 1
  let groups = 0
  let group = ''
  return grid.rows.map((row, index) => {
    if (row.group !== null && row.group !== '' && row.group !== group) groups += 1
    group = row.group ?? ''
    return before + groups + index + 1
  })
}
