import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { isHeavy } from '../../../pipeline/read/parse/is-heavy.js'

const heavy = (text: string, name = 'a.md') => isHeavy(strToU8(text), name)

describe('whether a file is read in a thread of its own', () => {
  it('is said of one over 500 kB', () => {
    expect(heavy('国'.repeat(166_666))).toBe(false)
    expect(heavy('国'.repeat(166_667))).toBe(true)
  })

  it('is said of 5,000 lines of | or - in one paragraph', () => {
    expect(heavy('| a | b |\n'.repeat(5000))).toBe(true)
    expect(heavy('  - a\r\n'.repeat(5000))).toBe(true)
    expect(heavy('| a | b |\n'.repeat(4999))).toBe(false)
    expect(heavy(`${'| a | b |\n'.repeat(2500)}\n`.repeat(2))).toBe(false)
    expect(heavy('a | b - c\n'.repeat(5000))).toBe(false)
  })

  it('sees the lines of UTF-16, too', () => {
    expect(isHeavy(Buffer.from('\ufeff' + '| 国 |\n'.repeat(5001), 'utf16le'), 'a.txt')).toBe(true)
  })

  it('is said of a Word file by what it unpacks to', () => {
    const word = (size: number) =>
      isHeavy(zipSync({ 'word/document.xml': new Uint8Array(size) }), 'a.docx')
    expect(word(5_000_000)).toBe(false)
    expect(word(5_000_001)).toBe(true)
    expect(heavy('no archive at all', 'a.docx')).toBe(false)
  })
})
