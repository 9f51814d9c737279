import { makeFinding } from '../../../messages/index.js'
import type { DeclaredRule, Finding, Responsibility, Role, Span } from '../../../model/index.js'
import { readChineseNumeral } from '../../../text/index.js'
import { applyRules, type RuledName } from './apply-rules.js'
import { assignRoles, singleOutLead, type AssignedName, type DefaultRole } from './assign-roles.js'
import type { AssignmentContext } from './assignment-context.js'
import { findRules, type FoundRule } from './declared-rules.js'
import { bodiesOfRange, readItemRange, reachesOwnItem, type ItemRange } from './item-range.js'
import { roleOfColumn, type LabelMeaning } from './labels.js'
import { readPersons } from './persons.js'
import { readDeadlines, type FoundDeadline } from './read-deadlines.js'
import { readList } from './read-list.js'
import { readStatement, type Segment, type Statement } from './statement.js'
import type { Token } from './tokens.js'

/** A responsibility with the place of its name in the reading text. */
export interface FoundResponsibility {
  readonly value: Responsibility
  readonly span: Span
  /** Where the letters of the name stand, if markup parts them; else `span` is all of it. */
  readonly spans?: readonly Span[]
}

/** A rule over a range of items, with who is named in it; to be added to those items. */
export interface FoundRange {
  readonly range: ItemRange
  readonly text: string
  readonly responsibilities: readonly FoundResponsibility[]
}

/** What a statement of work says. */
export interface AssignmentReading {
  readonly responsibilities: readonly FoundResponsibility[]
  readonly persons: readonly { readonly value: string; readonly span: Span }[]
  /** The list ends in 等: there are others. */
  readonly open: boolean
  readonly deadlines: readonly FoundDeadline[]
  readonly scope: { readonly value: string; readonly span: Span } | null
  readonly rules: readonly FoundRule[]
  readonly ranges: readonly FoundRange[]
  readonly findings: readonly Finding[]
}

/** What the columns or brackets beside one name. */
export interface Beside {
  /** Who supports, where no place for a lead is beside: 负责单位 beside 配合单位 singles out. */
  readonly support: boolean
  /** Who leads: no rule makes another lead then. */
  readonly lead: boolean
}

export interface AssignmentInput {
  /** The slice of the reading text that begins at `offset`: a cell, a bracket with its marks or without, a line, a phrase. */
  readonly text: string
  readonly offset: number
  /** The head of the table’s column: 负责单位, 牵头单位 …; null outside of tables. */
  readonly columnWord: string | null
  /** The statement’s number in the document. */
  readonly statement: number
  readonly context: AssignmentContext
  /** What other columns of the same row name. Default nothing. */
  readonly beside?: Beside
}

/** Longer than any list of bodies: a text of this length is prose, and no reader of lists is let loose on it. */
const longestStatement = 3000

interface ReadSegment {
  readonly names: readonly AssignedName[]
  readonly tokens: readonly Token[]
  /** Whether it stands under a label or head, so that all of it should be names. */
  readonly named: boolean
}

/** The role of names that no word of their own speaks of. */
function fallbackOf(segment: Segment, column: ReturnType<typeof roleOfColumn>): DefaultRole {
  const label = segment.label
  if (label !== null && isRole(label.meaning)) return { role: label.meaning, word: label.word }
  if (column !== null && column.role !== 'person') return { role: column.role, word: column.word }
  return { role: 'responsible', word: null }
}

function isRole(meaning: string): meaning is Role {
  return ['lead', 'support', 'responsible', 'guide'].includes(meaning)
}

/** A stretch that names no bodies. */
function isOfOthers(meaning: LabelMeaning | null): boolean {
  return meaning === 'deadline' || meaning === 'scope' || meaning === 'other'
}

function isOfPersons(segment: Segment, column: ReturnType<typeof roleOfColumn>): boolean {
  return segment.label === null ? column?.role === 'person' : segment.label.meaning === 'person'
}

function readSegments(
  statement: Statement,
  column: ReturnType<typeof roleOfColumn>,
  context: AssignmentContext,
): readonly ReadSegment[] {
  let carry: Parameters<typeof readList>[3] = null
  let group = 0
  return statement.segments.flatMap((segment) => {
    const { meaning } = segment.label ?? { meaning: null }
    if (isOfOthers(meaning) || isOfPersons(segment, column)) return []
    const named = column !== null || (meaning !== null && isRole(meaning))
    const withPersons = /责任人|负责人|领导/u.test(segment.label?.word ?? column?.word ?? '')
    const options = { context, named, withPersons }
    const read = readList(statement.text, statement.masked, segment, carry, options)
    carry = read.carry
    const names = assignRoles(read.tokens, fallbackOf(segment, column)).map((each) => ({
      ...each,
      group: each.group + group,
    }))
    group = (names.at(-1)?.group ?? group) + 1
    return [{ names, tokens: read.tokens, named }]
  })
}

