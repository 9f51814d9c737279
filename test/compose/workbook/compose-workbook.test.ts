import { describe, expect, it } from 'vitest'

import { loadTemplates } from '../../../pipeline/compose/index.js'
import { bandEnds, composeBand, composeBands } from '../../../pipeline/compose/workbook/bands.js'
import { columnLetters } from '../../../pipeline/compose/workbook/column-letters.js'
import { makeFinding } from '../../../pipeline/messages/index.js'
import {
  by,
  compose,
  duty,
  item,
  notice,
  office,
  packageFiles,
  templates,
} from '../build-document.js'
import { columnValues, sheetNamed, workbookAt } from '../read-layout.js'

const document = notice({
  items: [
    item(1, '甲', {
      category: '一领域',
      responsibilities: [by('财政部', 'lead'), by('水利部', 'support')],
    }),
    item(2, '乙', { category: '一领域', responsibilities: [by('水利部')] }),
    item(3, '丙', {
      responsibilities: [by('水利部', 'lead')],
      deadlines: [{ text: '年内', kind: 'yearEnd', date: '2023-12-31' }],
    }),
  ],
  duties: [duty('审计署要加强监督', [by('审计署')])],
})

describe('the assignment sheet', () => {
  const composed = compose(document)
  const sheet = sheetNamed(workbookAt(composed, 'agencies/财政部/任务分工表.xlsx'), '任务分工表')

  it('holds the agency’s items and no others, with the notice’s own number', () => {
    expect(columnValues(sheet, '任务')).toEqual(['甲'])
    expect(columnValues(sheet, '原序号')).toEqual([1])
    expect(columnValues(sheet, '本单位\n角色')).toEqual(['牵头'])
  })

  it('has the columns that some task of the document fills, in every agency’s sheet', () => {
    const titles = sheet.columns
      .filter((column) => column.use === 'printed')
      .map((column) => column.title)
    expect(titles).toEqual([
      '序号',
      '原序号',
      '任务',
      '领域',
      '牵头单位',
      '配合单位',
      '负责单位',
      '本单位\n角色',
      '完成时限\n（原文）',
    ])
    const water = sheetNamed(workbookAt(composed, 'agencies/水利部/任务分工表.xlsx'), '任务分工表')
    expect(water.columns.map((column) => column.title)).toEqual(
      sheet.columns.map((column) => column.title),
    )
  })

  it('opens what is to be filled in and locks the rest', () => {
    expect(sheet.protected).toBe(true)
    expect(
      sheet.columns.filter((column) => column.use === 'fill').map((column) => column.title),
    ).toEqual([
      '落实举措',
      '阶段目标',
      '计划完成\n时间',
      '责任处室',
      '责任人',
      '联系电话',
      '进展状态',
      '进展情况',
      '存在问题',
      '需协调事项',
      '下一步举措',
      '佐证材料',
      '申请\n办结',
    ])
    const state = sheet.columns.find((column) => column.title === '进展状态')
    expect(state?.list).not.toContain('已销号')
    expect(sheet.columns.slice(-3)).toMatchObject([
      { key: 'id', use: 'hidden' },
      { key: 'digest', use: 'hidden' },
      { key: 'due', use: 'hidden' },
    ])
  })

  it('has the head and foot of the form', () => {
    const texts = [...sheet.above, ...sheet.below].flatMap((band) =>
      band.pieces.map((piece) => piece.text),
    )
    expect(texts).toContain('填报单位（盖章）：财政部')
    expect(
      texts.filter((text) => /^(填报日期|填表人|审核人|分管负责人签字)：$/u.test(text)),
    ).toHaveLength(4)
  })

  it('says who sums up where only the lead reports', () => {
    const composedByLead = compose(document, { office: office({ reportedBy: 'lead' }) })
    const water = sheetNamed(
      workbookAt(composedByLead, 'agencies/水利部/任务分工表.xlsx'),
      '任务分工表',
    )
    expect(columnValues(water, '填报方式')).toEqual(['由牵头单位汇总填报', null, null])
  })
})

