import { describe, expect, it } from 'vitest'

import type { FlowTable } from '../../pipeline/model/index.js'
import { columnWidths } from '../../pipeline/typeset/column-widths.js'
import { cell, row, table } from './flows.js'

const size = 12
const padding = 4
const width = 440

const widthsOf = (given: FlowTable): readonly number[] =>
  columnWidths(given, width, { size }, padding)

const withColumns = (shares: readonly number[], rows: FlowTable['rows']): FlowTable => ({
  ...table({}, rows),
  columns: shares.map((share) => ({ title: '', width: share })),
})

const longText = '开展水网建设'.repeat(20)

describe('the columns of a table', () => {
  it('take their shares of the width where their values have room', () => {
    const widths = widthsOf(withColumns([1, 3], [row([cell('1'), cell('甲')])]))
    expect(widths.map(Math.round)).toEqual([110, 330])
  })

  it('hold their numbers, however small their share is', () => {
    const widths = widthsOf(
      withColumns([1, 30, 30], [row([cell('（100）'), cell(longText), cell(longText)])]),
    )
    // Three characters and a half, the blank beside a number, and what stands around.
    expect(widths[0]).toBeGreaterThanOrEqual((3.5 + 0.5) * size + 2 * padding)
    expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(width)
    expect(widths[1]).toBeCloseTo(widths[2] ?? 0)
  })

  it('look for numbers in the column where they stand, behind cells merged over rows and columns', () => {
    const merged = { ...cell('水利'), rowSpan: 2 }
    const across = { ...cell('12345678'), colSpan: 2 }
    const widths = widthsOf(
      withColumns(
        [30, 1, 30],
        [
          row([merged, cell('12'), cell(longText)]),
          row([cell('（99）'), cell(longText)]),
          row([cell(longText), across]),
        ],
      ),
    )
    expect(widths[1]).toBeGreaterThanOrEqual((3 + 0.5) * size + 2 * padding)
    expect(widths[1]).toBeLessThan(5 * size)
  })

  it('break Chinese text, and numbers longer than a value', () => {
    const text = widthsOf(withColumns([1, 60], [row([cell('水利部门'), cell(longText)])]))
    expect(text[0]).toBeLessThan(2 * size + 2 * padding + 1)
    const long = widthsOf(withColumns([1, 60], [row([cell('13800000000000'), cell(longText)])]))
    expect(long[0]).toBeLessThan(2 * size + 2 * padding + 1)
  })

  it('keep to their shares where values alone would fill the table', () => {
    const count = 12
    const cells = Array.from({ length: count }, () => cell('（100）'))
    const widths = widthsOf(
      withColumns(
        Array.from({ length: count }, () => 1),
        [row(cells)],
      ),
    )
    expect(Math.max(...widths) - Math.min(...widths)).toBeLessThan(0.01)
    expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(width)
  })

  it('are even where no share is given', () => {
    expect(widthsOf(withColumns([0, 0], [row([cell('1'), cell('2')])]))).toEqual([220, 220])
  })
})
