import { describe, expect, it } from 'vitest'

import { formatNumber } from '../../../../pipeline/read/parse/docx/number-format.js'
import { buildDocx, cell, level, numbered, paragraph, row, run, table } from '../docx-builder.js'
import { parseFile } from '../outline-of.js'

const list = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, abstract: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${more}</w:num>`

const notice = list(
  0,
  level(0, 'chineseCountingThousand', '%1、'),
  level(1, 'chineseCountingThousand', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimalEnclosedCircle', '%4'),
)

function outline(numbering: string, body: string, styles?: string): string[] {
  return parseFile('a.docx', buildDocx({ numbering, body, ...(styles && { styles }) })).outline
}

describe('automatic numbering', () => {
  it('numbers the levels of a notice as Word shows them, each anew under the one above', () => {
    const body =
      numbered('目标', 1) +
      numbered('甲', 1, 1) +
      numbered('一项', 1, 2) +
      paragraph('正文') +
      numbered('二项', 1, 2) +
      numbered('细目', 1, 3) +
      numbered('乙', 1, 1) +
      numbered('三项', 1, 2) +
      numbered('任务', 1) +
      numbered('丙', 1, 1)
    expect(outline(notice + num(1, 0), body)).toEqual([
      '一、目标',
      '（一）甲',
      '1.一项',
      '正文',
      '2.二项',
      '①细目',
      '（二）乙',
      '1.三项',
      '二、任务',
      '（一）丙',
    ])
  })

  it('is generated text of the leaf', () => {
    const { source } = parseFile(
      'a.docx',
      buildDocx({ numbering: notice + num(1, 0), body: numbered('目标', 1) }),
    )
    expect(source?.origin.map(({ start, end, at }) => [start, end, at.kind])).toEqual([
      [0, 2, 'generated'],
      [2, 4, 'docx'],
    ])
    expect(source?.tree.children[0]).toMatchObject({
      children: [{ type: 'text', value: '一、目标' }],
    })
  })

  it('counts on over lists of one definition, and anew where a list says where to start', () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    expect(
      outline(
        notice + num(1, 0) + num(2, 0) + num(3, 0, restart),
        numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3),
      ),
    ).toEqual(['一、甲', '二、乙', '一、丙', '二、丁'])
  })

  it('goes on across sections where a level never restarts', () => {
    const levels = list(
      0,
      level(0, 'chineseCounting', '%1、'),
      level(1, 'chineseCounting', '（%2）', '<w:lvlRestart w:val="0"/>'),
    )
    expect(
      outline(
        levels + num(1, 0),
        numbered('甲', 1) + numbered('子', 1, 1) + numbered('乙', 1) + numbered('丑', 1, 1),
      ),
    ).toEqual(['一、甲', '（一）子', '二、乙', '（二）丑'])
  })

  it('comes through styles, with the level that the list binds to each', () => {
    const levels = list(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
      level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
    )
    const style = (id: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const derived = '<w:style w:type="paragraph" w:styleId="H3"><w:basedOn w:val="H2"/></w:style>'
    const styled = (text: string, id: string, more = '') =>
      paragraph(text, `<w:pStyle w:val="${id}"/>${more}`)
    expect(
      outline(
        levels + num(1, 0),
        styled('甲', 'H1') +
          styled('乙', 'H2') +
          styled('丙', 'H3') +
          styled('无号', 'H2', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        style('H1') + style('H2') + derived,
      ),
    ).toEqual(['一、甲', '（一）乙', '（二）丙', '无号'])
  })

  it('follows a list that refers to a numbering style', () => {
    const linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    const style =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    expect(outline(notice + linked + num(1, 0) + num(2, 1), numbered('甲', 2), style)).toEqual([
      '一、甲',
    ])
  })

  it('joins the numbers of several levels, in Arabic digits where the list says so', () => {
    const levels = list(
      0,
      level(0, 'chineseCounting', '第%1章', '<w:suff w:val="space"/>'),
      level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
    )
    expect(outline(levels + num(1, 0), numbered('甲', 1) + numbered('乙', 1, 1))).toEqual([
      '第一章 甲',
      '1.1 乙',
    ])
  })

  it('counts in cells, and skips paragraphs that Word does not show', () => {
    const hidden = paragraph(
      run('隐藏', '<w:vanish/>'),
      '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>',
    )
    expect(
      outline(
        notice + num(1, 0),
        table(
          row([cell('序号'), cell('事项')]),
          row([cell(numbered('', 1, 2)), cell('甲')]),
          row([cell(hidden), cell('乙')]),
          row([cell(numbered('', 1, 2)), cell('丙')]),
        ),
      ),
    ).toEqual(['| 序号 | 事项 |', '| 1. | 甲 |', '|  | 乙 |', '| 2. | 丙 |'])
  })

  it('that the file does not define, or in a format nobody knows, is told', () => {
    const strange = list(0, level(0, 'hebrew1', '%1.'))
    const { told, outline: lines } = parseFile(
      'a.docx',
      buildDocx({ numbering: strange + num(1, 0), body: numbered('甲', 1) + numbered('乙', 7) }),
    )
    expect(lines).toEqual(['1.甲', '乙'])
    expect(told).toEqual(['warning numbering-format-known', 'warning numbering-defined'])
  })

  it('with a mark of a symbol font is a bullet', () => {
    expect(outline(list(0, level(0, 'bullet', '\uF06C')) + num(1, 0), numbered('甲', 1))).toEqual([
      '•甲',
    ])
  })
})

describe('formats of numbers', () => {
  it.each([
    ['chineseCountingThousand', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 100, '一〇〇'],
    ['japaneseCounting', 12, '十二'],
    ['ideographDigital', 12, '一二'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 11, '甲'],
    ['decimalEnclosedCircle', 20, '⑳'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedFullstop', 3, '⒊'],
    ['decimalEnclosedParen', 3, '⑶'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 3, '03'],
    ['lowerLetter', 28, 'bb'],
    ['upperRoman', 14, 'XIV'],
    ['none', 3, ''],
    ['unheardOf', 3, '3'],
  ])('%s writes %i as %s', (format, value, text) => {
    expect(formatNumber(value, format)).toBe(text)
  })
})
