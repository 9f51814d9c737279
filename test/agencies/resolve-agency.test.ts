import { describe, expect, it } from 'vitest'

import {
  indexAgencies,
  resolveAgency,
  type NamingContext,
  type Resolution,
} from '../../pipeline/agencies/index.js'

const index = indexAgencies()
const central: NamingContext = { level: 'central', place: null, date: '2023-06-24' }
const guangdong: NamingContext = { level: 'province', place: '广东省', date: '2024-03-01' }
const suzhou: NamingContext = { level: 'city', place: '江苏省苏州市', date: '2024-03-01' }
const yunhe: NamingContext = { level: 'county', place: '浙江省丽水市云和县', date: '2024-03-01' }
const beijing: NamingContext = { level: 'province', place: '北京市', date: '2024-03-01' }
const nowhere: NamingContext = { level: null, place: null, date: null }

function resolve(printed: string, context: NamingContext): Resolution {
  return resolveAgency(index, printed, context)
}

function nameOf(printed: string, context: NamingContext): string {
  const resolution = resolve(printed, context)
  return resolution.type === 'agency' ? resolution.name : `${resolution.type}: ${resolution.name}`
}

describe('a central paper', () => {
  it.each([
    ['国家发展和改革委员会', '国家发展改革委'],
    ['发展改革委', '国家发展改革委'],
    ['发改委', '国家发展改革委'],
    ['住房和城乡建设部', '住房城乡建设部'],
    ['教　育　部', '教育部'],
    ['国家发展\n改革委', '国家发展改革委'],
    ['医保局', '国家医保局'],
    ['国家税务总局', '税务总局'],
    ['市场监管总局（国家标准委）', '市场监管总局'],
    ['中央党校（国家行政学院）', '中央党校（国家行政学院）'],
    ['央行', '中国人民银行'],
    ['广东省财政厅', '广东省财政厅'],
    ['广州市人民政府', '广州市人民政府'],
    ['国务院安委会办公室', '国务院安委会办公室'],
  ])('by %s means %s', (printed, name) => {
    expect(nameOf(printed, central)).toBe(name)
  })

  it('has no 财政厅 of its own', () => {
    expect(resolve('财政厅', central)).toMatchObject({
      type: 'unknown',
      reason: 'level-not-known',
    })
  })
})

describe('a local paper', () => {
  it.each([
    ['医保局', guangdong, '广东省医疗保障局', '广东省医保局'],
    ['财政厅', guangdong, '广东省财政厅', '广东省财政厅'],
    ['省卫健委', guangdong, '广东省卫生健康委员会', '广东省卫生健康委'],
    ['省委宣传部', guangdong, '中共广东省委宣传部', '广东省委宣传部'],
    ['团省委', guangdong, '共青团广东省委员会', '共青团广东省委'],
    ['省政府', guangdong, '广东省人民政府', '广东省人民政府'],
    ['省法院', guangdong, '广东省高级人民法院', '广东省法院'],
    ['市发改委', suzhou, '苏州市发展和改革委员会', '苏州市发展改革委'],
    ['市市场监管局', suzhou, '苏州市市场监督管理局', '苏州市市场监管局'],
    ['市场监管局', suzhou, '苏州市市场监督管理局', '苏州市市场监管局'],
    ['省财政厅', suzhou, '江苏省财政厅', '江苏省财政厅'],
    ['财政厅', suzhou, '江苏省财政厅', '江苏省财政厅'],
    ['市营商环境办', suzhou, '苏州市营商环境办', '苏州市营商环境办'],
    ['姑苏区财政局', suzhou, '苏州市姑苏区财政局', '苏州市姑苏区财政局'],
    ['江苏省苏州市财政局', suzhou, '苏州市财政局', '苏州市财政局'],
    ['县水利局', yunhe, '云和县水利局', '云和县水利局'],
    ['市水利局', yunhe, '丽水市水利局', '丽水市水利局'],
    ['市发展改革委', beijing, '北京市发展和改革委员会', '北京市发展改革委'],
  ])('by %s means its own place’s: %#', (printed, context, agency, name) => {
    expect(resolve(printed, context)).toMatchObject({ type: 'agency', agency, name })
  })

  it('means central bodies by names that only they bear', () => {
    expect(nameOf('商务部', guangdong)).toBe('商务部')
    expect(nameOf('证监会', suzhou)).toBe('中国证监会')
    expect(nameOf('国家医保局', guangdong)).toBe('国家医保局')
  })

  it('gives two provinces’ 省财政厅 two identities', () => {
    const hubei: NamingContext = { ...guangdong, place: '湖北省' }
    expect(nameOf('省财政厅', guangdong)).not.toBe(nameOf('省财政厅', hubei))
  })

  it('gives one body one identity under all its names', () => {
    const forms = ['市人社局', '市人力社保局', '市人力资源和社会保障局', '苏州市人力资源社会保障局']
    expect(new Set(forms.map((form) => nameOf(form, suzhou))).size).toBe(1)
  })

  it('leaves a name whose place it does not say unresolved', () => {
    expect(resolve('市财政局', guangdong)).toMatchObject({
      type: 'unknown',
      reason: 'level-not-known',
    })
    expect(resolve('财政局', guangdong)).toMatchObject({ type: 'unknown' })
  })

  it('takes a name that ends as a body’s does for a body', () => {
    expect(resolve('苏州文旅集团', suzhou)).toMatchObject({ type: 'agency', how: 'shape' })
  })
})

