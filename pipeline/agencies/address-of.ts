import { entryOf, type AgencyIndex } from './index-agencies.js'

/** How a letter speaks to a body, by the end of its name; the first that fits. 广东省人民政府 is 你省, 税务总局 is 你总局. */
const byEnding: readonly (readonly [ending: RegExp, address: string])[] = [
  [/省(?:人民)?政府$/u, '你省'],
  [/自治区(?:人民)?政府$/u, '你区'],
  [/市(?:人民)?政府$/u, '你市'],
  [/(?:州|盟)(?:人民)?政府$/u, '你州'],
  [/县(?:人民)?政府$/u, '你县'],
  [/区(?:人民)?政府$/u, '你区'],
  [/总局$/u, '你总局'],
  [/总署$/u, '你署'],
  [/部$/u, '你部'],
  [/(?:委|委员会|工委)$/u, '你委'],
  [/局$/u, '你局'],
  [/署$/u, '你署'],
  [/厅$/u, '你厅'],
  [/(?:证监会|监会|会)$/u, '你会'],
  [/行$/u, '你行'],
  [/(?:研究院|院|学院（.*）)$/u, '你院'],
  [/（国家行政学院）$|党校$/u, '你校'],
  [/(?:办|办公室)$/u, '你办'],
  [/社$/u, '你社'],
  [/室$/u, '你室'],
  [/总台$/u, '你台'],
  [/馆$/u, '你馆'],
  [/中心$/u, '你中心'],
  [/海关$/u, '你关'],
  [/(?:妇联|残联|侨联|文联|工商联|科协|作协|记协|计生协|总会)$/u, '你会'],
  [/集团(?:有限公司)?$/u, '你集团'],
  [/公司$/u, '你公司'],
  [/兵团$/u, '你兵团'],
]

/**
 * How a letter speaks to a body: 你部, 你委, 你总局 …, as its entry says or by the end of its short name; 你单位 where neither tells.
 */
export function addressOf(index: AgencyIndex, name: string): string {
  const entry = entryOf(index, name)
  if (entry?.address != null) return entry.address
  const short = entry?.short ?? name
  return byEnding.find(([ending]) => ending.test(short))?.[1] ?? '你单位'
}