function toResponsibility(
  each: RuledName,
  statement: Statement,
  input: AssignmentInput,
): FoundResponsibility {
  const { name } = each
  const part = each.part === null ? '' : statement.text.slice(each.part.start, each.part.end).trim()
  return {
    value: {
      agency: name.agency,
      name: name.name,
      text: statement.text.slice(name.start, name.end),
      word: each.word,
      kind: name.kind,
      role: each.role,
      part: part === '' ? null : part,
      statement: input.statement,
      from: each.from,
    },
    span: { start: input.offset + name.start, end: input.offset + name.end },
  }
}

/**
 * Rules of the document that hold at this place, and those that the statement itself and its column’s head declare. None hold for bodies
 * in running text: rules speak of lists of who is responsible.
 */
function rulesFor(
  input: AssignmentInput,
  statement: Statement,
  segments: readonly ReadSegment[],
): readonly (DeclaredRule | FoundRule)[] {
  if (!statement.bracketed && !segments.some(({ named }) => named)) return []
  const { columnWord, offset, context } = input
  const ofHead = columnWord === null ? [] : findRules(columnWord, offset, true)
  const active = context.rules.filter(({ from, to }) => from <= offset && offset < to)
  return [...ofHead, ...active, ...statement.rules]
}

/** 等6部门 with two named: nobody is added, and a person is asked. */
function countFindings(
  segments: readonly ReadSegment[],
  input: AssignmentInput,
): readonly Finding[] {
  return segments.flatMap(({ tokens }) =>
    tokens.flatMap((token, index) => {
      if (token.type !== 'open' || token.declared === null) return []
      const named = namesBefore(tokens, index)
      return named === token.declared
        ? []
        : [
            makeFinding('declared-bodies-are-named', {
              values: { said: token.declared, named },
              span: {
                start: input.offset + token.span.start,
                end: input.offset + token.span.end,
              },
            }),
          ]
    }),
  )
}

/** What stands among names under a label and is none, no time and no work of the names before: somebody may be lost in it. */
function unreadFindings(
  segments: readonly ReadSegment[],
  statement: Statement,
  input: AssignmentInput,
): readonly Finding[] {
  return segments.flatMap(({ tokens, named }) =>
    tokens.flatMap((token, index) => {
      if (!named || token.type !== 'rest' || isWork(tokens, index)) return []
      const text = statement.text.slice(token.span.start, token.span.end)
      if (!/[\p{Script=Han}]/u.test(text) || hasTime(token.span, statement)) return []
      if (readChineseNumeral(text) !== null) return []
      return [
        makeFinding('statement-is-read-whole', {
          values: { text },
          span: { start: input.offset + token.span.start, end: input.offset + token.span.end },
        }),
      ]
    }),
  )
}

/** Whether a token goes on with what the last word said: 负责资金安排、绩效评价. */
function isWork(tokens: readonly Token[], index: number): boolean {
  const before = tokens.slice(0, index).findLast(({ type }) => type !== 'mark' && type !== 'rest')
  return before?.type === 'word'
}

function hasTime(span: Span, statement: Statement): boolean {
  return readDeadlines(statement.text, 0, null).some(
    (time) => time.span.start < span.end && span.start < time.span.end,
  )
}

/** How many names the list has that 等 ends: back to the last word of responsibility or semicolon. */
function namesBefore(tokens: readonly Token[], index: number): number {
  let count = 0
  for (const token of tokens.slice(0, index).reverse()) {
    if (token.type === 'word' || (token.type === 'mark' && /[；;。]/u.test(token.mark))) break
    if (token.type === 'name') count += 1
  }
  return count
}

function isOpenList(segments: readonly ReadSegment[]): boolean {
  return segments.some(({ tokens }) =>
    tokens.some(
      (token, index) =>
        token.type === 'open' &&
        (token.declared === null || token.declared !== namesBefore(tokens, index)),
    ),
  )
}

function personsOf(
  statement: Statement,
  segments: readonly ReadSegment[],
  column: ReturnType<typeof roleOfColumn>,
  offset: number,
): AssignmentReading['persons'] {
  const labelled = statement.segments
    .filter((segment) => isOfPersons(segment, column))
    .flatMap((segment) =>
      readPersons(statement.text.slice(segment.start, segment.end)).map((span) => ({
        start: segment.start + span.start,
        end: segment.start + span.end,
      })),
    )
  const inLists = segments.flatMap(({ tokens }) =>
    tokens.flatMap((token) => (token.type === 'person' ? [token.span] : [])),
  )
  return [...labelled, ...inLists]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => ({
      value: statement.text.slice(start, end),
      span: { start: offset + start, end: offset + end },
    }))
}

