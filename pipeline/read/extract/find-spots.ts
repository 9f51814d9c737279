import { matchBrackets, splitTopLevel } from '../../text/index.js'
import type { AssignmentDesk } from './assignment-desk.js'
import { cut, type Line } from './line.js'

/** Where a line says who does the work: a bracket, the whole line, or its last sentence. */
export interface Spot {
  readonly line: Line
  readonly start: number
  readonly end: number
}

/** A line that begins with such a word and a colon is about the item before it: 责任单位：A、B. */
const ownLine =
  /^(?:[〔（(【［[]\s*)?(?:责任|牵头|负责|配合|主办|协办|承办|指导|参与|参加|实施|落实|主管|主责|监管|完成|协助|责任主体|牵头责任|任务责任)(?:单位|部门|机关|主体|人|领导|处室|时限|时间|单位及人员)?\s*(?:[（(][^（）()]{0,20}[）)])?\s*[:：]/

/** 参加：王立, 出席：…: who was at the meeting, at the end of its minutes. */
const ofMeeting = /^(?:出席|列席|参加|参会|请假|缺席|主持|记录|整理)(?:人员|人|会议)?\s*[:：]/

/** Whether a line says who was at a meeting, and nothing of a task. */
export function isMeetingLine({ text }: Line): boolean {
  return ofMeeting.test(text)
}

/** Whether a line begins as one that says who does the work: 责任单位：. */
export function isStatementLine(line: Line): boolean {
  return ownLine.test(line.text) && !ofMeeting.test(line.text)
}

/** Whether a whole line says who does the work of the lines before it. */
export function isOwnLine(line: Line, desk: AssignmentDesk): boolean {
  return (
    isStatementLine(line) &&
    !/[。！？].{12,}/.test(line.text) &&
    desk.looksLikeAssignment(line.text)
  )
}

/** 主管部门（市民政局）: what stands before such a bracket is a body, and the bracket says which. */
const explained =
  /(?:部门|单位|机构|机关|组织|主体|局|委|办|厅|部|院|处|中心|政府|公司|集团|银行|协会|学校|大学|医院|企业|小组|专班|会议|同志)$/
/** 张立（市水务局）: shorter texts name somebody. */
const shortestTask = 8

/** Whether bodies alone in a bracket end a clause that says what they do: ……管理规定。（财政部、教育部）, 新建泵站20座（市水务局）；. */
function endsTask(before: string, behind: string): boolean {
  if (/[。；！]\s*$/.test(before)) return /^\s*$/.test(behind)
  const clause = before
    .slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1)
    .trim()
  return (
    clause.length >= shortestTask && !explained.test(clause) && /^\s*(?:[。；;]|$)/.test(behind)
  )
}

/** Bodies alone in brackets, of a numbered paragraph that ends in such a bracket; elsewhere they explain a word. */
export function bodiesSpots(line: Line, desk: AssignmentDesk): readonly Spot[] {
  const brackets = matchBrackets(line.text).pairs.filter(
    ({ depth, kind }) => depth === 0 && kind === 'bracket',
  )
  const last = brackets.at(-1)
  if (last === undefined || !/^\s*[。；;]?\s*$/.test(line.text.slice(last.end))) return []
  const assigning = brackets.filter(
    ({ start, end, inner }) =>
      endsTask(line.text.slice(0, start), line.text.slice(end)) &&
      desk.isListOfBodies(line.text.slice(inner.start, inner.end)),
  )
  return assigning.at(-1) === last ? assigning.map(({ start, end }) => ({ line, start, end })) : []
}

/** The brackets of a line that assign work. */
export function bracketSpots(line: Line, desk: AssignmentDesk): readonly Spot[] {
  return matchBrackets(line.text)
    .pairs.filter((pair) => pair.depth === 0 && pair.kind === 'bracket')
    .filter((pair) => desk.looksLikeAssignment(line.text.slice(pair.start, pair.end)))
    .map(({ start, end }) => ({ line, start, end }))
}

/** The same word inside a line, behind the end of a sentence or a blank. */
const label =
  /(?<=[。；;！？”）)】〕\s])(?:责任|牵头|负责|配合|主办|协办|承办|指导|主管|主责|落实|实施|参与|协助)(?:单位|部门|机关|主体|人|领导|处室)\s*[:：]/g
/** Longer sentences say what is to be done. */
const longestTail = 160
/** So do statements that are longer together. */
const longestTails = 1500

/** 办理时限：2024年9月底前. */
const ofTime = /^(?:完成|办结|办理|落实|整改|工作)?(?:时限|时间|期限)(?:要求)?\s*[:：]/

function isStatement(text: string, desk: AssignmentDesk): boolean {
  return (
    text.length <= longestTail &&
    (ownLine.test(text) || ofTime.test(text) || desk.looksLikeAssignment(text))
  )
}

/** ……建设平台。牵头单位：A。配合单位：B；完成时限：……: from the first label on, if nothing but statements follows. */
function labelledTail(line: Line, desk: AssignmentDesk): Spot | null {
  const from = Math.max(0, line.text.length - longestTails)
  for (const match of line.text.slice(from).matchAll(label)) {
    const start = from + match.index
    const rest = splitTopLevel(line.text.slice(start), '。').filter(
      ({ text }) => text.trim() !== '',
    )
    const first = rest[0]
    if (first === undefined || !desk.looksLikeAssignment(first.text.trim())) continue
    if (rest.every(({ text }) => isStatement(text.trim(), desk))) {
      return { line, start, end: line.text.length }
    }
  }
  return null
}

