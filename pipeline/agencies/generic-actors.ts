import { toHalfWidth } from '../text/index.js'

/** What a generic actor is: it gets no packet, and is listed apart. */
export const genericKinds = [
  'regions',
  'governments',
  'departments',
  'units',
  'kind-of-department',
  'enterprises',
  'institutions',
  'back-reference',
  'several',
] as const
export type GenericKind = (typeof genericKinds)[number]

/**
 * Words that say that several are meant, or some of a kind. Every alternative begins with a character of its own, and what repeats below is
 * a class of characters: no text makes these patterns try twice.
 */
const some = '(?:各|有关|相关|其他|其它|所有|涉及的|上述|本级)'
const levelCharacters =
  '[省自治区直辖市地级以上下设州盟县旗乡镇街道村屯市区、，,/和与及或含()\\[\\]{}〔〕〈〉]'

/** Patterns over a whole name, in half-width brackets and without white space; the first that fits says the kind. */
const patterns: readonly (readonly [pattern: RegExp, kind: GenericKind])[] = [
  // 牵头部门, 责任单位, 各责任部门, 主办单位: they point back at bodies named elsewhere
  [
    new RegExp(
      `^${some}*(?:牵头|配合|责任|主办|协办|承办|参与|组织实施)(?:部门|单位|地区)(?:和单位|、单位)?$`,
      'u',
    ),
    'back-reference',
  ],
  // 各省（自治区、直辖市）人民政府, 各区〔县、市〕政府, 各地级以上市人民政府, 省级人民政府, 市政府 where nobody’s in particular
  [
    new RegExp(
      `^${some}*${levelCharacters}+(?:党委[和、及])?(?:人民)?政府(?:[\\[(〔〈].*[\\])〕〉])?$`,
      'u',
    ),
    'governments',
  ],
  // 地方各级人民政府, 当地政府, 属地政府, 各自贸试验区所在地省级人民政府, 试点地区人民政府; 方案由所在地人民政府 holds more than a name
  [
    /^(?=.*(?:各|有关|相关|地方|当地|属地|所在地|基层|试点|上级|下级|级))(?!.*(?<!自)由).{1,30}(?:人民)?政府(?:[[(〔〈].*[\])〕〉])?$/u,
    'governments',
  ],
  // 乡镇（街道）, 街道办事处, 镇街, 社区
  [
    new RegExp(
      `^${some}*(?:乡镇|镇街|镇\\(街道\\)|乡镇\\(街道\\)|乡\\(镇\\)|街道|街道办|街道办事处|村\\(社区\\)|村\\(居\\)委会|村委会|居委会|社区)$`,
      'u',
    ),
    'governments',
  ],
  // 各有关地区和部门, 有关省（市）和单位
  [/^(?:各|有关|相关).{1,20}[和及](?:部门|单位|部委|地区|机构|企业)$/u, 'departments'],
  // 各地区, 各地, 沿海各市, 有关地区, 相关省（区、市）, 各区, 各县（市、区）, 有关区县
  [new RegExp(`^(?:沿[海江河边线])?${some}+(?:${levelCharacters}|方)+$`, 'u'), 'regions'],
  // 县级市, 市县, 区县, 县（市、区）, 自治区: levels and nothing else
  [
    /^(?:县级市|地级市|市县|县区|区县|市州|州市|县市|县市区|市县区|自治区|直辖市|县\(市、区\)|区\(县、市\)|区县\(市\)|市\(州\))$/u,
    'regions',
  ],
  // 全国31个省（区、市）, 8个试点城市
  [
    /^(?:全国|全省|全市|沿海|试点)?[0-9一二三四五六七八九十]+个?(?:省|市|县|区|州|试点|城市).{0,12}$/u,
    'regions',
  ],
  // 试点地区, 自贸试验区所在地区, 地方, 自贸试验区, 试点城市
  [
    new RegExp(
      `^(?:${some}*.{0,12}(?:试点|所在|沿海|边境|中西部|东部|西部)(?:地区|省份|城市)|地方|各级地方|${some}*(?:自贸|自由贸易)(?:试验区|港)(?:片区)?|示范区)$`,
      'u',
    ),
    'regions',
  ],
  // 各部门, 国务院各有关部门, 国务院有关部委, 中央和国家机关有关部门, 市直有关部门, 省有关单位, 市级各部门
  [
    new RegExp(
      `^(?:国务院|中央和国家机关|中央|国家|党中央|(?:全)?[省市县区州]|自治区)?[直级属]?${some}*(?:职能|行业|主管|管理|业务|党政|政府|成员|驻[省市]|中省直|市直|省直|县直|区直|${some})*(?:部门|部委|直属机构|委办局|机关部门)(?:和单位|、单位|及单位|单位|\\(单位\\))?$`,
      'u',
    ),
    'departments',
  ],
  // 有关方面, 各有关单位, 各成员单位, 市直各单位, 相关社会组织, 省有关单位
  [
    new RegExp(
      `^(?:国务院|中央|(?:全)?[省市县区州]|行业)?[直级属]?${some}+(?:成员|直属|驻[省市]|企事业|市直|省直|县直|市级|省级|社会|项目|建设|用人|业务|预算|试点|运营|实施|${some})*(?:方面|单位|机构|组织|主体|方)$`,
      'u',
    ),
    'units',
  ],
  [/^[\u4e00-\u9fff“”]{2,20}(?:小组|联席会议|委员会|指挥部|专班|委)(?:各)?成员单位$/u, 'units'],
  [
    /^(?:(?:联席会议|领导小组)?成员单位|项目单位|建设单位|用人单位|试点单位|业主单位|项目业主|社会组织|人民团体|群团组织|群团部门|社会各界|全社会|[省市县区]直(?:机关)?单位)$/u,
    'units',
  ],
  // 各开发区管委会, 开发区管委会, 各园区, 有关功能区
  [
    new RegExp(
      `^${some}*(?:国家级|省级)?(?:开发区|开发园区|园区|高新区|经开区|功能区|新区|保税区|产业园区|产业园|片区)[、和及()开发区园]*(?:管委会|管理机构|党工委)?$`,
      'u',
    ),
    'governments',
  ],
  [/^各.*(?:管委会|办事处|街道)(?:\(.*\))?$/u, 'governments'],
  // 各区水务局, 各市（州）住房城乡建设局, 各区县卫生健康委: one body of each place, none by its name
  [
    new RegExp(
      `^${some}+(?:级)?${levelCharacters}+(?!党)[\\p{Script=Han}]{1,14}(?:局|厅|委|委员会|办|中心|支队|大队|总队|分局|机构)(?:\\([\\p{Script=Han}]{1,4}\\))?$`,
      'u',
    ),
    'kind-of-department',
  ],
  // 行业主管部门, 市场监管部门, 人力资源社会保障部门, 县级公安部门, 金融管理部门
  [/^(?!国家|中国|中央).{1,24}部门(?:\(单位\))?$/u, 'kind-of-department'],
  // 公安机关, 审判机关, 纪检监察机关
  [
    /^(?:各级)?(?:公安|检察|审判|司法|司法行政|行政|行政复议|税务|海关|监察|纪检监察|审计|立法|党政|国家|执法|登记|审批|监管|征收|主管|行政主管|政法|外汇管理|宣传|组织)机关$/u,
    'kind-of-department',
  ],
  // 消防救援机构, 医保经办机构, 人民法院, 海关
  [
    /^(?:.{0,8}(?:消防救援|经办|检验检测|认证|登记|监管|办理|管理|审批|执法|公证|仲裁|调解)机构|(?:各级)?(?:人民)?(?:法院|检察院)|海关)$/u,
    'kind-of-department',
  ],
  // 金融机构, 有关中央企业, 相关企业, 国有企业, 电网企业; 商业银行 and 保险公司 without a name of their own
  [
    /^(?:.{0,12}(?:金融机构|企业|银行机构|保险机构|证券机构|担保机构|运营商)|(?:大型|国有|地方|中小|政策性|股份制|省内|市内)*(?:平台公司|商业银行|保险公司|证券公司|银行))$/u,
    'enterprises',
  ],
  // 行业协会商会, 高校, 科研院所, 医疗机构, 学校, 中介机构
  [
    new RegExp(
      `^(?![市县区]医院$)(?:${some}|[全]?[省市县区](?:内|属)?|[在驻][\\u4e00-\\u9fff]|各级|各类|部属)*(?:(?:行业)?(?:协会|商会)(?:[、和]?\\(?商会\\)?)?|行业组织|工会|工会组织|妇联组织|共青团组织|团组织|残联组织|群团组织|基层党组织|高校|高等学校|高等院校|院校|职业院校|普通高校|中小学|中小学校|学校|科研院所|科研机构|研究机构|科研单位|医疗机构|医疗卫生机构|医院|中介机构|服务机构|检测机构|新闻媒体|媒体|智库|技术机构|高校院所|事业单位|企事业单位|高校和科研院所|高校、科研院所)$`,
      'u',
    ),
    'institutions',
  ],
  // 各…, 有关…: whatever it is, it is several
  [/^(?:各(?!界)|有关|相关).{1,24}$/u, 'several'],
]

/** 财政部等6部门 names a body: no kind of department. 高等学校 is one. */
const hasEtCetera = /(?<!高)等(?!级|次)/u

/** Words after which a name of a kind goes on and still is generic: 国务院相关部门等, 各有关部门（单位）. */
const tail = /(?:等|等单位|等部门)$/u

/**
 * What kind of generic actor a whole name is; null where it is none. 公安部门 is a kind of department and never 公安部; 各省级人民政府
 * are governments.
 */
export function genericKindOf(text: string): GenericKind | null {
  const plain = toHalfWidth(text).replace(/\s/g, '').replace(tail, '')
  if (plain === '' || plain === '各自' || plain.length > 60 || hasEtCetera.test(plain)) return null
  return patterns.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Whether a whole name means bodies without naming one. */
export function isGenericActor(text: string): boolean {
  return genericKindOf(text) !== null
}
