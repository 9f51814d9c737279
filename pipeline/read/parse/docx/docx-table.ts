import type { Element } from 'xast'

import type { CellShape } from '../block-writer.js'
import type { DropReason } from '../drop-reason.js'
import type { Reading } from './paragraph-content.js'
import { attribute, elementsIn, find, findAll, integer, textIn, toggle } from './xml.js'

/** A cell with the elements whose text it holds: its own, and that of cells merged into it, which Word does not show. */
export interface DocxCell extends CellShape {
  /** Null for columns that a row leaves out before its first cell or after its last. */
  readonly element: Element | null
  readonly covered: readonly Element[]
}

export interface DocxTable {
  readonly rows: readonly (readonly DocxCell[])[]
  /** Rows that the chosen reading of revisions has not. */
  readonly dropped: readonly { readonly row: Element; readonly reason: DropReason }[]
  readonly hasRevisions: boolean
}

const mostColumns = 200

/** Elements of a name, also those in content controls and custom XML around them. */
function within(parent: Element, name: string): readonly Element[] {
  return elementsIn(parent).flatMap((child) => {
    if (child.name === name) return [child]
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del'].includes(child.name)
      ? within(child, name)
      : []
  })
}

/** Why a row is not in a reading: it was inserted or deleted as a whole. */
function rowReason(row: Element, reading: Reading): DropReason | null {
  const properties = find(row, 'w:trPr')
  if (reading === 'accept' && find(properties, 'w:del') !== null) return 'deleted'
  if (reading === 'reject' && find(properties, 'w:ins') !== null) return 'inserted'
  return null
}

interface OpenCell {
  element: Element | null
  covered: Element[]
  rowSpan: number
  colSpan: number
  header: boolean
}

function mergeOf(cell: Element): 'start' | 'goes on' | 'none' {
  const merge = find(cell, 'w:tcPr', 'w:vMerge')
  if (merge === null) return 'none'
  return attribute(merge) === 'restart' ? 'start' : 'goes on'
}

function gap(columns: number | null): OpenCell[] {
  return columns !== null && columns > 0
    ? [
        {
          element: null,
          covered: [],
          rowSpan: 1,
          colSpan: Math.min(columns, mostColumns),
          header: false,
        },
      ]
    : []
}

/** Lays one row over the columns; `above` holds, for each column, the cell that may still grow downwards. */
function readRow(row: Element, above: Map<number, OpenCell>): OpenCell[] {
  const properties = find(row, 'w:trPr')
  const header = toggle(find(properties, 'w:tblHeader')) ?? false
  const before = integer(find(properties, 'w:gridBefore'))
  const cells = gap(before)
  let column = cells[0]?.colSpan ?? 0
  let left: OpenCell | null = null
  for (const element of within(row, 'w:tc')) {
    const span = integer(find(element, 'w:tcPr', 'w:gridSpan')) ?? 1
    const colSpan = Math.max(1, Math.min(span, mostColumns))
    const merge = mergeOf(element)
    const upper = above.get(column)
    const horizontal = attribute(find(element, 'w:tcPr', 'w:hMerge'))
    if (merge === 'goes on' && upper !== undefined) {
      upper.rowSpan += 1
      upper.covered.push(element)
    } else if (horizontal === 'continue' && left !== null) {
      left.colSpan += colSpan
      left.covered.push(element)
    } else {
      left = { element, covered: [], rowSpan: 1, colSpan, header }
      cells.push(left)
      for (let covered = column; covered < column + colSpan; covered += 1) above.delete(covered)
      if (merge !== 'none') above.set(column, left)
    }
    column += colSpan
  }
  cells.push(...gap(integer(find(properties, 'w:gridAfter'))))
  return cells
}

/** The cells of a table, merged ones once, where they begin, in one reading of its revisions. */
export function readDocxTable(table: Element, reading: Reading): DocxTable {
  const above = new Map<number, OpenCell>()
  const rows: OpenCell[][] = []
  const dropped: { row: Element; reason: DropReason }[] = []
  const all = within(table, 'w:tr')
  for (const row of all) {
    const reason = rowReason(row, reading)
    if (reason === null) rows.push(readRow(row, above))
    else dropped.push({ row, reason })
  }
  const hasRevisions = all.some(
    (row) => find(row, 'w:trPr', 'w:ins') !== null || find(row, 'w:trPr', 'w:del') !== null,
  )
  return { rows, dropped, hasRevisions }
}

/** Is a table one in the sense of a reader? One row or one column is a frame: a letterhead, an imprint, a box around text. */
export function isDataTable({ rows }: DocxTable): boolean {
  const filled = rows.filter((row) =>
    row.some(({ element }) => element !== null && hasText(element)),
  )
  return filled.length > 1 && filled.some((row) => row.length > 1)
}

function hasText(element: Element): boolean {
  return findAll(element, 'w:t').some((text) => /\S/.test(textIn(text)))
}
