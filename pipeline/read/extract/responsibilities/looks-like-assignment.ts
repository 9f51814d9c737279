import type { AssignmentContext } from './assignment-context.js'
import { readList } from './read-list.js'
import { readStatement, type Statement } from './statement.js'
import type { Token } from './tokens.js'

/** Longer texts are prose. */
const longest = 1200
/** Words without which nothing is assigned: most brackets and lines are told apart by this alone. */
const anyWord =
  /责|牵头|配合|主办|协办|承办|落实|实施|参与|参加|协助|会同|支持|指导|督促|抓总|承担|主管|商/u
/** 由…负责解释, 负责人, 不负责, …的除外: no assignment of work. */
const noAssignment =
  /的除外|除[^、，；]{1,40}外|负责解释|负责同志|不负责|负责人(?![：:])|对(?!外)[^、，；]{1,12}负责/u

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
  /^(?:共同)?(?:研究|提出|制定|组织|落实|推进|开展|抓好|做好|办理|督促|起草|完善)[\u4e00-\u9fff]{0,14}$/u

/** A date or 完成 beside the bodies does not make a list prose: （商务部牵头，2023年底前完成）. */
function isHarmless(text: string): boolean {
  return /^(?:[0-9０-９]{4}年|今年|年|[0-9]{1,2}月|每|持续|长期|印发|到|“?十[三四五]五).{0,16}$|^(?:完成|前完成|并?持续推进|下同|以下同)$/u.test(
    text,
  )
}

function isNameOfBody(token: Token): boolean {
  return token.type === 'name'
}

function textOf(token: Extract<Token, { type: 'rest' }>, statement: Statement): string {
  return statement.text.slice(token.span.start, token.span.end)
}

/** Whether a bracket, line or phrase without a label is bodies and words of responsibility and nothing else. */
function isListWithWord(tokens: readonly Token[], statement: Statement): boolean {
  const names = tokens.filter(isNameOfBody)
  const byOpening = /^[\s（(〔【]*由/u.test(statement.text)
  const hasWord = tokens.some(
    (token) =>
      token.type === 'word' ||
      token.type === 'joining' ||
      (token.type === 'name' && token.name.note !== null),
  )
  const hasObject = tokens.some((token) => token.type === 'word' && token.object !== null)
  const isProse = tokens.some(
    (token) =>
      (token.type === 'rest' &&
        !isHarmless(textOf(token, statement)) &&
        !(hasObject && statement.bracketed) &&
        !(byOpening && workBehind.test(textOf(token, statement)))) ||
      (token.type === 'part' && !statement.bracketed),
  )
  const sure = tokens.some((token) => token.type === 'name' && token.name.sure)
  return names.length > 0 && hasWord && sure && !isProse && (!hasObject || statement.bracketed)
}

/**
 * Whether a bracket (with its marks), a line or a phrase assigns work: under a label of responsibility with a name behind it, or made of
 * bodies and words of responsibility and nothing else. Conservative: （一般不超过10人） and （以下简称…） do not, （财政部、税务总局负责） does.
 */
export function looksLikeAssignment(text: string, context: AssignmentContext): boolean {
  if (text.length > longest || !anyWord.test(text)) return false
  const statement = readStatement(text, 0)
  // Declared rules are blanked there: 除标注…的外，适用范围均为… excepts no body.
  if (noAssignment.test(statement.masked)) return false
  const first = statement.segments[0]
  if (first === undefined) return false
  const read = tokensOf(statement, context)
  const labelled = read.some(
    ({ segment, tokens }) => segment.label !== null && tokens.some(isNameOfBody),
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