/** ……牵头，每季度通报一次。: what is done and how often, behind who does it. */
const howOften = /[，,]每[^，。；]{2,14}一次[。；]?\s*$/

/** The end of a numbered paragraph, where it says who does the work of what stands before: 责任单位：A。 由A牵头，B配合。 */
export function tailSpot(line: Line, desk: AssignmentDesk): Spot | null {
  const labelled = labelledTail(line, desk)
  if (labelled !== null) return labelled
  const sentences = splitTopLevel(line.text, '。').filter(({ text }) => text.trim() !== '')
  const last = sentences.at(-1)
  if (last === undefined || sentences.length < 2) return null
  const piece = cut(line, last.start, last.end)
  if (piece.text.length > longestTail || !desk.looksLikeAssignment(piece.text)) return null
  const often = howOften.exec(line.text.slice(last.start))
  return {
    line,
    start: last.start,
    end: often === null ? line.text.length : last.start + often.index,
  }
}

/** 活动由A牵头: longer words before 由 in a clause behind others are content. */
const longestThing = 20

/** 由A牵头，B配合，抓紧推进: a sentence that begins with who does it. */
const byOpening =
  /^(?:会议(?:明确|决定|要求|同意)[，：]?)?(?:具体|此项工作|该项工作|以上工作)?(?:由|请)/

/** 检查校车，由A负责; 活动由A牵头，B配合: where 由 begins who does it, behind what is done. 理由, 自由 and 本公告由… begin nothing. */
const byInside = /(?<![理自经缘事因来再改不])(?:具体|统一|均|主要|分别)?由/g
const noThing =
  /^(?:其余|其他|以上|以下|上述|各项|所有|第[0-9０-９一二三四五六七八九十]+.{0,8}[项条])|本(?:公告|通告|办法|通知|规定|细则|方案|意见|标准|预案|规范|指南|条例|决定)$/
/** What is done is said in a word or two at least. */
const shortestDone = 2

/** The end of a sentence of a numbered paragraph, where it says behind what is done who does it. */
function closingSpot(sentence: Line, desk: AssignmentDesk): { start: number } | null {
  const clauses = splitTopLevel(sentence.text, '，')
  const brackets = matchBrackets(sentence.text).pairs
  for (const match of sentence.text.matchAll(byInside)) {
    const before = sentence.text.slice(0, match.index)
    if (sentence.text.length - match.index > longestTail) continue
    if (before.trim().length < shortestDone || noThing.test(before.trim())) continue
    if (brackets.some(({ start, end }) => start < match.index && match.index < end)) continue
    // Inside a clause 由 stands behind a word or two alone: 活动由A牵头.
    const clause = clauses.findLast(({ start }) => start <= match.index)
    const inside = match.index - (clause?.start ?? 0)
    if (inside > 0 && (clause?.start ?? 0) > 0 && inside > longestThing) continue
    if (desk.looksLikeAssignment(sentence.text.slice(match.index))) return { start: match.index }
  }
  return null
}

/** The sentences of a numbered paragraph that begin or end with who does it, as far as they say so. */
export function bySpots(line: Line, desk: AssignmentDesk): readonly Spot[] {
  const opening = openingSpots(line, desk)
  const closing = splitTopLevel(line.text, '。；').flatMap((sentence): Spot[] => {
    const piece = cut(line, sentence.start, sentence.end)
    const at = piece.from - line.from
    if (opening.some(({ start }) => start >= sentence.start && start < sentence.end)) return []
    const found = closingSpot(piece, desk)
    return found === null ? [] : [{ line, start: at + found.start, end: at + piece.text.length }]
  })
  return [...opening, ...closing].sort((one, other) => one.start - other.start)
}

/** 由A牵头，会同B、C | 制定计划: where the bodies end with whom it is done and the work begins; undefined where no clause begins so. */
function endOfPartners(
  clauses: readonly { readonly text: string; readonly start: number }[],
  desk: AssignmentDesk,
): number | undefined {
  const [clause] = clauses.slice(1, 3).filter(({ text }) => /^\s*(?:并|再)?会同/.test(text))
  const length = clause === undefined ? null : desk.joinedAt(clause.text)
  const goesOn = clause !== undefined && length !== null && length < clause.text.length
  return goesOn ? clause.start + length : undefined
}

/** The sentences of a numbered paragraph that begin with who does it, as far as they say so. */
function openingSpots(line: Line, desk: AssignmentDesk): readonly Spot[] {
  return splitTopLevel(line.text, '。；').flatMap((sentence, index): Spot[] => {
    const piece = cut(line, sentence.start, sentence.end)
    if (!byOpening.test(piece.text)) return []
    const from = /由|请/.exec(piece.text)?.index ?? 0
    const clauses = splitTopLevel(piece.text, '，').filter(({ end }) => end - from <= longestTail)
    const last = clauses.findLast(({ end }) =>
      desk.looksLikeAssignment(piece.text.slice(from, end)),
    )
    const end = endOfPartners(clauses, desk) ?? last?.end
    // A paragraph that begins so is a task if it says what is to be done too.
    if (
      index === 0 &&
      (end === undefined || sentence.end - sentence.start - end < shortestDone * 2)
    )
      return []
    const start = piece.from - line.from + from
    if (end === undefined) {
      const joined = desk.joinedBodies(piece.text.slice(from))
      return joined === null ? [] : [{ line, start, end: start + joined }]
    }
    return [{ line, start, end: piece.from - line.from + end }]
  })
}
