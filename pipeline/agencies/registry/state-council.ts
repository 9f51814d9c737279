import type { AgencyGroup } from './agency-facts.js'

/** 国务院办公厅, which comes before the departments. */
export const generalOffice: AgencyGroup = {
  kind: 'office',
  agencies: [{ name: '国务院办公厅', informal: ['国办'] }],
}

/** 国务院组成部门, in protocol order. */
export const departments: AgencyGroup = {
  kind: 'department',
  agencies: [
    { name: '外交部' },
    { name: '国防部' },
    {
      name: '国家发展和改革委员会',
      short: '国家发展改革委',
      aliases: ['发展改革委', '国家发展与改革委员会', '发展和改革委员会', '国家发展和改革委'],
      informal: ['发改委', '国家发改委'],
    },
    { name: '教育部' },
    { name: '科学技术部', short: '科技部' },
    { name: '工业和信息化部', aliases: ['工业信息化部'], informal: ['工信部'] },
    { name: '国家民族事务委员会', short: '国家民委', informal: ['民委'] },
    { name: '公安部' },
    { name: '国家安全部', aliases: ['安全部'] },
    { name: '民政部' },
    { name: '司法部' },
    { name: '财政部' },
    {
      name: '人力资源和社会保障部',
      short: '人力资源社会保障部',
      informal: ['人社部', '人力社保部'],
    },
    { name: '自然资源部' },
    { name: '生态环境部' },
    { name: '住房和城乡建设部', short: '住房城乡建设部', informal: ['住建部'] },
    // 交通部 was the name of the department’s predecessor until 2008, and is a loose name of this one since.
    { name: '交通运输部', informal: ['交通部'] },
    { name: '水利部' },
    { name: '农业农村部', informal: ['农村农业部'] },
    { name: '商务部' },
    { name: '文化和旅游部', aliases: ['文化旅游部'], informal: ['文旅部'] },
    {
      name: '国家卫生健康委员会',
      short: '国家卫生健康委',
      aliases: ['卫生健康委', '卫生健康委员会'],
      informal: ['卫健委', '国家卫健委'],
    },
    { name: '退役军人事务部', aliases: ['退役军人部'] },
    { name: '应急管理部', aliases: ['应急部'] },
    { name: '中国人民银行', aliases: ['人民银行'], informal: ['央行'] },
    { name: '审计署' },
  ],
}

/** 国务院直属特设机构. */
export const stateAssets: AgencyGroup = {
  kind: 'sasac',
  agencies: [
    {
      name: '国务院国有资产监督管理委员会',
      short: '国务院国资委',
      aliases: ['国资委', '国有资产监督管理委员会'],
    },
  ],
}

/** 国务院直属机构, in protocol order. */
export const directlyUnder: AgencyGroup = {
  kind: 'directly-under',
  agencies: [
    { name: '海关总署' },
    { name: '国家税务总局', short: '税务总局', informal: ['国税总局'] },
    {
      name: '国家市场监督管理总局',
      short: '市场监管总局',
      aliases: ['国家市场监管总局', '市场监督管理总局'],
      informal: ['市监总局'],
    },
    {
      name: '国家金融监督管理总局',
      short: '金融监管总局',
      aliases: ['国家金融监管总局', '金融监督管理总局'],
    },
    {
      name: '中国证券监督管理委员会',
      short: '中国证监会',
      aliases: ['证监会', '证券监督管理委员会'],
    },
    { name: '国家广播电视总局', short: '广电总局', aliases: ['国家广电总局', '广播电视总局'] },
    { name: '国家体育总局', short: '体育总局' },
    { name: '国家信访局', aliases: ['信访局'] },
    { name: '国家统计局', aliases: ['统计局'] },
    { name: '国家知识产权局', aliases: ['知识产权局'] },
    { name: '国家国际发展合作署', aliases: ['国际发展合作署'], informal: ['国合署'] },
    { name: '国家医疗保障局', short: '国家医保局', aliases: ['医保局', '医疗保障局'] },
    { name: '国务院参事室' },
    { name: '国家机关事务管理局', short: '国管局', aliases: ['国家机关事务局'] },
  ],
}

