import { describe, expect, it } from 'vitest'

import type { Sheet, SheetRow } from '../../../pipeline/model/index.js'
import { renderXlsx } from '../../../pipeline/render/xlsx/render-xlsx.js'
import { lintXlsx } from './lint-xlsx.js'
import { all, ReadBack, textOf } from './read-back.js'
import { band, cell, column, piece, row, sheet, workbook } from './sample-workbooks.js'

async function back(more: Partial<Sheet>): Promise<{ book: ReadBack; faults: readonly string[] }> {
  const { bytes } = await renderXlsx(workbook({ sheets: [sheet(more)] }))
  return { book: new ReadBack(bytes), faults: lintXlsx(bytes) }
}
const part = 'xl/worksheets/sheet1.xml'

function isLocked(book: ReadBack, address: string): boolean | undefined {
  const found = all(book.part(part), 'c').find((each) => each.attributes.r === address)
  return book.lockedFormats()[Number(found?.attributes.s)]
}

const ledger = {
  protected: true,
  frozenColumns: 1,
  above: [
    band({ ...piece(0, 0, '截至日期：'), asOf: false }, { ...piece(1, 1, '', 'fill'), asOf: true }),
  ],
  columns: [
    column('任务', 20),
    column('时限', 12, {
      format: 'date',
      key: 'due',
      overdue: { date: 'due', state: 'state', settled: ['已销号'] },
    }),
    column('状态', 10, { use: 'fill', key: 'state', list: ['正常推进', '已销号'], states: true }),
  ],
  rows: [
    row(cell('甲'), cell('2024-03-31', { kind: 'date' }), cell(null)),
    { ...row(cell('乙'), cell(null), cell(null)), locked: true } satisfies SheetRow,
  ],
}

describe('a deadline that has passed', () => {
  it('is marked by a rule that compares with the day a person writes in, without a clock', async () => {
    const { book, faults } = await back(ledger)
    const formulas = all(book.part(part), 'cfRule')
      .filter((rule) => rule.attributes.type === 'expression')
      .map((rule) => textOf(rule))
    expect(formulas).toEqual(['AND(ISNUMBER($B$1),ISNUMBER($B3),$B3<$B$1,$C3<>"已销号")'])
    expect(JSON.stringify(formulas)).not.toMatch(/TODAY|NOW/)
    expect(faults).toEqual([])
  })

  it('has a cell for that day that takes dates alone', async () => {
    const { book } = await back(ledger)
    const checks = all(book.part(part), 'dataValidation').filter(
      (each) => each.attributes.sqref === 'B1',
    )
    expect(checks.map((each) => each.attributes.type)).toEqual(['date'])
  })
})

describe('a row that another reports on', () => {
  it('is closed where the other rows are open', async () => {
    const { book } = await back(ledger)
    expect(isLocked(book, 'C3')).toBe(false)
    expect(isLocked(book, 'C4')).toBe(true)
  })
})

describe('a link to another file', () => {
  it('is kept beside links inside the workbook, in one list, with its relation', async () => {
    const path = '../../a/agencies/商务部/任务 1#.xlsx'
    const { book, faults } = await back({
      rows: [row(cell(1, { link: "'分工'!A2" }), cell('打开', { link: path }))],
    })
    const links = all(book.part(part), 'hyperlinks')
    expect(links).toHaveLength(1)
    expect(all(book.part(part), 'hyperlink')).toHaveLength(2)
    const relations = all(book.part('xl/worksheets/_rels/sheet1.xml.rels'), 'Relationship')
    expect(relations.map(({ attributes }) => attributes.Target)).toEqual([
      '../../a/agencies/商务部/任务%201%23.xlsx',
    ])
    expect(faults).toEqual([])
  })
})

describe('a sheet on two pages side by side', () => {
  it('ends the first before its column and repeats those that stay in sight', async () => {
    const { book, faults } = await back({
      columns: [column('序号', 5), column('任务', 60), column('进展', 60, { use: 'fill' })],
      rows: [row(cell(1), cell('甲'), cell(null))],
      frozenColumns: 1,
      secondPageFrom: 2,
    })
    expect(all(book.part(part), 'colBreaks')).toHaveLength(1)
    expect(all(book.part(part), 'brk').map(({ attributes }) => attributes.id)).toEqual(['2'])
    expect(all(book.part(part), 'pageSetup')[0]?.attributes).toMatchObject({ fitToWidth: '2' })
    const titles = all(book.part('xl/workbook.xml'), 'definedName').filter(
      ({ attributes }) => attributes.name === '_xlnm.Print_Titles',
    )
    expect(titles.map(textOf)).toEqual(["'分工'!$A:$A,'分工'!$1:$1"])
    expect(faults).toEqual([])
  })
})

describe('narrow columns of a matrix', () => {
  it('have upright titles in a head as high as the longest', async () => {
    const { book } = await back({
      columns: [column('任务', 20), column('人力资源社会保障部', 2.5, { turned: true })],
      rows: [row(cell('甲'), cell('★'))],
    })
    const head = all(book.part(part), 'row')[0]
    expect(Number(head?.attributes.ht)).toBeGreaterThan(9 * 10.5)
    expect(
      all(book.part('xl/styles.xml'), 'alignment').map((each) => each.attributes.textRotation),
    ).toContain('255')
  })
})

describe('printed signs', () => {
  it('are coloured as well, of several in one cell the first of the list deciding', async () => {
    const signs = { list: ['★', '●'], states: true }
    const { book, faults } = await back({
      columns: [column('任务', 20), column('甲', 5, signs), column('乙', 5, signs)],
      rows: [row(cell('一'), cell('★●'), cell('●'))],
    })
    const rules = all(book.part(part), 'conditionalFormatting').map((each) => [
      each.attributes.sqref,
      all(each, 'cfRule').map((rule) => textOf(rule)),
    ])
    expect(rules).toEqual([
      ['B2:B2', ['ISNUMBER(FIND("★",B2))', 'ISNUMBER(FIND("●",B2))']],
      ['C2:C2', ['ISNUMBER(FIND("★",C2))', 'ISNUMBER(FIND("●",C2))']],
    ])
    const priorities = all(book.part(part), 'cfRule').map(({ attributes }) => attributes.priority)
    expect(priorities).toEqual(['1', '2', '3', '4'])
    expect(faults).toEqual([])
  })
})