function scopeOf(statement: Statement, offset: number): AssignmentReading['scope'] {
  const segment = statement.segments.find(({ label }) => label?.meaning === 'scope')
  if (segment === undefined) return null
  const masked = statement.masked.slice(segment.start, segment.end)
  const raw = /^\s*([^；;。]*?)[，,；;。\s]*(?:[；;。]|$)/u.exec(masked)?.[1] ?? ''
  const start = segment.start + masked.indexOf(raw)
  const value = statement.text.slice(start, start + raw.length).trim()
  return value === '' || /^(?:参照|参考|比照|借鉴)/u.test(value)
    ? null
    : { value, span: { start: offset + start, end: offset + start + value.length } }
}

function deadlinesOf(statement: Statement, input: AssignmentInput): readonly FoundDeadline[] {
  const { date } = input.context
  const labelled = statement.segments.filter(({ label }) => label?.meaning === 'deadline')
  if (labelled.length === 0) return readDeadlines(input.text, input.offset, date)
  return statement.segments.flatMap((segment) => {
    const text = statement.text.slice(segment.start, segment.end).replace(/[；;。，,]+$/u, '')
    return readDeadlines(text, input.offset + segment.start, date)
  })
}

function rangesOf(statement: Statement, input: AssignmentInput): readonly FoundRange[] {
  return statement.rules.flatMap((rule) => {
    if (rule.kind !== 'range') return []
    const range = readItemRange(rule.text)
    const bodies = bodiesOfRange(rule.text)
    const start = statement.text.indexOf(rule.text)
    if (range === null || bodies === null || start < 0) return []
    const text = rule.text.slice(bodies.start, bodies.end)
    const reading = readResponsibilities({
      ...input,
      text,
      offset: input.offset + start + bodies.start,
      columnWord: null,
      context: { ...input.context, rules: [] },
    })
    const responsibilities = reading.responsibilities.map(({ value, span }) => ({
      value: { ...value, from: 'rule' as const },
      span,
    }))
    return responsibilities.length === 0 ? [] : [{ range, text: rule.text, responsibilities }]
  })
}

/** A text that is too long to be a list: nothing is read, and under a head, where somebody stands in it, a person is told. */
function tooLong({ text, offset, columnWord }: AssignmentInput): AssignmentReading {
  const finding = makeFinding('statement-is-read-whole', {
    values: { text: `${text.slice(0, 30)}…` },
    span: { start: offset, end: offset + text.length },
  })
  return {
    responsibilities: [],
    persons: [],
    open: false,
    deadlines: [],
    scope: null,
    rules: [],
    ranges: [],
    findings: columnWord === null ? [] : [finding],
  }
}

/**
 * Reads one statement of who does what: roles with their printed words, persons, deadlines, a scope, and the rules that it declares. Order
 * alone never makes a lead; whom one asks or reports to, and an assignment that is taken back, are none; nothing is added to an open list.
 * Each `text` is the slice of the reading text at its span. Content never makes it throw.
 */
export function readResponsibilities(input: AssignmentInput): AssignmentReading {
  if (input.text.length > longestStatement) return tooLong(input)
  const { context, offset } = input
  const statement = readStatement(input.text, offset)
  const column = input.columnWord === null ? null : roleOfColumn(input.columnWord)
  const segments = readSegments(statement, column, context)
  const assigned = segments.flatMap(({ names }) => names)
  const beside = input.beside?.support === true ? leadBesideSupport(assigned) : assigned
  const ruled = applyRules(
    singleOutLead(beside),
    rulesFor(input, statement, segments),
    input.beside?.lead ?? false,
  )
  const starFindings = ruled.unexplained.map(({ name }) =>
    makeFinding('lead-mark-is-explained', {
      values: { mark: name.mark ?? '', name: name.name },
      span: { start: offset + name.start, end: offset + name.end },
    }),
  )
  const commaFinding = ruled.commaMissing && ruled.names.length > 1
  const ranges = rangesOf(statement, input)
  return {
    responsibilities: [
      ...ruled.names.map((each) => toResponsibility(each, statement, input)),
      ...ranges
        .filter(({ text }) => reachesOwnItem(text))
        .flatMap(({ responsibilities }) => responsibilities),
    ],
    persons: personsOf(statement, segments, column, offset),
    open: isOpenList(segments),
    deadlines: deadlinesOf(statement, input),
    scope: scopeOf(statement, offset),
    rules: statement.rules,
    ranges,
    findings: [
      ...countFindings(segments, input),
      ...starFindings,
      ...unreadFindings(segments, statement, input),
      ...(commaFinding
        ? [
            makeFinding('lead-comma-is-printed', {
              values: { names: ruled.names.map(({ name }) => name.name) },
              span: { start: offset, end: offset + input.text.length },
            }),
          ]
        : []),
    ],
  }
}

/** 负责单位 beside a column 配合单位: who stands there leads. */
function leadBesideSupport(names: readonly AssignedName[]): readonly AssignedName[] {
  return names.some(({ role }) => role === 'lead' || role === 'support')
    ? names
    : names.map((each) => (each.role === 'responsible' ? { ...each, role: 'lead' } : each))
}
