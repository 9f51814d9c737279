import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readChineseNumeral, writeChineseNumeral } from '../../pipeline/text/index.js'

describe('readChineseNumeral', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['二十三', 23],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百十二', 112],
    ['三百二十一', 321],
    ['一千二百', 1200],
    ['一千零二', 1002],
    ['两千', 2000],
    ['一万二千', 12_000],
    ['三十五万', 350_000],
    ['一万零一', 10_001],
    ['零', 0],
    ['二〇二三', 2023],
    ['二○一八', 2018],
    ['二零零五', 2005],
    ['二OO八', 2008],
    ['23', 23],
    ['２３', 23],
  ])('reads %s as %i', (text, value) => {
    expect(readChineseNumeral(text)).toBe(value)
  })

  it.each(['', '项', '第三', '一百五', '十十', '百', '三百二百', '千', 'OO', '1.5', '-3', '三 五'])(
    'reads no number out of %j',
    (text) => {
      expect(readChineseNumeral(text)).toBeNull()
    },
  )

  it('reads back whatever is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(readChineseNumeral(writeChineseNumeral(value))).toBe(value)
      }),
    )
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('一二十百千万亿零〇○23O项')) }),
        (text) => {
          const value = readChineseNumeral(text)
          expect(value === null || Number.isSafeInteger(value)).toBe(true)
        },
      ),
    )
  })
})

describe('writeChineseNumeral', () => {
  it.each([
    [0, '零'],
    [7, '七'],
    [10, '十'],
    [11, '十一'],
    [23, '二十三'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1010, '一千零一十'],
    [20_300, '二万零三百'],
    [100_000, '十万'],
  ])('writes %i as %s', (value, text) => {
    expect(writeChineseNumeral(value)).toBe(text)
  })

  it('refuses what is no whole number it can write', () => {
    expect(() => writeChineseNumeral(-1)).toThrow(RangeError)
    expect(() => writeChineseNumeral(1.5)).toThrow(RangeError)
    expect(() => writeChineseNumeral(100_000_000)).toThrow(RangeError)
  })
})
