import { describe, expect, it } from 'vitest'

import {
  findChineseDates,
  isImpossibleDate,
  readChineseDate,
  writeChineseDate,
} from '../../pipeline/text/index.js'

describe('readChineseDate', () => {
  it.each([
    ['2023年6月24日', '2023-06-24'],
    ['２０２３年６月２４日', '2023-06-24'],
    [' 2023 年 06 月 24 日 ', '2023-06-24'],
    ['二〇二三年六月二十四日', '2023-06-24'],
    ['二○一八年十二月二十三日', '2018-12-23'],
    ['二零零五年十月三十一日', '2005-10-31'],
    ['二OO八年二月二十九日', '2008-02-29'],
    ['一九九七年元月八日', '1997-01-08'],
    ['二 〇 二 三 年 六月 十日', '2023-06-10'],
  ])('reads %s as %s', (text, iso) => {
    expect(readChineseDate(text)).toBe(iso)
    expect(isImpossibleDate(text)).toBe(false)
  })

  it.each([
    '2023年2月29日',
    '2023年13月1日',
    '2023年6月31日',
    '二〇二三年六月三十二日',
    '2023年0月1日',
  ])('tells a day that does not exist, %s, from what is no date', (text) => {
    expect(readChineseDate(text)).toBeNull()
    expect(isImpossibleDate(text)).toBe(true)
  })

  it.each(['2023年6月', '6月24日', '于2023年6月24日印发', '', '第2023号'])(
    'reads no date out of %j',
    (text) => {
      expect(readChineseDate(text)).toBeNull()
      expect(isImpossibleDate(text)).toBe(false)
    },
  )
})

describe('findChineseDates', () => {
  it('finds the dates of running text with their places', () => {
    const text = '自2023年6月24日起，至二〇二四年二月三十日止。'
    const found = findChineseDates(text)
    expect(found.map(({ text: printed, date }) => [printed, date])).toEqual([
      ['2023年6月24日', '2023-06-24'],
      ['二〇二四年二月三十日', null],
    ])
    for (const each of found) expect(text.slice(each.start, each.end)).toBe(each.text)
  })
})

describe('writeChineseDate', () => {
  it('writes Arabic figures without leading zeros', () => {
    expect(writeChineseDate('2023-06-04')).toBe('2023年6月4日')
  })

  it('refuses what is no ISO date', () => {
    expect(() => writeChineseDate('2023/6/4')).toThrow(RangeError)
  })
})