describe('a paper whose level is not known', () => {
  it('means by a bare short name nobody for certain', () => {
    expect(resolve('医保局', nowhere)).toEqual({
      type: 'unknown',
      name: '医保局',
      nearest: '国家医保局',
      reason: 'level-not-known',
    })
  })

  it('means by a name that only one body bears that body', () => {
    expect(nameOf('财政部', nowhere)).toBe('财政部')
  })
})

describe('dispatched offices', () => {
  it.each([
    ['国家税务总局广东省税务局', central, '国家税务总局广东省税务局', '广东省税务局'],
    ['省税务局', guangdong, '国家税务总局广东省税务局', '广东省税务局'],
    ['税务局', suzhou, '国家税务总局苏州市税务局', '苏州市税务局'],
    ['中国人民银行广东省分行', central, '中国人民银行广东省分行', '人民银行广东省分行'],
    ['人行苏州市分行', suzhou, '中国人民银行苏州市分行', '人民银行苏州市分行'],
    ['广东金融监管局', guangdong, '国家金融监督管理总局广东监管局', '广东金融监管局'],
    ['深圳证监局', guangdong, '中国证券监督管理委员会深圳监管局', '深圳证监局'],
    ['黄埔海关', guangdong, '黄埔海关', '黄埔海关'],
    ['民航中南地区管理局', guangdong, '中国民用航空中南地区管理局', '民航中南地区管理局'],
    ['国家外汇局广东省分局', guangdong, '国家外汇管理局广东省分局', '国家外汇局广东省分局'],
    ['外交部驻香港公署', central, '外交部驻香港公署', '外交部驻香港公署'],
    ['香港中联办', central, '中央人民政府驻香港特别行政区联络办公室', '香港中联办'],
    ['长江航务管理局', central, '交通运输部长江航务管理局', '长江航务管理局'],
  ])('are never their ministry: %s', (printed, context, agency, name) => {
    expect(resolve(printed, context)).toMatchObject({
      type: 'agency',
      how: 'dispatched',
      agency,
      name,
    })
  })

  it.each(['国家税务总局', '海关总署', '国家外汇管理局', '中国人民银行'])(
    '%s is none',
    (printed) => {
      expect(resolve(printed, central)).toMatchObject({ type: 'agency', how: 'name' })
    },
  )
})

