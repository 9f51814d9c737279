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

/** Whether a line begins as one that says who does the work: 责任单位：. */
export function isStatementLine(line: Line): boolean {
  return ownLine.test(line.text)
}

/** Whether a whole line says who does the work of the lines before it. */
export function isOwnLine(line: Line, desk: AssignmentDesk): boolean {
  return (
    ownLine.test(line.text) &&
    !/[。！？].{12,}/.test(line.text) &&
    desk.looksLikeAssignment(line.text)
  )
}

/** ……管理规定。（财政部、教育部）: bodies alone in a bracket behind the last sentence of a numbered paragraph. */
export function bodiesSpot(line: Line, desk: AssignmentDesk): Spot | null {
  const bracket = matchBrackets(line.text)
    .pairs.filter(({ depth }) => depth === 0)
    .at(-1)
  if (bracket?.kind !== 'bracket' || bracket.end !== line.text.length) return null
  if (!/[。；！]\s*$/.test(line.text.slice(0, bracket.start))) return null
  const inner = line.text.slice(bracket.inner.start, bracket.inner.end)
  return desk.isListOfBodies(inner) ? { line, start: bracket.start, end: bracket.end } : null
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

function isStatement(text: string, desk: AssignmentDesk): boolean {
  return text.length <= longestTail && (ownLine.test(text) || desk.looksLikeAssignment(text))
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

/** The end of a numbered paragraph, where it says who does the work of what stands before: 责任单位：A。 由A牵头，B配合。 */
export function tailSpot(line: Line, desk: AssignmentDesk): Spot | null {
  const labelled = labelledTail(line, desk)
  if (labelled !== null) return labelled
  const sentences = splitTopLevel(line.text, '。').filter(({ text }) => text.trim() !== '')
  const last = sentences.at(-1)
  if (last === undefined || sentences.length < 2) return null
  const piece = cut(line, last.start, last.end)
  if (piece.text.length > longestTail || !desk.looksLikeAssignment(piece.text)) return null
  return { line, start: last.start, end: line.text.length }
}
