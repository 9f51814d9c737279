import type { Said, Speaker } from './read-case.js'

/** A statement, what it says, and who speaks. */
export type OneSentenceCase = readonly [text: string, said: Said, speaker?: Speaker]

const guangdong: Speaker = { level: 'province', place: '广东省', date: '2024-03-01' }
const hubei: Speaker = { level: 'province', place: '湖北省', date: '2024-03-01' }
const suzhou: Speaker = { level: 'city', place: '江苏省苏州市', date: '2024-03-01' }
const yunhe: Speaker = { level: 'county', place: '浙江省丽水市云和县', date: '2024-03-01' }
const responsibleColumn: Speaker = { column: '责任单位' }
const wholeDocument = { from: 0, to: 10_000 }
const starLeads: Speaker = {
  ...yunhe,
  column: '责任单位',
  rules: [{ kind: 'star', text: '标*的为牵头单位', ...wholeDocument }],
}
const firstLeads: Speaker = {
  ...suzhou,
  rules: [{ kind: 'first-leads', text: '排在首位的为牵头单位', ...wholeDocument }],
}
const commaLeads: Speaker = {
  ...suzhou,
  rules: [{ kind: 'before-comma', text: '第一个逗号前为牵头单位', ...wholeDocument }],
}

/** Words of responsibility. */
export const wordCases: readonly OneSentenceCase[] = [
  ['（水利部牵头）', { lead: ['水利部'] }],
  ['（水利部牵头负责）', { lead: ['水利部'] }],
  ['（水利部总牵头，财政部配合）', { lead: ['水利部'], support: ['财政部'] }],
  ['（水利部主办，财政部协办）', { lead: ['水利部'], support: ['财政部'] }],
  ['（水利部抓总，自然资源部参与）', { lead: ['水利部'], support: ['自然资源部'] }],
  ['（教育部、科技部共同牵头）', { lead: ['教育部', '科技部'] }],
  ['（审计署会同财政部负责）', { lead: ['审计署'], support: ['财政部'] }],
  ['（审计署商财政部、税务总局）', { lead: ['审计署'], support: ['财政部', '税务总局'] }],
  ['由民政部组织中国残联、全国妇联', { lead: ['民政部'], support: ['中国残联', '全国妇联'] }],
  [
    '（由民政部牵头，会同公安部、司法部等部门负责）',
    { lead: ['民政部'], support: ['公安部', '司法部'], open: true },
  ],
  ['（民政部协助）', { support: ['民政部'] }],
  ['（民政部、中国残联参加）', { support: ['民政部', '中国残联'] }],
  ['（公安部牵头，民政部积极配合）', { lead: ['公安部'], support: ['民政部'] }],
  ['（公安部牵头，民政部予以支持）', { lead: ['公安部'], support: ['民政部'] }],
  ['（水利部负责）', { responsible: ['水利部'] }],
  ['（水利部具体负责）', { responsible: ['水利部'] }],
  ['（水利部承担）', { responsible: ['水利部'] }],
  ['（水利部组织实施）', { responsible: ['水利部'] }],
  ['（水利部、应急管理部分别负责）', { responsible: ['水利部', '应急管理部'] }],
  ['（水利部、应急管理部共同负责）', { responsible: ['水利部', '应急管理部'] }],
  ['（水利部、应急管理部按职责分工负责）', { responsible: ['水利部', '应急管理部'] }],
  ['（水利部、应急管理部按照各自职责抓好落实）', { responsible: ['水利部', '应急管理部'] }],
  ['（水利部负责，财政部配合）', { lead: ['水利部'], support: ['财政部'] }],
  [
    '（水利部、农业农村部负责，财政部参与）',
    { lead: ['水利部', '农业农村部'], support: ['财政部'] },
  ],
  [
    '（水利部牵头，财政部负责，审计署配合）',
    { lead: ['水利部'], responsible: ['财政部'], support: ['审计署'] },
  ],
  [
    '（水利部牵头，财政部、审计署等按职责分工负责）',
    { lead: ['水利部'], responsible: ['财政部', '审计署'], open: true },
  ],
  ['（水利部指导，各省级人民政府落实）', { guide: ['水利部'], generic: ['各省级人民政府'] }],
  ['（体育总局督促，教育部负责）', { guide: ['体育总局'], responsible: ['教育部'] }],
  ['水利部、财政部', { responsible: ['水利部', '财政部'] }, { column: '负责单位' }],
  ['水利部、财政部', { lead: ['水利部', '财政部'] }, { column: '牵头单位' }],
  ['水利部、财政部', { lead: ['水利部', '财政部'] }, { column: '主 办 单 位' }],
  ['水利部、财政部', { support: ['水利部', '财政部'] }, { column: '配合单位' }],
  ['水利部、财政部', { guide: ['水利部', '财政部'] }, { column: '指导部门' }],
  ['水利部', { lead: ['水利部'] }, { column: '责任单位', beside: { support: true, lead: false } }],
]

