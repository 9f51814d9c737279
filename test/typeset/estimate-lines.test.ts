import { describe, expect, it } from 'vitest'

import { estimateLines } from '../../pipeline/typeset/estimate-lines.js'

describe('estimateLines', () => {
  it('counts a Chinese character as two columns', () => {
    expect(estimateLines('统一省域内工程建设', 18)).toBe(1)
    expect(estimateLines('统一省域内工程建设', 16)).toBe(2)
  })

  it('keeps line breaks, and an empty text fills one line', () => {
    expect(estimateLines('甲\n乙\r\n丙', 20)).toBe(3)
    expect(estimateLines('', 20)).toBe(1)
  })

  it('takes a character down with the mark that may not begin a line', () => {
    // Ten columns hold five characters: the comma would begin the second line, so 五 goes with it.
    expect(estimateLines('一二三四五，六七八', 10)).toBe(2)
    expect(estimateLines('一二三四五，六七八九', 10)).toBe(3)
  })

  it('takes an opening quote down to the word that it opens', () => {
    expect(estimateLines('一二三四“五六七八”', 10)).toBe(3)
  })

  it('counts Chinese quotes and dashes as wide as characters', () => {
    expect(estimateLines('“一网通办”', 12)).toBe(1)
    expect(estimateLines('“一网通办”', 10)).toBe(2)
  })

  it('does not break a word unless it is wider than the column', () => {
    expect(estimateLines('abc defgh', 6)).toBe(2)
    expect(estimateLines('a'.repeat(25), 10)).toBe(3)
  })

  it('takes the width of a supplementary character for one character', () => {
    expect(estimateLines('𠮷𠮷𠮷', 6)).toBe(1)
  })

  it('takes time in line with the text', () => {
    expect(estimateLines('工程建设项目审批，'.repeat(20_000), 40)).toBeGreaterThan(9_000)
  })
})
