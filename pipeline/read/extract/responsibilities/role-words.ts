import type { Role } from '../../../model/index.js'

/** A word of responsibility behind a name: the role it gives and the letters that were printed. */
export interface RoleWord {
  readonly role: Role
  readonly word: string
  /** Letters taken from the text, adverbs and filling (组织实施, 工作) with them. */
  readonly length: number
}

/** What may stand between a name and its word: 要, 应当, 共同, 分别, 按规定, 依法, 认真. */
const adverbs =
  '(?:也|均|都|要|应当|应|须|需要|需|将|可|共同|分别|各自|统筹|具体|同时|继续|予以|给予|积极|密切|切实|认真|主动|全程|协同|全力|按规定|按要求|按程序|依法依规|依法|依规)*?'
/** 按职责分工, 按照各自职责, 根据职能, 依职责. */
const byDuty =
  '(?:(?:按照|按|根据|依据|依|在)(?:各自|各|本部门|其)?(?:工作)?(?:职责|职能|职权|分工|责任)(?:分工|范围|范围内|职责|内)?)'

/**
 * Words in the order in which they are tried; the longest come first where one begins another. The word kept is the first group, adverbs
 * aside. Examples: 牵头负责, 按职责分工负责, 分别负责, 积极配合, 参与, 指导.
 */
const words: readonly (readonly [pattern: RegExp, role: Role])[] = [
  // 牵头负责, 负责牵头, 总牵头, 牵头抓总, 主办, 抓总
  [
    new RegExp(
      `^${adverbs}(牵头负责|负责牵头|牵头抓总|总牵头|牵头主办|牵头总负责|牵头|主办|抓总|总负责)(?![部单机领])`,
      'u',
    ),
    'lead',
  ],
  // 按职责分工负责, 按照各自职责分工配合
  [
    new RegExp(
      `^${adverbs}(${byDuty}[，,]?(?:共同|分别|做好|抓好|密切|积极|协同)*(?:配合|协助|参与))`,
      'u',
    ),
    'support',
  ],
  [
    new RegExp(
      `^${adverbs}(${byDuty}(?:[，,]?(?:共同|分别|具体|分工|各)*(?:负责|抓好落实|做好落实|落实|组织实施|实施|推进|承担|做好相关工作|做好|抓好))?)(?![部单机人])`,
      'u',
    ),
    'responsible',
  ],
  // 配合, 协助, 协办, 参与, 参加, 支持
  [
    new RegExp(
      `^${adverbs}(参与配合|协助配合|协同配合|支持配合|配合|协助|协办|协同|参与|参加|支持)(?![部单机])`,
      'u',
    ),
    'support',
  ],
  // 负责, 具体负责, 分工负责, 承担, 落实, 实施
  [
    new RegExp(
      `^${adverbs}((?:分工|具体|分头|共同|联合|分别|组织|直接|全面)?负责|负总责|负主要责任|承担|承办|贯彻落实|抓好落实|推进落实|落实|组织实施|实施)(?![部单机人制])`,
      'u',
    ),
    'responsible',
  ],
  // 指导, 督促, 归口管理, 监管
  [
    new RegExp(
      `^${adverbs}(监督指导|业务指导|指导督促|督促指导|指导监督|指导|督促|督导|归口管理|归口|主管|监管)(?![部单机意])`,
      'u',
    ),
    'guide',
  ],
]

/** What fills up a word and says nothing of the work: 负责组织实施, 牵头推进工作. */
const filling =
  /^(?:此项|该项|本项|上述|相关|有关|具体|各项)?(?:组织|统筹|协调|推进|推动|开展|抓好|做好|具体)*(?:实施|落实|推进|推动|协调|开展|抓总|办理|完成|负责)?(?:工作|任务|事项)?(?=$|[，,；;。])/u

/** The word of responsibility that a text begins with; null where it begins with none. */
export function readRoleWord(text: string): RoleWord | null {
  for (const [pattern, role] of words) {
    const match = pattern.exec(text)
    const word = match?.[1]
    if (match === null || word === undefined) continue
    const rest = text.slice(match[0].length)
    return { role, word, length: match[0].length + (filling.exec(rest)?.[0].length ?? 0) }
  }
  return null
}

/** Words that may begin a role word: where a name may end. */
export const roleWordStart =
  /(?:牵头|负责|负总责|负主要责任|全面负责|总牵头|总负责|主办|抓总|按|依|根据|结合|配合|协助|协办|协同|参与|参加|支持|承担|承办|落实|实施|组织实施|具体|共同|分别|分工|联合|贯彻|抓好|推进|指导|督促|督导|监督|业务|归口|主管|监管|积极|密切|切实|认真|主动|予以|也|均|都|要|应|须|需|将|统筹|继续|各自|在各自|直接|全力|全程|分头|同时)/gu

/** A会同B, A商B, 由A组织B: what stands before is in the lead, what follows supports. */
export const joiningWords = /^(?:并|再|要|应|负责)*(会同|商|组织)/u

/** Before a body that does the work: 由A负责, 请A牵头, 具体由A负责, 其中由A. */
export const openingWords =
  /^(?:并|再|由|请|其中|其余|具体|主要|统一|原则上|分别|继续|同时|建议|拟)*(?:由|请)|^(?:其中|以及|及|和|与|暨|并|联合|协同|、)/u

/** 不再由A负责, 改由B负责, 取消由A: an assignment that is taken back is none. */
export const takenBack = /^(?:.{0,20})?(?:不再由|不由|不再|改由|改为由|由.{1,20}改为?由|取消|停止)/u

/** Whom one files with, asks or reports to: 向A备案, 经B同意后报C, 4月20日前报送D, 征求E意见. It does none of the work. */
export const addressedTo =
  /^(?:于)?(?:[0-9]{4}年)?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日|底|末)?(?:之前|以前|前)?(?:并|再|及时|同时|先|按程序|按规定|定期|直接|分别|应当|应|须|需|要)*(?:向|报请|报送|报经|报告|报备|报|经|征求|征得|抄送|抄报|提请|提交|送|商请|依据|依照|据)/u
/** What ends such a phrase. */
export const addressedToEnd =
  /.{3}(?:备案|备查|同意|批准|审批|审核|审定|审查|核准|核定|报告|汇报|报备|签发|意见|许可|登记|公布|印发|反馈|请示)(?:后|的|时)?(?:.{0,12})?$/u
