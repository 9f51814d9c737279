import { renderText, renderValue, unprintable, type Scope } from '../liquid/compiled-text.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import { NoTextError, textOfValue } from '../liquid/text-of-value.js'
import { listOf } from '../flow/directives/list-of.js'
import type { CompiledColumn } from '../templates/compile-columns.js'

/** A column as it is printed; `member` is what an `each` column stands for. */
export interface GridColumn {
  readonly template: CompiledColumn
  readonly title: string
  /** Narrow, with an upright title: one of many members of `each`. */
  readonly turned: boolean
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
  /** Columns to fill in are closed. */
  readonly locked: boolean
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
  readonly locked?: CompiledText | null
  /** Whether a column that none of the rows fills is filled elsewhere in the document, and therefore stays. */
  readonly filledElsewhere: (column: CompiledColumn) => boolean
}

/** The scope with more names in it. Its own are not copied: that would be done for each cell of a ledger. */
export function within(
  { engine, scope, globals, near }: Scope,
  names: Readonly<Record<string, unknown>>,
): Scope {
  return { engine, scope, globals, near: near === undefined ? names : { ...near, ...names } }
}

function expand(column: CompiledColumn, scope: Scope): readonly GridColumn[] {
  if (column.each === null)
    return [
      { template: column, title: renderText(column.title, scope), turned: false, names: null },
    ]
  const members = listOf(renderValue(column.each, scope)) ?? []
  const turned = column.turnedFrom !== null && members.length >= column.turnedFrom
  return members.map((member) => {
    const names = { column: member }
    const title = renderText(column.title, within(scope, names))
    return { template: column, title, turned, names }
  })
}

function markOf(text: CompiledText | null, scope: Scope): GridCell['mark'] {
  const mark = text === null ? '' : renderText(text, scope).trim()
  return mark === 'corrected' || mark === 'attention' ? mark : null
}

/** Most cells of a ledger: one object for all. */
const emptyCell: GridCell = { value: '', text: '', mark: null, linkTo: null }

/** The value of a cell, and how it reads. Throws a TemplateProblem where a list or record would be printed. */
export function cellOf(column: GridColumn, rowScope: Scope): GridCell {
  const scope = column.names === null ? rowScope : within(rowScope, column.names)
  const value = renderValue(column.template.value, scope)
  const link = column.template.link
  try {
    const text = textOfValue(value)
    if (text === '' && value === '' && column.template.mark === null && link === null)
      return emptyCell
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

/** Whether a column is shown. Asked row by row: most columns are filled in the first. */
function stays(input: GridInput, column: GridColumn): boolean {
  const { template } = column
  if (template.keep || template.use !== 'printed') return true
  const filled = input.rows.some((_, at) => cellOf(column, scopeOfRow(input, at)).text !== '')
  return filled || input.filledElsewhere(template)
}

function scopeOfRow({ scope, rows }: GridInput, at: number): Scope {
  return within(scope, { row: rows[at], index: at + 1 })
}

function groupOf({ group, rows }: GridInput, scope: Scope, at: number): string | null {
  return group === null ? null : group(scope, rows[at])
}

/** A grid whose rows are worked out when they are asked for: the values of a ledger, all at once, are a million. */
export interface GridReader {
  /** Those that some row fills, and those that stay for another reason. */
  readonly columns: readonly GridColumn[]
  readonly count: number
  /** Throws a TemplateProblem. */
  readonly rowAt: (at: number) => GridRow
  /** As `rowSpansOf`; null: a column whose cells are never merged. */
  readonly spansOf: (index: number) => readonly number[] | null
}

/** Decides the columns of a grid; columns that no row fills are left out. Throws a TemplateProblem. */
export function readGrid(input: GridInput): GridReader {
  const columns = input.columns
    .flatMap((column) => expand(column, input.scope))
    .filter((column) => stays(input, column))
  return {
    columns,
    count: input.rows.length,
    rowAt: (at) => {
      const scope = scopeOfRow(input, at)
      return {
        group: groupOf(input, scope, at),
        locked: input.locked != null && renderText(input.locked, scope).trim() !== '',
        cells: columns.map((column) => cellOf(column, scope)),
      }
    },
    spansOf: (index) => {
      const column = columns[index]
      if (column?.template.merge !== true) return null
      const keys = input.rows.map((_, at) => {
        const scope = scopeOfRow(input, at)
        return mergeKey(groupOf(input, scope, at), cellOf(column, scope).text)
      })
      return spansOfKeys(keys)
    },
  }
}

/** Works out a grid, every row of it. Throws a TemplateProblem. */
export function composeGrid(input: GridInput): Grid {
  const { columns, rowAt } = readGrid(input)
  return { columns, rows: input.rows.map((_, at) => rowAt(at)) }
}

/** Equal in neighbours that are merged; null: what is empty stays alone. */
function mergeKey(group: string | null, text: string): string | null {
  return text === '' ? null : `${group ?? ''}\u0000${text}`
}

function spansOfKeys(keys: readonly (string | null)[]): readonly number[] {
  const spans = keys.map(() => 1)
  let first = 0
  for (let at = 1; at < keys.length; at += 1) {
    if (keys[at] !== null && keys[at] === keys[first]) {
      spans[first] = (spans[first] ?? 1) + 1
      spans[at] = 0
    } else first = at
  }
  return spans
}

/** For each row, over how many rows its cell in this column reaches (1: itself alone; 0: covered from above). Merging stops at a new group. */
export function rowSpansOf(grid: Grid, index: number): readonly number[] {
  if (grid.columns[index]?.template.merge !== true) return grid.rows.map(() => 1)
  return spansOfKeys(grid.rows.map(({ group, cells }) => mergeKey(group, cells[index]?.text ?? '')))
}
