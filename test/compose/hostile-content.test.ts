import { describe, expect, it } from 'vitest'

import { composeDocument, loadTemplates } from '../../pipeline/compose/index.js'
import type { TextBlock } from '../../pipeline/model/index.js'
import { by, compose, index, item, notice, office, packageFiles } from './build-document.js'
import { columnValues, flowAt, linesAt, sheetNamed, workbookAt } from './read-layout.js'

/** What Markdown, Liquid, directives, HTML, tables, sheets and our own tokens would act upon. */
const nasty = [
  '**粗** *斜* _下_',
  '| 甲 | 乙 |',
  '{{ office.name }}{% if true %}x{% endif %}',
  '::table{rows=x columns=y}',
  ':::section{orientation=landscape}',
  '# 标题',
  '## 二',
  '<b>x</b>&amp;',
  '---',
  '1. 列表',
  '- 列表',
  '> 引用',
  '```js',
  '[链接](file:///etc/passwd)',
  '![图](x.png)',
  '\\*反斜杠',
  '\uE0000\uE001\uE003',
  '__proto__ constructor',
  '=1+1',
  'www.a.cn a@b.cn',
]

describe.each(nasty)('a notice that holds %s', (text) => {
  const document = notice({
    title: `国务院关于${text}的通知`,
    items: [
      item(1, text, {
        content: `${text}\n${text}`,
        scope: text,
        category: text,
        responsibilities: [by('财政部')],
      }),
    ],
  })
  const composed = compose(document, { office: office({ name: text, contact: text }) })

  it('comes out as it is, and nowhere acts as markup', () => {
    expect(composed.findings).toEqual([])
    const flow = flowAt(composed, 'agencies/财政部/任务分工函.docx')
    expect(flow.sections.map((section) => section.orientation)).toEqual(['portrait', 'landscape'])
    const lines = linesAt(composed, 'agencies/财政部/任务分工函.docx')
    expect(lines).toContain(`recipients: 财政部：`)
    expect(lines.find((line) => line.startsWith('title: '))).toBe(
      `title: ${text}关于${text}任务分工的函`,
    )
    const task = lines.find((line) => line.startsWith('body: （一）')) ?? ''
    expect(task).toContain(`${text}\n${text}`)
    expect(lines).toHaveLength(
      linesAt(
        compose(
          notice({
            ...document,
            items: [
              item(1, '甲', {
                content: '乙',
                scope: '丙',
                category: '丁',
                responsibilities: [by('财政部')],
              }),
            ],
          }),
          { office: office({ name: '部', contact: '人' }) },
        ),
        'agencies/财政部/任务分工函.docx',
      ).length,
    )
  })

  it('keeps the faces of the template: a value is never bold by its own asterisks', () => {
    const flow = flowAt(composed, 'agencies/财政部/任务分工函.docx')
    const title = flow.sections[0]?.blocks.find(
      (block): block is TextBlock => block.type === 'text' && block.style === 'title',
    )
    expect(title?.runs.every((run) => run.type === 'text' && run.face === null)).toBe(true)
  })

  it('stands in the sheet as text, never as a formula', () => {
    const sheet = sheetNamed(workbookAt(composed, 'agencies/财政部/任务分工表.xlsx'), '任务分工表')
    expect(columnValues(sheet, '主要内容')).toEqual([`${text}\n${text}`])
    const kinds = sheet.rows.flatMap((row) => row.cells.map((cell) => cell?.kind))
    expect(kinds).not.toContain('formula')
  })
})

describe('an agency’s name', () => {
  it('cannot leave its folder', () => {
    const composed = compose(
      notice({
        items: [item(1, '甲', { responsibilities: [by('../../etc/passwd'), by('a/b'), by('.')] })],
      }),
    )
    for (const { path, agency } of composed.jobs) {
      if (agency === null) continue
      expect(path.split('/')).toHaveLength(path.startsWith('packets/') ? 2 : 3)
      expect(path.split('/')).not.toContain('..')
      expect(path.split('/')).not.toContain('.')
    }
    expect(new Set(composed.jobs.map((job) => job.path)).size).toBe(composed.jobs.length)
  })
})

describe('a hostile template', () => {
  const head =
    '---\nproduct: test\ntitle: 试\nper: [document]\nformats: [pdf]\nfile: FILE\nstyle: brief\nproperties: { title: 试 }\n---\n'
  const run = (text: string, file = '试') => {
    const { templates, findings } = loadTemplates([
      ...packageFiles,
      { name: '试.md', path: '试.md', text: head.replace('FILE', file) + text, origin: 'office' },
    ])
    return {
      findings,
      composed: composeDocument({
        document: notice({ title: '../../../x' }),
        findings: [],
        office: null,
        agencies: index,
        templates,
        only: ['test'],
      }),
    }
  }

  it.each([
    '{{ document.constructor }}',
    '{{ document.__proto__ }}',
    '{{ items.all.constructor.constructor }}',
    "{{ document['constructor'] }}",
    '{{ constructor }}',
    '{{ this }}',
  ])('cannot reach %s', (text) => {
    expect(run(`${text}\n`).findings.map((each) => each.rule)).toEqual(['template-variable-known'])
  })

  it('cannot read a file by rendering its name', () => {
    expect(run("{% render '/etc/passwd' %}\n").findings.map((each) => each.rule)).toEqual([
      'template-partial-exists',
    ])
    expect(run("{% render '../package.json' %}\n").findings.map((each) => each.rule)).toEqual([
      'template-partial-exists',
    ])
  })

  it('cannot write outside the document’s folder', () => {
    const { composed } = run('文字\n', "'../../{{ document.title }}/甲'")
    expect(composed.jobs).toHaveLength(1)
    expect(composed.jobs[0]?.path.split('/')).not.toContain('..')
  })
})
