import { describe, expect, it } from 'vitest'

import { decodeFile } from '../../../pipeline/read/parse/index.js'
import { parseFile } from './outline-of.js'

const utf8 = new TextEncoder()
/** 国务院通知 in GB2312, and 㐀𠈒 (four bytes each) in GB18030. */
const gb2312 = Uint8Array.of(0xb9, 0xfa, 0xce, 0xf1, 0xd4, 0xba, 0xcd, 0xa8, 0xd6, 0xaa)
const fourBytes = Uint8Array.of(0x81, 0x39, 0xee, 0x39, 0x95, 0x32, 0xb7, 0x36)

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const marked = `\uFEFF${text}`
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let index = 0; index < marked.length; index += 1) {
    view.setUint16(index * 2, marked.charCodeAt(index), !bigEndian)
  }
  return bytes
}

describe('decoding', () => {
  it.each([
    ['UTF-8', utf8.encode('国务院通知'), 'utf-8'],
    [
      'UTF-8 with a byte order mark',
      Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8.encode('国务院通知')),
      'utf-8',
    ],
    ['UTF-16, little end first', utf16('国务院通知', false), 'utf-16le'],
    ['UTF-16, big end first', utf16('国务院通知', true), 'utf-16be'],
  ])('reads %s without a word', (_, bytes, encoding) => {
    expect(decodeFile(bytes)).toEqual({ text: '国务院通知', encoding, findings: [] })
  })

  it('guesses GB18030 where UTF-8 does not fit, and says so', () => {
    const { text, encoding, findings } = decodeFile(gb2312)
    expect({ text, encoding }).toEqual({ text: '国务院通知', encoding: 'gb18030' })
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['encoding-declared', 'info'],
    ])
  })

  it('warns where the guess does not look like Chinese', () => {
    const latin = Uint8Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? 0xe9 : 0xe8))
    expect(decodeFile(latin).findings.map(({ severity }) => severity)).toEqual(['warning'])
  })

  it('decodes the names of GB18030’s subsets with all of it', () => {
    expect(decodeFile(fourBytes, 'gbk').text).toBe('㐀𠈒')
  })

  it('takes the encoding that is given over what the bytes say', () => {
    expect(decodeFile(utf8.encode('国务'), 'gb18030').text).toBe('鍥藉姟')
  })

  it.each([
    ['bytes of no encoding', Uint8Array.of(0xff, 0x41, 0xff, 0x80), undefined, 'encoding-fits'],
    ['bytes that are not of the given one', gb2312, 'utf-8', 'encoding-fits'],
    ['an encoding that does not exist', gb2312, 'gb-1', 'encoding-known'],
  ])('refuses %s', (_, bytes, encoding, rule) => {
    const { source, findings } = parseFile('a.txt', bytes, { encoding })
    expect(source).toBeNull()
    expect(findings.map((finding) => [finding.rule, finding.blocks])).toEqual([
      [rule, { what: 'source' }],
    ])
  })

  it('ends every line with one LF', () => {
    expect(decodeFile(utf8.encode('\uFEFF甲\r\n乙\r丙\u2028丁\u0085戊')).text).toBe(
      '甲\n乙\n丙\n丁\n戊',
    )
  })
})
