import type { Role } from '../../../model/index.js'

/** What stands under a label or a column’s head: bodies of a role, persons, a date, a scope, something else. */
export type LabelMeaning = Role | 'person' | 'deadline' | 'scope' | 'other'

const bodies = '(?:单位|部门|机构|主体|地区|方|机关)'
/** 牵头单位及责任人, 责任单位、责任领导: bodies, each with a person. */
const andPersons = '(?:(?:及其?|和|与|、|/)(?:责任人|责任领导|负责人|联系人|分管领导))?'

/** Words of a label, without brackets and white space; the first that fits says what stands under it. Examples stand beside each. */
const meanings: readonly (readonly [pattern: RegExp, meaning: LabelMeaning])[] = [
  // 责任人, 责任领导, 分管领导, 牵头领导, 联系人, 责任单位及责任人 is a label of bodies
  // 市领导, 市级领导, 牵头县级领导, 包保责任人
  [
    /^(?:第一|直接|主要|具体)?(?:责任|分管|主管|牵头|督办|包联|包保|包抓|包挂|联系|挂联|挂钩|带队|负责|责任包保)*(?:省|市|县|区|州|校|局|院|乡镇|党政)?(?:级|政府|委)?(?:领导|领导同志|负责同志|负责人|责任人)$|^(?:第一|直接|主要|具体)?(?:责任|分管|牵头|包联|包保|包抓|联系|挂钩|带队|负责)(?:省|市|县|区)?(?:人|同志|人员)$|^联系人(?:及电话)?$/u,
    'person',
  ],
  // 完成时限, 完成时间, 时间节点, 进度安排
  [
    /^(?:计划|预计)?(?:完成|办结|办理|答复|报送|落实|启动|工作|推进|实施|整改)?(?:时限|时间|期限|时间节点|时限要求|时间要求|时间安排|进度安排|时间进度)$/u,
    'deadline',
  ],
  // 适用范围, 推广范围
  [/^(?:复制)?(?:推广|适用|实施|试点)(?:范围|区域|地区)$/u, 'scope'],
  // 联系电话, 备注, 工作目标, 责任处室 (inside a body): known, and nothing of who does what
  [
    /^(?:联系)?(?:电话|手机|方式|地址|传真|邮箱)$|^(?:责任|牵头|承办|主办|配合|协办|经办|具体|对口|主管)?(?:业务)?(?:处室|科室|司局|股室|处|科)$|^(?:备注|说明|工作目标|完成标准|完成标志|成果形式|主要内容|工作内容|任务来源|进展情况)$/u,
    'other',
  ],
  // 配合单位, 协办部门, 会办单位, 参与单位, 配合责任单位, 协同单位
  [
    new RegExp(
      `^(?:配合|协办|会办|协助|参与|参加|协同|协作|支持)(?:责任|落实)?${bodies}?${andPersons}$`,
      'u',
    ),
    'support',
  ],
  // 指导部门, 督促单位, 主管部门, 归口管理部门, 业务指导单位
  [
    new RegExp(
      `^(?:业务)?(?:指导|督促|督导|督办|监督|监管|监督指导|主管|业务主管|归口管理|归口)(?:${bodies})$`,
      'u',
    ),
    'guide',
  ],
  // 牵头单位, 主办部门, 主责单位, 牵头责任单位, 总牵头单位, 牵头（责任）单位
  [
    new RegExp(
      `^(?:总)?(?:牵头|主办|主责|抓总)(?:负责|责任|落实|主办)?${bodies}?${andPersons}$`,
      'u',
    ),
    'lead',
  ],
  // 责任单位, 负责部门, 承办单位, 分办单位, 实施主体, 落实单位, 责任单位及责任人, 牵头和配合单位
  [
    new RegExp(
      `^(?:主要)?(?:责任|负责|承办|分办|独办|办理|承担|实施|落实|完成|执行|分工|任务|组织实施|工作|改革)(?:落实|责任)?${bodies}(?:及分工)?${andPersons}$|^(?:牵头|主办)(?:单位|部门)?(?:和|及|与|、|\\/)(?:配合|协办|责任|参与|参加)(?:单位|部门)$|^(?:分工|责任|职责)(?:分工)?$`,
      'u',
    ),
    'responsible',
  ],
]

/** What a label or head without white space and notes says; null where it says nothing known. */
export function meaningOfLabel(label: string): LabelMeaning | null {
  const plain = label.replace(/\s/g, '').replace(/[(（〔[【][^)）〕\]】]*[)）〕\]】]/gu, '')
  if (plain === '') return null
  return meanings.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** What the column of a table under this head names: bodies of a role, or persons; null for any other column. 责任处室 is inside a body. */
export function roleOfColumn(header: string): { role: Role | 'person'; word: string } | null {
  const word = header.replace(/\s/g, '')
  const meaning = meaningOfLabel(word)
  return meaning === null || meaning === 'deadline' || meaning === 'scope' || meaning === 'other'
    ? null
    : { role: meaning, word: word.replace(/[(（〔[【].*$/u, '') || word }
}

/** Letters before a colon that may be a label: 责任单位：, 牵头（责任）单位：. */
const beforeColon =
  /([\u4e00-\u9fff]{2,8}(?:[（(][\u4e00-\u9fff]{1,4}[）)][\u4e00-\u9fff]{0,4})?)[ \u3000]*[：:]/gu
/** A label on a line of its own or before a blank: 责任单位　市水务局. */
const beforeBlank =
  /(?<=^|[\n；;])[ \u3000]*([\u4e00-\u9fff]{2,4}(?:单位|部门))[ \u3000\n]+(?=[\u4e00-\u9fff*★])/gu

/** A label in a statement: where it and its colon stand, and what it says. */
export interface FoundLabel {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly meaning: LabelMeaning
}

/** A label before a colon; a name before it without a mark between (…财政部牵头单位：) leaves the label at its end. */
function labelIn(match: RegExpExecArray): FoundLabel | null {
  const words = match[1] ?? ''
  for (let skip = 0; skip <= words.length - 2; skip += 1) {
    const word = words.slice(skip)
    const meaning = meaningOfLabel(word)
    if (meaning !== null && (skip === 0 || word.length >= 4)) {
      const end = match.index + match[0].length
      return { start: match.index + match[0].indexOf(words) + skip, end, word, meaning }
    }
  }
  return null
}

/** Labels of a statement in order: 责任单位：, 牵头：, 完成时限：. `text` has the insides of brackets masked. */
export function findLabels(text: string): readonly FoundLabel[] {
  const found = [...text.matchAll(beforeColon), ...text.matchAll(beforeBlank)]
    .map(labelIn)
    .filter((label) => label !== null)
  return found.sort((a, b) => a.start - b.start)
}
