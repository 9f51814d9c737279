import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { indexAgencies } from '../../pipeline/agencies/index.js'
import type { Block, OfficialDocument } from '../../pipeline/model/index.js'
import { readDocument } from '../../pipeline/read/read-document.js'
import { buildDocx, cell, level, numbered, paragraph, row, table } from './parse/docx-builder.js'

const agencies = indexAgencies()

function read(name: string, content: string | Uint8Array): OfficialDocument {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const input = { path: name, bytes, corrections: null, correctionsPath: null, agencies }
  const { document } = readDocument(input)
  if (document === null) throw new Error(`${name} was refused`)
  return document
}

/** A block without its place; of a table that it is one, since merged cells have more places in Markdown. */
function blockWithoutSpan(block: Block): object {
  const { type } = block
  return 'label' in block ? { type, label: block.label } : { type }
}

/** All of a model but source, origin, text, what is dropped, and spans. */
function saidBy(document: OfficialDocument): object {
  const { source, text, dropped, markup, places, parts, rules, ...rest } = document
  expect([source, text, dropped, markup, places]).toBeDefined()
  return {
    ...rest,
    rules: rules.map(({ kind, text: words }) => ({ kind, words })),
    parts: parts.map(({ blocks, ...part }) => ({ ...part, blocks: blocks.map(blockWithoutSpan) })),
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('　', '&emsp;')

/** A page as a browser saves it from a government’s web site: with its navigation, index table, scripts, editor’s markup and foot around and in the text. */
function asSavedPage(content: string): string {
  return [
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>信息公开_某市人民政府</title><script>var a="省财政厅负责"</script></head><body>',
    '<div class="nav"><a href="/">首页</a><a href="/gat">省公安厅</a><a href="/jyt">省教育厅</a></div>',
    '<div class="crumb">您当前的位置：<a href="/">首页</a> &gt; <a href="/zw">政务公开</a></div>',
    '<table class="index"><tr><td>索 引 号：</td><td>000-2023-1</td><td>主题分类：</td><td>综合政务</td></tr></table>',
    '<div class="tools">【字体：<a>大</a> <a>中</a> <a>小</a>】【打印】【关闭】</div>',
    `<div class="TRS_Editor"><style>.p{margin:0}</style>${content}</div>`,
    '<div class="share">分享到：微信 微博</div><div class="footer">版权所有：某市人民政府办公厅　承办：市大数据中心　ICP备00000000号</div></body></html>',
  ].join('\n')
}

const asParagraphs = (text: string) =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map(
      (line, index) =>
        `<p style="text-indent:2em"><span lang="EN-US">${escaped(line.trim().slice(0, 3))}</span><font face="仿宋">${escaped(line.trim().slice(3))}</font>${index % 2 === 0 ? '<o:p></o:p>' : '<!-- 编辑 -->'}</p>`,
    )
    .join('\n')

const lines = (...all: readonly string[]) => `${all.join('\n\n')}\n`

const signed = ['临江市人民政府', '2023年9月6日']
const texts: readonly (readonly [string, string])[] = [
  [
    'with brackets behind numbered paragraphs',
    lines(
      '临江市人民政府关于加强绿地管理的意见',
      '临江府发〔2023〕21号',
      '各区人民政府，市政府各部门：',
      '为加强绿地管理，提出以下意见。',
      '一、完善规划体系',
      '（一）编制专项规划。2023年底前完成。（市园林局牵头，市自然资源局、市住房城乡建设局配合）',
      '（二）划定保护范围。（市园林局、市自然资源局按职责分工负责）',
      '二、强化监督检查',
      '（三）建立巡查制度。〔责任单位：市城管局、市园林局；完成时限：2024年6月底前〕',
      ...signed,
      '（此件公开发布）',
      '抄送：市委办公室，市人大常委会办公室。',
      '临江市人民政府办公室　　2023年9月7日印发',
    ),
  ],
  [
    'with a rule on who leads, and statements on lines of their own',
    lines(
      '临府办〔2023〕30号',
      '临江市人民政府办公室关于促进花卉产业发展的通知',
      '各区人民政府：',
      '现将有关任务通知如下（列第一位的为牵头单位，下同）。',
      '1．建设育种基地。',
      '责任单位：市农业农村局、市科技局、市财政局',
      '2．举办花卉博览会。',
      '责任单位：市商务局、市农业农村局',
      '临江市人民政府办公室',
      '2023年10月8日',
    ),
  ],
  [
    'that hands on another document',
    lines(
      '云川省人民政府办公厅转发省水利厅关于节水灌溉意见的通知',
      '云政办〔2019〕16号',
      '各市（州）人民政府：',
      '省水利厅《关于推进节水灌溉的意见》已经省政府同意，现转发给你们。',
      '云川省人民政府办公厅',
      '二○一九年五月六日',
      '关于推进节水灌溉的意见',
      '云川省水利厅',
      '为推进节水灌溉，提出以下意见。',
      '一、加快渠道防渗。一是更新干渠，由省水利厅负责。二是配套支渠，由省农业农村厅负责。',
      '二、推广滴灌技术。（省农业农村厅牵头，省财政厅配合）',
    ),
  ],
]

describe('a notice saved from the web', () => {
  it.each(texts)('is read as the same text saved plain: one %s', (_, text) => {
    const plain = read('通知.txt', text)
    expect(plain.items.length).toBeGreaterThan(0)
    expect(saidBy(read('通知.html', asSavedPage(asParagraphs(text))))).toEqual(saidBy(plain))
  })

  it('with merged cells is read as the same table in Markdown with their text repeated', () => {
    const head = lines(
      '云川省林业局关于印发造林任务分工的通知',
      '云林发〔2023〕5号',
      '各市（州）林业局：',
      '现将造林任务分工印发给你们。',
      '附件：造林任务分工表',
      '云川省林业局',
      '2023年3月1日',
      '附件',
      '造林任务分工表',
    )
    const columns = ['领域', '序号', '任务', '牵头单位', '配合单位', '完成时限']
    const rows = [
      ['山区造林', '1', '封山育林', '省林业局', '省财政厅', '2023年10月底前'],
      ['山区造林', '2', '退化林修复', '省林业局', '省财政厅', '2023年10月底前'],
      ['平原造林', '3', '农田林网', '省林业局', '省农业农村厅', '2023年底前'],
    ]
    const markdown = [columns, columns.map(() => '---'), ...rows]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n')
    const td = (text: string | undefined, rowSpan = 1) =>
      `<td rowspan="${rowSpan}">${text ?? ''}</td>`
    const tr = (...cells: readonly string[]) => `<tr>${cells.join('')}</tr>`
    const [one = [], two = [], three = []] = rows
    const html = `<table border="1">${[
      tr(...columns.map((text) => td(text))),
      tr(td(one[0], 2), td(one[1]), td(one[2]), td(one[3], 3), td(one[4], 2), td(one[5], 2)),
      tr(td(two[1]), td(two[2])),
      tr(td(three[0]), td(three[1]), td(three[2]), td(three[4]), td(three[5])),
    ].join('')}</table>`
    const plain = read('通知.md', head + '\n' + markdown)
    const saved = read('通知.html', asSavedPage(asParagraphs(head) + html))
    expect(plain.items).toHaveLength(3)
    // A cell that is merged is one statement for its rows; written out, it is one in each.
    const withoutStatements = (document: OfficialDocument): object => ({
      ...saidBy(document),
      items: document.items.map((item) => ({
        ...item,
        responsibilities: item.responsibilities.map((each) => ({ ...each, statement: null })),
      })),
    })
    expect(withoutStatements(saved)).toEqual(withoutStatements(plain))
  })
})

/** A Markdown notice as a person would set it in Word: numbers by definitions of three levels, tables as tables. */
function asWord(markdown: string): Uint8Array {
  const levels = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+\./]
  const blocks = markdown
    .split(/\n\s*\n/)
    .flatMap((block) => (block.trimStart().startsWith('|') ? [block] : block.split('\n')))
  const escape = (text: string) => escaped(text).replaceAll('&emsp;', '　')
  const body = blocks
    .filter((block) => block.trim() !== '')
    .map((block) => {
      if (block.trimStart().startsWith('|')) {
        const rows = block
          .trim()
          .split('\n')
          .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
        const cellsOf = (line: string) => line.trim().slice(1, -1).split('|')
        return table(
          ...rows.map((line) => row(cellsOf(line).map((text) => cell(escape(text.trim()))))),
        )
      }
      const text = block.trim()
      const at = levels.findIndex((pattern) => pattern.test(text))
      const label = levels[at]
      return label === undefined
        ? paragraph(escape(text))
        : numbered(escape(text.replace(label, '')), 1, at)
    })
    .join('')
  const numbering =
    `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
  return buildDocx({ body, numbering })
}

describe('the sample notice as a Word file with automatic numbers', () => {
  const sample = readFileSync(new URL('../../sources/guohan-2023-56.md', import.meta.url), 'utf8')

  it('has the sample’s items, and says all else that it says', () => {
    const printed = read('guohan-2023-56.md', sample)
    const word = read('guohan-2023-56.docx', asWord(sample))
    expect(word.source.format).toBe('docx')
    expect(word.items).toHaveLength(24)
    expect(word.items).toEqual(printed.items)
    expect(saidBy(word)).toEqual(saidBy(printed))
  })
})
