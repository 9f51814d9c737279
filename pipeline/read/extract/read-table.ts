import { readLabel } from './label.js'
import type { Line } from './line.js'
import type { GridCell, TableEntry } from './read-entries.js'
import { meaningOf } from './table-columns.js'
import { settleColumns, type TaskColumn } from './settle-columns.js'
import { distinctTexts, type Grid, gridOf } from './table-grid.js'

export type { TaskColumn } from './settle-columns.js'

/** A row of a task table: of a group, or of tasks. */
export type TaskRow =
  | { readonly type: 'group'; readonly line: Line }
  | { readonly type: 'row'; readonly cells: readonly (GridCell | null)[] }

/** A table of tasks: its columns, its rows, a title inside it, heads that are not understood. */
export interface TaskTable {
  readonly columns: readonly TaskColumn[]
  readonly rows: readonly TaskRow[]
  readonly titles: readonly Line[]
  readonly unread: readonly Line[]
  readonly heads: readonly Line[]
}

/** The head of a table stands in its first rows, under a title at most. */
const deepestHead = 6

interface Head {
  readonly columns: readonly TaskColumn[]
  readonly from: number
  readonly to: number
  readonly unread: readonly Line[]
  readonly heads: readonly Line[]
}

/** （财政部牵头，教育部配合） in a cell. */
const bracketed =
  /[（(〔【][^（）()]{0,200}(?:负责|牵头|配合|责任单位|责任部门)[^（）()]{0,200}[）)〕】]/

/** Whether columns make a table of tasks: something to do, and who does it or what it is. Who does it may stand in brackets behind the task. */
function makeTaskTable(columns: readonly TaskColumn[], grid: Grid): boolean {
  const kinds = new Set(columns.map(({ kind }) => kind))
  if (kinds.has('role')) return kinds.has('item') || kinds.has('content')
  const tasks = columns.filter(({ kind }) => kind === 'item' || kind === 'content')
  const inBrackets = grid
    .slice(0, 40)
    .some((row) => tasks.some(({ index }) => bracketed.test(row[index]?.line.text ?? '')))
  if (inBrackets) return true
  return (
    kinds.has('item') &&
    (kinds.has('serial') || kinds.has('scope')) &&
    (kinds.has('content') || kinds.has('scope') || kinds.has('deadline'))
  )
}

/** The meaning of a column: of the lowest head cell that says one. */
function columnOf(grid: Grid, from: number, to: number, index: number): TaskColumn | null {
  for (let row = to - 1; row >= from; row -= 1) {
    const meaning = meaningOf(grid[row]?.[index]?.line.text ?? '')
    if (meaning !== null) return { ...meaning, index }
  }
  return null
}

function headOf(grid: Grid): Head | null {
  for (let from = 0; from < Math.min(deepestHead, grid.length); from += 1) {
    const row = grid[from] ?? []
    if (distinctTexts(row).length < 2) continue
    const deep = Math.max(
      1,
      ...row.map((cell) => ((cell?.colSpan ?? 1) < row.length ? (cell?.rowSpan ?? 1) : 1)),
    )
    const to = Math.min(grid.length, from + Math.min(deep, 3))
    const read = row.flatMap((_, index) => {
      const column = columnOf(grid, from, to, index)
      return column === null ? [] : [column]
    })
    const columns = settleColumns(
      read,
      row.map((cell) => cell?.line.text ?? ''),
    )
    if (!makeTaskTable(columns, grid)) continue
    const known = new Set(columns.map(({ index }) => index))
    const heads = row.flatMap((cell, index) => (cell === null ? [] : [{ cell, index }]))
    return {
      columns: columns.filter(({ index }, at) => isFirstOfCell(row, columns, index, at)),
      from,
      to,
      unread: heads
        .filter(({ cell, index }) => !known.has(index) && cell.line.text !== '')
        .map(({ cell }) => cell.line),
      heads: distinctTexts(row).map(({ line }) => line),
    }
  }
  return null
}

