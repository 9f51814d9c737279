import { describe, expect, it } from 'vitest'

import { leavesOf, markupSpans, partitionFaults } from '../../../../pipeline/model/index.js'
import { parseFile } from '../outline-of.js'

const parse = (text: string) => parseFile('通知.md', text)

describe('Markdown of a notice', () => {
  it('leaves out what a Word file leaves when it is turned into Markdown', () => {
    const { outline, dropped, told } = parseFile(
      '通知.md',
      '[关于检查的通知]{.underline}\n\n> 为做好检查，现通知如下。\n\n一、检查\\\n每季度一次。[]{#_Toc1 .anchor}[^1]\n\n::: {custom-style="落款"}\n财政部\n:::\n\n[^1]: 限本年。',
    )
    expect(outline).toEqual([
      '关于检查的通知',
      '为做好检查，现通知如下。',
      '一、检查\n每季度一次。',
      '财政部',
    ])
    expect(dropped).toEqual([
      'markup: ::: {custom-style="落款"}',
      'markup: :::',
      'annotation: [^1]: 限本年。',
    ])
    expect(told).toEqual(['12:1 warning notes-in-text'])
  })

  it('keeps what Markdown would take for lists, quotes, code, lines and strikethrough', () => {
    const lines = [
      '1. 投资贸易便利化。',
      '- 一项',
      '>90%的企业',
      '> 90%的企业',
      '    四个空格',
      '50~60%，增长70~80%',
      '------',
      '======',
      '```',
      '<某单位>',
      '见 https://www.gov.cn/。后文',
      'a_b_c `d` ~~e~~',
    ]
    const { outline, told } = parse(lines.join('\n\n'))
    expect(outline).toEqual(lines.map((line) => line.trim()))
    expect(told).toEqual([])
  })

  it('reads headings and leaves their marks out', () => {
    expect(parse('# 标题 #\n\n### 一、总体要求\n\n#不是标题').outline).toEqual([
      '# 标题',
      '### 一、总体要求',
      '#不是标题',
    ])
  })

  it('keeps a paragraph of several lines one leaf that is its slice of the text', () => {
    const { source, outline } = parse('一、目标\n　　（一）甲\n  （二）乙\n\n二、其他')
    expect(outline).toEqual(['一、目标\n　　（一）甲\n  （二）乙', '二、其他'])
    for (const leaf of source ? leavesOf(source) : []) {
      expect(leaf.node.children).toHaveLength(1)
      expect(source?.text.slice(leaf.span.start, leaf.span.end)).toBe(leaf.text)
    }
  })

  it('treats a line of full-width spaces as an empty one', () => {
    expect(parse('甲\n　　\n乙').outline).toEqual(['甲', '乙'])
  })

  it('takes the marks of a bold run out of the text, beside Chinese punctuation too', () => {
    const { source, outline } = parse('**一、总体要求。**坚持稳中求进')
    expect(outline).toEqual(['一、总体要求。坚持稳中求进'])
    const [leaf] = source ? leavesOf(source) : []
    expect(leaf?.pieces.map(({ start, end }) => [start, end])).toEqual([
      [2, 9],
      [11, 17],
    ])
  })

  it.each([
    ['a star before the lead', '（*县人社局、*县财政局）'],
    ['masked names', '张**、李**，等'],
    ['masked numbers', '证号1101**********1234'],
    ['an opening without an end', '**一、总体要求'],
    ['a pair over two lines', '**甲\n乙**'],
  ])('keeps stars that enclose nothing: %s', (_, text) => {
    expect(parse(text).outline).toEqual([text])
  })

  it('reads escapes, line breaks and space references of saved pages as the characters meant', () => {
    const { source, outline } = parse('1\\. 投资\\[2023\\]&nbsp;第<br>二行')
    expect(outline).toEqual(['1. 投资[2023]\u00a0第\n二行'])
    const markup = source ? markupSpans(source) : []
    expect(markup.map(({ start, end }) => source?.text.slice(start, end))).toEqual([
      '\\',
      '\\',
      '\\',
      '&nbsp;',
      '<br>',
    ])
  })

  it('drops a YAML head with its reason', () => {
    const { outline, dropped } = parse('---\ntitle: 通知\ntags: [a]\n---\n# 通知')
    expect(outline).toEqual(['# 通知'])
    expect(dropped).toEqual(['yaml-head: ---\ntitle: 通知\ntags: [a]\n---'])
  })

  it('keeps a line of dashes at the start that begins no YAML', () => {
    expect(parse('---\n各市人民政府：\n---').outline).toEqual(['---\n各市人民政府：\n---'])
  })

  it('drops comments, those over several lines too', () => {
    const { outline, dropped } = parse('甲<!-- 一 -->乙\n\n<!-- 二\n\n三 -->\n\n丙')
    expect(outline).toEqual(['甲乙', '丙'])
    expect(dropped).toEqual(['comment: <!-- 一 -->', 'comment: <!-- 二\n\n三 -->'])
  })

  it('sees through lone tags around a paragraph', () => {
    const { outline, dropped } = parse(
      '<div align="right">\n\n国务院\n\n</div>\n\n<center>通知</center>',
    )
    expect(outline).toEqual(['国务院', '通知'])
    expect(dropped).toEqual(['markup: <div align="right">', 'markup: </div>'])
  })

  it('tells pictures and linked annexes with their place, not other links', () => {
    const { outline, told } = parse(
      '见[附件1](附件1.docx)和[网站](https://www.gov.cn/)。\n\n![附表](images/1.png)',
    )
    expect(outline).toEqual(['见附件1和网站。', '![附表](images/1.png)'])
    expect(told).toEqual(['1:2 warning annexes-in-file', '3:1 warning content-not-in-pictures'])
  })
})

