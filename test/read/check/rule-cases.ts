import { indexAgencies } from '../../../pipeline/agencies/index.js'
import { sentenceOf } from '../../../pipeline/messages/index.js'
import { readDocument } from '../../../pipeline/read/read-document.js'

/** The registry as it comes. */
export const agencies = indexAgencies()

/** What a rule finds in a notice given as text: its sentences. */
export function found(rule: string, text: string): string[] {
  const { findings } = readDocument({
    path: 'notice.md',
    bytes: new TextEncoder().encode(text),
    corrections: null,
    correctionsPath: null,
    agencies,
  })
  return findings.filter((each) => each.rule === rule).map((each) => sentenceOf(each, 'zh'))
}

const head = `国务院关于推进示范工作的通知

国函〔2024〕8号

各省、自治区、直辖市人民政府：

现就有关事项通知如下：
`
/** How it ends. */
export const tail = `
国务院

2024年3月5日
`
/** A notice of the State Council with this body. */
export const notice = (body: string, end = tail) => `${head}\n${body}\n${end}`
/** One whose annex is a table of these rows. */
export const table = (rows: string, columns = '| 序号 | 事项 | 负责单位 |\n|--|--|--|') =>
  notice(
    '一、做好工作。',
    `\n附件：示范工作任务分工表\n${tail}\n附件\n\n示范工作任务分工表\n\n${columns}\n${rows}`,
  )

/** A department’s notice to these. */
export const department = (title: string, to: string, said = '现就有关事项通知如下：') =>
  `${title}\n\n农农发〔2024〕4号\n\n${to}：\n\n${said}\n\n一、做好工作。\n\n农业农村部\n\n2024年3月9日\n`
/** A county’s. */
export const local = (body: string) =>
  `云和县人民政府办公室关于印发任务清单的通知\n\n云政办发〔2024〕3号\n\n各乡镇人民政府：\n\n${body}\n\n云和县人民政府办公室\n\n2024年3月5日\n`
/** One that lists names in its text and rows in its annex. */
export const listed = (list: string, rows: string) =>
  notice(
    `一、推广内容\n\n（一）通关领域：${list}。`,
    `\n附件：任务分工表\n${tail}\n附件\n\n任务分工表\n\n| 序号 | 事项 | 负责单位 |\n|--|--|--|\n${rows}`,
  )

/** Notices that a rule flags, and that it must pass, each with what is odd or healthy in it. */
export interface RuleCase {
  readonly flags: readonly (readonly [string, string])[]
  readonly passes: readonly (readonly [string, string])[]
}