/** A head cell over two columns of the same meaning (责任单位 over two) makes two columns; one of another kind makes one. */
function isFirstOfCell(
  row: readonly (GridCell | null)[],
  columns: readonly TaskColumn[],
  index: number,
  at: number,
): boolean {
  const before = columns[at - 1]
  return before === undefined || row[before.index] !== row[index] || columns[at]?.kind === 'role'
}

/** Whether tasks have Arabic numbers, so that a Chinese one is a group’s. */
function hasArabicNumbers(grid: Grid): boolean {
  return grid.some((row) => /^\d{1,3}[.．、]?$/.test(row[0]?.line.text ?? ''))
}

/** A row of one text alone, over the whole width: 一、知识产权保护方面（共5项）. */
function groupOf(row: readonly (GridCell | null)[], isCounted: boolean): Line | null {
  const texts = distinctTexts(row)
  // 一 | 教育类（2项）: a number in a cell of its own before the name that covers the rest, or beside which all is left empty.
  const isNumbered =
    texts.length === 2 &&
    /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/.test(texts[0]?.line.text ?? '') &&
    row.length > 3 &&
    row[0]?.line.text === texts[0]?.line.text &&
    (row.slice(1).every((cell) => cell?.line.text === texts[1]?.line.text) ||
      (isCounted && row[1]?.line.text === texts[1]?.line.text))
  const only = isNumbered ? texts[1] : texts[0]
  if (isNumbered) return only?.line ?? null
  if (texts.length !== 1 || only === undefined) return null
  const spread =
    only.colSpan >= row.length ||
    row.filter((cell) => cell?.line.text === only.line.text).length > 1
  return spread || readLabel(only.line.text) !== null ? only.line : null
}

/** 备注 | 表中“市人社局”指…: a row that explains names no task. */
const explains = /^(?:备注|附注|注|说明|填表说明)[:：]?$/
/** 合计 | 24 | 100: nor does one that sums. */
const sums = /^(?:合计|总计|小计|共计|总分)[:：]?$/

function isRemark(row: readonly (GridCell | null)[]): boolean {
  const [first, ...others] = distinctTexts(row).map(({ line }) => line.text.replace(/\s/g, ''))
  if (first === undefined) return false
  if (sums.test(first)) return others.every((text) => /^[\d.．/／%％—–-]*[项个分]?$/.test(text))
  return explains.test(first) && others.length <= 1
}

function isRepeatedHead(
  row: readonly (GridCell | null)[],
  head: readonly (GridCell | null)[],
): boolean {
  return row.every((cell, index) => (cell?.line.text ?? '') === (head[index]?.line.text ?? ''))
}

/** Reads a table as one of tasks; null where its heads say that it is none. `previous` is the table before it, which it may go on. */
export function readTable(table: TableEntry, previous: TaskTable | null): TaskTable | null {
  const grid = gridOf(table)
  const found = headOf(grid)
  const width = grid[0]?.length ?? 0
  const head =
    found ?? (previous !== null && goesOn(previous, grid) ? { ...previous, from: 0, to: 0 } : null)
  if (head === null || width === 0) return null
  const headRow = grid[head.from] ?? []
  const isCounted = hasArabicNumbers(grid)
  const rows = grid.slice(head.to).flatMap((cells): TaskRow[] => {
    if (cells.every((cell) => cell === null || cell.line.text === '')) return []
    if ((found !== null && isRepeatedHead(cells, headRow)) || isRemark(cells)) return []
    const group = groupOf(cells, isCounted)
    return [group === null ? { type: 'row', cells } : { type: 'group', line: group }]
  })
  const titles = grid
    .slice(0, head.from)
    .flatMap((row) => distinctTexts(row).map(({ line }) => line))
  return { columns: head.columns, rows, titles, unread: head.unread, heads: head.heads }
}

/** A table cut at the end of a page goes on without a head: as many columns, and a number in the first. */
function goesOn(previous: TaskTable, grid: Grid): boolean {
  const last = Math.max(...previous.columns.map(({ index }) => index))
  const serial = previous.columns.find(({ kind }) => kind === 'serial')
  const first = grid[0]
  if (first === undefined || first.length <= last || serial === undefined) return false
  return /^\d{1,3}$/.test(first[serial.index]?.line.text ?? '')
}
