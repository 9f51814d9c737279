import { describe, expect, it } from 'vitest'

import { parseFile } from '../outline-of.js'

const parse = (text: string) => parseFile('通知.txt', text)

describe('plain text', () => {
  it('has paragraphs between empty lines and no markup', () => {
    const { outline, dropped, told } = parse('# 一、**甲**\n---\n\n<b>&nbsp;\\.\n　　\n1. 乙')
    expect(outline).toEqual(['# 一、**甲**\n---', '<b>&nbsp;\\.', '1. 乙'])
    expect(dropped).toEqual([])
    expect(told).toEqual([])
  })

  it('has a table only where a delimiter row stands', () => {
    expect(parse('甲|乙\n\n| 序号 | 单位 |\n|--|--|\n| 1 | **财政部** |').outline).toEqual([
      '甲|乙',
      '| 序号 | 单位 |',
      '| 1 | **财政部** |',
    ])
  })

  it('maps to the file one to one', () => {
    expect(parse('甲\r\n\r\n乙').source?.origin).toEqual([
      { start: 0, end: 4, at: { kind: 'offset', offset: 0 } },
    ])
  })
})
