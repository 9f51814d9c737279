import type { AssignmentContext } from './assignment-context.js'
import { readList } from './read-list.js'
import { readPersons } from './persons.js'
import { readStatement, type Segment, type Statement } from './statement.js'
import type { Token } from './tokens.js'

/** Longer texts are prose. */
const longest = 1200
/** Words without which nothing is assigned: most brackets and lines are told apart by this alone. */
const anyWord =
  /[*＊★☆▲△●#※]|责|领导|牵头|配合|主办|协办|承办|落实|实施|参与|参加|协助|会同|支持|指导|督促|抓总|承担|主管|商/u
/** …由A负责解释, 负责人, 不负责, …的除外: no assignment of work. */
const noAssignment = /的除外|负责解释|负责同志|不负责|负责人(?![：:])|对(?!外)[^、，；]{1,12}负责/u

function tokensOf(statement: Statement, context: AssignmentContext) {
  let carry: Parameters<typeof readList>[3] = null
  return statement.segments.map((segment) => {
    const role = segment.label?.meaning
    const skipped = role !== undefined && ['deadline', 'scope', 'person', 'other'].includes(role)
    if (skipped) return { segment, tokens: [] as readonly Token[] }
    const named = segment.label !== null
    const read = readList(statement.text, statement.masked, segment, carry, { context, named })
    carry = read.carry
    return { segment, tokens: read.tokens }
  })
}

/** 由A会同B等部门研究提出意见: what they are to do, behind the last of them. */
const workBehind =
  /^(?:共同)?(?:研究|提出|制定|建立|健全|编制|出台|统筹|汇总|加强|组织|落实|推进|开展|抓好|做好|办理|督促|起草|完善)[\u4e00-\u9fff]{0,14}$/u

/** A division’s name is no longer: 厅人事教育与老干部处. */
const longestOwn = 16

/** Whether what they do stands behind bodies joined by 会同, or behind the only ones. Behind a word it is another’s: 由A负责储备，B做好调运. */
function goesOnWithWork(tokens: readonly Token[], index: number, statement: Statement): boolean {
  const token = tokens[index]
  const before = tokens
    .slice(0, index)
    .findLast(({ type }) => type === 'word' || type === 'joining')
  return (
    token?.type === 'rest' && before?.type !== 'word' && workBehind.test(textOf(token, statement))
  )
}

/** A date or 完成 beside the bodies does not make a list prose: （商务部牵头，2023年底前完成）. */
function isHarmless(text: string): boolean {
  return /^(?:[0-9０-９]{4}年|今年|年|[0-9]{1,2}月|每|持续|长期|印发|到|“?十[三四五]五).{0,16}$|^(?:完成|前完成|并?持续推进|下同|以下同)$/u.test(
    text,
  )
}

/** （A、B，列第一位的为牵头单位，下同）: the rule says that bodies stand here. */
function declaresOrder({ rules }: Statement): boolean {
  return rules.some(({ kind }) =>
    ['first-leads', 'before-comma', 'star', 'unranked'].includes(kind),
  )
}

/** 责任领导：陈立. Whom to call (联系人：周宁) is another matter. */
function namesPersons({ label, start, end }: Segment, { text }: Statement): boolean {
  if (label?.meaning !== 'person' || label.word.startsWith('联系人')) return false
  return readPersons(text.slice(start, end)).length > 0
}

function isNameOfBody(token: Token): boolean {
  return token.type === 'name'
}

function textOf(token: Extract<Token, { type: 'rest' }>, statement: Statement): string {
  return statement.text.slice(token.span.start, token.span.end)
}

/** A负责资金保障，B负责监督检查: each body with a word or two of the work. One alone, or more of it, may be any sentence. */
function dividesWork(tokens: readonly Token[]): boolean {
  const parts = tokens.filter((token) => token.type === 'word' && token.object !== null)
  const named = tokens.some((token) => token.type === 'name' && token.name.kind === 'agency')
  return parts.length > 1 && named && tokens[0]?.type === 'name' && worksAreShort(tokens, 8)
}

/** 由A、B负责核实: behind 由 a word or two of what they do make a list no prose. */
function hasShortWork(tokens: readonly Token[]): boolean {
  const named = tokens.some((token) => token.type === 'name' && token.name.kind === 'agency')
  return named && worksAreShort(tokens, 12)
}

function worksAreShort(tokens: readonly Token[], longest: number): boolean {
  return tokens.every(
    (token) =>
      token.type !== 'word' ||
      token.object === null ||
      token.object.end - token.object.start <= longest,
  )
}

/** （厅发展规划处牵头，厅财务处配合）, （办公室负责）: a bracket of names that end as bodies do, each with its word, assigns work though no register can know a house’s own divisions. */
function isOfOwnHouse(tokens: readonly Token[], statement: Statement): boolean {
  const isTime = (token: Token) => token.type === 'rest' && isHarmless(textOf(token, statement))
  const isPlain = (token: Token) =>
    token.type === 'mark' ||
    token.type === 'joining' ||
    (token.type === 'word' && token.object === null) ||
    (token.type === 'name' && token.name.end - token.name.start <= longestOwn)
  const said = tokens.filter((token) => !isTime(token))
  const last = said.findLast(({ type }) => type !== 'mark')
  return statement.bracketed && last?.type === 'word' && said.every(isPlain)
}

/** Whether a bracket, line or phrase without a label is bodies and words of responsibility and nothing else. */
function isListWithWord(tokens: readonly Token[], statement: Statement): boolean {
  const names = tokens.filter(isNameOfBody)
  const byOpening = /^[\s（(〔【]*(?:由|请)/u.test(statement.text)
  const hasWord = tokens.some(
    (token) =>
      token.type === 'word' ||
      token.type === 'joining' ||
      (token.type === 'name' && token.name.note !== null),
  )
  const isMarked = names.some((token) => token.type === 'name' && token.name.mark !== null)
  const hasRule = names.length > 1 && statement.bracketed && (isMarked || declaresOrder(statement))
  const hasObject = tokens.some((token) => token.type === 'word' && token.object !== null)
  const isProse = tokens.some(
    (token, index) =>
      (token.type === 'rest' &&
        !isHarmless(textOf(token, statement)) &&
        !(hasObject && statement.bracketed) &&
        !(byOpening && goesOnWithWork(tokens, index, statement))) ||
      (token.type === 'part' && !statement.bracketed) ||
      // 由A牵头、B参加的工作机制 is what is built.
      (token.type === 'word' &&
        token.object !== null &&
        statement.text.slice(token.object.start, token.object.end).trim().startsWith('的')),
  )
  const sure = tokens.some(
    (token) => token.type === 'name' && (token.name.sure || token.name.placed === true),
  )
  return (
    names.length > 0 &&
    (hasWord || hasRule) &&
    (sure || isOfOwnHouse(tokens, statement)) &&
    !isProse &&
    (!hasObject ||
      statement.bracketed ||
      dividesWork(tokens) ||
      (byOpening && hasShortWork(tokens)))
  )
}

/**
 * Whether a bracket (with its marks), a line or a phrase assigns work: under a label of responsibility with a name behind it, or made of
 * bodies and words of responsibility and nothing else. Conservative: （一般不超过10人） and （以下简称…） do not, （财政部、税务总局负责） does.
 */
export function looksLikeAssignment(text: string, context: AssignmentContext): boolean {
  if (text.length > longest || !anyWord.test(text)) return false
  const statement = readStatement(text, 0)
  // Declared rules and exceptions are blanked there: 除标注…的外，适用范围均为… and 除国家另有规定外，由A负责 except no body.
  if (noAssignment.test(statement.masked)) return false
  const first = statement.segments[0]
  if (first === undefined) return false
  const read = tokensOf(statement, context)
  const labelled = read.some(
    ({ segment, tokens }) =>
      segment.label !== null && (tokens.some(isNameOfBody) || namesPersons(segment, statement)),
  )
  // A label inside prose assigns nothing: what stands before it must be nothing.
  if (labelled && first.label !== null) return true
  if (read.some(({ segment }) => segment.label !== null) && first.label === null) {
    const before = statement.text.slice(first.start, first.end).trim()
    const isShort = statement.bracketed && before.length <= 12
    const plain = (read[0]?.tokens ?? []).every((token) => token.type !== 'rest')
    return labelled && (isShort || plain)
  }
  return isListWithWord(
    read.flatMap(({ tokens }) => tokens),
    statement,
  )
}
