import { describe, expect, it } from 'vitest'

import { genericKindOf, indexAgencies, isGenericActor } from '../../pipeline/agencies/index.js'

describe('genericKindOf', () => {
  it.each([
    ['各地区', 'regions'],
    ['各地', 'regions'],
    ['相关省（区、市）', 'regions'],
    ['有关区县', 'regions'],
    ['自贸试验区所在地区', 'regions'],
    ['地方各级人民政府', 'governments'],
    ['各省（自治区、直辖市）人民政府', 'governments'],
    ['各区〔县、市〕政府', 'governments'],
    ['各有关省级人民政府', 'governments'],
    ['各市州、县（市、区）人民政府', 'governments'],
    ['各自贸试验区所在地省级人民政府', 'governments'],
    ['各开发区管委会', 'governments'],
    ['乡镇（街道）', 'governments'],
    ['各部门', 'departments'],
    ['各有关部门', 'departments'],
    ['国务院各有关部门', 'departments'],
    ['国务院相关部门', 'departments'],
    ['市级有关部门', 'departments'],
    ['有关方面', 'units'],
    ['各有关单位', 'units'],
    ['各成员单位', 'units'],
    ['公安部门', 'kind-of-department'],
    ['人力资源社会保障部门', 'kind-of-department'],
    ['行业主管部门', 'departments'],
    ['公安机关', 'kind-of-department'],
    ['海关', 'kind-of-department'],
    ['金融机构', 'enterprises'],
    ['有关中央企业', 'enterprises'],
    ['行业协会商会', 'institutions'],
    ['高校', 'institutions'],
    ['科研院所', 'institutions'],
    ['牵头部门', 'back-reference'],
    ['责任单位', 'back-reference'],
    ['各乡镇林场', 'several'],
  ])('takes %s for %s', (text, kind) => {
    expect(genericKindOf(text)).toBe(kind)
  })

  it.each([
    '市场监管总局',
    '广东省财政厅',
    '中国人民银行',
    '中国人寿保险公司',
    '某某农村商业银行',
    '财政部等6部门',
    '各自',
    '某市供电公司',
    '',
  ])('takes %s for none', (text) => {
    expect(isGenericActor(text)).toBe(false)
  })

  it('takes no name of the registry for a kind', () => {
    const { entries } = indexAgencies()
    const forms = entries.flatMap(({ name, short, aliases }) => [name, short, ...aliases])
    expect(forms.filter(isGenericActor)).toEqual([])
  })

  it('takes no time over text that almost fits', () => {
    const start = performance.now()
    for (const part of ['各有关', '地市', '省级', '市县区', '有关部门和'])
      genericKindOf(`${part.repeat(Math.floor(59 / part.length))}。`)
    expect(performance.now() - start).toBeLessThan(500)
  })
})
