import { describe, expect, it } from 'vitest'

import { pairItems } from '../../pipeline/match/index.js'

const named = (...titles: readonly string[]) => titles.map((title) => ({ title }))

describe('pairItems', () => {
  it('pairs names that are the same but for quotes, widths and blanks', () => {
    expect(
      pairItems(
        named('跨境‘电子’缴税', '海事政务闭环管理'),
        named('海事政务 闭环管理', '跨境“电子”缴税。'),
      ),
    ).toEqual([
      { body: 0, annex: 1, exact: true },
      { body: 1, annex: 0, exact: true },
    ])
  })

  it('pairs a name with the nearest one that is left', () => {
    expect(
      pairItems(
        named('航空货运电子信息化', '航空货运安检'),
        named('航空货运电子化', '航空货运安检'),
      ),
    ).toEqual([
      { body: 0, annex: 0, exact: false },
      { body: 1, annex: 1, exact: true },
    ])
  })

  it('leaves names alone that only share words', () => {
    expect(
      pairItems(
        named('知识产权纠纷调解优先机制', '医药招采价格调控机制'),
        named('知识产权质押融资模式创新', '海事政务闭环管理'),
      ),
    ).toEqual([])
  })

  it('pairs a name with one that leaves words of it out', () => {
    expect(pairItems(named('企业住所（经营场所）标准化登记'), named('企业住所标准化登记'))).toEqual(
      [{ body: 0, annex: 0, exact: false }],
    )
  })

  it('leaves short names apart that differ in one word', () => {
    expect(pairItems(named('加强组织领导'), named('加强组织实施'))).toEqual([])
    expect(pairItems(named('加强培训'), named('加强培养'))).toEqual([])
  })

  it('takes an item once, and the row that stands in the same place where two are equally near', () => {
    expect(
      pairItems(
        named('完善企业开办服务机制甲', '完善企业开办服务机制乙'),
        named('完善企业开办服务机制丙', '完善企业开办服务机制丁'),
      ),
    ).toEqual([
      { body: 0, annex: 0, exact: false },
      { body: 1, annex: 1, exact: false },
    ])
  })

  it('pairs two items of one name in order', () => {
    expect(pairItems(named('加强宣传', '加强宣传'), named('加强宣传', '加强宣传'))).toEqual([
      { body: 0, annex: 0, exact: true },
      { body: 1, annex: 1, exact: true },
    ])
  })

  it('pairs nothing with a name that holds no characters', () => {
    expect(pairItems(named('“”'), named('——', ''))).toEqual([])
  })
})