/** How a document says who is responsible. */
export const formCases: readonly OneSentenceCase[] = [
  ['水利部，财政部；审计署', { responsible: ['水利部', '财政部', '审计署'] }, responsibleColumn],
  ['水利部\n财政部\n审计署', { responsible: ['水利部', '财政部', '审计署'] }, responsibleColumn],
  ['国家发\n展改革委、水利部', { responsible: ['国家发展改革委', '水利部'] }, responsibleColumn],
  ['水利部/财政部', { responsible: ['水利部', '财政部'] }, responsibleColumn],
  ['1.水利部\n2.财政部', { responsible: ['水利部', '财政部'] }, responsibleColumn],
  ['水利部财政部', { responsible: ['水利部', '财政部'] }, responsibleColumn],
  ['/', {}, responsibleColumn],
  ['——', {}, responsibleColumn],
  ['无', {}, { column: '配合单位' }],
  [
    '水利部（牵头）、财政部、审计署（配合）',
    { lead: ['水利部'], responsible: ['财政部'], support: ['审计署'] },
    responsibleColumn,
  ],
  [
    '牵头：水利部；配合：财政部、审计署',
    { lead: ['水利部'], support: ['财政部', '审计署'] },
    responsibleColumn,
  ],
  ['〔责任单位：水利部、财政部〕', { responsible: ['水利部', '财政部'] }],
  [
    '（责任单位：水利部、财政部；完成时限：2023年底前）',
    { responsible: ['水利部', '财政部'], deadlines: ['2023年底前|yearEnd|2023-12-31'] },
  ],
  [
    '（牵头单位：水利部；配合单位：财政部、审计署）',
    { lead: ['水利部'], support: ['财政部', '审计署'] },
  ],
  ['（责任单位：水利部；配合单位：财政部）', { lead: ['水利部'], support: ['财政部'] }],
  ['【水利部牵头】', { lead: ['水利部'] }],
  ['各地区、各有关部门按职责分工负责。', { generic: ['各地区', '各有关部门'] }],
  ['责任单位：水利部，各省级人民政府', { responsible: ['水利部'], generic: ['各省级人民政府'] }],
  ['水利部要牵头组织开展成效评估', { lead: ['水利部'] }],
  ['国务院各有关部门要结合实际主动作为', { generic: ['国务院各有关部门'] }],
  [
    '（牵头单位：市委组织部（人才办），责任单位：市人社局、市财政局）',
    {
      lead: ['苏州市委组织部'],
      responsible: ['苏州市人力资源社会保障局', '苏州市财政局'],
    },
    suzhou,
  ],
  ['（水利部负责资金安排、绩效评价，审计署负责监督检查）', { responsible: ['水利部', '审计署'] }],
  [
    '（水利部牵头，2022年9月底前完成）',
    { lead: ['水利部'], deadlines: ['2022年9月底前|by|2022-09-30'] },
  ],
  [
    '（责任领导：陈立；责任单位：市水务局）',
    { persons: ['陈立'], responsible: ['苏州市水务局'] },
    suzhou,
  ],
  [
    '（分管副省长牵头，省水利厅配合）',
    { persons: ['分管副省长'], support: ['湖北省水利厅'] },
    hubei,
  ],
  [
    '市委常委、副市长陈立，周宁同志',
    { persons: ['市委常委、副市长陈立', '周宁同志'] },
    { ...suzhou, column: '责任领导' },
  ],
  ['（水利部等部门负责）', { responsible: ['水利部'], open: true }],
  ['（水利部、财政部等6部门负责）', { responsible: ['水利部', '财政部'], open: true }],
  ['（水利部、财政部等2部门负责）', { responsible: ['水利部', '财政部'] }],
  [
    '（水利部、财政部等国务院有关部门及各地区按职责分工负责）',
    { responsible: ['水利部', '财政部'], generic: ['国务院有关部门', '各地区'], open: true },
  ],
  [
    '（水利部、财政部等和各有关省级人民政府负责）',
    { responsible: ['水利部', '财政部'], generic: ['各有关省级人民政府'], open: true },
  ],
]

