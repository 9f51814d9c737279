import type { Deadline } from '../../../model/index.js'

export type DeadlineKind = Deadline['kind']

/** A way to say when: its pattern, its kind, and how its date is found from what the groups caught; null where none is certain.
 * `year` is the year last named before in the text, else that of the issue date. */
export interface DeadlinePattern {
  readonly pattern: RegExp
  readonly kind: DeadlineKind
  readonly date: (groups: readonly (string | undefined)[], year: number | null) => string | null
}

const year = '((?:19|20)[0-9]{2})\\s*年'
const month = '([0-9]{1,2})\\s*月'
const day = '([0-9]{1,2})\\s*日'

function digits(text: string | undefined): number {
  return Number(text ?? '')
}

function lastDay(inYear: number, ofMonth: number): number {
  return new Date(Date.UTC(inYear, ofMonth, 0)).getUTCDate()
}

/** The ISO form of a day; null where there is no such day. */
function iso(inYear: number, ofMonth: number, onDay: number): string | null {
  if (ofMonth < 1 || ofMonth > 12 || onDay < 1 || onDay > lastDay(inYear, ofMonth)) return null
  return `${inYear}-${String(ofMonth).padStart(2, '0')}-${String(onDay).padStart(2, '0')}`
}

function endOfMonth(inYear: number, ofMonth: number): string | null {
  return ofMonth < 1 || ofMonth > 12 ? null : iso(inYear, ofMonth, lastDay(inYear, ofMonth))
}

const nowhere = (): null => null

/** The last day of a quarter, 三 or 3. */
function endOfQuarter(inYear: number, quarter: string | undefined): string | null {
  return endOfMonth(inYear, 3 * ('一二三四'.indexOf(quarter ?? '') + 1 || digits(quarter)))
}

/** The end of a period, where its words give a year: “十四五”末 is 2025. */
const fiveYearPlans: Readonly<Record<string, string>> = {
  十二五: '2015',
  十三五: '2020',
  十四五: '2025',
  十五五: '2030',
}
export const fiveYearPlanNames = Object.keys(fiveYearPlans)

