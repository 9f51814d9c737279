import { describe, expect, it } from 'vitest'

import type { Sheet } from '../../../pipeline/model/index.js'
import { renderCsv } from '../../../pipeline/render/text/render-csv.js'
import { cell, column, groupRow, row, sheet, workbook } from '../xlsx/sample-workbooks.js'

function csvOf(more: Partial<Sheet>): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    renderCsv(workbook({ sheets: [sheet(more)] })).bytes,
  )
}
const two = [column('甲\n列', 10), column('乙', 10)]
const fieldsOf = (text: string): string =>
  csvOf({ columns: [column('甲', 10)], rows: [row(cell(text))] }).slice('\uFEFF甲\r\n'.length, -2)

describe('a sheet as CSV', () => {
  it('begins with a BOM, has the head in one line and ends each line by CRLF', () => {
    const rows = [groupRow('一组', 2), row(cell('一'), cell(2))]
    expect(csvOf({ columns: two, rows })).toBe('\uFEFF甲列,乙\r\n一,2\r\n')
  })

  it.each([
    ['一,二', '"一,二"'],
    ['他说“好”和"不"', '"他说“好”和""不"""'],
    ['第一行\n第二行', '"第一行\n第二行"'],
    [' 前有空格', '" 前有空格"'],
    ['无须引号', '无须引号'],
  ])('quotes what a reader would part: %s', (text, field) => {
    expect(fieldsOf(text)).toBe(field)
  })

  it.each(['=1+1', '+86', '-3', '@SUM(A1)', '＝1', '＋1', '－1', '＠甲'])(
    'makes %s harmless by an apostrophe',
    (text) => {
      expect(fieldsOf(text)).toBe(`'${text}`)
    },
  )

  it('leaves numbers numbers, and the same characters alone inside a text', () => {
    const rows = [row(cell(-3), cell('a=1'))]
    expect(csvOf({ columns: two, rows })).toContain('\r\n-3,a=1\r\n')
  })

  it('repeats in each row what stands in a cell of several rows', () => {
    const rows = [row(cell('一', { rowSpan: 2 }), cell('子')), row(null, cell('丑'))]
    expect(csvOf({ columns: two, rows })).toContain('\r\n一,子\r\n一,丑\r\n')
  })

  it('leaves out what no file can hold, and tells how much', () => {
    const rows = [row(cell('a\u0001b'), cell('c\uFFFE'))]
    const { bytes, findings } = renderCsv(workbook({ sheets: [sheet({ columns: two, rows })] }))
    expect(new TextDecoder().decode(bytes)).toBe('甲列,乙\r\nab,c\r\n')
    expect(findings).toMatchObject([
      {
        rule: 'characters-can-be-written',
        values: { count: 2, characters: ['U+0001', 'U+FFFE'] },
      },
    ])
  })
})