describe('the master workbook', () => {
  const finding = makeFinding('item-stands-once', {
    values: { title: '乙' },
    item: document.items[1]?.id ?? null,
  })
  const master = workbookAt(compose(document, { findings: [finding] }), '任务分工总表.xlsx')

  it('has its sheets in order', () => {
    expect(master.sheets.map((sheet) => sheet.name)).toEqual([
      '分工',
      '台账',
      '按单位',
      '正文另有要求',
      '核对',
      '说明',
    ])
  })

  it('counts each agency’s roles by formulas over its column of signs', () => {
    const sheet = sheetNamed(master, '按单位')
    expect(sheet.columns.map((column) => column.title)).toEqual([
      '序号',
      '原序号',
      '任务',
      '财政部',
      '水利部',
    ])
    expect(columnValues(sheet, '水利部')).toEqual(['○', '●', '★'])
    const totals = sheet.rows
      .filter((row) => row.kind === 'total')
      .map((row) => row.cells.map((cell) => cell?.value ?? null))
    expect(totals).toEqual([
      [null, null, '牵头（按次）', 'COUNTIF(D4:D6,"*★*")', 'COUNTIF(E4:E6,"*★*")'],
      [null, null, '配合（按次）', 'COUNTIF(D4:D6,"*○*")', 'COUNTIF(E4:E6,"*○*")'],
      [null, null, '负责（按次）', 'COUNTIF(D4:D6,"*●*")', 'COUNTIF(E4:E6,"*●*")'],
      [null, null, '合计（项）', 'COUNTA(D4:D6)', 'COUNTA(E4:E6)'],
    ])
  })

  it('colours the very signs that it prints, the lead’s first', () => {
    const matrix = sheetNamed(workbookAt(compose(document), '任务分工总表.xlsx'), '按单位')
    const { sign } = templates.words as { sign: Readonly<Record<string, string>> }
    const { lead, responsible, support, guide } = sign
    const columns = matrix.columns.filter(({ key }) => key.startsWith('agency'))
    expect(columns.length).toBeGreaterThan(1)
    for (const { list, states } of columns) {
      expect(states).toBe(true)
      expect(list).toEqual([lead, responsible, support, guide])
    }
  })

  it('has no matrix where nobody is named', () => {
    const nobody = compose(notice({ items: [item(1, '甲')] }))
    const names = workbookAt(nobody, '任务分工总表.xlsx').sheets.map(({ name }) => name)
    expect(names).toContain('台账')
    expect(names).not.toContain('按单位')
  })

  it('links a message to the row that it is about', () => {
    const sheet = sheetNamed(master, '核对')
    const at = sheet.columns.findIndex((column) => column.title === '任务序号')
    // Two bands and the head stand above; 乙 is the second row.
    expect(sheet.rows[0]?.cells[at]).toMatchObject({ value: 2, link: "'分工'!A5" })
    expect(columnValues(sheet, '所涉任务')).toEqual(['第2项 乙'])
  })

  it('lists what running text asks apart, uncounted', () => {
    expect(columnValues(sheetNamed(master, '正文另有要求'), '要求（原文）')).toEqual([
      '审计署要加强监督',
    ])
    expect(columnValues(sheetNamed(master, '台账'), '任务')).toEqual(['甲', '乙', '丙'])
  })

  it('says that nothing was found where nothing was', () => {
    const sheet = sheetNamed(workbookAt(compose(document), '任务分工总表.xlsx'), '核对')
    expect(sheet.rows.map((row) => [row.kind, row.cells[0]?.value])).toEqual([
      ['group', '未发现需要核对的问题。'],
    ])
  })
})

