import { describe, expect, it } from 'vitest'

import { findAgencyNames, indexAgencies } from '../../pipeline/agencies/index.js'

const index = indexAgencies()
const central = { level: 'central', place: null, date: '2023-06-24' } as const

function found(text: string): readonly string[] {
  return findAgencyNames(index, text, central).map((each) => each.text)
}

describe('findAgencyNames', () => {
  it.each([
    ['由国家发展改革委和中国人民银行研究', ['国家发展改革委', '中国人民银行']],
    ['商务部要牵头，会同统计局开展评估', ['商务部', '统计局']],
    ['广东省财政厅、住房和城乡建设部', ['广东省财政厅', '住房和城乡建设部']],
    ['广东省发展改革委', ['广东省发展改革委']],
    ['按照公安部部署', ['公安部']],
  ])('finds the longest names of %s', (text, names) => {
    expect(found(text)).toEqual(names)
    for (const each of findAgencyNames(index, text, central))
      expect(text.slice(each.start, each.end)).toBe(each.text)
  })

  it.each([
    '人力资源社会保障部门和公安部门',
    '统筹推进教育部署',
    '财政部分资金',
    '两院院士和工程院校',
    '各级统计局',
    '全国统一的市场',
  ])('finds none in %s', (text) => {
    expect(found(text)).toEqual([])
  })
})