describe('the date of the notice', () => {
  const at = (date: string | null): NamingContext => ({ ...central, date })

  it('keeps a body that was when the notice was issued, and says what it is today', () => {
    expect(resolve('银保监会', at('2020-11-01'))).toMatchObject({
      agency: '中国银行保险监督管理委员会',
      name: '中国银保监会',
      formerly: null,
      now: '金融监管总局',
    })
    expect(resolve('银保监会', at('2023-05-10'))).toMatchObject({ name: '中国银保监会' })
  })

  it('turns a body that was no more into its single successor', () => {
    expect(resolve('银保监会', at('2023-06-24'))).toMatchObject({
      agency: '国家金融监督管理总局',
      how: 'predecessor',
      formerly: '中国银保监会',
    })
  })

  it('follows reforms as far as the date', () => {
    expect(nameOf('卫生部', at('2010-01-01'))).toBe('卫生部')
    expect(nameOf('卫生部', at('2015-01-01'))).toBe('国家卫生计生委')
    expect(nameOf('卫生部', at('2020-01-01'))).toBe('国家卫生健康委')
    expect(nameOf('银监会', at('2020-01-01'))).toBe('中国银保监会')
    expect(nameOf('国务院扶贫办', at('2022-01-01'))).toBe('国家乡村振兴局')
  })

  it('leaves several successors to a person', () => {
    expect(resolve('质检总局', at('2019-01-01'))).toEqual({
      type: 'ambiguous',
      agency: '国家质量监督检验检疫总局',
      name: '质检总局',
      successors: ['市场监管总局', '海关总署'],
    })
  })

  it('tells one letter sequence that was a name once from a loose form today', () => {
    expect(resolve('交通部', at('2005-01-01'))).toMatchObject({ name: '交通部', how: 'name' })
    expect(resolve('交通部', at('2020-01-01'))).toMatchObject({
      name: '交通运输部',
      how: 'informal',
    })
  })

  it('takes a body for itself where the date is not known', () => {
    expect(nameOf('银保监会', at(null))).toBe('中国银保监会')
  })
})

describe('an unknown name', () => {
  it('is offered the nearest known one', () => {
    expect(resolve('生态环保部', central)).toEqual({
      type: 'unknown',
      name: '生态环保部',
      nearest: '生态环境部',
      reason: 'not-known',
    })
  })

  it('is offered none where nothing is near', () => {
    expect(resolve('某某委', central)).toMatchObject({ type: 'unknown', nearest: null })
  })
})

describe('an office’s own entries', () => {
  it('are added, with their forms', () => {
    const own = indexAgencies([
      { name: '广东省大湾区办公室', short: '省大湾区办', aliases: ['湾区办'] },
    ])
    expect(resolveAgency(own, '湾区办', guangdong)).toMatchObject({ name: '省大湾区办' })
  })

  it('stand for the local body of that name', () => {
    const own = indexAgencies([{ name: '广东省财政厅', deliverTo: '税务总局' }])
    expect(resolveAgency(own, '省财政厅', guangdong)).toMatchObject({
      agency: '广东省财政厅',
      entry: { deliverTo: '税务总局' },
    })
  })

  it('are laid over the registry’s entry of the same full or short name, forms added', () => {
    const own = indexAgencies([
      { name: '质检总局', successors: ['市场监管总局'], aliases: ['总局'] },
    ])
    expect(resolveAgency(own, '总局', central)).toMatchObject({
      name: '市场监管总局',
      formerly: '质检总局',
    })
  })

  it('are reported where a form is another agency’s, and theirs wins', () => {
    const own = indexAgencies([{ name: '某某办公室', aliases: ['央行'] }])
    expect(own.problems).toEqual([
      { type: 'form-taken', form: '央行', by: '某某办公室', of: '中国人民银行' },
    ])
    expect(resolveAgency(own, '央行', central)).toMatchObject({ name: '某某办公室' })
  })

  it('are reported where they refer to nobody', () => {
    const own = indexAgencies([{ name: '某某办公室', deliverTo: '没有的部' }])
    expect(own.problems).toEqual([
      { type: 'no-such-agency', field: 'deliverTo', value: '没有的部', of: '某某办公室' },
    ])
  })
})
