import { describe, expect, it } from 'vitest'

import { cleanStrings } from '../../../pipeline/render/seal/clean-strings.js'

describe('cleanStrings', () => {
  it('leaves out what makes a file unreadable, and lists it', () => {
    expect(cleanStrings({ a: ['一\uFFFE二', '\u{1FFFF}三'], b: 4, c: null, d: true })).toEqual({
      value: { a: ['一二', '三'], b: 4, c: null, d: true },
      removed: ['U+FFFE', 'U+1FFFF'],
    })
  })

  it('leaves out control characters and halves of surrogate pairs', () => {
    expect(cleanStrings('甲\u0000乙\u001B丙\u007F丁\u009F\uD840戊')).toEqual({
      value: '甲乙丙丁戊',
      removed: ['U+0000', 'U+001B', 'U+007F', 'U+009F', 'U+D840'],
    })
  })

  it('makes every kind of line break a line feed and tells nothing, for nothing is lost', () => {
    expect(cleanStrings('一\r\n二\r三\u0085四\u2028五\u2029六\n七\t八')).toEqual({
      value: '一\n二\n三\n四\n五\n六\n七\t八',
      removed: [],
    })
  })

  it('keeps rare characters, compatibility ideographs, private use and joiners', () => {
    const text = '𠮷𪚥\uF900\uE000\u200B\u200D\uFEFF😀“”—　'
    expect(cleanStrings([text])).toEqual({ value: [text], removed: [] })
  })
})
