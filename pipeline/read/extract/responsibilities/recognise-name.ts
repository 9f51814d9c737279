import {
  beginsWithPlace,
  endsAsBody,
  governmentOf,
  identifyAgency,
  isBareLocalBody,
  isCounty,
  levelPrefixOf,
  withoutBlanks,
  type LevelPrefix,
  type ResolvedAgency,
} from '../../../agencies/index.js'
import type { AssignmentContext } from './assignment-context.js'

/** A body or generic actor that a printed name was recognised as. */
export interface RecognisedName {
  /** Full name; of a generic actor and an unknown body the printed name. */
  readonly agency: string
  readonly name: string
  readonly kind: 'agency' | 'generic'
  /** Whether more than the shape of the name speaks for it. */
  readonly sure: boolean
  /** Whether a level or place stands before a name that only its shape makes one. */
  readonly placed?: boolean
}

/** A name is never longer; what is longer is a sentence that happens to end in 局. */
export const longestName = 60
/** A generic actor holds no verb behind its first letters: 税务总局牵头有关部门 is no kind of department. */
const verbInside =
  /.(?:牵头|负责|配合|会同|按职责|按照|报送|备案|涉及|均需|负总责|(?<!自|理)由|对(?![外口接俄台港非]))/u
/** What is several without being known as anything (各…) goes on to its end only if no other word begins in it. */
const wordInside =
  /.(?:牵头|负责|配合|会同|按|落实|实施|参与|参加|指导|督促|要|应|须|可|将|在|对|组织|推进|推动|抓|的|工作|结合|根据|承担|加强|支持|建立|制定|开展|做好|完成|健全|完善|强化|提升|提高|出台|印发|进行|实行|共同|及时|切实|认真|严格|定期|依法|全面|加快|深入|积极)/u
/** 有关部门评估: what goes on behind a kind of body is what it does. 各地区各部门, 有关部门（单位） go on as names. */
const kindAndMore =
  /^(?:各|有关|相关|各有关|各相关)(?:部门|单位|方面|地区|部委|机构|企业|地方)(?![（(〔和及与、等各])./u
/** 含开发区, 包括街道: an explanation, no name; 会同省委人才办: a word and a name. 资金保障由财政部, 水利学会承办: what is done stands before or behind who does it. */
const noName =
  /^(?:[由请](?=.{3})|含|包含|包括|不含|以下简称|即|如|其中|除|会同(?!县))|.(?:由|会同|等)|(?:牵头|负责|配合|承办|协办|主办|督办|落实|实施|参与)$/u
const sentenceMarks = /[。；;！？!?：:]/u

/** The name with the level that it leaves out (财政厅 behind 省发展改革委), as printed where it leaves none out. */
function withElidedLevel(
  printed: string,
  carry: LevelPrefix | null,
  context: AssignmentContext,
): string {
  if (carry === null) return printed
  // 金溪县委、县政府, 金溪县财政局、县水利局: the second one’s 县 is the first one’s.
  const own = /^[县区旗](?=.{2})/u.exec(printed)?.[0]
  const isNear = own !== undefined && carry.level.length > 1 && carry.level.endsWith(own)
  if (isNear && context.level !== 'county') return `${carry.level}${printed.slice(1)}`
  const bare = isBareLocalBody(printed) || printed === '税务局'
  if (!bare || levelPrefixOf(printed) !== null) return printed
  // In a central paper 能源局 behind 北京市政府 is the national one: only what no central body bears (财政厅) is the place’s.
  const central = context.index.byForm.has(printed)
  if (central && (context.level === 'central' || carry.level === '中央')) return printed
  const party = /^(?:组织部|宣传部|统战部|政法委|社会工作部|网信办|编办)$/u.test(printed)
  if (carry.level === '中央') return party ? `中央${printed}` : printed
  return `${party ? (carry.party ?? `${carry.level}委`) : carry.level}${printed}`
}

/** 各区人民政府〈含开发区管委会，下同〉: what a note explains is no part of the name; （市、区） in 各县（市、区） is. */
const explanation =
  /[(（〔〈[［][^()（）〔〕〈〉]*(?:含|包括|下同|以下)[^()（）〔〕〈〉]*[)）〕〉\]］]$/u

function genericName(printed: string): { readonly agency: string; readonly name: string } {
  const name = printed.replace(explanation, '')
  return { agency: name, name }
}

/** 市职业技能鉴定中心, 南京地铁集团: a level or a place before the name of a body that no register holds. */
function isPlaced(how: ResolvedAgency['how'], printed: string): boolean {
  const levelled = /^[省市县区州](?![场域内外级属直])[^的由和及与、，]{2,14}$/u
  return how === 'shape' && (levelled.test(printed) || beginsWithPlace(printed))
}

/** A coordinating body is known by how its name ends: that proves nothing of what comes before a joining word. */
function isSure(how: ResolvedAgency['how'], printed: string): boolean {
  return how !== 'shape' && !(how === 'coordinating' && /[和及与]/u.test(printed))
}

/** Whom a printed name means; null where it is no name of a body, of a kind of body, or of several. */
export function recogniseName(
  text: string,
  carry: LevelPrefix | null,
  context: AssignmentContext,
): RecognisedName | null {
  const printed = withoutBlanks(text)
  if (printed === '' || printed.length > longestName || sentenceMarks.test(printed)) return null
  const place = governmentOf(printed)
  if (place !== null) return { agency: place.agency, name: place.name, kind: 'agency', sure: true }
  const whole = isCounty(printed) ? `${printed}人民政府` : withElidedLevel(printed, carry, context)
  const resolution = identifyAgency(context.index, whole, context)
  switch (resolution.type) {
    case 'agency':
      if (resolution.how === 'shape' && noName.test(printed)) return null
      return {
        agency: resolution.agency,
        name: resolution.name,
        kind: 'agency',
        sure: isSure(resolution.how, printed),
        placed: isPlaced(resolution.how, printed),
      }
    case 'ambiguous':
      return { agency: resolution.agency, name: resolution.name, kind: 'agency', sure: true }
    case 'generic':
      if (
        verbInside.test(printed) ||
        /^(?:[和及与或、由请]|会同(?!县)|对(?![外口]))|[和及与或、等]$/u.test(printed)
      )
        return null
      if (resolution.kind === 'several' && (wordInside.test(printed) || kindAndMore.test(printed)))
        return null
      return { ...genericName(printed), kind: 'generic', sure: resolution.kind !== 'several' }
    case 'unknown': {
      const sure = resolution.reason === 'level-not-known'
      if (noName.test(printed) || (!sure && !endsAsBody(resolution.name))) return null
      return { agency: resolution.name, name: resolution.name, kind: 'agency', sure }
    }
  }
}
