import type { OneSentenceCase } from './one-sentence-cases.js'
import type { Speaker } from './read-case.js'

const hubei: Speaker = { level: 'province', place: '湖北省', date: '2024-03-01' }
const suzhou: Speaker = { level: 'city', place: '江苏省苏州市', date: '2024-03-01' }
const chengdu: Speaker = { level: 'city', place: '四川省成都市', date: '2024-03-01' }
const yunhe: Speaker = { level: 'county', place: '浙江省丽水市云和县', date: '2024-03-01' }

/** Shapes that came with notices nobody had seen. */
export const unseenCases: readonly OneSentenceCase[] = [
  // 由 before a level is no place: 由市.
  ['由市教育局牵头，市财政局配合', { lead: ['苏州市教育局'], support: ['苏州市财政局'] }, suzhou],
  ['（除国家另有规定外，由市水务局负责）', { responsible: ['苏州市水务局'] }, suzhou],
  [
    '（市水务局牵头，除吴江区、相城区外，其他区配合）',
    { lead: ['苏州市水务局'], generic: ['其他区'] },
    suzhou,
  ],
  [
    '（牵头单位：市经信局市新经济委；责任单位：市科技局）',
    { lead: ['成都市经信局', '成都市新经济委'], responsible: ['成都市科技局'] },
    chengdu,
  ],
  [
    '市水务局，天府新区、东部新区、高新区管委会',
    {
      responsible: ['成都市水务局', '天府新区管委会', '东部新区管委会'],
      generic: ['高新区管委会'],
    },
    { ...chengdu, column: '责任单位' },
  ],
  [
    '市水务局，锦江区、青羊区政府',
    {
      responsible: ['成都市水务局', '成都市锦江区人民政府', '成都市青羊区人民政府'],
    },
    { ...chengdu, column: '责任单位' },
  ],
  [
    '金堂县委、县政府，市农业农村局',
    { responsible: ['金堂县委', '金堂县人民政府', '成都市农业农村局'] },
    { ...chengdu, column: '责任单位' },
  ],
  [
    '市住房和城乡\n建设局、市卫生健\n康委',
    { responsible: ['成都市住房城乡建设局', '成都市卫生健康委'] },
    { ...chengdu, column: '责任单位' },
  ],
  [
    '主办单位：市民政局 会办单位：市财政局、市残联',
    { lead: ['成都市民政局'], support: ['成都市财政局', '成都市残联'] },
    chengdu,
  ],
  [
    '（市领导：陈立、周宁；牵头部门：市水务局；责任处室：水资源处）',
    { persons: ['陈立', '周宁'], lead: ['成都市水务局'] },
    chengdu,
  ],
  ['责任单位：市水务局；联络员：周宁', { responsible: ['成都市水务局'] }, chengdu],
  [
    '（责任单位：市水务局；办理时限：2024年9月1日前）',
    { responsible: ['成都市水务局'], deadlines: ['2024年9月1日前|by|2024-09-01'] },
    chengdu,
  ],
  [
    '（牵头单位：市水务局　完成时间：2024年第三季度）',
    { lead: ['成都市水务局'], deadlines: ['2024年第三季度|by|2024-09-30'] },
    chengdu,
  ],
  [
    '（水利部会同财政部等负责；各地区按规定落实）',
    { lead: ['水利部'], support: ['财政部'], generic: ['各地区'], open: true },
  ],
  [
    '（省委督查室会同省委人才办负责）',
    { lead: ['湖北省委督查室'], support: ['湖北省委人才办'] },
    hubei,
  ],
  [
    '（市水务局、市财政局，排在首位的为牵头单位）',
    { lead: ['成都市水务局'], responsible: ['成都市财政局'] },
    chengdu,
  ],
  [
    '（责任单位：市水务局，市财政局。第一个逗号前为牵头单位，其余为配合单位）',
    { lead: ['成都市水务局'], support: ['成都市财政局'] },
    chengdu,
  ],
  [
    '（责任单位：市水务局、市财政局。无牵头单位的，责任单位即为牵头单位）',
    { lead: ['成都市水务局', '成都市财政局'] },
    chengdu,
  ],
  [
    '由县水利局负责核实，4月20日前报县政府督查室',
    { responsible: ['云和县水利局'], deadlines: ['4月20日前|by|2024-04-20'] },
    yunhe,
  ],
  [
    '金融监管总局苏州监管分局、县医院、在湘高校',
    {
      responsible: ['苏州金融监管分局', '云和县医院'],
      generic: ['在湘高校'],
    },
    { ...yunhe, column: '责任单位' },
  ],
  [
    '水利部',
    { responsible: ['水利部'] },
    { column: '责任单位', beside: { support: false, lead: true } },
  ],
  [
    '（国家发展改革委、财政部按职责分工负责，各省级人民政府配合）',
    { responsible: ['国家发展改革委', '财政部'], generic: ['各省级人民政府'] },
  ],
  [
    '（公安部、司法部分别负责，最高人民检察院配合）',
    { responsible: ['公安部', '司法部'], support: ['最高人民检察院'] },
  ],
]