describe('bands', () => {
  const piece = (text: string, style: 'label' | 'fill' = 'label') => {
    const place = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: 0 },
    }
    const file = { name: '表.yaml', path: '表.yaml', text: '', origin: 'package' } as const
    const simple = { type: 'fixed' } as const
    const placeOf = () => place
    const compiled = { source: text, templates: [], simple, file, place, placeOf }
    return { text: compiled, style, align: 'left', share: 1, asOf: false } as const
  }
  const scope = { engine: templates.engine, scope: {}, globals: {} }
  const foot = ['填表人：', '', '审核人：', '', '签字：', '', '日期：', ''].map((text) =>
    piece(text, text === '' ? 'fill' : 'label'),
  )

  it('below the rows go on in a line of their own where the columns are too few, and lose nothing', () => {
    const bands = composeBands(foot, [5, 7, 16, 10, 10, 10, 10], scope, 3)
    expect(bands.map(({ pieces }) => pieces.map(({ text }) => text))).toEqual([
      ['填表人：', '', '审核人：', ''],
      ['签字：', '', '日期：', ''],
    ])
    expect(composeBands(foot, Array<number>(8).fill(10), scope)).toHaveLength(1)
  })

  it('above the head have the texts of all pieces, however few the columns', () => {
    const band = composeBand([piece('甲'), piece('乙'), piece('丙')], [10, 10], scope)
    expect(band.pieces.map(({ text }) => text)).toEqual(['甲', '乙　丙'])
  })

  it('lie over whole columns, share by share', () => {
    expect(bandEnds([1, 1], [10, 10, 10, 10])).toEqual([1, 3])
    expect(bandEnds([3, 1], [10, 10, 10, 10])).toEqual([2, 3])
    expect(bandEnds([1], [10, 10, 10])).toEqual([2])
  })

  it('give each piece a column, the last the rest, and drop pieces that have none', () => {
    expect(bandEnds([9, 1, 1], [10, 10, 10])).toEqual([0, 1, 2])
    expect(bandEnds([1, 1, 1], [10, 10])).toEqual([0, 1])
    expect(bandEnds([1, 1], [100, 1, 1])).toEqual([0, 2])
  })
})

describe('two pages side by side', () => {
  const sheet = sheetNamed(
    workbookAt(compose(document), 'agencies/水利部/任务分工表.xlsx'),
    '任务分工表',
  )
  const seen = sheet.columns.filter(({ use }) => use !== 'hidden')
  const second = sheet.secondPageFrom ?? 0
  const widthOf = (columns: typeof seen): number =>
    columns.reduce((sum, { width }) => sum + width + 1.71, 0)

  it('are equally wide, though columns were left out', () => {
    const left = widthOf(seen.slice(sheet.frozenColumns, second))
    expect(left).toBeCloseTo(widthOf(seen.slice(second)), 2)
  })

  it('give the room to all columns of text, not to one', () => {
    const widthOfTitle = (title: string): number =>
      seen.find((column) => column.title === title)?.width ?? 0
    // As the template has them: 11 and 36.
    expect(widthOfTitle('负责单位')).toBeGreaterThan(11)
    expect(widthOfTitle('领域')).toBeGreaterThan(9)
    expect(widthOfTitle('本单位\n角色')).toBe(8)
  })
})

it('column letters go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ])
})

describe('a column of a template', () => {
  it('is never wider than spreadsheets take, nor what is widened beside it', () => {
    const files = packageFiles.map((file) => ({
      ...file,
      text: file.text.replace('title: 任务, width: 16,', 'title: 任务, width: 1000000000,'),
    }))
    const wide = loadTemplates(files).templates
    const jobs = compose(document, { templates: wide, only: ['assignments'] })
    const { columns } = sheetNamed(
      workbookAt(jobs, 'agencies/水利部/任务分工表.xlsx'),
      '任务分工表',
    )
    expect(Math.max(...columns.map(({ width }) => width))).toBe(250)
  })
})
