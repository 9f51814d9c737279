import type {
  Sheet,
  SheetBand,
  SheetCell,
  SheetColumn,
  SheetRow,
  Workbook,
} from '../../../pipeline/model/index.js'

/** Workbooks as an office would want them, made by functions, with invented tasks. */

/** A cell of text; numbers become numbers. */
export function cell(value: string | number | null, more: Partial<SheetCell> = {}): SheetCell {
  return {
    value,
    kind: typeof value === 'number' ? 'number' : 'text',
    mark: null,
    colSpan: 1,
    rowSpan: 1,
    link: null,
    ...more,
  }
}

/** A column; `use` decides whether it is to fill in. */
export function column(title: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn {
  return {
    key: title,
    title,
    width,
    use: 'printed',
    align: 'left',
    format: 'text',
    list: null,
    maxLength: null,
    prompt: null,
    states: false,
    overdue: null,
    turned: false,
    ...more,
  }
}

export function row(...cells: readonly (SheetCell | null)[]): SheetRow {
  return { cells, kind: 'row', locked: false }
}

export function groupRow(text: string, columns: number): SheetRow {
  return {
    kind: 'group',
    locked: false,
    cells: [cell(text, { colSpan: columns }), ...Array<null>(columns - 1).fill(null)],
  }
}

type Piece = SheetBand['pieces'][number]
export function piece(
  from: number,
  to: number,
  text: string,
  style: Piece['style'] = 'label',
  align: Piece['align'] = 'left',
): Piece {
  return { from, to, text, style, align, asOf: false }
}

export function band(...pieces: readonly Piece[]): SheetBand {
  return { pieces }
}

export function sheet(more: Partial<Sheet>): Sheet {
  return {
    name: '分工',
    paper: 'A4',
    orientation: 'landscape',
    columns: [column('序号', 6), column('任务', 30)],
    above: [],
    rows: [],
    below: [],
    protected: false,
    filter: false,
    frozenColumns: 0,
    secondPageFrom: null,
    footer: '',
    ...more,
  }
}

export function workbook(more: Partial<Workbook> = {}): Workbook {
  return {
    type: 'workbook',
    properties: {
      title: '任务分工表',
      subject: '示例',
      author: '示例办公室',
      keywords: ['任务分工', '示例'],
      date: '2023-06-24',
      lang: 'zh-CN',
    },
    faces: { text: '仿宋', head: '黑体', title: '小标宋' },
    secrecy: null,
    sheets: [sheet({})],
    names: {},
    ...more,
  }
}

export const states = ['未启动', '正常推进', '临期', '逾期', '已完成待核', '已销号', '长期坚持']

const fill = (title: string, width: number, more: Partial<SheetColumn> = {}): SheetColumn =>
  column(title, width, { use: 'fill', ...more })

/** Columns of an agency’s sheet: printed ones, ones to fill in, hidden ones for taking the reply back. */
export const assignmentColumns: readonly SheetColumn[] = [
  column('序号', 5, { align: 'center', format: 'number' }),
  column('任务', 22),
  column('原序号', 6, { align: 'center', format: 'number' }),
  column('领域', 9, { align: 'center' }),
  column('主要内容', 40),
  column('范围', 9, { align: 'center' }),
  column('负责单位', 14),
  column('本单位角色', 8, { align: 'center' }),
  column('完成时限（原文）', 10, { align: 'center' }),
  fill('落实举措', 22, { maxLength: 500, prompt: '写明具体做法，不超过500字。' }),
  fill('阶段目标', 12, { maxLength: 200 }),
  fill('计划完成时间', 11, { format: 'date', align: 'center', prompt: '形如 2024-03-31。' }),
  fill('责任处室', 9, { align: 'center' }),
  fill('责任人', 8, { align: 'center' }),
  fill('联系电话', 12, { align: 'center', maxLength: 40 }),
  fill('进展状态', 10, {
    align: 'center',
    list: states,
    states: true,
    prompt: '从列表中选择；已销号由台账管理单位填写。',
  }),
  fill('进展情况', 20, { maxLength: 1000 }),
  fill('存在问题', 14),
  fill('申请办结', 6, { align: 'center', list: ['是', '否'] }),
  column('标识', 8, { use: 'hidden' }),
]

const contents = [
  '推行“一窗受理、并联办理”机制，将企业开办涉及的登记、刻章、涉税、社保等事项归集到一个窗口，材料一次提交、信息内部流转、结果统一送达；对可以网上核验的信息不再要求重复提交。',
  '建立跨区域通办清单，明确事项名称、受理条件、办理流程和责任单位，实行异地受理、属地办理、限时办结。',
  '对符合条件的企业实行“告知承诺+信用监管”，由申请人书面承诺符合条件即予办理，审批部门在2个月内完成核查；承诺不实的，依法撤销决定，并将有关情况纳入信用记录，3年内不再适用告知承诺。具体包括：\n（一）公布适用事项目录和承诺书示范文本；\n（二）建立事中事后核查办法，核查比例不低于30~50%；\n（三）与全国信用信息共享平台联通。',
]

function assignmentRow(index: number): SheetRow {
  const printed = [
    cell(index + 1),
    cell(`“${['一窗受理', '跨区域通办', '告知承诺'][index % 3] ?? ''}”办理机制`),
    cell(index * 3 + 2),
    cell('政务服务领域'),
    cell(contents[index % 3] ?? ''),
    cell(index % 2 === 0 ? '全国' : '沿海地区'),
    cell(index % 2 === 0 ? '示例部、示例总局' : '示例部'),
    cell('负责'),
    cell(index % 2 === 0 ? '2024年底前' : null),
  ]
  const open = Array.from({ length: 10 }, () => cell(null))
  return row(...printed, ...open, cell(`notice/${index}`))
}

/** An agency’s assignment sheet: locked and open columns, bands to fill in, a line to sign. */
export function assignmentWorkbook(items = 5, more: Partial<Workbook> = {}): Workbook {
  const last = assignmentColumns.length - 2
  return workbook({
    names: { fengong_document: 'shili-2023-1', fengong_rows: 'a'.repeat(300) },
    ...more,
    sheets: [
      sheet({
        name: '任务分工表',
        columns: assignmentColumns,
        above: [
          band(
            piece(0, last, '示例部《关于优化政务服务若干措施的通知》任务分工表', 'title', 'center'),
          ),
          band(
            piece(0, 6, '依据：示发〔2023〕1号'),
            piece(7, 9, '填报单位（盖章）：', 'label', 'right'),
            piece(10, 12, '', 'fill'),
            piece(13, 15, '填报日期：', 'label', 'right'),
            piece(16, 17, '', 'fill'),
          ),
        ],
        rows: Array.from({ length: items }, (_, index) => assignmentRow(index)),
        below: [
          band(
            piece(0, 1, '填表人：', 'label', 'right'),
            piece(2, 4, '', 'fill'),
            piece(6, 7, '审核人：', 'label', 'right'),
            piece(8, 10, '', 'fill'),
            piece(12, 14, '分管负责人签字：', 'label', 'right'),
            piece(15, 17, '', 'fill'),
          ),
          band(
            piece(
              0,
              last,
              '注：底色为黄的各栏由填报单位填写，其余各栏来自通知原文，请勿改动。',
              'note',
            ),
          ),
        ],
        protected: true,
        filter: true,
        frozenColumns: 2,
        footer: '示发〔2023〕1号 & 任务分工表',
      }),
    ],
  })
}

const ledgerColumns: readonly SheetColumn[] = [
  column('序号', 6, { align: 'center', format: 'number' }),
  column('任务', 28),
  column('主要内容', 60),
  column('负责单位', 24),
  column('分项职责', 40),
  column('完成时限', 14, { align: 'center', format: 'date' }),
  column('完成状态', 12, { align: 'center', list: states, states: true }),
  fill('备注', 20),
]

function ledgerRows(index: number): readonly SheetRow[] {
  const merged = { rowSpan: 3 }
  const agencies = ['示例部', '示例总局', '示例委']
  return agencies.map((agency, sub) =>
    row(
      sub === 0 ? cell(index + 1, merged) : null,
      sub === 0 ? cell(`第${index + 1}项改革举措`, merged) : null,
      sub === 0 ? cell(contents[index % 3] ?? '', merged) : null,
      cell(agency, sub === 1 ? { mark: 'corrected' } : {}),
      cell(sub === 2 ? '按职责分工负责，研究制定配套办法' : '制定实施细则', {
        mark: sub === 2 ? 'attention' : null,
      }),
      cell('2024-12-31', { kind: 'date' }),
      cell(states[(index + sub) % states.length] ?? ''),
      cell(null),
    ),
  )
}

/** A master ledger on A3: items with sub-rows, groups, totals by formulas, messages linked to their rows. */
export function ledgerWorkbook(items = 6, more: Partial<Workbook> = {}): Workbook {
  const width = ledgerColumns.length
  const body = Array.from({ length: items }, (_, index) => ledgerRows(index)).flat()
  const first = 4
  const last = first + body.length - 1
  const total: SheetRow = {
    kind: 'total',
    locked: false,
    cells: [
      cell('合计（按次计）', { colSpan: 3 }),
      null,
      null,
      cell(`COUNTA(D${first}:D${last})`, { kind: 'formula' }),
      ...Array.from({ length: width - 4 }, () => cell(null)),
    ],
  }
  return workbook({
    ...more,
    sheets: [
      sheet({
        name: '分工',
        paper: 'A3',
        columns: ledgerColumns,
        above: [band(piece(0, width - 1, '重点改革任务分工总表', 'title', 'center'))],
        rows: [groupRow('一、政务服务领域', width), ...body, total],
        filter: true,
        frozenColumns: 2,
        footer: '示发〔2023〕1号',
      }),
      sheet({
        name: '核对',
        columns: [column('序号', 6, { align: 'center' }), column('情况', 80)],
        rows: [
          row(cell(1), cell('第1项名称与附表不一致，请核对原件', { link: `'分工'!B${first}` })),
        ],
        frozenColumns: 1,
      }),
    ],
  })
}

/** Texts that a spreadsheet might take for something else, each to be read back as it stands. */
export const delicateTexts = [
  '=1+1',
  '+86 10 0000',
  '-12',
  '@示例',
  '\t=HYPERLINK("http://example.org")',
  '_x0041_ 与 _x000D_',
  '0012',
  '2023-06-24',
  '１２３',
  'TRUE',
  ' 前后有空格 ',
  '第一行\n第二行',
  '<b>&"\']]>',
  '𠮷野与𬍛',
  '豈（兼容字）',
  '“证券、期货‘一次’告知”',
] as const

/** One sheet of delicate texts, one a row. */
export function delicateWorkbook(): Workbook {
  return workbook({
    sheets: [
      sheet({
        columns: [
          column('序号', 6, { format: 'number' }),
          column('文字', 40),
          column('填写', 20, { use: 'fill' }),
        ],
        rows: delicateTexts.map((text, index) => row(cell(index + 1), cell(text), cell(text))),
        protected: true,
      }),
    ],
  })
}

/** A long text of numbered sentences: each can be looked for by its number. */
export function longText(characters: number): string {
  const sentences: string[] = []
  for (let length = 0; length < characters; length += sentences.at(-1)?.length ?? 1)
    sentences.push(`第${sentences.length + 1}句，明确职责分工，细化工作举措，按时报送进展情况。`)
  return sentences.join('').slice(0, characters)
}
