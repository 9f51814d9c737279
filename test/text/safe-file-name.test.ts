import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { safeFileName, safeFileNames } from '../../pipeline/text/index.js'

const encoder = new TextEncoder()

describe('safeFileName', () => {
  it.each(['国家发展改革委', '中央党校（国家行政学院）', '广东省财政厅', 'a b.c'])(
    'keeps a name that is safe already: %s',
    (name) => {
      expect(safeFileName(name)).toBe(name)
    },
  )

  it.each([
    '',
    '..',
    '../甲',
    'a/b',
    'CON',
    '甲:乙',
    '甲.',
    '.隐',
    '甲\u202e乙',
    '\ud800',
    '甲\n乙',
    'nul',
    'COM1',
    'LPT\u00b9',
    'con.txt',
    '甲 ',
    '甲\u2066乙\u2069',
    '甲\u200e',
    '甲\ufffe',
    '甲\\乙',
    '甲|乙?',
  ])('changes %j and marks the change with eight digits of its hash', (name) => {
    expect(safeFileName(name)).toMatch(/^[^/\\:\n]*-[0-9a-f]{8}$/u)
  })

  it('holds at most 120 bytes, cut between characters', () => {
    const name = safeFileName('𠮷'.repeat(100))
    expect(encoder.encode(name).length).toBeLessThanOrEqual(120)
    expect(name).toMatch(/^𠮷+-[0-9a-f]{8}$/u)
    expect(safeFileName('局'.repeat(40))).toBe('局'.repeat(40))
  })

  it('gives the two Unicode forms of one name one file name', () => {
    expect(safeFileName('e\u0301')).toBe(safeFileName('\u00e9'))
  })

  it('keeps different names different', () => {
    expect(safeFileName('甲/乙')).not.toBe(safeFileName('甲:乙'))
  })

  it('is safe for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const safe = safeFileName(name)
        expect(safe).toMatch(/^[^/\\\p{Cc}]+$/u)
        expect(safe).not.toMatch(/^\.|[. ]$/)
        expect(encoder.encode(safe).length).toBeLessThanOrEqual(120)
      }),
    )
  })
})

describe('safeFileNames', () => {
  it('marks names that a file system which folds case takes for one', () => {
    const names = safeFileNames(['AEO', 'aeo', '商务部'])
    expect(names.get('商务部')).toBe('商务部')
    expect(new Set([...names.values()].map((name) => name.toLowerCase())).size).toBe(3)
  })
})
