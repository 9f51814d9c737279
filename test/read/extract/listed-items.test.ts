import { describe, expect, it } from 'vitest'

import { paragraphs, readNotice, rulesOf } from './read-notice.js'

const read = (...lines: readonly string[]) =>
  readNotice(paragraphs('某政府关于复制推广改革经验的通知', '各单位：', '通知如下：', ...lines))

describe('items listed by name', () => {
  it('may hold 、 and quotes within quotes, with the number behind', () => {
    const { document, findings } = read(
      '一、主要内容',
      '1.贸易领域：“单证统一化、标准化”、“‘一窗’办理，限时办结”等2项。',
    )
    expect(document.items.map(({ title, category }) => [title, category])).toEqual([
      ['单证统一化、标准化', '贸易领域'],
      ['‘一窗’办理，限时办结', '贸易领域'],
    ])
    expect(document.counts).toEqual([{ said: 2, unit: '项', counted: 2, of: '贸易领域' }])
    expect(findings).toEqual([])
  })

  it('may stand beside each other with nothing between, with the number before', () => {
    const { document } = read('（一）金融方面（3项）：“甲经验”“乙经验”“丙经验”。')
    expect(document.items.map(({ title }) => title)).toEqual(['甲经验', '乙经验', '丙经验'])
    expect(document.items[0]?.category).toBe('金融方面')
  })

  it('may follow a heading that ends its own sentence', () => {
    const { document } = read('（一）维护公平竞争（2项）。“清理门槛”、“推进电子化”等。')
    expect(document.items.map(({ title, category }) => [title, category])).toEqual([
      ['清理门槛', '维护公平竞争'],
      ['推进电子化', '维护公平竞争'],
    ])
  })

  it('may be parted by ； without quotes where the number is said', () => {
    const { document } = read(
      '（一）产权保护方面2项：民事、刑事案件合一审判；以保险降低损失的机制。',
    )
    expect(document.items.map(({ title }) => title)).toEqual([
      '民事、刑事案件合一审判',
      '以保险降低损失的机制',
    ])
  })

  it('are parted at 、 only where the number agrees', () => {
    const agrees = read('（一）服务领域：窗口预约、帮办代办、容缺受理等3项。')
    const differs = read('（一）服务领域：统一化、标准化办理、容缺受理等2项。')
    expect(agrees.document.items).toHaveLength(3)
    expect(differs.document.items).toEqual([])
  })

  it('take the scope that their group names instead of a category', () => {
    const { document } = read(
      '（一）在全国范围内复制推广的改革事项。',
      '1.监管领域：“甲机制”、“乙机制”等2项。',
      '（二）在特定区域复制推广的改革事项。',
      '1.在自贸试验区复制推广“丙机制”。',
      '2.在某铁路局局管范围内复制推广“丁机制”。',
    )
    expect(document.items.map(({ title, category, scope }) => [title, category, scope])).toEqual([
      ['甲机制', '监管领域', '全国'],
      ['乙机制', '监管领域', '全国'],
      ['丙机制', null, '自贸试验区'],
      ['丁机制', null, '某铁路局局管范围'],
    ])
  })

  it('are found inside a sentence that spreads them', () => {
    const { document } = read(
      '决定在全国范围内复制推广“甲机制”、“乙机制”等2项改革事项，在沿海地区复制推广“丙机制”。',
    )
    expect(document.items.map(({ title, scope }) => [title, scope])).toEqual([
      ['甲机制', '全国'],
      ['乙机制', '全国'],
      ['丙机制', '沿海地区'],
    ])
  })

  it('are numbered lines under a heading that says how many', () => {
    const { document, findings } = read(
      '一、推广的举措（共3项）',
      '1.甲举措',
      '2.乙举措',
      '3.丙举措',
    )
    expect(document.items.map(({ label, title }) => [label, title])).toEqual([
      ['1.', '甲举措'],
      ['2.', '乙举措'],
      ['3.', '丙举措'],
    ])
    expect(findings).toEqual([])
  })

  it('are missed where fewer stand there than the text says', () => {
    const { findings } = read('1.贸易领域：“甲”、“乙”等3项。')
    expect(findings).toMatchObject([
      { rule: 'count-agrees-with-list', severity: 'warning', values: { said: 3, counted: 2 } },
    ])
  })

  it('are missed as a matter of information where the text says that it was cut', () => {
    const { findings } = read(
      '（一）融合方面6项。',
      '某省人民政府',
      '2024年1月2日',
      '（本文有删减）',
    )
    expect(findings).toMatchObject([{ rule: 'count-agrees-with-list', severity: 'info' }])
  })

  it.each([
    '（一）深化“放管服”改革，推进“互联网+监管”、“双随机、一公开”。',
    '（一）落实“四个全面”战略布局：“一带一路”建设稳步推进。',
    '（一）在有条件的地方推广“河长制”模式，完善机制。',
    '全面推行“证照分离”改革，推广“一窗受理”、“一网通办”等做法。',
    '（一）推进3项行动。',
  ])('are not made of what is quoted for another reason: %s', (line) => {
    const { document, findings } = read('一、总体要求', line)
    expect(document.items).toEqual([])
    expect(rulesOf(findings)).toEqual([])
  })
})
