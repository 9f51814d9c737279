import { listOf } from '../flow/directives/list-of.js'
import { renderText, renderValue, type CompiledText, type Scope } from '../liquid/compiled-text.js'
import { readGrid, within, type GridReader } from '../table/grid.js'
import type { CompiledColumn } from '../templates/compile-columns.js'
import { templateFinding, TemplateProblem } from '../templates/template-problem.js'
import type { CompiledSheet } from '../templates/workbook-template.js'

/** A sheet with its columns decided; its rows are worked out as they are asked for. */
export interface SheetGrid {
  readonly template: CompiledSheet
  readonly grid: GridReader
}

function isText(rows: CompiledSheet['rows']): rows is CompiledText {
  return !Array.isArray(rows)
}

/** A sheet of tasks: its columns are those that some task of the document fills, so that all agencies’ sheets look alike. */
function isOfTasks(sheet: CompiledSheet): boolean {
  return isText(sheet.rows) && /^\{\{\s*items\./u.test(sheet.rows.source)
}

/** Written-out rows of which a value reads empty are left out: what the document does not have is not listed. */
export function rowsOf(sheet: CompiledSheet, scope: Scope): readonly unknown[] {
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

/** A matrix over a list that has no members has nothing to say. */
function isMatrixOfNobody({ columns }: CompiledSheet, grid: GridReader): boolean {
  return (
    columns.some(({ each }) => each !== null) &&
    grid.columns.every(({ template }) => template.each === null)
  )
}

/** Decides a sheet’s columns; null where it has no rows and nothing to say instead, or is a matrix of nobody. Throws a TemplateProblem. */
export function composeSheetGrid(
  sheet: CompiledSheet,
  scope: Scope,
  filledElsewhere: (column: CompiledColumn) => boolean,
): SheetGrid | null {
  const rows = rowsOf(sheet, scope)
  if (rows.length === 0 && sheet.whenEmpty === null) return null
  const { group } = sheet
  const grid = readGrid({
    columns: sheet.columns,
    rows,
    scope,
    group: group === null ? null : (row) => renderText(group, row).trim(),
    locked: sheet.locked,
    // A sheet without rows still shows what would stand in it.
    filledElsewhere: (column) =>
      rows.length === 0 || (isOfTasks(sheet) && column.each === null && filledElsewhere(column)),
  })
  return isMatrixOfNobody(sheet, grid) ? null : { template: sheet, grid }
}

/**
 * The lines of a sheet (from 1) on which its rows stand, by what they are anchored by: bands, the head, and the headings of groups stand before
 * them. Throws a TemplateProblem.
 */
export function anchorsOf(sheet: CompiledSheet, scope: Scope): ReadonlyMap<string, number> {
  const { anchor, group } = sheet
  const lines = new Map<string, number>()
  if (anchor === null) return lines
  let line = sheet.above.length + 1
  let above = ''
  for (const [at, row] of rowsOf(sheet, scope).entries()) {
    const inner = within(scope, { row, index: at + 1 })
    const own = group === null ? '' : renderText(group, inner).trim()
    line += own !== '' && own !== above ? 2 : 1
    above = own
    const name = renderText(anchor, inner)
    // Of several rows with one name (an item that several answer for) the first is led to.
    if (name !== '' && !lines.has(name)) lines.set(name, line)
  }
  return lines
}
