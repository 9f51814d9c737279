import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { buildDocx, cell, paragraph, row, table } from './docx-builder.js'
import { parseFile } from './outline-of.js'

const size = 100_000
const filled = (piece: string) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size)

/** Each takes at most a second or two alone on a machine; superlinear, it would take minutes. Room for a machine that does other work. */
const bound = 60_000

describe('text that is slow for a parser of Markdown', () => {
  it.each([
    ['short lines with dashes', '- a\n'],
    ['lines of dashes', '----\n'],
    ['rows without a delimiter row', '| a | b |\n'],
    ['delimiter rows alone', '|-|-|\n'],
    ['nested quotes', '>'],
    ['setext underlines', 'a\n=\n'],
    ['one line of short words', 'a b '],
    ['one line of stars', 'a** b'],
    ['open links', '[a]('],
    ['open brackets', '['],
    ['footnote references', '[^a]'],
    ['open comments', '<!--'],
    ['open comments on lines of their own', '<!--\n'],
    ['open tables', '<table>'],
    ['headings', '# a\n'],
    ['empty lines', '\n'],
    ['backslashes', '\\'],
    ['nested tables', '<table><tr><td>'],
  ])(
    'ends in bounded time: %s',
    (_, piece) => {
      const { source, findings } = parseFile('a.md', filled(piece))
      expect(source !== null || findings.some(({ severity }) => severity === 'error')).toBe(true)
    },
    bound,
  )

  it(
    'ends in bounded time: a table of 20,000 rows, each of them read',
    () => {
      const rows = Array.from({ length: 20_000 }, (_, index) => `| ${index} | 财政部 |\n`).join('')
      const { outline } = parseFile('a.md', `| 序号 | 单位 |\n|--|--|\n${rows}`)
      expect(outline).toHaveLength(20_001)
    },
    bound,
  )

  it('is refused above a size that the message names', () => {
    const { findings } = parseFile('a.md', new Uint8Array(10_000_000).fill(0x61))
    expect(findings.map(({ rule, values }) => [rule, values.bytes, values.limit])).toEqual([
      ['file-size-within-limit', 10_000_000, 5_000_000],
    ])
  })
})

describe('pages that are slow for a parser of HTML', () => {
  it.each([
    ['nested blocks', '<div>'],
    ['unclosed formatting', '<b><p>a'],
    ['unclosed formatting of many kinds', '<font size=1><p>a<font size=2><p>b'],
    ['nested tables', '<table><tr><td>'],
    ['nested lists', '<ul><li>'],
  ])('are refused with the limit: %s', (_, piece) => {
    const { source, findings } = parseFile('a.html', filled(piece))
    expect(source).toBeNull()
    expect(findings.map(({ rule, values }) => [rule, values.limit])).toContainEqual([
      'nesting-within-limit',
      400,
    ])
  })

  it.each([
    ['paragraphs', '<p>甲'],
    ['references', '&nbsp;&#x4e00;'],
    ['breaks', 'a<br>'],
    ['empty cells', '<table><tr><td></table>'],
    ['open comments', '<!--'],
    ['open tags', '<a '],
    ['links', '<a href="x.doc">甲</a>'],
    ['hidden spans', '<span hidden>甲</span>乙'],
    ['white space', ' \n\t'],
  ])(
    'end in bounded time: %s',
    (_, piece) => {
      const { source, findings } = parseFile('a.html', `<p>甲</p>${filled(piece)}`)
      expect(source !== null || findings.some(({ severity }) => severity === 'error')).toBe(true)
    },
    bound,
  )
})

describe('Word files that would take more room than a notice needs', () => {
  it('are refused before they are unpacked', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    const { findings } = parseFile('a.docx', bomb)
    expect(findings.map(({ rule, values }) => [rule, values.part, values.bytes])).toEqual([
      ['archive-within-limit', 'word/document.xml', 60_000_000],
    ])
  })

  it('may hold pictures of any size', () => {
    const document = buildDocx({ body: paragraph('甲') })
    expect(parseFile('a.docx', document).outline).toEqual(['甲'])
  })

  it('are refused by name where their XML declares entities', () => {
    const xml =
      '<!DOCTYPE d [<!ENTITY a "甲"><!ENTITY b "&a;&a;">]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
    const bytes = zipSync({ 'word/document.xml': strToU8(xml) })
    expect(parseFile('a.docx', bytes).told).toEqual(['error docx-declares-no-entities'])
  })

  it.each([
    ['nesting without end', `<w:document xmlns:w="x"><w:body>${'<w:p>'.repeat(5000)}`],
    ['a part that breaks off', '<w:document xmlns:w="x"><w:body><w:p><w:r><w:t>甲'],
  ])('are refused where their XML has %s', (_, xml) => {
    const bytes = zipSync({ 'word/document.xml': strToU8(xml) })
    expect(parseFile('a.docx', bytes).told).toEqual(['error docx-whole'])
  })

  it(
    'end in bounded time: a table of 5,000 rows',
    () => {
      const rows = Array.from({ length: 5000 }, (_, index) =>
        row([cell(String(index)), cell('甲')]),
      )
      expect(parseFile('a.docx', buildDocx({ body: table(...rows) })).outline).toHaveLength(5000)
    },
    bound,
  )
})
