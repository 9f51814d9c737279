import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { splitText } from '../../../pipeline/render/xlsx/split-text.js'
import { estimateLines } from '../../../pipeline/typeset/estimate-lines.js'
import { longText } from './sample-workbooks.js'

describe('a text that is too tall is parted', () => {
  it('stays whole where it fits', () => {
    expect(splitText('一行', 10, 1)).toEqual(['一行'])
    expect(splitText('', 10, 1)).toEqual([''])
  })

  it('is parted after a sentence, and no piece is too tall', () => {
    const pieces = splitText(longText(2000), 40, 10)
    expect(pieces.join('')).toBe(longText(2000))
    expect(pieces.slice(0, -1).every((piece) => piece.endsWith('。'))).toBe(true)
    expect(Math.max(...pieces.map((piece) => estimateLines(piece, 40)))).toBeLessThanOrEqual(10)
  })

  it('is parted after a line rather than inside one', () => {
    const lines = Array.from({ length: 9 }, (_, index) => `第${index + 1}行，有话要说。又一句`)
    const pieces = splitText(lines.join('\n'), 40, 4)
    expect(pieces.join('\n')).toBe(lines.join('\n'))
  })

  it('never cuts a pair of surrogates', () => {
    const pieces = splitText('𠮷'.repeat(50), 7, 1)
    expect(pieces.every((piece) => /^(?:𠮷)+$/u.test(piece))).toBe(true)
    expect(pieces.join('')).toBe('𠮷'.repeat(50))
  })

  it('keeps no piece longer than a cell, though it be invisible', () => {
    const pieces = splitText('\u200B'.repeat(40_000), 20, 5)
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThanOrEqual(32_767)
    expect(pieces.join('')).toHaveLength(40_000)
  })

  it('loses no character of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 1, max: 4 }),
        (text, columns, lines) => {
          const pieces = splitText(text, columns, lines)
          expect(pieces.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
        },
      ),
    )
  })
})
