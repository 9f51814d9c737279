import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

import {
  styleSheetSchema,
  type BarsBlock,
  type Flow,
  type FlowBlock,
  type FlowCell,
  type FlowRow,
  type FlowSection,
  type FlowTable,
  type Run,
  type StyleSheet,
  type TextBlock,
  type TextStyleName,
} from '../../pipeline/model/index.js'

const styleFile = (name: string): URL =>
  new URL(`../../templates/styles/${name}.yaml`, import.meta.url)

/** A style of the package, as a person wrote it. */
export const styleNamed = (name: 'document' | 'brief' | 'packet'): StyleSheet =>
  styleSheetSchema.parse(parse(readFileSync(styleFile(name), 'utf8')))

export const run = (text: string, face: Extract<Run, { type: 'text' }>['face'] = null): Run => ({
  type: 'text',
  text,
  face,
  colour: null,
  link: null,
})
export const blank = (width: number): Run => ({ type: 'blank', width })

export const text = (
  style: TextStyleName,
  content: string | readonly Run[],
  more: Partial<TextBlock> = {},
): TextBlock => ({
  type: 'text',
  style,
  runs: typeof content === 'string' ? [run(content)] : content,
  outline: null,
  keepWithNext: false,
  anchor: null,
  ...more,
})
export const heading = (
  style: 'heading1' | 'heading2' | 'title' | 'attachmentTitle',
  content: string,
): TextBlock =>
  text(style, content, {
    outline: style === 'heading1' ? 2 : style === 'heading2' ? 3 : 1,
    keepWithNext: true,
  })

export const cell = (content: string, more: Partial<FlowCell> = {}): FlowCell => ({
  paragraphs: content.split('\n').map((line) => [run(line)]),
  align: 'left',
  colSpan: 1,
  rowSpan: 1,
  ...more,
})
export const row = (
  cells: readonly (string | FlowCell)[],
  kind: FlowRow['kind'] = 'row',
): FlowRow => ({
  cells: cells.map((each) => (typeof each === 'string' ? cell(each) : each)),
  kind,
})
/** A table with a head row of the given titles and shares of the width: `{ 序号: 1, 事项: 4 }`. */
export const table = (
  columns: Readonly<Record<string, number>>,
  rows: readonly FlowRow[],
): FlowTable => ({
  type: 'table',
  columns: Object.entries(columns).map(([title, width]) => ({ title, width })),
  head: [row(Object.keys(columns).map((title) => cell(title, { align: 'center' })))],
  rows,
  anchor: null,
})

const bars = (
  title: string,
  series: readonly string[],
  rows: Readonly<Record<string, readonly number[]>>,
): BarsBlock => ({
  type: 'bars',
  title,
  unit: '项',
  series,
  rows: Object.entries(rows).map(([label, values]) => ({ label, values })),
})

export const section = (
  blocks: readonly FlowBlock[],
  more: Partial<FlowSection> = {},
): FlowSection => ({
  orientation: 'portrait',
  start: 'next',
  form: 'plain',
  numbering: 'continue',
  fit: null,
  blocks,
  ...more,
})

export const flow = (
  style: 'document' | 'brief' | StyleSheet,
  sections: readonly (FlowSection | readonly FlowBlock[])[],
  more: Partial<Flow> = {},
): Flow => ({
  type: 'flow',
  style: typeof style === 'string' ? styleNamed(style) : style,
  properties: {
    title: '试验',
    subject: '',
    author: '',
    keywords: [],
    date: '2023-06-24',
    lang: 'zh-CN',
  },
  draftMark: null,
  secrecy: null,
  urgency: null,
  sections: sections.map((each) => ('blocks' in each ? each : section(each))),
  ...more,
})

const clauses = [
  '各地区、各部门要深入贯彻落实党中央、国务院决策部署，把“放管服”改革与巩固前期试点成果结合起来，同一领域的经验要加强系统集成，不同领域的经验要强化协同耦合。',
  '到2025年12月底前，建成覆盖省、市、县三级的审批管理系统（以下简称“一张网”），办理时限压缩至15个工作日以内，电子证照应用率达到90%以上。',
  '涉及《中华人民共和国行政许可法》《优化营商环境条例》等规定的事项，要按法定程序办理——凡是重大事项，均应及时报告；……',
  '“证券、期货、基金境外金融职业资格认可机制”、“动产质押融资业务模式”、“科创企业票据融资新模式”、“知识产权质押融资模式创新”等6项，由相关部门按职责分工负责。',
  '联系人：喆堃、镕䶮、𬍛某某；联系电话：010—12345678，电子邮箱：fengong@example.org.cn（工作日9:00—17:00）。',
]

/** Running text with all that makes Chinese lines hard to break: quotes, dashes, numbers, brackets, rare names. */
export const prose = (paragraphs: number): readonly TextBlock[] =>
  Array.from({ length: paragraphs }, (_, index) =>
    text(
      'body',
      Array.from(
        { length: 1 + (index % 3) },
        (__, at) => clauses[(index * 2 + at) % clauses.length] ?? '',
      ).join(''),
    ),
  )