/** Names, and what only looks like one. */
export const nameCases: readonly OneSentenceCase[] = [
  ['（发展改革委、能源局负责）', { responsible: ['国家发展改革委', '国家能源局'] }],
  ['（住房和城乡建设部和文化和旅游部负责）', { responsible: ['住房城乡建设部', '文化和旅游部'] }],
  ['（人力资源和社会保障部及财政部负责）', { responsible: ['人力资源社会保障部', '财政部'] }],
  [
    '（市场监管总局（国家标准委）、工信部负责）',
    { responsible: ['市场监管总局', '工业和信息化部'] },
  ],
  ['（公安部门、人力资源社会保障部门负责）', { generic: ['公安部门', '人力资源社会保障部门'] }],
  ['（税务部门牵头，海关、金融机构配合）', { generic: ['税务部门', '海关', '金融机构'] }],
  [
    '（有关中央企业、行业协会商会、高校、科研院所参与）',
    { generic: ['有关中央企业', '行业协会商会', '高校', '科研院所'] },
  ],
  ['（各省（自治区、直辖市）人民政府负责）', { generic: ['各省（自治区、直辖市）人民政府'] }],
  ['（各地区和有关部门负责）', { generic: ['各地区', '有关部门'] }],
  [
    '（国务院安委会办公室牵头，应急管理部配合）',
    { lead: ['国务院安委会办公室'], support: ['应急管理部'] },
  ],
  ['（银保监会负责）', { responsible: ['中国银保监会'] }],
  ['（银保监会负责）', { responsible: ['金融监管总局'] }, { date: '2024-02-01' }],
  [
    '（省发展改革委牵头，财政厅、医保局，各地级以上市人民政府配合）',
    {
      lead: ['广东省发展改革委'],
      support: ['广东省财政厅', '广东省医保局'],
      generic: ['各地级以上市人民政府'],
    },
    guangdong,
  ],
  [
    '（市委组织部、宣传部，市财政局负责）',
    { responsible: ['苏州市委组织部', '苏州市委宣传部', '苏州市财政局'] },
    suzhou,
  ],
  ['（省水利厅、市水务局负责）', { responsible: ['江苏省水利厅', '苏州市水务局'] }, suzhou],
  [
    '（广州、深圳市政府，省科技厅按职责分工负责）',
    { responsible: ['广州市人民政府', '深圳市人民政府', '广东省科技厅'] },
    guangdong,
  ],
  [
    '（北京、广东等省（市）人民政府负责）',
    { responsible: ['北京市人民政府', '广东省人民政府'], open: true },
  ],
  [
    '（国家税务总局湖北省税务局、人民银行湖北省分行、湖北证监局负责）',
    { responsible: ['湖北省税务局', '人民银行湖北省分行', '湖北证监局'] },
    hubei,
  ],
  [
    '中国移动苏州分公司、市经信局',
    { responsible: ['中国移动苏州分公司', '苏州市经信局'] },
    { ...suzhou, column: '责任单位' },
  ],
  [
    '市水务局市财政局',
    { responsible: ['苏州市水务局', '苏州市财政局'] },
    { ...suzhou, column: '责任单位' },
  ],
  ['水利部规划司、财政部', { responsible: ['水利部', '财政部'] }, responsibleColumn],
  ['（经财政部同意后报国务院，由水利部负责）', { responsible: ['水利部'] }],
  ['（水利部负责，向审计署备案）', { responsible: ['水利部'] }],
  ['（水利部负责，报送财政部、审计署备查）', { responsible: ['水利部'] }],
  ['（不再由水利部负责）', {}],
  ['（改由自然资源部负责）', {}],
  ['*县水利局、县财政局', { lead: ['云和县水利局'], responsible: ['云和县财政局'] }, starLeads],
  [
    '*县水利局、县财政局',
    { responsible: ['云和县水利局', '云和县财政局'] },
    { ...yunhe, column: '责任单位' },
  ],
  [
    '（责任单位：市水务局、市财政局）',
    { lead: ['苏州市水务局'], responsible: ['苏州市财政局'] },
    firstLeads,
  ],
  ['（责任单位：市水务局、市财政局）', { responsible: ['苏州市水务局', '苏州市财政局'] }, suzhou],
  [
    '（责任单位：市水务局、市财政局，市审计局）',
    { lead: ['苏州市水务局', '苏州市财政局'], responsible: ['苏州市审计局'] },
    commaLeads,
  ],
  [
    '（责任单位：市水务局、市财政局）',
    { responsible: ['苏州市水务局', '苏州市财政局'] },
    commaLeads,
  ],
  [
    '（责任单位：市水务局、市财政局。排名不分先后）',
    { responsible: ['苏州市水务局', '苏州市财政局'] },
    firstLeads,
  ],
  [
    '（责任单位：各乡镇（街道），县水利局）',
    { responsible: ['云和县水利局'], generic: ['各乡镇（街道）'] },
    yunhe,
  ],
]

