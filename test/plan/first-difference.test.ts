import { describe, expect, it } from 'vitest'

import type { Layout } from '../../pipeline/model/index.js'
import { digestLayout } from '../../pipeline/plan/digest-layout.js'
import { firstDifference } from '../../pipeline/plan/first-difference.js'
import { flow, paragraph, style, table, workbook } from './layouts.js'

const between = (before: Layout, after: Layout) =>
  firstDifference(digestLayout(before), digestLayout(after))

describe('firstDifference', () => {
  it('is none between equals', () => {
    const layout = () => flow(paragraph('一'), table(['甲', '乙']))
    expect(between(layout(), layout())).toBeNull()
  })

  it('names a paragraph by its style and its number', () => {
    const before = flow(paragraph('题', 'title'), paragraph('一'), paragraph('二'))
    expect(between(before, flow(paragraph('题', 'title'), paragraph('一'), paragraph('三')))).toBe(
      '正文 第2段',
    )
    expect(
      between(before, flow(paragraph('新题', 'title'), paragraph('一'), paragraph('二'))),
    ).toBe('公文标题 第1段')
  })

  it('names a cell by its table, row and column', () => {
    const before = flow(table(['甲', '商务部'], ['乙', '海关总署']))
    expect(between(before, flow(table(['甲', '商务部'], ['乙', '税务总局'])))).toBe('表 第2行 单位')
    expect(between(before, flow(table(['甲', '商务部'], ['丙', '海关总署'])))).toBe('表 第2行 事项')
  })

  it('counts columns past a merged cell from above', () => {
    const before = flow(table(['甲', '商务部'], [null, '海关总署'], ['乙', '财政部']))
    const after = flow(table(['甲', '商务部'], [null, '税务总局'], ['乙', '财政部']))
    expect(between(before, after)).toBe('表 第2行 单位')
  })

  it('says what was added and what was taken away', () => {
    const one = flow(table(['甲', '商务部']))
    const two = flow(table(['甲', '商务部'], ['乙', '海关总署']))
    expect(between(one, two)).toBe('表 第2行（新增）')
    expect(between(two, one)).toBe('表 第2行（删去）')
  })

  it('tells tables apart', () => {
    const before = flow(table(['甲', '商务部']), table(['乙', '海关总署']))
    expect(between(before, flow(table(['甲', '商务部']), table(['丙', '海关总署'])))).toBe(
      '表2 第1行 事项',
    )
  })

  it('names style and page before nothing else changed', () => {
    const before = flow(paragraph('一'))
    expect(between(before, { ...before, style: { ...style, pageNumbers: 'center' } })).toBe('样式')
    expect(between(before, { ...before, draftMark: '代拟稿' })).toBe('页首标记')
  })

  it('names a sheet’s cell by sheet, row and column', () => {
    expect(between(workbook(['甲', '商务部']), workbook(['甲', '财政部']))).toBe(
      '分工表 第1行 单位',
    )
  })

  it('names a line of a text, and a long text as a whole', () => {
    const text = (content: string): Layout => ({ type: 'text', text: content })
    expect(between(text('一\n二'), text('一\n三'))).toBe('第2行')
    expect(between(text('一\n'.repeat(300)), text('二\n'.repeat(300)))).toBe('内容')
  })
})
