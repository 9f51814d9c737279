import type { AgencyGroup } from './agency-facts.js'

/** People’s congress and consultative conference. */
export const congressBodies: AgencyGroup = {
  kind: 'congress',
  agencies: [
    { name: '全国人民代表大会常务委员会办公厅', short: '全国人大常委会办公厅' },
    {
      name: '全国人民代表大会常务委员会法制工作委员会',
      short: '全国人大常委会法工委',
      aliases: ['全国人大法工委'],
    },
    { name: '中国人民政治协商会议全国委员会办公厅', short: '全国政协办公厅' },
  ],
}

/** Courts and procuratorates. */
export const courts: AgencyGroup = {
  kind: 'court',
  agencies: [
    { name: '最高人民法院', aliases: ['最高法院', '最高法'] },
    { name: '最高人民检察院', aliases: ['最高检察院', '最高检'] },
  ],
}

/** Military bodies, and the corps that is listed with them. */
export const militaryBodies: AgencyGroup = {
  kind: 'military',
  agencies: [
    { name: '中央军委办公厅', aliases: ['军委办公厅'] },
    { name: '中央军委政治工作部', aliases: ['军委政治工作部'] },
    { name: '中央军委后勤保障部', aliases: ['军委后勤保障部'] },
    { name: '中央军委装备发展部', aliases: ['军委装备发展部'] },
    { name: '中央军委国防动员部', aliases: ['军委国防动员部'] },
    {
      name: '中国人民武装警察部队',
      short: '武警部队',
      aliases: ['武警总部'],
      address: '你部',
    },
    {
      name: '新疆生产建设兵团',
      aliases: ['兵团'],
      address: '你兵团',
    },
  ],
}

/** Mass organisations (群团) and the like. */
export const massOrganisations: AgencyGroup = {
  kind: 'mass',
  agencies: [
    { name: '中华全国总工会', short: '全国总工会', informal: ['全总'] },
    {
      name: '中国共产主义青年团中央委员会',
      short: '共青团中央',
      aliases: ['团中央'],
      address: '你委',
    },
    { name: '中华全国妇女联合会', short: '全国妇联', address: '你会' },
    { name: '中国科学技术协会', short: '中国科协', address: '你会' },
    { name: '中华全国归国华侨联合会', short: '中国侨联', aliases: ['全国侨联'], address: '你会' },
    { name: '中国文学艺术界联合会', short: '中国文联', address: '你会' },
    { name: '中国作家协会', short: '中国作协', address: '你会' },
    { name: '中华全国台湾同胞联谊会', short: '全国台联', address: '你会' },
    { name: '中国法学会' },
    { name: '中华全国新闻工作者协会', short: '中国记协', address: '你会' },
    {
      name: '中华全国工商业联合会',
      short: '全国工商联',
      aliases: ['工商联'],
      address: '你会',
    },
    { name: '中国残疾人联合会', short: '中国残联', aliases: ['全国残联'], address: '你会' },
    {
      name: '中国国际贸易促进委员会',
      short: '中国贸促会',
      aliases: ['贸促会'],
    },
    { name: '中国红十字会总会', aliases: ['红十字会', '中国红十字会', '红十字会总会'] },
    { name: '中国计划生育协会', short: '中国计生协', aliases: ['计生协'], address: '你会' },
    { name: '中华职业教育社', short: '中华职教社' },
    { name: '中国人民对外友好协会', short: '全国对外友协', address: '你会' },
    { name: '中国消费者协会', aliases: ['中消协'], address: '你会' },
    {
      name: '中华全国供销合作总社',
      short: '全国供销合作总社',
      aliases: ['供销合作总社', '中华供销合作总社'],
      informal: ['供销总社', '全国供销总社'],
    },
  ],
}

/** Enterprises. */
export const enterprises: AgencyGroup = {
  kind: 'enterprise',
  agencies: [
    {
      name: '中国国家铁路集团有限公司',
      short: '国铁集团',
      aliases: ['中国国家铁路集团'],
    },
    { name: '国家电网有限公司', short: '国家电网', aliases: ['国家电网公司'], address: '你公司' },
    {
      name: '中国南方电网有限责任公司',
      short: '南方电网',
      aliases: ['南方电网公司'],
      address: '你公司',
    },
    {
      name: '中国石油天然气集团有限公司',
      short: '中国石油',
      aliases: ['中石油', '中国石油集团'],
      address: '你公司',
    },
    {
      name: '中国石油化工集团有限公司',
      short: '中国石化',
      aliases: ['中石化', '中国石化集团'],
      address: '你公司',
    },
    {
      name: '中国海洋石油集团有限公司',
      short: '中国海油',
      aliases: ['中海油', '中国海油集团'],
      address: '你公司',
    },
    { name: '国家石油天然气管网集团有限公司', short: '国家管网集团', aliases: ['国家管网'] },
    {
      name: '中国邮政集团有限公司',
      short: '中国邮政集团',
      aliases: ['邮政集团', '中国邮政集团公司', '中国邮政'],
    },
    {
      name: '中国电信集团有限公司',
      short: '中国电信',
      aliases: ['中国电信集团'],
      address: '你公司',
    },
    {
      name: '中国联合网络通信集团有限公司',
      short: '中国联通',
      aliases: ['中国联通集团'],
      address: '你公司',
    },
    {
      name: '中国移动通信集团有限公司',
      short: '中国移动',
      aliases: ['中国移动集团'],
      address: '你公司',
    },
    { name: '中国铁塔股份有限公司', short: '中国铁塔', address: '你公司' },
    {
      name: '中国商用飞机有限责任公司',
      short: '中国商飞',
      aliases: ['中国商飞公司'],
      address: '你公司',
    },
    {
      name: '中国储备粮管理集团有限公司',
      short: '中储粮集团',
      aliases: ['中储粮', '中储粮集团公司'],
    },
    { name: '中粮集团有限公司', short: '中粮集团' },
    { name: '中国长江三峡集团有限公司', short: '三峡集团' },
    {
      name: '中国出口信用保险公司',
      short: '中国信保',
      aliases: ['中国出口信保', '中信保'],
      address: '你公司',
    },
    {
      name: '国家融资担保基金有限责任公司',
      short: '国家融资担保基金',
      aliases: ['国家融资担保基金公司'],
      address: '你公司',
    },
  ],
}

/** Banks. */
export const banks: AgencyGroup = {
  kind: 'bank',
  agencies: [
    { name: '国家开发银行', short: '开发银行', informal: ['国开行'] },
    { name: '中国进出口银行', short: '进出口银行', informal: ['口行'] },
    { name: '中国农业发展银行', short: '农业发展银行', informal: ['农发行'] },
    { name: '中国工商银行', short: '工商银行', informal: ['工行'] },
    { name: '中国农业银行', short: '农业银行', informal: ['农行'] },
    { name: '中国银行', informal: ['中行'] },
    { name: '中国建设银行', short: '建设银行', informal: ['建行'] },
    { name: '交通银行', informal: ['交行'] },
    { name: '中国邮政储蓄银行', short: '邮政储蓄银行', aliases: ['邮储银行'] },
  ],
}