/** Shapes that offices use beside those. */
export const officeCases: readonly OneSentenceCase[] = [
  [
    '(责任单位:市水务局、市财政局,各县(市、区)政府)',
    { responsible: ['苏州市水务局', '苏州市财政局'], generic: ['各县(市、区)政府'] },
    suzhou,
  ],
  ['责任单位:市水务局、市财政局分别牵头', { lead: ['苏州市水务局', '苏州市财政局'] }, suzhou],
  [
    '(约束性指标,牵头单位:市水务局;责任单位:市政府有关部门)',
    { lead: ['苏州市水务局'], generic: ['市政府有关部门'] },
    suzhou,
  ],
  ['责任单位　市水务局、市财政局', { responsible: ['苏州市水务局', '苏州市财政局'] }, suzhou],
  [
    '牵头单位\n市水务局\n配合单位\n市财政局',
    { lead: ['苏州市水务局'], support: ['苏州市财政局'] },
    suzhou,
  ],
  [
    '由水利部会同财政部、农业农村部等部门研究提出意见',
    { lead: ['水利部'], support: ['财政部', '农业农村部'], open: true },
  ],
  ['（各省级人民政府负总责，水利部指导）', { guide: ['水利部'], generic: ['各省级人民政府'] }],
  [
    '水利部；各省、自治区、直辖市人民政府',
    { responsible: ['水利部'], generic: ['各省、自治区、直辖市人民政府'] },
    responsibleColumn,
  ],
  ['（水利部牵头，有关部门、单位配合）', { lead: ['水利部'], generic: ['有关部门、单位'] }],
  [
    '浙江省、上海市，水利部',
    { responsible: ['浙江省人民政府', '上海市人民政府', '水利部'] },
    responsibleColumn,
  ],
  ['①水利部②财政部', { responsible: ['水利部', '财政部'] }, responsibleColumn],
  [
    '工业和信息化部\n（牵头）\n财政部',
    { lead: ['工业和信息化部'], responsible: ['财政部'] },
    responsibleColumn,
  ],
  [
    '（责任单位：市水务局，长期坚持）',
    { responsible: ['苏州市水务局'], deadlines: ['长期坚持|ongoing|'] },
    suzhou,
  ],
  [
    '责任单位：市水务局；联系人：周宁；联系电话：65220000',
    { responsible: ['苏州市水务局'], persons: ['周宁'] },
    suzhou,
  ],
  [
    '市委改革办（市营商环境建设局（市审改办））、市数据局',
    { responsible: ['苏州市委改革办', '苏州市数据局'] },
    { ...suzhou, column: '责任单位' },
  ],
  [
    '县府办、县供销社、国网云和县供电公司',
    { responsible: ['云和县政府办公室', '云和县供销社', '国网云和县供电公司'] },
    { ...yunhe, column: '责任单位' },
  ],
  [
    '市政府研究室、市委党校、市中级法院、苏州海关',
    { responsible: ['苏州市政府研究室', '苏州市委党校', '苏州市法院', '苏州海关'] },
    { ...suzhou, column: '责任单位' },
  ],
  ['数字化转型工作室、水利部', { responsible: ['数字化转型工作室', '水利部'] }, responsibleColumn],
  ['待明确', {}, responsibleColumn],
]
