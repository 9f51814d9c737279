import { describe, expect, it } from 'vitest'
import readWorkbook from 'read-excel-file/node'

import { sentenceOf } from '../../../pipeline/messages/index.js'
import { renderXlsx } from '../../../pipeline/render/xlsx/render-xlsx.js'
import type { Workbook } from '../../../pipeline/model/index.js'
import { lintXlsx } from './lint-xlsx.js'
import { all, ReadBack, textOf } from './read-back.js'
import { overflowingWorkbook } from './overflowing-workbook.js'
import {
  assignmentColumns,
  assignmentWorkbook,
  cell,
  column,
  delicateTexts,
  delicateWorkbook,
  ledgerWorkbook,
  longText,
  row,
  sheet,
  workbook,
} from './sample-workbooks.js'

const samples: Readonly<Record<string, () => Workbook>> = {
  assignment: assignmentWorkbook,
  ledger: ledgerWorkbook,
  delicate: delicateWorkbook,
  overflowing: overflowingWorkbook,
  'secret ledger': () => ledgerWorkbook(3, { secrecy: '机密★1年' }),
  'sheet without rows': () => workbook(),
}

async function readBack(layout: Workbook): Promise<ReadBack> {
  return new ReadBack((await renderXlsx(layout)).bytes)
}

async function readSheets(bytes: Uint8Array) {
  return readWorkbook(Buffer.from(bytes), { trim: false })
}

/** Values of a sheet of the layout as they stand on paper, line by line, covered cells empty. */
function linesOf(layout: Workbook, index = 0): readonly (readonly unknown[])[] {
  const { columns, above, rows, below } = layout.sheets[index] ?? sheet({})
  const bandLine = (pieces: (typeof above)[number]['pieces']) =>
    columns.map(
      (_, at) => pieces.find(({ from, text }) => from === at && text !== '')?.text ?? null,
    )
  return [
    ...above.map(({ pieces }) => bandLine(pieces)),
    columns.map(({ title }) => title),
    ...rows.map(({ cells }) => cells.map((each) => each?.value ?? null)),
    ...below.map(({ pieces }) => bandLine(pieces)),
  ]
}

describe('what is written is what is read back', () => {
  it('holds an agency’s sheet cell by cell', async () => {
    const layout = assignmentWorkbook(7)
    const { bytes, findings } = await renderXlsx(layout)
    const [read] = await readSheets(bytes)
    expect(read?.sheet).toBe('任务分工表')
    expect(read?.data).toEqual(linesOf(layout))
    expect(findings.map(({ rule }) => rule)).toEqual(['sheet-print-readable'])
  })

  it('keeps numbers numbers and days days', async () => {
    const { bytes } = await renderXlsx(ledgerWorkbook(2))
    const [read] = await readSheets(bytes)
    expect(read?.data[3]?.[0]).toBe(1)
    expect(read?.data[3]?.[5]).toEqual(new Date(Date.UTC(2024, 11, 31)))
  })

  it('keeps text text, whatever it looks like', async () => {
    const { bytes } = await renderXlsx(delicateWorkbook())
    const cells = new ReadBack(bytes).cells('xl/worksheets/sheet1.xml')
    delicateTexts.forEach((text, index) => {
      for (const letter of ['B', 'C']) {
        const read = cells.get(`${letter}${index + 2}`)
        expect(read?.formula).toBeNull()
        expect(read?.value).toBe(text)
      }
    })
  })

  it('makes a formula of nothing but a cell of kind formula', async () => {
    const layout = workbook({
      sheets: [sheet({ rows: [row(cell('=1+1'), cell('SUM(A2:A2)', { kind: 'formula' }))] })],
    })
    const cells = (await readBack(layout)).cells('xl/worksheets/sheet1.xml')
    expect(cells.get('A2')).toMatchObject({ value: '=1+1', formula: null })
    expect(cells.get('B2')?.formula).toBe('SUM(A2:A2)')
  })

  it('leaves out what no file can hold, and says where', async () => {
    const layout = workbook({
      sheets: [sheet({ rows: [row(cell('a\u0001b'), cell('c\uFFFEd\uD800e'))] })],
    })
    const { bytes, findings } = await renderXlsx(layout)
    const cells = new ReadBack(bytes).cells('xl/worksheets/sheet1.xml')
    expect(cells.get('A2')?.value).toBe('ab')
    expect(cells.get('B2')?.value).toBe('cde')
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      rule: 'characters-can-be-written',
      values: { count: 3 },
      related: [{ values: { place: '分工!2' } }],
    })
  })
})

