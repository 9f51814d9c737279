import { describe, expect, it } from 'vitest'

import { columnsOf, toHalfWidth } from '../../pipeline/text/index.js'

describe('columnsOf', () => {
  it.each([
    ['国函A', 5],
    ['“云”', 6],
    ['2023', 4],
    ['２', 2],
    ['𠮷', 2],
    ['e\u0301', 1],
    ['甲\u200b乙', 4],
    ['', 0],
  ])('counts %j as %i columns', (text, columns) => {
    expect(columnsOf(text)).toBe(columns)
  })
})

describe('toHalfWidth', () => {
  it('folds letters, digits, punctuation and the space, and keeps every offset', () => {
    expect(toHalfWidth('ＡＢ１（甲），\u3000乙。')).toBe('AB1(甲), 乙。')
    expect(toHalfWidth('（甲），').length).toBe(4)
  })
})
