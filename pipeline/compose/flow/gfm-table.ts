import type { Table } from 'mdast'

import type { FlowCell, FlowTable, Run } from '../../model/index.js'
import type { PrintedValue } from '../liquid/value-tokens.js'
import { columnsOf } from '../../text/index.js'
import { runsOf } from './runs.js'

function textLength(runs: readonly Run[]): number {
  return Math.max(
    0,
    ...runs
      .map((run) => (run.type === 'text' ? run.text : '　'.repeat(run.width)))
      .join('')
      .split('\n')
      .map(columnsOf),
  )
}

/** A table written out in Markdown; widths follow the longest line of each column, between 4 and 40 half-width characters. */
export function tableOfMarkdown(node: Table, values: readonly PrintedValue[]): FlowTable {
  const rows = node.children.map((row) => row.children.map((cell) => runsOf(cell.children, values)))
  const [head = [], ...body] = rows
  const columns = head.map((runs, index) => ({
    title: runs.map((run) => (run.type === 'text' ? run.text : '')).join(''),
    width: Math.min(40, Math.max(4, ...rows.map((row) => textLength(row[index] ?? [])))),
  }))
  const cell = (runs: readonly Run[], align: FlowCell['align']): FlowCell => ({
    paragraphs: [runs],
    align,
    colSpan: 1,
    rowSpan: 1,
  })
  return {
    type: 'table',
    columns,
    head: [{ kind: 'row', cells: head.map((runs) => cell(runs, 'center')) }],
    rows: body.map((row) => ({
      kind: 'row',
      cells: columns.map((_column, index) => cell(row[index] ?? [], node.align?.[index] ?? 'left')),
    })),
    anchor: null,
  }
}
