import {
  type AgencyIndex,
  findAgencyNames,
  genericKindOf,
  identifyAgency,
  isCounty,
  type NamingContext,
} from '../../agencies/index.js'

/** What names mean in this document. */
export interface Naming {
  readonly index: AgencyIndex
  readonly context: NamingContext
}

/** The stretch of a clause to be read as a statement: the bodies asked, with the words that give them roles. */
export interface Asked {
  readonly start: number
  readonly end: number
}

/** Words that ask something of the subject before them: 商务部要…, 各有关部门按照职责…. 要求, 应用, 负责人, 负责解释 are none. */
const asks =
  /(?:要(?![求点素闻件害务领])|应当|应(?![用急对届收付激])|必须|务必|须(?!知)|负责(?![人制任同的]|解释)|牵头(?![部单机])|会同|(?:按照?|依照?|根据|结合)(?:各自|本部门|部门|工作)?(?:职责|职能|分工|实际)|发挥(?=[^，。]{2,12}作用)|对(?=[^，。]{1,16}负(?:总|主要)?责))/g
/** 市数据局等部门，结合职能分工，细化举措: verbs that ask without such a word, behind a list of bodies alone. */
const asksBehind =
  /^(?:要|应|须|必须|负责|牵头|会同|结合|按照|根据|依据|细化|加强|建立|制定|做好|严格|落实|统筹|协调|指导|督促|发挥|完善|抓好|加快|切实|认真|主动|积极|全面|进一步|具体|组织|推动|推进|开展|承担|配合|协助|参与)/
/** What bodies do that a sentence asks without 要: 做好, 设立, 加强. */
const acts =
  /^(?:细化|加强|建立|制定|做好|严格|落实|统筹|协调|指导|督促|完善|抓好|加快|切实|认真|积极|进一步|具体|组织|推动|推进|开展|承担|配合|协助|参与|设立|安排|出台|编制|定期|及时|健全|落实好|加大|强化|优化|提供)(?!情况|工作情况)/
/** What stands between the names of a subject. */
const joints = /[、，和及与]|以及|特别是|尤其是|会同|或/
/** A generic actor may hold 和 (各地区和有关部门): parted at other joints. */
const outerJoints = /、|和(?!国)|及(?!时)|与|以及|特别是|尤其是|，/
/** A list goes on with a part of what was named: 各部门特别是监管部门. */
const emphasis = /特别是|尤其是/g
/** 等部门, 等有关单位 behind a list. */
const openEnd =
  /等(?:\d+个|有关|相关|各|国务院|省级|市级|市直)*(?:部门|单位|部委|方面|机构|地区|部门和单位)?$/
/** Words between the subject and what asks. */
const adverbs = /(?:也|都|均|还|同时|进一步|切实|共同|分别|更|既|一律|原则上|，)+$/
/** Words before the subject; 强化省发展改革委牵头抓总作用 asks it to lead. */
const openers =
  /^(?:请|由|要求|同时|其中|此外|下一步|强化(?=[^，。]{2,24}牵头[^，。]{0,6}作用))[，]?/
/** Bodies that no register holds but that can be asked. */
const standing =
  /(?:联席会议|领导小组|指挥部|专班|工作组|委员会)(?:办公室)?(?:[（(][^（）()]*[）)])?$/
/** What a generic actor ends with; 各项任务 is none. */
const actorEnd =
  /(?:部门|单位|政府|地区|地方|机构|企业|部委|机关|委|办|局|院|厅|部|省|市|区|县|州|校|会|方面|组织|银行|城市|各地|街道|乡镇|管委会|集团|公司)(?:[（(][^（）()]*[）)])?$/
/** Longer lists of bodies there are not. */
const longestSubject = 240

function isGeneric(text: string): boolean {
  if (standing.test(text)) return !/[，。]/.test(text) && text.length <= 30
  return genericKindOf(text) !== null && actorEnd.test(text) && !/^(?:各项|各类|各种)/.test(text)
}