describe('what does not fit', () => {
  const whole = (text: string) => text.replace(/\s/g, '')

  it('loses no character of a tall, a merged or an endless cell', async () => {
    const { bytes } = await renderXlsx(overflowingWorkbook())
    const cells = new ReadBack(bytes).cells('xl/worksheets/sheet1.xml')
    const contents = [...cells]
      .filter(([address]) => address.startsWith('C'))
      .map(([, { value }]) => (typeof value === 'string' ? value : ''))
      .join('')
    expect(whole(contents)).toBe(
      whole(`主要内容${longText(3000)}短${longText(2000)}${longText(40_000)}`),
    )
  })

  it('repeats number and title where a row goes on, marked 续', async () => {
    const { bytes } = await renderXlsx(overflowingWorkbook())
    const cells = [...new ReadBack(bytes).cells('xl/worksheets/sheet1.xml')]
    const values = (letter: string) =>
      cells.filter(([address]) => address.startsWith(letter)).map(([, { value }]) => value)
    expect(values('A').filter((value) => value === '1（续）').length).toBeGreaterThan(2)
    expect(values('A').filter((value) => value === '2（续）')).toEqual([])
    expect(values('B')).toContain('合并的任务（续）')
  })

  it('moves formulas and links to the rows where their lines came to stand', async () => {
    const book = await readBack(overflowingWorkbook())
    const cells = [...book.cells('xl/worksheets/sheet1.xml')]
    const rowOf = (wanted: (value: unknown) => boolean) =>
      Number(cells.find(([, { value }]) => wanted(value))?.[0].slice(1))
    const formula = cells.find(([, each]) => each.formula !== null)
    const first = rowOf((value) => value === '高的任务')
    const total = rowOf((value) => value === '合计')
    expect(formula?.[1].formula).toBe(`COUNTIF(D${first}:D${total - 1},"示例部")`)
    const [link] = all(book.part('xl/worksheets/sheet2.xml'), 'hyperlink')
    expect(link?.attributes.location).toMatch(
      new RegExp(`!B${rowOf((value) => value === '合并的任务')}$`),
    )
  })

  it('tells each thing that had to give way', async () => {
    const { findings } = await renderXlsx(overflowingWorkbook())
    const count = (rule: string) => findings.filter((finding) => finding.rule === rule).length
    expect({
      names: count('sheet-name-valid'),
      tall: count('sheet-row-height'),
      endless: count('sheet-cell-length'),
      footer: count('sheet-footer-length'),
      prompt: count('sheet-prompt-length'),
      value: count('sheet-value-kind'),
      defined: count('sheet-defined-name-valid'),
      all: findings.length,
    }).toEqual({
      names: 3,
      tall: 2,
      endless: 1,
      footer: 1,
      prompt: 1,
      value: 2,
      defined: 2,
      all: 12,
    })
    for (const finding of findings)
      for (const language of ['zh', 'en'] as const)
        expect(sentenceOf(finding, language)).not.toMatch(/\{\w+\}/)
  })

  it('keeps a list that is too long for a validation on a hidden sheet', async () => {
    const book = await readBack(overflowingWorkbook())
    const sheets = all(book.part('xl/workbook.xml'), 'sheet').map(({ attributes }) => attributes)
    expect(sheets.at(-1)).toMatchObject({ name: '选项', state: 'hidden' })
    const [formula] = all(book.part('xl/worksheets/sheet1.xml'), 'formula1').map(textOf)
    expect(formula).toBe("'选项'!$A$1:$A$60")
    expect(book.cells('xl/worksheets/sheet4.xml').get('A60')?.value).toBe('第60种情形，另行说明')
  })
})

