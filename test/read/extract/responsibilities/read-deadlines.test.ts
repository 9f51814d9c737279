import { describe, expect, it } from 'vitest'

import { readDeadlines } from '../../../../pipeline/read/extract/responsibilities/index.js'

function said(text: string, issueDate: string | null = '2023-03-10'): readonly string[] {
  return readDeadlines(text, 0, issueDate).map(({ value }) =>
    [value.text, value.kind, value.date].join('|'),
  )
}

describe('readDeadlines', () => {
  it.each([
    ['2023年6月底前完成', ['2023年6月底前|by|2023-06-30']],
    ['于2024年2月底前报送', ['于2024年2月底前|by|2024-02-29']],
    ['2023年6月15日前印发', ['2023年6月15日前|by|2023-06-15']],
    ['２０２３年６月底前', ['２０２３年６月底前|by|2023-06-30']],
    ['2023年底前取得进展', ['2023年底前|yearEnd|2023-12-31']],
    ['2023年年底前取得进展', ['2023年年底前|yearEnd|2023-12-31']],
    ['年内出台办法', ['年内|yearEnd|2023-12-31']],
    ['今年底前出台办法', ['今年底前|yearEnd|2023-12-31']],
    ['年底前出台办法', ['年底前|yearEnd|2023-12-31']],
    ['9月底前出台办法', ['9月底前|by|2023-09-30']],
    ['2023年上半年完成', ['2023年上半年|by|2023-06-30']],
    ['2023年三季度末前完成', ['2023年三季度末前|by|2023-09-30']],
    ['到2025年，网络基本建成', ['到2025年|period|']],
    ['“十四五”末全面建成', ['“十四五”末|period|']],
    ['每季度首月10日前报送进展', ['每季度首月10日前|recurring|']],
    ['每年12月底前报告', ['每年12月底前|recurring|']],
    ['印发后30日内制定细则', ['印发后30日内|relative|']],
    ['自本通知印发之日起三个月内', ['自本通知印发之日起三个月内|relative|']],
    ['持续推进', ['持续推进|ongoing|']],
    ['长期坚持', ['长期坚持|ongoing|']],
  ])('reads %s', (text, deadlines) => {
    expect(said(text)).toEqual(deadlines)
  })

  it('gives no date for 2025年前, which is not the end of 2025', () => {
    expect(said('2025年前建成')).toEqual(['2025年前|by|'])
  })

  it('gives no date for 2023年6月前', () => {
    expect(said('2023年6月前建成')).toEqual(['2023年6月前|by|'])
  })

  it('takes several days of one sentence for milestones, each with its text', () => {
    expect(said('2023年6月底前完成方案，9月底前完成试点，年底前全面推开')).toEqual([
      '2023年6月底前|milestones|2023-06-30',
      '9月底前|milestones|2023-09-30',
      '年底前|milestones|2023-12-31',
    ])
  })

  it('gives a day without a year that was over at issue no date', () => {
    expect(said('2月底前报送')).toEqual(['2月底前|by|'])
  })

  it('gives no date from the issue year where the issue date is unknown', () => {
    expect(said('年底前出台办法', null)).toEqual(['年底前|yearEnd|'])
  })

  it.each([
    '有效期至2025年12月31日',
    '自2023年7月1日起施行',
    '本办法有效期5年，至2028年底止',
    '近三年内受到处罚的',
    '2020年底建成的项目',
    '2023年工作要点',
    '年内部审计',
    '持续推进城市公交车更新',
    '长期坚持的做法',
    '',
  ])('reads none in %s', (text) => {
    expect(said(text)).toEqual([])
  })

  it.each([
    ['2023年12月', ['2023年12月|by|2023-12-31']],
    ['2023年12月31日', ['2023年12月31日|by|2023-12-31']],
    ['2023.6.30', ['2023.6.30|by|2023-06-30']],
    ['2023年', ['2023年|yearEnd|2023-12-31']],
    ['长期', ['长期|ongoing|']],
    ['每季度', ['每季度|recurring|']],
  ])('takes a cell that is a date alone for one: %s', (text, deadlines) => {
    expect(said(text)).toEqual(deadlines)
  })

  it('counts its places in the reading text', () => {
    const [found] = readDeadlines('须于2023年6月底前完成', 50, null)
    expect(found?.span).toEqual({ start: 51, end: 61 })
  })
})