/** 江州海关, 省税务局: bodies that are known by how they are called, and stand in no register. */
export function isKnownBody(text: string, index: AgencyIndex, context: NamingContext): boolean {
  if (text.length < 3 || text.length > 30) return false
  const resolution = identifyAgency(index, text, context)
  if (resolution.type !== 'agency') return resolution.type === 'ambiguous'
  // 区融媒体中心: a level before the name of a body.
  return resolution.how !== 'shape' || /^[省市县区州][^的等]{2,12}$/.test(text)
}

const isEmpty = (text: string) => text.replace(/[（(][^（）()]*[）)]/g, '').trim() === ''

/** Whether a text is a list of bodies and generic actors and nothing else. */
export function isActorList(text: string, { index, context }: Naming): boolean {
  const list = text.trim().replace(adverbs, '').replace(openEnd, '')
  if (list === '' || list.length > longestSubject) return false
  const names = findAgencyNames(index, list, context)
  const rest = names.reduceRight(
    (left, name) => `${left.slice(0, name.start)}、${left.slice(name.end)}`,
    list,
  )
  if (names.length > 0 && rest.split(joints).every(isEmpty)) return true
  const isBody = (piece: string) => isCounty(piece) || isKnownBody(piece, index, context)
  if (list.split(joints).every(isBody)) return true
  return (
    isGeneric(rest) ||
    rest.split(outerJoints).every((piece) => isEmpty(piece) || isGeneric(piece.trim()))
  )
}

/** Generic partners: 会同有关部门, 会同各省级人民政府. */
const partner =
  /^(?:国务院|省|市|县)?(?:各|有关|相关|各有关|各相关)(?:部门|单位|方面|地区|地方|机构|[^，。、和]{1,10}(?:部门|政府|地区|单位|机构|企业))/

/** 市规划资源局制定年度计划: how long the name is that a text begins with, of a body that no register holds; 0 where it begins with none. */
function lengthOfKnownBody(text: string, index: AgencyIndex, context: NamingContext): number {
  if (!/^[省市县区州]/.test(text)) return 0
  const own = /^[^、，。；：和及与（）]{3,16}/.exec(text)?.[0] ?? ''
  for (let length = own.length; length > 2; length -= 1) {
    const name = own.slice(0, length)
    if (/[局委办厅院会部心]$/.test(name) && isKnownBody(name, index, context)) return length
  }
  return 0
}

/** Where the bodies end that a text begins with. */
function endOfPartners(text: string, { index, context }: Naming): number {
  const names = new Map(findAgencyNames(index, text, context).map(({ start, end }) => [start, end]))
  let end = 0
  let at = 0
  for (;;) {
    const next =
      names.get(at) ??
      at +
        (partner.exec(text.slice(at))?.[0].length ??
          lengthOfKnownBody(text.slice(at), index, context))
    if (next === at) return end
    end = next
    const joint = /^(?:、|和|及|与|以及)/.exec(text.slice(end))?.[0].length ?? 0
    if (joint === 0)
      return end + (/^等(?:有关|相关)?(?:部门|单位)?/.exec(text.slice(end))?.[0].length ?? 0)
    at = end + joint
  }
}

/** 要牵头组织, 会同财政部: what of the clause beside its subject says who leads and who supports. */
function endOfRoles(clause: string, at: number, subjectEnd: number, naming: Naming): number {
  const behind = clause.slice(at)
  const together = /^(?:要|应当?|须|必须|负责)?(?:牵头)?(?:会同|商)/.exec(behind)?.[0].length
  if (together !== undefined) {
    const partners = endOfPartners(behind.slice(together), naming)
    return partners === 0 ? subjectEnd : at + together + partners
  }
  const lead = /^(?:要|应当?|须|必须)?牵头/.exec(behind)
  return lead === null ? subjectEnd : at + lead[0].length
}

/** ……，会同B、C查处: whom the body asked before is to do it with; null where a clause begins otherwise. */
export function askedToJoin(clause: string, naming: Naming): Asked | null {
  const start = clause.length - clause.trimStart().length
  const together = /^(?:并|再|要)?会同/.exec(clause.slice(start))?.[0].length
  if (together === undefined) return null
  const partners = endOfPartners(clause.slice(start + together), naming)
  return partners === 0 ? null : { start, end: start + together + partners }
}