describe('what may be written where', () => {
  it('locks what is printed and opens what is to fill in', async () => {
    const layout = assignmentWorkbook(2)
    const book = await readBack(layout)
    const locked = book.lockedFormats()
    const cells = book.cells('xl/worksheets/sheet1.xml')
    const letters = Array.from('ABCDEFGHIJKLMNOPQRST')
    letters.forEach((letter, index) => {
      const isLocked = locked[cells.get(`${letter}4`)?.style ?? 0]
      expect(isLocked, letter).toBe(assignmentColumns[index]?.use !== 'fill')
      expect(locked[cells.get(`${letter}3`)?.style ?? 0]).toBe(true)
    })
    expect(locked[cells.get('K2')?.style ?? 0]).toBe(false)
    const [protection] = all(book.part('xl/worksheets/sheet1.xml'), 'sheetProtection')
    expect(protection?.attributes).toEqual({
      sheet: '1',
      formatColumns: '0',
      formatRows: '0',
      autoFilter: '0',
    })
  })

  it('keeps the zeros of a number that is written into a column of short texts', async () => {
    const book = await readBack(assignmentWorkbook(1))
    const cells = book.cells('xl/worksheets/sheet1.xml')
    const formats = all(all(book.part('xl/styles.xml'), 'cellXfs')[0], 'xf')
    const formatOf = (address: string) =>
      formats[cells.get(address)?.style ?? 0]?.attributes.numFmtId
    // 联系电话 holds 40 characters, 进展情况 a thousand; 49 is Excel’s own number for “text”.
    expect([formatOf('O4'), formatOf('Q4')]).toEqual(['49', '0'])
  })

  it('checks lists, dates and lengths once a column, with the column’s prompt', async () => {
    const book = await readBack(assignmentWorkbook(40))
    const validations = all(book.part('xl/worksheets/sheet1.xml'), 'dataValidation')
    const of = (column: string) =>
      validations.find(({ attributes }) => attributes.sqref === `${column}4:${column}43`)
    expect(validations).toHaveLength(7)
    expect(of('J')?.attributes).toMatchObject({
      type: 'textLength',
      prompt: '写明具体做法，不超过500字。',
      promptTitle: '落实举措',
    })
    expect(of('L')?.attributes.type).toBe('date')
    expect(textOf(all(of('P'), 'formula1')[0] ?? { type: 'root', children: [] })).toBe(
      '"未启动,正常推进,临期,逾期,已完成待核,已销号,长期坚持"',
    )
  })

  it('colours a state beside its word, one rule a state', async () => {
    const book = await readBack(assignmentWorkbook(3))
    const [formats] = all(book.part('xl/worksheets/sheet1.xml'), 'conditionalFormatting')
    expect(formats?.attributes.sqref).toBe('P4:P6')
    expect(all(formats, 'formula').map(textOf)).toContain('"已销号"')
    expect(all(formats, 'cfRule')).toHaveLength(7)
  })
})

