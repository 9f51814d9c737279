import { renderText, renderValue, unprintable, type Scope } from '../liquid/compiled-text.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import { NoTextError, textOfValue } from '../liquid/text-of-value.js'
import { listOf } from '../flow/directives/list-of.js'
import type { CompiledColumn } from '../templates/compile-columns.js'

/** A column as it is printed; `member` is what an `each` column stands for. */
export interface GridColumn {
  readonly template: CompiledColumn
  readonly title: string
  /** What `column` is in its texts: the member of `each` that it stands for. */
  readonly names: Readonly<Record<string, unknown>> | null
}

export interface GridCell {
  /** A string, a number, null, or a Blank. */
  readonly value: unknown
  readonly text: string
  readonly mark: 'corrected' | 'attention' | null
  /** What the row that is linked to is anchored by; null: no link. */
  readonly linkTo: string | null
}

interface GridRow {
  readonly group: string | null
  readonly anchor: string | null
  readonly cells: readonly GridCell[]
}

/** Rows under columns, every value worked out: what tables on pages and sheets are made from. */
export interface Grid {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly GridRow[]
}

export interface GridInput {
  readonly columns: readonly CompiledColumn[]
  readonly rows: readonly unknown[]
  readonly scope: Scope
  /** What heads a run of rows. */
  readonly group: ((row: Scope, record: unknown) => string) | null
  readonly anchor: CompiledText | null
  /** Whether a column that none of the rows fills is filled elsewhere in the document, and therefore stays. */
  readonly filledElsewhere: (column: CompiledColumn) => boolean
}

/** The scope with more names in it. */
export function within(scope: Scope, names: Readonly<Record<string, unknown>>): Scope {
  return { ...scope, scope: { ...scope.scope, ...names } }
}

function expand(column: CompiledColumn, scope: Scope): readonly GridColumn[] {
  if (column.each === null)
    return [{ template: column, title: renderText(column.title, scope), names: null }]
  const members = listOf(renderValue(column.each, scope)) ?? []
  return members.map((member) => {
    const names = { column: member }
    return { template: column, title: renderText(column.title, within(scope, names)), names }
  })
}

function markOf(text: CompiledText | null, scope: Scope): GridCell['mark'] {
  const mark = text === null ? '' : renderText(text, scope).trim()
  return mark === 'corrected' || mark === 'attention' ? mark : null
}

/** The value of a cell, and how it reads. Throws a TemplateProblem where a list or record would be printed. */
export function cellOf(column: GridColumn, rowScope: Scope): GridCell {
  const scope = column.names === null ? rowScope : within(rowScope, column.names)
  const value = renderValue(column.template.value, scope)
  const link = column.template.link
  try {
    const text = textOfValue(value)
    return {
      value: typeof value === 'string' ? value.trim() : value,
      text: text.trim(),
      mark: markOf(column.template.mark, scope),
      linkTo: link === null ? null : renderText(link.to, scope),
    }
  } catch (error) {
    if (error instanceof NoTextError) throw unprintable(column.template.value, error)
    throw error
  }
}

function stays(
  input: GridInput,
  column: GridColumn,
  cells: readonly (GridCell | undefined)[],
): boolean {
  const { template } = column
  if (template.keep || template.use !== 'printed') return true
  return (
    cells.some((cell) => cell !== undefined && cell.text !== '') || input.filledElsewhere(template)
  )
}

/** Works out a grid; columns that no row fills are left out. Throws a TemplateProblem. */
export function composeGrid(input: GridInput): Grid {
  const columns = input.columns.flatMap((column) => expand(column, input.scope))
  const rows = input.rows.map((record, at): GridRow => {
    const scope = within(input.scope, { row: record, index: at + 1 })
    return {
      group: input.group === null ? null : input.group(scope, record),
      anchor: input.anchor === null ? null : renderText(input.anchor, scope),
      cells: columns.map((column) => cellOf(column, scope)),
    }
  })
  const kept = columns.flatMap((column, index) =>
    stays(
      input,
      column,
      rows.map((row) => row.cells[index]),
    )
      ? [index]
      : [],
  )
  const pick = <Value>(all: readonly Value[]): readonly Value[] =>
    kept.flatMap((index) => all.slice(index, index + 1))
  return {
    columns: pick(columns),
    rows: rows.map((row) => ({ ...row, cells: pick(row.cells) })),
  }
}

/** For each row, over how many rows its cell in this column reaches (1: itself alone; 0: covered from above). Merging stops at a new group. */
export function rowSpansOf(grid: Grid, index: number): readonly number[] {
  const spans = grid.rows.map(() => 1)
  if (grid.columns[index]?.template.merge !== true) return spans
  let first = 0
  for (let at = 1; at < grid.rows.length; at += 1) {
    const above = grid.rows[first]
    const here = grid.rows[at]
    const text = here?.cells[index]?.text ?? ''
    const same = text !== '' && text === above?.cells[index]?.text && here?.group === above.group
    if (same) {
      spans[first] = (spans[first] ?? 1) + 1
      spans[at] = 0
    } else first = at
  }
  return spans
}
