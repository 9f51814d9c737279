import { roleOfColumn } from './responsibilities/index.js'

/** What a column of a task table holds, by its head. */
export type ColumnKind =
  'serial' | 'category' | 'item' | 'content' | 'role' | 'scope' | 'deadline' | 'note'

/** Heads of columns with the blanks taken out, first match counts. Each with an example. */
const heads: readonly (readonly [ColumnKind, RegExp])[] = [
  // 序号, 编号, 项次
  ['serial', /^(?:序号|编号|项次|序|顺序号|任务序号|号)$/],
  // 推广范围, 适用范围
  ['scope', /^(?:复制)?(?:推广|适用|实施|试点|覆盖)(?:范围|区域|地区)$|^范围$/],
  // 完成时限, 时间要求, 进度安排
  [
    'deadline',
    /时限|(?:完成|办结|办理|落实|启动|截止|推进|实施|整改|答复)(?:时间|期限|日期|节点)|时间(?:要求|安排|节点|进度|表)|^(?:进度|进度安排|期限|时间)$/,
  ],
  // 领域, 类别, 所属板块, 一级指标
  [
    'category',
    /^一级(?:指标|任务|事项)$|^(?:所属|工作|改革|重点|任务)?(?:领域|类别|分类|类型|方面|板块|大类|环节|一级任务)$/,
  ],
  // 改革事项, 工作任务, 重点任务, 举措, 民生实事项目, 议定事项, 二级指标
  [
    'item',
    /^(?:重点|主要|工作|改革|具体|试点|督办|督查|目标|任务|推广|复制推广|经验|创新|年度|二级|民生|实事|议定|决定|交办|整改|责任|考核|评价)*(?:事项|任务|举措|措施|经验|项目|工作|做法|事项名称|任务名称|项目名称|举措名称|经验名称|名称|改革|清单|要点|分工|指标任务|实事|工程|行动|指标|指标名称|职责|职责分工)(?:及分工|分解)?$/,
  ],
  // 建议题目, 提案案由, 存在问题, 三级指标
  [
    'item',
    /^(?:建议|提案|议案|会议)?(?:题目|标题|案由|议题)$|^(?:建议|提案|议案)(?:名称|内容|题目)$|^(?:存在|主要|反馈|突出|具体)(?:的)?问题$|^三级指标$/,
  ],
  // 主要内容, 工作要求, 目标
  ['content', /内容|要求|目标|做法|举措|措施|标志性成果|预期成果|工作标准|任务分解|成果形式/],
  // 备注
  [
    'note',
    /^(?:备注|说明|注|文件依据|依据|来源|任务来源|权重|分值|计量单位|(?:联系)?电话|联系方式|手机号?码?)$/,
  ],
]

/** A head that names what a column holds; `word` is the head itself for a column of bodies. */
export interface ColumnMeaning {
  readonly kind: ColumnKind
  /** The head of a column of bodies, as it gives the role. */
  readonly word: string | null
}

/** What the head of a column says that the column holds; null where it says nothing known. */
export function meaningOf(head: string): ColumnMeaning | null {
  // 责任单位（列第一位的为牵头单位）: what stands in brackets is a rule or a remark.
  const plain = head.replace(/\s/g, '').replace(/[（(][^（）()]*[）)]$/, '')
  if (plain === '' || plain.length > 24) return null
  if (roleOfColumn(plain) !== null) return { kind: 'role', word: plain }
  const kind = heads.find(([, pattern]) => pattern.test(plain))?.[0]
  return kind === undefined ? null : { kind, word: null }
}