/** 国务院办事机构. */
export const offices: AgencyGroup = {
  kind: 'office',
  agencies: [{ name: '国务院研究室' }],
}

/** 国务院直属事业单位, in protocol order; then other institutions that papers assign work to. */
export const institutions: AgencyGroup = {
  kind: 'institution',
  agencies: [
    { name: '新华通讯社', short: '新华社' },
    { name: '中国科学院', short: '中科院' },
    { name: '中国社会科学院', short: '社科院', aliases: ['中国社科院'] },
    { name: '中国工程院', short: '工程院' },
    { name: '国务院发展研究中心', short: '发展研究中心' },
    { name: '中央广播电视总台', informal: ['央视总台'] },
    { name: '中国气象局', short: '气象局' },
    { name: '中国地震局', short: '地震局', aliases: ['国家地震局'] },
    {
      name: '全国社会保障基金理事会',
      short: '社保基金会',
      aliases: ['全国社保基金理事会', '全国社保基金会'],
    },
    {
      name: '国家自然科学基金委员会',
      short: '自然科学基金委',
      aliases: ['国家自然科学基金委', '国家基金委'],
    },
  ],
}

/** 部委管理的国家局, in protocol order. */
export const nationalBureaus: AgencyGroup = {
  kind: 'national-bureau',
  agencies: [
    {
      name: '国家粮食和物资储备局',
      short: '国家粮食和储备局',
      aliases: ['粮食和储备局', '粮食和物资储备局'],
      informal: ['国家粮储局'],
      parent: '国家发展和改革委员会',
    },
    { name: '国家能源局', aliases: ['能源局'], parent: '国家发展和改革委员会' },
    { name: '国家数据局', aliases: ['数据局'], parent: '国家发展和改革委员会' },
    {
      name: '国家国防科技工业局',
      short: '国家国防科工局',
      aliases: ['国防科工局'],
      parent: '工业和信息化部',
    },
    {
      name: '国家烟草专卖局',
      short: '国家烟草局',
      aliases: ['烟草局', '烟草专卖局'],
      parent: '工业和信息化部',
    },
    {
      name: '国家移民管理局',
      short: '国家移民局',
      aliases: ['移民局', '移民管理局'],
      parent: '公安部',
    },
    {
      name: '国家林业和草原局',
      short: '国家林草局',
      aliases: ['林草局', '林业和草原局'],
      parent: '自然资源部',
    },
    { name: '国家铁路局', aliases: ['铁路局'], parent: '交通运输部' },
    {
      name: '中国民用航空局',
      short: '中国民航局',
      aliases: ['民航局', '国家民航局'],
      parent: '交通运输部',
    },
    { name: '国家邮政局', aliases: ['邮政局'], parent: '交通运输部' },
    { name: '国家文物局', aliases: ['文物局'], parent: '文化和旅游部' },
    {
      name: '国家中医药管理局',
      short: '国家中医药局',
      aliases: ['中医药局', '中医药管理局'],
      parent: '国家卫生健康委员会',
    },
    {
      name: '国家疾病预防控制局',
      short: '国家疾控局',
      aliases: ['疾控局', '疾病预防控制局'],
      parent: '国家卫生健康委员会',
    },
    {
      name: '国家矿山安全监察局',
      short: '国家矿山安监局',
      aliases: ['矿山安监局', '矿山安全监察局'],
      parent: '应急管理部',
    },
    { name: '国家消防救援局', aliases: ['消防救援局'], parent: '应急管理部' },
    {
      name: '国家外汇管理局',
      short: '国家外汇局',
      aliases: ['外汇局', '外汇管理局'],
      parent: '中国人民银行',
    },
    {
      name: '国家药品监督管理局',
      short: '国家药监局',
      aliases: ['药监局', '药品监督管理局'],
      parent: '国家市场监督管理总局',
    },
  ],
}
