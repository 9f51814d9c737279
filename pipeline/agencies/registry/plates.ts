import type { AgencyFacts } from './agency-facts.js'

/**
 * Names that a house carries beside its own (挂牌): a body of its own on paper, one packet for the house. Their protocol order is the
 * house’s.
 */
export const plates: readonly AgencyFacts[] = [
  {
    name: '国家语言文字工作委员会',
    short: '国家语委',
    deliverTo: '教育部',
    kind: 'national-bureau',
  },
  {
    name: '国家航天局',
    deliverTo: '工业和信息化部',
    kind: 'national-bureau',
  },
  {
    name: '国家原子能机构',
    deliverTo: '工业和信息化部',
    kind: 'national-bureau',
  },
  {
    name: '国家外国专家局',
    short: '国家外专局',
    aliases: ['外专局'],
    deliverTo: '人力资源社会保障部',
    kind: 'national-bureau',
  },
  { name: '国家海洋局', aliases: ['海洋局'], deliverTo: '自然资源部', kind: 'national-bureau' },
  { name: '国家核安全局', deliverTo: '生态环境部', kind: 'national-bureau' },
  {
    name: '国家乡村振兴局',
    aliases: ['乡村振兴局'],
    deliverTo: '农业农村部',
    kind: 'national-bureau',
  },
  { name: '国家反垄断局', deliverTo: '市场监管总局', kind: 'national-bureau' },
  {
    name: '国家认证认可监督管理委员会',
    short: '国家认监委',
    aliases: ['认监委'],
    deliverTo: '市场监管总局',
    kind: 'national-bureau',
  },
  {
    name: '国家标准化管理委员会',
    short: '国家标准委',
    aliases: ['标准委', '国家标准化管理委'],
    deliverTo: '市场监管总局',
    kind: 'national-bureau',
  },
  { name: '国家公园管理局', deliverTo: '国家林草局', kind: 'national-bureau' },
  {
    name: '国家新闻出版署',
    short: '国家新闻出版署',
    aliases: ['新闻出版署'],
    deliverTo: '中央宣传部',
    kind: 'national-bureau',
  },
  { name: '国家版权局', aliases: ['版权局'], deliverTo: '中央宣传部', kind: 'national-bureau' },
  { name: '国家电影局', aliases: ['电影局'], deliverTo: '中央宣传部', kind: 'national-bureau' },
  {
    name: '国务院新闻办公室',
    short: '国务院新闻办',
    aliases: ['新闻办'],
    informal: ['国新办'],
    deliverTo: '中央宣传部',
    kind: 'office',
  },
  {
    name: '国家宗教事务局',
    short: '国家宗教局',
    aliases: ['宗教局'],
    deliverTo: '中央统战部',
    kind: 'national-bureau',
  },
  {
    name: '国务院侨务办公室',
    short: '国务院侨办',
    aliases: ['侨办'],
    deliverTo: '中央统战部',
    kind: 'office',
  },
  { name: '国家公务员局', deliverTo: '中央组织部', kind: 'national-bureau' },
  {
    name: '国务院港澳事务办公室',
    short: '国务院港澳办',
    aliases: ['港澳办'],
    deliverTo: '中央港澳办',
    kind: 'office',
  },
  {
    name: '国务院台湾事务办公室',
    short: '国务院台办',
    aliases: ['台办', '国台办'],
    deliverTo: '中央台办',
    kind: 'office',
  },
  {
    name: '国家互联网信息办公室',
    short: '国家网信办',
    aliases: ['网信办'],
    deliverTo: '中央网信办',
    kind: 'office',
  },
  {
    name: '国家行政学院',
    deliverTo: '中央党校（国家行政学院）',
    kind: 'institution',
  },
  { name: '国家档案局', aliases: ['档案局'], deliverTo: '中央档案馆', kind: 'national-bureau' },
  { name: '国家保密局', aliases: ['保密局'], deliverTo: '中央保密办', kind: 'national-bureau' },
  {
    name: '国家密码管理局',
    short: '国家密码局',
    aliases: ['密码局'],
    deliverTo: '中央密码办',
    kind: 'national-bureau',
  },
]
