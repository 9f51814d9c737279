import {
  endsAsBody,
  findAgencyNames,
  formKey,
  isCounty,
  levelPrefixOf,
  provinces,
  readLeadingPlace,
  type LevelPrefix,
} from '../../../agencies/index.js'
import type { Span } from '../../../model/index.js'
import type { AssignmentContext } from './assignment-context.js'
import { longestName, recogniseName, type RecognisedName } from './recognise-name.js'
import { joiningWords, readRoleWord, roleWordStart, type RoleWord } from './role-words.js'

/** A name in a list, with its place in the statement and what is printed at it. */
export interface ReadName extends RecognisedName, Span {
  /** * or ★ before or behind it. */
  readonly mark: string | null
  /** A role in a bracket behind it: 市科技局（牵头）. */
  readonly note: RoleWord | null
}

/** The pieces of a statement are read with the level that the last name gave. */
export interface NameReader {
  readonly context: AssignmentContext
  /** Text of the piece, and the same with the insides of brackets masked. */
  readonly text: string
  readonly masked: string
  readonly carry: LevelPrefix | null
}

/** More ends than this are tried for no name: a piece is short, and a sentence is none. */
const mostEnds = 40
const marksBefore = /^[*＊★☆▲△●#※]/u
const markAfter = /^[*＊★☆▲△●#※]/u
const joiner = /和|以及|及|与|暨/gu

/** Where a name that begins at `from` may end: before a role word, 等, a joining word, a blank, a known name; at the end of the piece. */
function endsFrom(reader: NameReader, from: number): readonly number[] {
  const { masked, context } = reader
  const rest = masked.slice(from, from + longestName)
  const text = reader.text.slice(from, from + longestName)
  const stops = [
    ...rest.matchAll(roleWordStart),
    ...rest.matchAll(
      /等|[\s*＊★☆▲△●#※]|会同|商|由|(?:制定|研究|提出|编制|开展|做好|抓好|推动|提供)/gu,
    ),
  ]
  const joins = [...rest.matchAll(joiner)]
  const names = findAgencyNames(context.index, text, context)
  const ends = [
    rest.length,
    ...stops.map((match) => match.index),
    ...joins.map((match) => match.index),
    ...names.filter((name) => name.start === 0).map((name) => name.end),
    ...names.filter((name) => name.start > 0).map((name) => name.start),
    ...[...rest.matchAll(/[)）〕\]】〉]/gu)].map((match) => match.index + 1),
  ]
  return [...new Set(ends)]
    .filter((end) => end > 1)
    .sort((a, b) => b - a)
    .slice(-mostEnds)
    .map((end) => from + end)
}

/** Whether known names stand in a text one after the other and nothing else: 市财政局市审计局. A tax office has its head’s name before its own. */
function isRowOfNames(text: string, reader: NameReader): boolean {
  const plain = text.replace(/\s+/g, '')
  if (/^国家税务总局.+税务局$/u.test(plain)) return false
  const names = findAgencyNames(reader.context.index, plain, reader.context)
  const covered = names.reduce((end, name) => (name.start === end ? name.end : end), 0)
  return names.length > 1 && covered === plain.length
}

/** 各有关地区和部门: the second of them leaves out which are meant, and is no name by itself. */
const leavesOutWhich = /^(?:部门|单位|部委|地区|机构|企业)$/u

/** Whether a joining word or a blank inside a text stands between two names. */
function isJoined(text: string, masked: string, reader: NameReader): boolean {
  return [...masked.matchAll(/和|以及|及|与|\s+/gu)].some((match) => {
    const left = text.slice(0, match.index).trim()
    const right = text.slice(match.index + match[0].length).trim()
    if (left === '' || right === '' || leavesOutWhich.test(right)) return false
    const first = recogniseName(left, reader.carry, reader.context)
    const carry = levelPrefixOf(left) ?? reader.carry
    const second = recogniseName(right, carry, reader.context)
    // A line that is a name by itself is no end of another: 陈立⏎市财政局. What begins without a level may be one: 市住房和城乡⏎建设局.
    if (first === null)
      return match[0].trim() === '' && second?.sure === true && levelPrefixOf(right) !== null
    return second !== null && (first.sure || second.sure)
  })
}

/** Whether a text is several names. One that the registry has whole (住房和城乡建设部) is one, whatever it holds. */
function isSeveral(text: string, masked: string, reader: NameReader): boolean {
  if (reader.context.index.byForm.has(formKey(text))) return false
  return isRowOfNames(text, reader) || isJoined(text, masked, reader)
}

/** A bracket that ends a name and holds a role, with the place where the name ends without it. */
function roleNote(text: string): { word: RoleWord; length: number } | null {
  const match = /[(（〔[［【]([^()（）〔〕[\]]{2,10})[)）〕\]］】]$/u.exec(text)
  const inside = match?.[1]?.replace(/(?:单位|部门)$/u, '')
  if (match === null || inside === undefined) return null
  const word = readRoleWord(inside)
  return word?.length === inside.length ? { word, length: match[0].length } : null
}

/** 商务部（排名不分先后）: a rule in brackets is no note to the name before it. */
const ruleNote =
  /[(（〔[【][^()（）〔〕【】]*(?:不分先后|(?:为|是)(?:牵头|主办)|以下简称|以下称)[^()（）〔〕【】]*[)）〕\]】]$/u

function nameOf(
  reader: NameReader,
  start: number,
  end: number,
  recognised: RecognisedName,
  mark: string | null,
): ReadName {
  const text = reader.text.slice(start, end).trimEnd()
  const note = roleNote(text)
  const length = note?.length ?? ruleNote.exec(text)?.[0].length ?? 0
  const trimmed = text.slice(0, text.length - length).trimEnd()
  return { ...recognised, start, end: start + trimmed.length, mark, note: note?.word ?? null }
}

interface Candidate {
  readonly end: number
  readonly recognised: RecognisedName
}

/** 财政部农业司, 国家卫生健康委规划司: a division of a body whose name is known is that body. */
const division =
  /^[\u4e00-\u9fff]{1,8}(?:(?<!公)司|司局|处|处室|(?<!学|专|本|百)科|科室|(?<!控)股)(?=$|[、，,；;。\s]|负责|牵头|配合|协助|会同)/u

function knownNameBegins(reader: NameReader, at: number): boolean {
  const text = reader.text.slice(at, at + longestName)
  return findAgencyNames(reader.context.index, text, reader.context)[0]?.start === 0
}

/** 市经信局市新经济委: what goes on begins anew with a level and ends as a body; 市公安局市北分局 is one. */
const beginsAnew =
  /^(?:省|市|县|区|州)(?!北|南|中|直|级|属|内).{2,}(?<!分局|支队|大队|总队|派出所|监管所)$/u

/** Whether a name can end here: at the end, before a mark, a bracket, a word of responsibility, a joining word or another known name. */
function isBoundary(reader: NameReader, end: number): boolean {
  const rest = reader.masked.slice(end, end + longestName)
  if (rest === '' || readRoleWord(rest) !== null) return true
  // 商 joins only before a name: 各市商务局 is no 各市 that asks 务局.
  if (rest.startsWith('商')) return knownNameBegins(reader, end + 1)
  return (
    /^(?:等|[\s*＊★☆▲△●#※(（〔[【〈、]|要|应|须|需|将|可|也|均|都|和|及|与|以及|暨|由)/u.test(
      rest,
    ) ||
    joiningWords.test(rest) ||
    (beginsAnew.test(rest) && endsAsBody(rest)) ||
    knownNameBegins(reader, end)
  )
}

function chooseName(reader: NameReader, start: number, mustBeSure: boolean): Candidate | null {
  let byShape: Candidate | null = null
  let cutShort: Candidate | null = null
  for (const end of endsFrom(reader, start)) {
    const text = reader.text.slice(start, end)
    const recognised = recogniseName(text, reader.carry, reader.context)
    if (recognised === null) continue
    if (isSeveral(text, reader.masked.slice(start, end), reader)) continue
    if (!recognised.sure) byShape ??= { end, recognised }
    else if (isBoundary(reader, end)) return { end, recognised }
    else {
      const length = division.exec(reader.masked.slice(end))?.[0].length
      if (length !== undefined && recognised.kind === 'agency')
        return { end: end + length, recognised }
      cutShort ??= { end, recognised }
    }
  }
  // 中国移动南充分公司 is no 中国移动: what goes on is another name, if it ends as one.
  return byShape === null ? cutShort : mustBeSure ? null : byShape
}

/** A name with the place where reading goes on. */
export interface NameAt {
  readonly name: ReadName
  readonly end: number
}

/**
 * The name that begins at an offset of the piece: the longest that is known (人力资源社会保障部 before 人力资源, 文化和旅游部 before 文化), else the
 * longest that has the shape of one; null where none begins. `mustBeSure`: shape alone is not enough.
 */
export function nameAt(reader: NameReader, at: number, mustBeSure: boolean): NameAt | null {
  const before = marksBefore.exec(reader.text.slice(at))?.[0] ?? null
  const start = at + (before?.length ?? 0)
  const found = chooseName(reader, start, mustBeSure)
  if (found === null) return null
  const after = markAfter.exec(reader.text.slice(found.end))?.[0] ?? null
  const name = nameOf(reader, start, found.end, found.recognised, before ?? after)
  return { name, end: found.end + (after?.length ?? 0) }
}

/** The level that a name carries for those behind it; as it was where it carries none. */
export function carryAfter(text: string, carry: LevelPrefix | null): LevelPrefix | null {
  return levelPrefixOf(text.replace(/\s+/g, '')) ?? carry
}

/** 市政府 of 深圳市政府, 省（市）人民政府 of 广东等省（市）人民政府: what the last name of a list of places ends in. */
const governmentTail =
  /^[\u4e00-\u9fff]{2,6}?(?:等)?((?:省|自治区|市|州|县|区|[(（][省市区、自治]+[)）]|[、/])+(?:人民)?政府)$/u

/** 天府新区, 苏州工业园区: an area that a committee runs. */
const zone =
  /(?:新区|高新区|高新技术产业开发区|经开区|开发区|工业园区|产业园区|度假区|保税区|示范区|合作区|新城)$/u

/** Whether a text is the name of an area that a committee runs, without the committee. */
export function isZone(text: string): boolean {
  return text.length <= 16 && zone.test(text)
}

/**
 * 广州、深圳市政府, 天府新区、东部新区管委会: the government or committee that a bare place among such a list means; null where it is no known
 * place.
 */
export function completedPlace(piece: string, last: string): string | null {
  if (/(?:人民)?政府$/u.test(last) && isCounty(piece)) return `${piece}人民政府`
  if (isZone(piece))
    return last.endsWith('管委会') && zone.test(last.slice(0, -3)) ? `${piece}管委会` : null
  const tail = governmentTail.exec(last)?.[1]
  if (tail === undefined || !/^[\u4e00-\u9fff]{2,4}$/u.test(piece)) return null
  const government = /(?:人民)?政府$/u.exec(tail)?.[0] ?? ''
  const province = provinces.find((each) => each.startsWith(piece) && each.length > piece.length)
  // 福田、罗湖、南山区政府: districts, each without its 区.
  const level = /^(?:区|县|旗)(?=(?:人民)?政府)/u.exec(tail)?.[0]
  if (level !== undefined && /^[\u4e00-\u9fff]{2,3}$/u.test(piece))
    return `${piece}${level}${government}`
  const isCity = readLeadingPlace(`${piece}市`).place.city === `${piece}市`
  if (/省|自治区/u.test(tail) && province !== undefined) return `${province}${government}`
  return isCity ? `${piece}市${government}` : null
}