/** Patterns, over text with half-width digits, in the order in which they are tried at one place. Examples stand beside each. */
export const deadlinePatterns: readonly DeadlinePattern[] = [
  // 自印发之日起30日内, 印发后1个月内, 文件下发之日起十个工作日内
  {
    pattern:
      /(?:自|从|在|于)?(?:本)?(?:通知|意见|方案|办法|文件|公告|决定|规划|措施)?(?:印发|发布|下发|公布|实施|收到|签订|受理)(?:后|之日起|之日后|通知后|起)?[的]?[0-9一二三四五六七八九十半两]+个?(?:工作日|日|天|月|年)(?:之)?内/gu,
    kind: 'relative',
    date: nowhere,
  },
  // 每季度首月10日前, 每年12月底前, 每月5日前, 每半年, 每年定期
  {
    pattern:
      /每(?:个)?(?:季度|半年|月|年度|年|周|两年)(?:首月|末月|第一个月|最后一个月|度)?(?:[0-9]{1,2}\s*月)?(?:[0-9]{1,2}\s*日|底|末|初|上旬|中旬|下旬)?(?:之)?(?:以前|前|内)/gu,
    kind: 'recurring',
    date: nowhere,
  },
  // 2023年6月30日前, 2023年6月30日之前, 至2023年6月30日
  {
    pattern: new RegExp(
      `(?:于|在|至|截至|截止到?)?${year}\\s*${month}\\s*${day}(?:之前|以前|前)`,
      'gu',
    ),
    kind: 'by',
    date: ([y, m, d]) => iso(digits(y), digits(m), digits(d)),
  },
  // 2023年6月底前, 2023年6月末前, 2023年6月底
  {
    pattern: new RegExp(`(?:于|在|至|截至)?${year}\\s*${month}(?:底|末)(?:之前|以前|前)?`, 'gu'),
    kind: 'by',
    date: ([y, m]) => endOfMonth(digits(y), digits(m)),
  },
  // 2023年一季度末前, 2023年第三季度前完成
  {
    pattern: new RegExp(`${year}\\s*第?([一二三四1-4])季度(?:末|底)(?:之前|以前|前)?`, 'gu'),
    kind: 'by',
    date: ([y, q]) => endOfQuarter(digits(y), q),
  },
  // 2023年上半年, 2023年上半年前
  {
    pattern: new RegExp(`${year}\\s*上半年(?:底|末)?(?:之前|以前|前)?`, 'gu'),
    kind: 'by',
    date: ([y]) => iso(digits(y), 6, 30),
  },
  // 2023年6月前: before June begins, or by its end? nothing is certain
  {
    pattern: new RegExp(`${year}\\s*${month}(?:份)?(?:之前|以前|前)`, 'gu'),
    kind: 'by',
    date: nowhere,
  },
  // 2023年底前, 2023年年底前, 2023年末, 2023年年内
  {
    pattern: new RegExp(`(?:于|在|至|截至|到)?${year}年?(?:底|末|内)(?:之前|以前|前)?`, 'gu'),
    kind: 'yearEnd',
    date: ([y]) => iso(digits(y), 12, 31),
  },
  // 2025年前: not the end of 2025; the letters alone
  {
    pattern: new RegExp(`${year}(?:之前|以前|前)`, 'gu'),
    kind: 'by',
    date: nowhere,
  },
  // 到2025年, “十四五”末, “十四五”期间
  {
    pattern: new RegExp(`到${year}(?!${month.replace('(', '(?:')})`, 'gu'),
    kind: 'period',
    date: nowhere,
  },
  {
    pattern: new RegExp(
      `到?[“"‘]?(?:${fiveYearPlanNames.join('|')})[”"’]?(?:时期)?(?:末|期末|期间|期内|时期)`,
      'gu',
    ),
    kind: 'period',
    date: nowhere,
  },
  // 今年6月底前, 今年底前, 年内, 年底前, 本年度内, 6月底前 (year of the issue date)
  {
    pattern: /(?:今年|本年)\s*([0-9]{1,2})\s*月(?:底|末)(?:之前|以前|前)?/gu,
    kind: 'by',
    date: ([m], nearYear) => (nearYear === null ? null : endOfMonth(nearYear, digits(m))),
  },
  {
    pattern: /(?:今年|本年)\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日(?:之前|以前|前)/gu,
    kind: 'by',
    date: ([m, d], nearYear) => (nearYear === null ? null : iso(nearYear, digits(m), digits(d))),
  },
  {
    pattern:
      /(?:今年|本年度?|当年)(?:年)?(?:底|末|内)(?:之前|以前|前)?|(?<![0-9一二三四五六七八九十半两多几每近整全个万百千明去次后隔])年(?:底前|末前|内)(?![容部])/gu,
    kind: 'yearEnd',
    date: (_, nearYear) => (nearYear === null ? null : iso(nearYear, 12, 31)),
  },
  // 6月底前, 9月30日前 without a year: the letters, no date unless the issue date gives the year
  {
    pattern: /(?<![0-9年每])([0-9]{1,2})\s*月(?:底|末)(?:之前|以前|前)(?![0-9])/gu,
    kind: 'by',
    date: ([m], nearYear) => (nearYear === null ? null : endOfMonth(nearYear, digits(m))),
  },
  {
    pattern: /(?<![0-9年每月])([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日(?:之前|以前|前)/gu,
    kind: 'by',
    date: ([m, d], nearYear) => (nearYear === null ? null : iso(nearYear, digits(m), digits(d))),
  },
  // 第三季度末前, 三季度末 without a year
  {
    pattern: /(?<![0-9年每首])第?([一二三四])季度(?:末|底)(?:之前|以前|前)?/gu,
    kind: 'by',
    date: ([q], nearYear) => (nearYear === null ? null : endOfQuarter(nearYear, q)),
  },
  // 持续推进, 长期坚持, 长期实施 at a clause’s end; 持续推进公交车更新 is what is to be done
  {
    pattern:
      /(?:持续|长期|常态化|长效)(?:推进|坚持|实施|开展|落实|推动|抓好)(?=$|[；;。，,、）)〕\]】\s])|(?:^|[：:])(?:长期|持续|常态化)(?=$|[；;。，,）)])/gu,
    kind: 'ongoing',
    date: nowhere,
  },
]