/** 各地区要落实责任，财政部加强指导: behind one who is asked, 要 is left out; null where a clause begins with no bodies and what they do. */
export function askedBesides(clause: string, naming: Naming): Asked | null {
  const start = clause.length - clause.trimStart().length
  const length = endOfPartners(clause.slice(start), naming)
  const behind = clause.slice(start + length)
  if (length === 0 || !asksBehind.test(behind)) return null
  // 民政部配合: the word says the role.
  const word = /^(?:协助配合|配合|协助|参与|指导|督促)/.exec(behind)?.[0].length ?? 0
  return { start, end: start + length + word }
}

/** 各部门特别是监管部门 are two stretches. */
function stretchesOf(clause: string, start: number, end: number): readonly Asked[] {
  const cuts = [...clause.slice(start, end).matchAll(emphasis)]
  const starts = [start, ...cuts.map((match) => start + match.index + match[0].length)]
  return starts.map((from, index) => ({
    start: from,
    end: cuts[index] === undefined ? end : start + cuts[index].index,
  }))
}

/** 省粮食局做好调运, 市财政局设立专项资金: a sentence that begins with bodies of the register and what they do asks it of them; what was done (了, 已) is told. */
export function askedToAct(clause: string, naming: Naming): Asked | null {
  const start = clause.length - clause.trimStart().length
  const end = start + endOfPartners(clause.slice(start), naming)
  const behind = clause.slice(end)
  if (end === start || !acts.test(behind) || /^.{0,8}[了过]|已经?|近年|以来/.test(behind))
    return null
  return { start, end }
}

/** 具体方案由有关省级人民政府分别负责印发: the subject stands behind what is to be done. 自由, 理由, 由于 are no 由; 由其 points at nobody. */
const bySubject = /(?<=[^，。、自理缘])由(?!于|此|其|来)/g
/** The stretch of those asked from `start` on; empty where no bodies stand there before a word that asks. */
function askedFrom(clause: string, start: number, naming: Naming): readonly Asked[] {
  for (const match of clause.matchAll(asks)) {
    if (match.index - start > longestSubject) break
    const subject = clause.slice(start, match.index)
    if (match.index <= start || !isActorList(subject, naming)) continue
    const subjectEnd = start + subject.replace(adverbs, '').length
    return stretchesOf(clause, start, endOfRoles(clause, match.index, subjectEnd, naming))
  }
  return []
}

/** Whom a clause asks behind 由; empty where it asks nobody so. */
function askedBehindBy(clause: string, naming: Naming): readonly Asked[] {
  for (const match of clause.matchAll(bySubject)) {
    const asked = askedFrom(clause, match.index + 1, naming)
    if (asked.length > 0) return asked
  }
  return []
}

/** Whom a clause asks something of; empty where it asks nobody. `next` is the clause behind it. */
export function askedIn(
  clause: string,
  next: string | undefined,
  naming: Naming,
): readonly Asked[] {
  const blanks = clause.length - clause.trimStart().length
  const start = blanks + (openers.exec(clause.slice(blanks))?.[0].length ?? 0)
  const first = askedFrom(clause, start, naming)
  if (first.length > 0) return first
  const behind = askedBehindBy(clause, naming)
  if (behind.length > 0) return behind
  const goesOn = next !== undefined && asksBehind.test(next.trim())
  return goesOn && isActorList(clause.slice(start), naming)
    ? stretchesOf(clause, start, clause.length)
    : []
}

/** 市教育局：负责…, 市教育局。做好…: a line that begins with bodies alone and says behind them what they do. Null for any other line. */
export function askedByLine(
  text: string,
  naming: Naming,
): (Asked & { readonly behind: number }) | null {
  const match = /^([^。：:；]{2,120})[。：:]\s*/.exec(text)
  const subject = match?.[1]
  if (match === null || subject === undefined) return null
  const behind = match[0].length
  if (!asksBehind.test(text.slice(behind)) || !isActorList(subject, naming)) return null
  return { start: 0, end: subject.length, behind }
}
