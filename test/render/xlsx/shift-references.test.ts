import { describe, expect, it } from 'vitest'

import { placeSheet } from '../../../pipeline/render/xlsx/place-sheet.js'
import { shiftReferences } from '../../../pipeline/render/xlsx/shift-references.js'
import { wordsOf } from '../../../pipeline/render/xlsx/words.js'
import { cell, longText, row, sheet } from './sample-workbooks.js'

// Line 1 is the head, line 2 goes on below for some rows, line 3 is one row; the secrecy takes the first row.
const placed = placeSheet(
  sheet({ rows: [row(cell(1), cell(longText(900))), row(cell(2), cell('短'))] }),
  '秘密',
  wordsOf('zh-CN'),
)
const tail = placed.rows.length - 1
const sheets = new Map([['分 工', { name: '分工(2)', placed }]])
const shift = (formula: string) => shiftReferences(formula, '分 工', sheets)

describe('references count lines of the layout and are moved to rows', () => {
  it('moves a cell to the first row of its line', () => {
    expect(tail).toBeGreaterThan(4)
    expect(shift('B2+B3')).toBe(`B3+B${tail}`)
  })

  it('lets a range reach to the last row of its last line', () => {
    expect(shift('SUM($A$2:A2)')).toBe(`SUM($A$3:A${tail - 1})`)
  })

  it('follows a sheet to its new name', () => {
    expect(shift("'分 工'!B3")).toBe(`'分工(2)'!B${tail}`)
  })

  it.each([
    ['COUNTIF(B2,"B2")', 'COUNTIF(B3,"B2")'],
    ['LOG10(2)', 'LOG10(2)'],
    ['Q4_total', 'Q4_total'],
    ['合计A2', '合计A2'],
    ['SUM(B:B)', 'SUM(B:B)'],
    ['B99', 'B99'],
    ['别处!B2', '别处!B2'],
    ['"他说""B2"""&B2', '"他说""B2"""&B3'],
  ])('%s → %s', (formula, moved) => {
    expect(shift(formula)).toBe(moved)
  })
})