/** What is no deadline although it is a date: 有效期至2025年12月31日, 自2024年1月1日起施行, 2023年底前出台的. */
export const noDeadlineBefore =
  /(?:有效期|施行|执行期|有效|实施期限|试行期|试点期|政策期限|补贴期|延续实施|延长)[^，。；]{0,12}$/u
export const noDeadlineAfter =
  /^(?:[^，。；]{0,4})?(?:止|有效|起施行|起执行|起实施|施行|出生|注册|成立|登记的|建成的|购买的|之前出台)/u

/** What a cell or label of deadlines holds when it holds one date and no word of time: 2023年12月, 2023.6.30, 长期, 每季度. */
export const wholeDeadlines: readonly DeadlinePattern[] = [
  {
    pattern: /^((?:19|20)[0-9]{2})[年.\-/]\s*([0-9]{1,2})[月.\-/]\s*([0-9]{1,2})日?$/u,
    kind: 'by',
    date: ([y, m, d]) => iso(digits(y), digits(m), digits(d)),
  },
  {
    pattern: /^((?:19|20)[0-9]{2})[年.\-/]\s*([0-9]{1,2})月?份?$/u,
    kind: 'by',
    date: ([y, m]) => endOfMonth(digits(y), digits(m)),
  },
  // 6月底, 9月, 三季度, 上半年: of the issue year
  {
    pattern: /^([0-9]{1,2})\s*月(?:份|底|末)?(?:之?前)?$/u,
    kind: 'by',
    date: ([m], nearYear) => (nearYear === null ? null : endOfMonth(nearYear, digits(m))),
  },
  {
    pattern: /^第?([一二三四1-4])季度(?:末|底|内)?(?:之?前)?$/u,
    kind: 'by',
    date: ([q], nearYear) => (nearYear === null ? null : endOfQuarter(nearYear, q)),
  },
  {
    pattern: /^上半年(?:底|末|内)?(?:之?前)?$/u,
    kind: 'by',
    date: (_, nearYear) => (nearYear === null ? null : iso(nearYear, 6, 30)),
  },
  {
    pattern: /^(?:今年|年)?(?:下半年|年底|年末)(?:之?前)?$/u,
    kind: 'yearEnd',
    date: (_, nearYear) => (nearYear === null ? null : iso(nearYear, 12, 31)),
  },
  // 2024年第三季度
  {
    pattern: /^((?:19|20)[0-9]{2})年\s*第?([一二三四1-4])季度(?:末|底|内)?(?:之?前)?$/u,
    kind: 'by',
    date: ([y, q]) => endOfQuarter(digits(y), q),
  },
  {
    pattern: /^((?:19|20)[0-9]{2})年(?:度|全年)?$/u,
    kind: 'yearEnd',
    date: ([y]) => iso(digits(y), 12, 31),
  },
  {
    pattern: /^(?:长期|持续|全年|常态化|长期坚持|持续推进|贯穿全年|一直|永久)$/u,
    kind: 'ongoing',
    date: nowhere,
  },
  {
    pattern: /^(?:每(?:月|季度|半年|年|周|日)|按(?:月|季度|季|年))(?:度|一次|报送|开展)?$/u,
    kind: 'recurring',
    date: nowhere,
  },
]
