import { describe, expect, it } from 'vitest'

import { composeDocument, loadTemplates, type Composed } from '../../../pipeline/compose/index.js'
import type { FlowTable, OfficialDocument } from '../../../pipeline/model/index.js'
import { by, index, item, notice, packageFiles } from '../build-document.js'
import { flowAt, linesAt } from '../read-layout.js'

const head = `---
product: test
title: 试验
per: [document]
formats: [pdf]
file: 试验
style: brief
properties: { title: 试验 }
columns:
  tasks:
    - { key: parent, title: 所属, width: 2, merge: true, value: '{{ row.parent.title }}' }
    - { key: title, title: 任务, width: 3 }
    - { key: scope, title: 范围, width: 1 }
    - { key: note, title: 备注, width: 1, use: fill }
---
`

const document = notice({
  items: [
    item(1, '甲', {
      category: '一',
      children: [
        item(null, '甲一', { category: '一', responsibilities: [by('财政部')] }),
        item(null, '甲二', { category: '一', responsibilities: [by('财政部', 'lead')] }),
      ],
    }),
    item(2, '乙', { category: '二', content: '两行\n内容', responsibilities: [by('水利部')] }),
  ],
})

function page(body: string, about: OfficialDocument = document): Composed {
  const { templates, findings } = loadTemplates([
    ...packageFiles,
    { name: '试验.md', path: '试验.md', text: head + body, origin: 'office' },
  ])
  expect(findings).toEqual([])
  const composed = composeDocument({
    document: about,
    findings: [],
    office: null,
    agencies: index,
    templates,
    only: ['test'],
  })
  expect(composed.findings).toEqual([])
  return composed
}

function lines(body: string): readonly string[] {
  return linesAt(page(body), '试验.pdf')
}

function runs(body: string): unknown {
  const [block] = flowAt(page(body), '试验.pdf').sections[0]?.blocks ?? []
  if (block?.type !== 'text') throw new Error('no text')
  return block.runs.map((run) => (run.type === 'text' ? [run.text, run.face] : run.width))
}

describe('a page', () => {
  it('has its headings by level and its paragraphs without the template’s line ends', () => {
    expect(
      lines('# 标题\n\n## 一、\n\n### （一）\n\n#### 1.\n\n##### （1）\n\n第一行\n第二行\n'),
    ).toEqual([
      'title: 标题',
      'heading1: 一、',
      'heading2: （一）',
      'heading3: 1.',
      'heading4: （1）',
      'body: 第一行第二行',
    ])
  })

  it('takes ** for 黑体 and * for 楷体, beside Chinese punctuation too, and a blank for a space to write on', () => {
    expect(runs('**第一：**内容*（楷）*，{{ nil | blank: 6 }}3\\*4\n')).toEqual([
      ['第一：', 'hei'],
      ['内容', null],
      ['（楷）', 'kai'],
      ['，', null],
      6,
      ['3*4', null],
    ])
  })

  it('breaks a line where a value does', () => {
    expect(runs('{% assign two = items.all.last %}{{ two.content }}\n')).toEqual([
      ['两行\n内容', null],
    ])
  })

  it('leaves out what reads empty', () => {
    expect(lines('{{ document.secrecy }}\n\n::note[{{ document.urgency }}]\n\n末\n')).toEqual([
      'body: 末',
    ])
  })

  it('prints what is a directive or a list elsewhere as text', () => {
    expect(lines('责任单位:商务部，10:30\n\n1. 一\n- 二\n')).toEqual([
      'body: 责任单位:商务部，10:30',
      'body: 1. 一- 二',
    ])
  })

  it('takes tables written out, with tags between their rows', () => {
    expect(
      lines(
        '| 任务 | 号 |\n|---|:-:|\n{% for one in items.all %}\n| {{ one.title }} | {{ one.number }} |\n{% endfor %}\n',
      ),
    ).toEqual(['row: 任务 | 号', 'row: 甲一 | 1', 'row: 甲二 | 2', 'row: 乙 | 3'])
  })

  it('puts neighbours together that make one block', () => {
    expect(
      lines(
        '::attachment[一]\n::attachment[二]\n\n::figure[项]{value=3}\n::figure[个]{value={{ counts.agencies }}}\n',
      ),
    ).toEqual(['attachment: 一', 'attachment: 二', 'figures: 3 项 | 2 个'])
  })

  it('makes sections of its own and of what stands between them', () => {
    const { sections } = flowAt(
      page('前\n\n:::section{orientation=landscape form=letter start=odd fit=1}\n中\n:::\n\n后\n'),
      '试验.pdf',
    )
    expect(
      sections.map(({ orientation, form, start, fit }) => [orientation, form, start, fit]),
    ).toEqual([
      ['portrait', 'plain', 'next', null],
      ['landscape', 'letter', 'odd', 1],
      ['portrait', 'plain', 'next', null],
    ])
  })
})

describe('a table', () => {
  function table(): FlowTable {
    const [block] =
      flowAt(page('::table{rows={{ items.all }} columns=tasks group=category}\n'), '试验.pdf')
        .sections[0]?.blocks ?? []
    if (block?.type !== 'table') throw new Error('no table')
    return block
  }

  it('leaves columns out that no row fills, and keeps those to fill in', () => {
    expect(table().columns.map((column) => column.title)).toEqual(['所属', '任务', '备注'])
  })

  it('merges equal neighbours within a group and heads each group', () => {
    const { rows } = table()
    expect(rows.map((row) => row.kind)).toEqual(['group', 'row', 'row', 'group', 'row'])
    expect(rows[1]?.cells.map((cell) => cell.rowSpan)).toEqual([2, 1, 1])
    expect(rows[2]?.cells).toHaveLength(2)
    expect(rows[0]?.cells.map((cell) => cell.colSpan)).toEqual([3])
  })

  it('is left out without rows', () => {
    expect(
      linesAt(page('前\n\n::table{rows={{ items.guide }} columns=tasks}\n'), '试验.pdf'),
    ).toEqual(['body: 前'])
  })
})

describe('a chart', () => {
  const chart =
    '::bars[图]{rows={{ agencies }} label=name values="lead,support,responsible" series="牵头,配合,负责" unit=项}\n'

  it('counts members, and leaves out series and rows that are zero', () => {
    const [block] = flowAt(page(chart), '试验.pdf').sections[0]?.blocks ?? []
    expect(block).toEqual({
      type: 'bars',
      title: '图',
      unit: '项',
      series: ['牵头', '负责'],
      rows: [
        { label: '财政部', values: [1, 1] },
        { label: '水利部', values: [0, 1] },
      ],
    })
  })

  it('of something that is no list ends the page with its place', () => {
    const { templates } = loadTemplates([
      ...packageFiles,
      {
        name: '试验.md',
        path: '试验.md',
        text: `${head}\n${chart.replace('{{ agencies }}', '{{ document.title }}')}`,
        origin: 'office',
      },
    ])
    const { findings, jobs } = composeDocument({
      document,
      findings: [],
      office: null,
      agencies: index,
      templates,
      only: ['test'],
    })
    expect(jobs).toEqual([])
    expect(findings.map((each) => [each.rule, each.path, each.place?.start.line])).toEqual([
      ['template-rows-exist', '试验.md', 17],
    ])
  })
})