describe('tables in Markdown', () => {
  it('begin where a row of bars stands above a delimiter row', () => {
    const { source, outline, told } = parse(
      '附件\n| 序号 | 单位 |\n|:--|--|\n| 1 | 财政部 |\n| | |',
    )
    expect(outline).toEqual(['附件', '| 序号 | 单位 |', '| 1 | 财政部 |', '|  |  |'])
    expect(told).toEqual([])
    expect(source ? markupSpans(source).length : 0).toBeGreaterThan(0)
  })

  it('end before a line without bars, which is a paragraph', () => {
    expect(parse('| a | b |\n|--|--|\n| 1 | 2 |\n注：略').outline).toEqual([
      '| a | b |',
      '| 1 | 2 |',
      '注：略',
    ])
  })

  it('go on after a line in their midst, which is told', () => {
    const { outline, told } = parse('| a | b |\n|--|--|\n| 1 | 2 |\n注：略\n| 3 | 4 |')
    expect(outline).toEqual(['| a | b |', '| 1 | 2 |', '注：略', '| 3 | 4 |'])
    expect(told).toEqual(['4:1 warning table-unbroken'])
  })

  it('are tables though the delimiter row has another number of columns', () => {
    const { outline, told } = parse('| a | b | c |\n|--|--|\n| 1 | 2 | 3 |')
    expect(outline).toEqual(['| a | b | c |', '| 1 | 2 | 3 |'])
    expect(told).toEqual(['2:1 warning table-delimiter-matches-head'])
  })

  it('keep rows that are shorter or longer than the head, which is told once', () => {
    const { outline, findings } = parse('| a | b |\n|--|--|\n| 1 |\n| 1 | 2 | 3 |')
    expect(outline).toEqual(['| a | b |', '| 1 |', '| 1 | 2 | 3 |'])
    expect(findings.map(({ rule, values }) => ({ rule, ...values }))).toEqual([
      { rule: 'table-rows-even', rows: 2, columns: 2, cells: 1 },
    ])
  })

  it('keep an escaped bar within a cell', () => {
    expect(parse('| a | b |\n|--|--|\n| 甲\\|乙 | **丙**<br>丁 |').outline).toEqual([
      '| a | b |',
      '| 甲|乙 | 丙\n丁 |',
    ])
  })

  it('are no tables without a delimiter row', () => {
    expect(parse('甲|乙\n丙|丁').outline).toEqual(['甲|乙\n丙|丁'])
  })

  it('read a table written in HTML as a page’s table is read', () => {
    const { source, outline, dropped } = parse(
      '前文\n<table>\n<caption>附表</caption>\n<tr><th rowspan="2">序号</th><th>单&nbsp;位</th></tr>\n\n' +
        '<tr><td><p>市财政局</p>\n<p>市  <b>商务局</b></p><!-- 注 --></td></tr>\n</table>\n后文',
    )
    expect(outline).toEqual([
      '前文',
      '附表',
      '| ![2×1]序号 | !单\u00a0位 |',
      '| 市财政局\n市 商务局 |',
      '后文',
    ])
    expect(dropped).toEqual(['comment:  注 '])
    expect(source && partitionFaults(source)).toEqual([])
  })

  it('leave a table tag that is never closed as text', () => {
    expect(parse('<table> 见附件').outline).toEqual(['<table> 见附件'])
  })
})