describe('as an office would make it', () => {
  it('freezes, filters, repeats the head and fits the width of the paper', async () => {
    const book = await readBack(ledgerWorkbook(4, { secrecy: '机密★1年' }))
    const part = book.part('xl/worksheets/sheet1.xml')
    expect(all(part, 'pane')[0]?.attributes).toMatchObject({
      xSplit: '2',
      ySplit: '3',
      state: 'frozen',
    })
    expect(all(part, 'autoFilter')[0]?.attributes.ref).toBe('A3:H16')
    expect(all(part, 'pageSetup')[0]?.attributes).toMatchObject({
      paperSize: '8',
      orientation: 'landscape',
      fitToWidth: '1',
      fitToHeight: '0',
    })
    expect(all(part, 'printOptions')[0]?.attributes).toEqual({ horizontalCentered: '1' })
    const names = all(book.part('xl/workbook.xml'), 'definedName').map((name) => [
      name.attributes.name,
      textOf(name),
    ])
    expect(names).toContainEqual(['_xlnm.Print_Titles', "'分工'!$3:$3"])
    expect(names).toContainEqual(['_xlnm.Print_Area', "'分工'!$A$1:$H$17"])
    expect(textOf(all(part, 'oddFooter')[0] ?? { type: 'root', children: [] })).toMatch(
      /&L.*示发〔2023〕1号&R.*第 &P 页 共 &N 页$/,
    )
    expect(book.cells('xl/worksheets/sheet1.xml').get('A1')?.value).toBe('机密★1年')
  })

  it('escapes & in the footer', async () => {
    const book = await readBack(assignmentWorkbook(1))
    const [footer] = all(book.part('xl/worksheets/sheet1.xml'), 'oddFooter').map(textOf)
    expect(footer).toContain('示发〔2023〕1号 && 任务分工表')
  })

  it('fills the properties from the layout and takes no date from the clock', async () => {
    const core = (await readBack(assignmentWorkbook(1))).parts.get('docProps/core.xml') ?? ''
    expect(core).toContain('<dc:title>任务分工表</dc:title>')
    expect(core).toContain('<dc:creator>示例办公室</dc:creator>')
    expect(core.match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)).toEqual([
      '2023-06-24T00:00:00Z',
      '2023-06-24T00:00:00Z',
    ])
  })

  it('names constants for taking a reply back, longer than a string of a formula may be', async () => {
    const book = await readBack(assignmentWorkbook(1))
    const names = new Map(
      all(book.part('xl/workbook.xml'), 'definedName').map((name) => [
        name.attributes.name,
        textOf(name),
      ]),
    )
    expect(names.get('fengong_document')).toBe('"shili-2023-1"')
    expect(names.get('fengong_rows')?.replaceAll('"&"', '')).toBe(`"${'a'.repeat(300)}"`)
  })

  it('has named styles, so that who edits it changes all heads at once', async () => {
    const styles = (await readBack(assignmentWorkbook(1))).part('xl/styles.xml')
    const names = all(styles, 'cellStyle').map(({ attributes }) => attributes.name)
    expect(names).toEqual(expect.arrayContaining(['Normal', '分工·表头', '分工·填报', '分工·标题']))
    expect(all(all(styles, 'cellStyleXfs')[0], 'xf')).toHaveLength(names.length)
    const faces = all(styles, 'name').map(({ attributes }) => attributes.val)
    expect(new Set(faces)).toEqual(new Set(['仿宋', '黑体', '小标宋']))
  })

  it('tells corrected from attention without colour', async () => {
    const book = await readBack(ledgerWorkbook(1))
    const cells = book.cells('xl/worksheets/sheet1.xml')
    const styles = book.part('xl/styles.xml')
    const formats = all(all(styles, 'cellXfs')[0], 'xf')
    const fontOf = (address: string) =>
      all(styles, 'font')[Number(formats[cells.get(address)?.style ?? 0]?.attributes.fontId)]
    expect(all(fontOf('D5'), 'u')).toHaveLength(1)
    expect(all(fontOf('D6'), 'u')).toHaveLength(0)
    expect(all(fontOf('E6'), 'name')[0]?.attributes.val).toBe('黑体')
  })

  it('hides the columns that are for the machine', async () => {
    const cols = all(
      (await readBack(assignmentWorkbook(1))).part('xl/worksheets/sheet1.xml'),
      'col',
    )
    const hidden = cols.filter(({ attributes }) => attributes.hidden === '1')
    expect(hidden.map(({ attributes }) => attributes.min)).toEqual(['20'])
  })
})

describe('every workbook', () => {
  it.each(Object.entries(samples))('%s passes the lint of Excel’s limits', async (_, make) => {
    expect(lintXlsx((await renderXlsx(make())).bytes)).toEqual([])
  })

  it('is the same bytes whatever was made before, and at the same time', async () => {
    const alone = await renderXlsx(assignmentWorkbook(3))
    await renderXlsx(ledgerWorkbook(5))
    const [one, other] = await Promise.all([
      renderXlsx(assignmentWorkbook(3)),
      renderXlsx(overflowingWorkbook()),
    ])
    const again = await renderXlsx(assignmentWorkbook(3))
    expect(Buffer.compare(Buffer.from(alone.bytes), Buffer.from(one.bytes))).toBe(0)
    expect(Buffer.compare(Buffer.from(alone.bytes), Buffer.from(again.bytes))).toBe(0)
    expect(other.findings.length).toBeGreaterThan(0)
  })

  it('leaves its layout as it was', async () => {
    const layout = overflowingWorkbook()
    const before = JSON.stringify(layout)
    await renderXlsx(layout)
    expect(JSON.stringify(layout)).toBe(before)
  })

  it('throws on a workbook without sheets and on cells that overlap: bugs of their maker', async () => {
    await expect(renderXlsx(workbook({ sheets: [] }))).rejects.toThrow('at least one sheet')
    const overlapping = sheet({
      columns: [column('甲', 8), column('乙', 8)],
      rows: [row(cell('一', { colSpan: 2 }), cell('二'))],
    })
    await expect(renderXlsx(workbook({ sheets: [overlapping] }))).rejects.toThrow('overlap')
  })
})
