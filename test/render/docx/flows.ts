import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import {
  styleSheetSchema,
  type AttachmentNoteBlock,
  type Flow,
  type FlowBlock,
  type FlowCell,
  type FlowRow,
  type FlowSection,
  type FlowTable,
  type Run,
  type SignatureBlock,
  type SpaceBlock,
  type StyleSheet,
  type TextBlock,
  type TextStyleName,
} from '../../../pipeline/model/index.js'

/** The sheet of GB/T 9704 that the package brings. */
export const documentStyle: StyleSheet = styleSheetSchema.parse(
  parse(readFileSync(new URL('../../../templates/styles/document.yaml', import.meta.url), 'utf8')),
)

export function run(text: string, look: Partial<Extract<Run, { type: 'text' }>> = {}): Run {
  return { type: 'text', text, face: null, colour: null, link: null, ...look }
}

export const blank = (width: number): Run => ({ type: 'blank', width })

const runsOf = (content: string | readonly Run[]): readonly Run[] =>
  typeof content === 'string' ? [run(content)] : content

export function text(
  style: TextStyleName,
  content: string | readonly Run[],
  more: Partial<TextBlock> = {},
): TextBlock {
  return {
    type: 'text',
    style,
    runs: runsOf(content),
    outline: documentStyle.text[style].outline,
    keepWithNext: false,
    anchor: null,
    ...more,
  }
}

export const space = (lines: number): SpaceBlock => ({ type: 'space', lines })

export const attachmentNote = (...names: string[]): AttachmentNoteBlock => ({
  type: 'attachmentNote',
  names,
})

export function signature(
  issuers: readonly (string | readonly Run[])[],
  date: string | readonly Run[],
  seal: boolean,
): SignatureBlock {
  return { type: 'signature', issuers: issuers.map(runsOf), date: runsOf(date), seal }
}

export function cell(content: string, more: Partial<FlowCell> = {}): FlowCell {
  return {
    paragraphs: content.split('\n').map((line) => [run(line)]),
    align: 'left',
    colSpan: 1,
    rowSpan: 1,
    ...more,
  }
}

export const row = (
  cells: readonly (string | FlowCell)[],
  kind: FlowRow['kind'] = 'row',
): FlowRow => ({
  cells: cells.map((each) => (typeof each === 'string' ? cell(each) : each)),
  kind,
})

export function table(
  columns: readonly (readonly [title: string, width: number])[],
  rows: readonly FlowRow[],
  more: Partial<FlowTable> = {},
): FlowTable {
  return {
    type: 'table',
    columns: columns.map(([title, width]) => ({ title, width })),
    head: [row(columns.map(([title]) => cell(title, { align: 'center' })))],
    rows,
    anchor: null,
    ...more,
  }
}

export function section(
  blocks: readonly FlowBlock[],
  more: Partial<FlowSection> = {},
): FlowSection {
  return {
    orientation: 'portrait',
    start: 'next',
    form: 'document',
    numbering: 'continue',
    fit: null,
    blocks,
    ...more,
  }
}

export function flow(sections: readonly FlowSection[], more: Partial<Flow> = {}): Flow {
  return {
    type: 'flow',
    style: documentStyle,
    properties: {
      title: '关于任务分工的函',
      subject: '任务分工函',
      author: '某某省人民政府办公厅',
      keywords: ['任务分工', '交通运输部'],
      date: '2023-06-24',
      lang: 'zh-CN',
    },
    draftMark: null,
    secrecy: null,
    urgency: null,
    sections,
    ...more,
  }
}

const taskColumns = [
  ['序号', 1],
  ['任务', 4],
  ['主要内容', 9],
  ['负责单位', 3],
] as const

function taskRow(serial: number): FlowRow {
  return row([
    cell(String(serial), { align: 'center' }),
    `“第${serial}项改革试点经验‘四步法’”`,
    `对第${serial}项任务，建立健全跨部门协同机制，统一业务标准、数据接口和办理流程；通过信息化手段实现全程留痕、自动预警，提高办理效率约10~20%，并及时总结可复制、可推广的做法。`,
    cell('交通运输部\n海关总署', { align: 'center' }),
  ])
}

/** A whole circular: everything that a flow can say, once. */
export function circular(more: Partial<Flow> = {}): Flow {
  return flow(
    [
      section([
        text(
          'title',
          '某某省人民政府办公厅关于自由贸易试验区第七批改革试点经验复制推广任务分工的函',
        ),
        text('recipients', '交通运输部：'),
        text(
          'body',
          '2023年6月24日，国务院印发《国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知》（国函〔2023〕56号，以下简称《通知》），对复制推广工作作出部署。现将《通知》任务分工中涉及你部的事项函告如下：',
        ),
        text('heading1', '一、按职责分工负责任务（3项）'),
        text('heading2', [
          run('（一）水路运输危险货物“谎报匿报四步稽查法”。'),
          run(
            '运用大数据对水路运输危险货物进行筛查，建立“数据筛选—现场核查—调查取证—行政处罚”工作流程。',
            { face: 'fang' },
          ),
        ]),
        text('heading3', '1.海事政务闭环管理。'),
        text('body', [
          run('完成时限：'),
          run('长期坚持', { face: 'hei' }),
          run('，以《通知》为准。'),
        ]),
        table(taskColumns, [taskRow(3), taskRow(4)], { anchor: 'tasks' }),
        text('heading1', '二、有关要求'),
        text(
          'body',
          '请你部结合职责细化落实举措，明确责任处室和责任人，于2023年9月30日前将附件1加盖公章后反馈，电子版同时发送。',
        ),
        text('body', '特此函告。'),
        attachmentNote(
          '自由贸易试验区第七批改革试点经验复制推广工作任务分工表（交通运输部）',
          '国务院关于做好自由贸易试验区第七批改革试点经验复制推广工作的通知（国函〔2023〕56号）',
        ),
        signature(
          ['某某省人民政府办公厅'],
          [run('2023年'), blank(1), run('月'), blank(1), run('日')],
          true,
        ),
        text('note', [run('（联系人：'), blank(4), run('；电话：'), blank(6), run('）')]),
      ]),
      section(
        [
          text('attachmentLabel', '附件1', { anchor: 'annex' }),
          text('attachmentTitle', '自由贸易试验区第七批改革试点经验复制推广工作任务分工表'),
          table(taskColumns, [
            row([cell('一、政府管理创新领域', { colSpan: 4 })], 'group'),
            row([
              cell('1', { align: 'center' }),
              cell('合并的任务', { rowSpan: 2 }),
              '甲内容',
              cell('交通运输部', { align: 'center', rowSpan: 2 }),
            ]),
            row([cell('2', { align: 'center' }), '乙内容']),
            ...Array.from({ length: 12 }, (_, index) => taskRow(index + 3)),
            row(
              [cell('合计', { colSpan: 2, align: 'center' }), cell('14项', { colSpan: 2 })],
              'total',
            ),
          ]),
        ],
        { orientation: 'landscape' },
      ),
    ],
    { draftMark: '代拟稿', ...more },
  )
}
