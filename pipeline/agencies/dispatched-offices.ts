import type { Agency } from '../model/index.js'
import { ownPlace, placeOfLevelWord, type NamingContext } from './naming-context.js'

/** An office that a central body keeps in the provinces: itself, never its ministry. */
export interface DispatchedOffice {
  readonly agency: string
  readonly name: string
  readonly kind: Agency['kind']
}

/**
 * How such offices are named. `{place}` of the full and the short form is what the first group caught; the example stands beside each.
 * What is no such office must not match: 国家税务总局, 海关总署, 外汇局.
 */
const patterns: readonly (readonly [pattern: RegExp, full: string, short: string])[] = [
  // 国家税务总局广东省税务局, 南充市税务局, 省税务局 (with its place put in)
  [/^(?:国家税务总局)?([^局厅委署]{2,12}?)税务局$/u, '国家税务总局{place}税务局', '{place}税务局'],
  // 中国人民银行广东省分行, 人民银行深圳市中心支行, 人行南充市分行
  [
    /^(?:中国人民银行|人民银行|人行)(.{2,}(?:分行|支行|总部|管理部))$/u,
    '中国人民银行{place}',
    '人民银行{place}',
  ],
  // 国家金融监督管理总局广东监管局, 广东金融监管局, 南充金融监管分局
  [
    /^(?:国家金融监督管理总局|(?:国家)?金融监管总局)([^局厅委署]{2,12}?)监管局$/u,
    '国家金融监督管理总局{place}监管局',
    '{place}金融监管局',
  ],
  [
    /^(?:国家金融监督管理总局|(?:国家)?金融监管总局)([^局厅委署]{2,12}?)监管分局$/u,
    '国家金融监督管理总局{place}监管分局',
    '{place}金融监管分局',
  ],
  [
    /^((?!国家|地方|中央|省|市|县|区)[^局厅委署]{2,12}?)金融监管局$/u,
    '国家金融监督管理总局{place}监管局',
    '{place}金融监管局',
  ],
  [
    /^((?!国家|地方|中央|省|市|县|区)[^局厅委署]{2,12}?)金融监管分局$/u,
    '国家金融监督管理总局{place}监管分局',
    '{place}金融监管分局',
  ],
  // 广东证监局, 中国证券监督管理委员会深圳监管局
  [
    /^中国证券监督管理委员会([^局厅委署]{2,12}?)监管局$/u,
    '中国证券监督管理委员会{place}监管局',
    '{place}证监局',
  ],
  [/^([^局厅委署]{2,12}?)证监局$/u, '中国证券监督管理委员会{place}监管局', '{place}证监局'],
  // 广东银保监局, 南充银保监分局, before 2023
  [/^([^局厅委署]{2,12}?)银保监局$/u, '中国银行保险监督管理委员会{place}监管局', '{place}银保监局'],
  [
    /^([^局厅委署]{2,12}?)银保监分局$/u,
    '中国银行保险监督管理委员会{place}监管分局',
    '{place}银保监分局',
  ],
  // 黄埔海关, 海关总署广东分署
  [/^((?!海关总署)[^各级局厅委署]{2,12})海关$/u, '{place}海关', '{place}海关'],
  [/^海关总署(.{2,}分署)$/u, '海关总署{place}', '海关总署{place}'],
  // 深圳海事局, 中华人民共和国广东海事局
  [
    /^(?:中华人民共和国)?([^各级局厅委署]{2,12})海事局$/u,
    '中华人民共和国{place}海事局',
    '{place}海事局',
  ],
  // 民航中南地区管理局, 民航四川监管局
  [
    /^(?:中国)?民(?:用)?航(?:空)?(.{2,}?(?:地区管理局|监管局|空管局))$/u,
    '中国民用航空{place}',
    '民航{place}',
  ],
  // 国家外汇管理局广东省分局, 国家外汇局深圳市分局
  [/^(?:国家)?外汇(?:管理)?局(.{2,}(?:分局|支局))$/u, '国家外汇管理局{place}', '国家外汇局{place}'],
  // 国家统计局四川调查总队
  [/^国家统计局(.{2,}调查(?:总队|队))$/u, '国家统计局{place}', '国家统计局{place}'],
  // 财政部四川监管局, 国家矿山安监局四川局, 国家能源局南方监管局, 审计署驻广州特派办
  [/^财政部(.{2,}监管局)$/u, '财政部{place}', '财政部{place}'],
  [
    /^国家矿山安(?:全)?监(?:察)?局(.{2,}局)$/u,
    '国家矿山安全监察局{place}',
    '国家矿山安监局{place}',
  ],
  [/^国家能源局(.{2,}(?:监管局|监管办|监管办公室))$/u, '国家能源局{place}', '国家能源局{place}'],
  [/^审计署(驻.{2,}特派员?办(?:事处)?)$/u, '审计署{place}', '审计署{place}'],
  // 外交部驻香港公署, 香港中联办, 长江航务管理局
  [/^外交部(驻(?:香港|澳门)(?:特别行政区)?(?:特派员)?公署)$/u, '外交部{place}', '外交部{place}'],
  [
    /^(?:中央政府驻)?(香港|澳门)中联办$/u,
    '中央人民政府驻{place}特别行政区联络办公室',
    '{place}中联办',
  ],
  [/^(?:交通运输部)?(长江|珠江)航务管理局$/u, '交通运输部{place}航务管理局', '{place}航务管理局'],
]

/** 本公告由云川省: words, and no place. */
const noPlace = /由|会同|地方$|^[本该此]|公告|通知|办法|规定/u

/** Puts the place in where a local paper says 市税务局 or 税务局 alone; null where the paper does not say which. */
function withPlace(printed: string, context: NamingContext): string | null {
  if (printed === '税务局') {
    const place = ownPlace(context)
    return place === null ? null : `${place}税务局`
  }
  const word = /^(省|自治区|市|州|盟|县|区|旗)税务局$/u.exec(printed)?.[1]
  if (word === undefined) return printed
  const place = placeOfLevelWord(word, context)
  return place === null ? null : `${place}税务局`
}

/** The dispatched office that a printed name means in a paper of this context; null where it is none. */
export function readDispatchedOffice(
  printed: string,
  context: NamingContext,
): DispatchedOffice | null {
  const whole = withPlace(printed, context)
  if (whole === null) return null
  for (const [pattern, full, short] of patterns) {
    const place = pattern.exec(whole)?.[1]
    if (place === undefined || noPlace.test(place)) continue
    return {
      agency: full.replace('{place}', place),
      name: short.replace('{place}', place),
      kind: 'dispatched',
    }
  }
  return null
}