/** A circular of a page and a half with heading levels, attachment note, signature and note. */
export const circular = (more: { seal?: boolean; paragraphs?: number } = {}): Flow =>
  flow('document', [
    [
      heading(
        'title',
        '某某市人民政府办公厅关于自由贸易试验区第七批改革试点经验复制推广工作任务分工的函',
      ),
      text('recipients', '住房和城乡建设部：'),
      text(
        'body',
        '2023年6月24日，国务院印发《国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知》（国函〔2023〕56号，以下简称《通知》）。现将《通知》任务分工中涉及你部的事项函告如下：',
      ),
      heading('heading1', '一、按职责分工负责任务（1项）'),
      heading('heading2', '（一）工程建设项目审批统一化、标准化、信息化（第1项）'),
      ...prose(more.paragraphs ?? 2),
      heading('heading1', '二、有关要求'),
      text('body', [
        run('请于'),
        blank(2),
        run('年'),
        blank(2),
        run('月'),
        blank(2),
        run('日前将落实举措（见附件1）加盖公章后反馈我厅，电子版同时发送。'),
      ]),
      text('body', '请予支持并函复。'),
      {
        type: 'attachmentNote',
        names: [
          '自由贸易试验区第七批改革试点经验复制推广工作任务分工表（住房和城乡建设部）',
          '国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知（国函〔2023〕56号）',
        ],
      },
      {
        type: 'signature',
        issuers: [[run('某某市人民政府办公厅')]],
        date: [run('2023年7月3日')],
        seal: more.seal ?? false,
      },
      text('note', '（联系人：喆堃；电话：010—12345678）'),
    ],
  ])

const items = [
  [
    '工程建设项目审批统一化、标准化、信息化',
    '统一省域内工程建设项目审批事项名称、受理条件、申请材料等要素,实现审批事项清单、办事指南、办理流程等标准化。整合建设覆盖省、市、县三级的工程建设项目审批管理系统,与土地、规划等部门业务系统深度融合。',
    '住房和城乡建设部',
  ],
  [
    '出口货物检验检疫证单“云签发”平台',
    '依托国际贸易“单一窗口”建立出口货物检验检疫证单“云签发”平台,实现出口货物海关检验检疫证书数据电子化。',
    '海关总署',
  ],
  [
    '航空货运电子化',
    '探索建立航空货运电子信息标准体系。搭建电子货运信息服务平台,实现出港收货—安检—货物鉴定等全流程一站式电子化操作。',
    '中国民航局',
  ],
  [
    '跨境人民币全程电子缴税',
    '依托财税库银横向联网系统与人民币跨境支付机制,为境外非居民纳税人提供直接使用人民币跨境缴纳税款的便利。',
    '中国人民银行、税务总局',
  ],
] as const

/** Rows of an annex, numbered from 1. */
export const annexRows = (count: number): readonly FlowRow[] =>
  Array.from({ length: count }, (_, index) => {
    const [name = '', content = '', agency = ''] = items[index % items.length] ?? []
    return row([
      cell(String(index + 1), { align: 'center' }),
      name,
      content,
      cell(agency, { align: 'center' }),
      cell('全国', { align: 'center' }),
    ])
  })

export const annexColumns = { 序号: 1, 改革事项: 4, 主要内容: 9, 负责单位: 3, 推广范围: 1.6 }

/** A brief of one page: figures, a chart of two series, a table with a group and a merged cell. */
export const brief = (): Flow =>
  flow(
    'brief',
    [
      section(
        [
          heading(
            'title',
            '《国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知》任务分工情况（摘要）',
          ),
          text('subtitle', '国函〔2023〕56号　2023年6月24日　供领导参阅'),
          text('body', [
            run('国务院2023年6月24日发文，部署'),
            run('24项', 'hei'),
            run(
              '改革试点经验的复制推广，其中22项在全国范围内推广。所据文本附表仅列第1—9项，涉及8个单位，均为负责单位。',
            ),
          ]),
          {
            type: 'figures',
            entries: [
              { value: '24', label: '改革事项' },
              { value: '9', label: '附表列明负责单位' },
              { value: '8', label: '负责单位' },
              { value: '15', label: '所据文本未载负责单位' },
              { value: '1', label: '正文另有要求的单位' },
            ],
          },
          bars('任务分布（按项计）', ['附表列明', '未载负责单位'], {
            投资贸易便利化: [3, 0],
            政府管理创新: [5, 0],
            金融开放创新: [1, 5],
            产业高质量发展: [0, 5],
            知识产权保护: [0, 3],
            特定区域: [0, 2],
          }),
          heading('heading1', '一、任务分工'),
          table({ 单位: 3, 负责事项: 6, 工作要点: 7 }, [
            row([cell('投资贸易便利化领域', { colSpan: 3 })], 'group'),
            row([
              '住房和城乡建设部',
              '工程建设项目审批统一化、标准化、信息化（第1项）',
              '整合审批管理系统，推行电子证照',
            ]),
            row([
              '海关总署',
              '出口货物检验检疫证单“云签发”平台（第2项）',
              '检验检疫证书数据电子化',
            ]),
            row([cell('政府管理创新领域', { colSpan: 3 })], 'group'),
            row([
              cell('交通运输部', { rowSpan: 3 }),
              '水路运输危险货物“谎报匿报四步稽查法”（第4项）',
              '四步稽查',
            ]),
            row(['海事政务闭环管理（第5项）', '不见面办理']),
            row(['国际航行船舶“模块化”检查机制（第6项）', '十个模块安全检查']),
          ]),
          heading('heading1', '二、需要注意的事项'),
          text(
            'body',
            '商务部要牵头组织开展复制推广工作成效评估，协调解决重点和难点问题；重大问题及时报告国务院。',
          ),
          text('small', '据公开文本整理，以原件为准。'),
        ],
        { fit: 1 },
      ),
    ],
    { draftMark: '未核对' },
  )
