import { describe, expect, it } from 'vitest'

import {
  addressOf,
  compareAgencies,
  houseOf,
  indexAgencies,
  kindOf,
} from '../../pipeline/agencies/index.js'

const index = indexAgencies()

describe('compareAgencies', () => {
  it('sorts in protocol order, never by letters', () => {
    const inOrder = [
      '中央宣传部',
      '国家新闻出版署',
      '全国政协办公厅',
      '国务院办公厅',
      '外交部',
      '国家发展改革委',
      '审计署',
      '国务院国资委',
      '海关总署',
      '市场监管总局',
      '国家标准委',
      '金融监管总局',
      '中国银保监会',
      '国务院研究室',
      '中科院',
      '国家能源局',
      '最高人民法院',
      '武警部队',
      '全国总工会',
      '国铁集团',
      '开发银行',
      '广东省委组织部',
      '广东省发展改革委',
      '广东省财政厅',
      '广州市财政局',
      '广东省税务局',
      '广东省人民政府',
      '某某公司',
      '各有关部门',
    ]
    expect([...inOrder].reverse().sort(compareAgencies(index))).toEqual(inOrder)
  })

  it('takes full and short names for one', () => {
    const compare = compareAgencies(index)
    expect(compare('国家税务总局', '海关总署')).toBeGreaterThan(0)
    expect(compare('税务总局', '海关总署')).toBeGreaterThan(0)
  })
})

describe('addressOf', () => {
  it.each([
    ['商务部', '你部'],
    ['国家发展改革委', '你委'],
    ['税务总局', '你总局'],
    ['国家能源局', '你局'],
    ['海关总署', '你署'],
    ['中国证监会', '你会'],
    ['中国人民银行', '你行'],
    ['最高人民法院', '你院'],
    ['中央网信办', '你办'],
    ['新华社', '你社'],
    ['国务院办公厅', '你厅'],
    ['广东省财政厅', '你厅'],
    ['广东省人民政府', '你省'],
    ['广州市人民政府', '你市'],
    ['全国妇联', '你会'],
    ['共青团中央', '你委'],
    ['新疆生产建设兵团', '你兵团'],
    ['国铁集团', '你集团'],
    ['某某', '你单位'],
  ])('speaks to %s as %s', (name, address) => {
    expect(addressOf(index, name)).toBe(address)
  })

  it('has a word for everybody in the registry', () => {
    const without = index.entries.filter(({ short }) => addressOf(index, short) === '你单位')
    expect(without.map(({ short }) => short)).toEqual(['国家原子能机构'])
  })
})

describe('houseOf', () => {
  it.each([
    ['国家标准委', '市场监管总局'],
    ['国家乡村振兴局', '农业农村部'],
    ['国家行政学院', '中央党校（国家行政学院）'],
    ['商务部', '商务部'],
    ['国家税务总局', '税务总局'],
    ['广东省财政厅', '广东省财政厅'],
  ])('brings the packet of %s to %s', (name, house) => {
    expect(houseOf(index, name)).toBe(house)
  })

  it('does not run in a circle', () => {
    const own = indexAgencies([
      { name: '甲办', deliverTo: '乙办' },
      { name: '乙办', deliverTo: '甲办' },
    ])
    expect(['甲办', '乙办']).toContain(houseOf(own, '甲办'))
  })
})

describe('kindOf', () => {
  it.each([
    ['商务部', 'department'],
    ['国务院国资委', 'sasac'],
    ['国家能源局', 'national-bureau'],
    ['广东省财政厅', 'local-department'],
    ['广东省委组织部', 'local-department'],
    ['广东省人民政府', 'local-government'],
    ['广东省税务局', 'dispatched'],
    ['国务院安委会办公室', 'coordinating'],
    ['某某集团', 'enterprise'],
  ])('takes %s for %s', (name, kind) => {
    expect(kindOf(index, name)).toBe(kind)
  })
})
