import { describe, expect, it } from 'vitest'

import { formulaResult } from '../../../pipeline/render/xlsx/formula-result.js'
import { placeSheet } from '../../../pipeline/render/xlsx/place-sheet.js'
import { wordsOf } from '../../../pipeline/render/xlsx/words.js'
import { cell, row, sheet } from './sample-workbooks.js'

const placed = placeSheet(
  sheet({
    rows: [
      row(cell(3), cell('★')),
      row(cell(4.5), cell('★●')),
      row(cell(null), cell('a?b')),
      row(cell('5'), cell(null)),
      row(cell('SUM(A2:A5)', { kind: 'formula' }), cell(null)),
    ],
  }),
  null,
  wordsOf('zh-CN'),
)
const result = (formula: string) =>
  formulaResult(formula, placed, new Map([['x', { name: '按 单位', placed }]]))

describe('what a formula comes to', () => {
  it.each([
    ['SUM(A2:A5)', 7.5],
    ['COUNT($A$2:$A$5)', 2],
    ['COUNTA(B2:B5)', 3],
    ['COUNTIF(B2:B5,"★")', 1],
    ['COUNTIF(B2:B5,"*★*")', 2],
    ['COUNTIF(B2:B5,"A~?B")', 1],
    ['COUNTIF(B2:B5,"a.b")', 0],
    ["COUNTA('按 单位'!B2)", 1],
  ])('%s is %d', (formula, value) => {
    expect(result(formula)).toBe(value)
  })

  it.each(['SUM(A2:A6)', 'COUNTIF(A2:A5,">3")', 'COUNTIF(A2:A5,"5")', 'A2+A3', 'SUM(别处!A2:A3)'])(
    '%s is left to Excel',
    (formula) => {
      expect(result(formula)).toBeNull()
    },
  )
})
