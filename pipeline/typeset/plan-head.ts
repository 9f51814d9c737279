import type { FlowBlock, FlowSection, Form, Run, StyleSheet, TextBlock } from '../model/index.js'
import { textOfRuns } from './flow-texts.js'
import { markLines, markLook, type MarkLook } from './mark-look.js'
import {
  millimetre,
  pageGeometry,
  resolvePitch,
  type PageGeometry,
  type ResolvedStyle,
} from './page-geometry.js'

/** Where the mark’s top edge stands: below the type area’s, or in a letter below the sheet’s. GB/T 9704-2012, 7.2.4, 10.1, 10.2. */
const markBelow: Readonly<Record<Exclude<Form, 'plain' | 'letter'>, number>> = {
  document: 35 * millimetre,
  minutes: 35 * millimetre,
  order: 20 * millimetre,
}
const markOfLetter = 30 * millimetre
/** Of a character’s box above its ink. */
const inset = 0.03
/** From the mark to the upper double rule, and from that to what follows: seven eighths of a 3号 character. 10.1. */
const upperRuleBelow = 4 * millimetre
const belowUpperRule = 4.94 * millimetre
/** From the number to the red rule. 7.2.7. */
const redRuleBelow = 4 * millimetre
/** Empty lines between mark and number, and between the head and the title. 7.2.5, 7.3.1, 10.1, 10.2. */
export const emptyBelowMark = 2
export const emptyBelowHead = 2

/** Both double rules of a letter: heavy and light line and what is between, pt; 170 mm long, the lower one 20 mm above the sheet’s foot. 10.1. */
export const doubleRule = {
  length: 170 * millimetre,
  heavy: 1 * millimetre,
  gap: 0.6 * millimetre,
  light: 0.35 * millimetre,
  fromFoot: 20 * millimetre,
} as const
export const doubleRuleHeight = doubleRule.heavy + doubleRule.gap + doubleRule.light
/** The red rule of a document: 0.7 mm, between the usual 0.35 and 1. 7.2.7. */
export const redRule = 0.7 * millimetre

type Mark =
  | { readonly type: 'mark'; readonly index: number; readonly block: TextBlock }
  | {
      readonly type: 'joint'
      readonly index: number
      readonly block: Extract<FlowBlock, { type: 'jointMark' }>
    }

/** What of a section’s blocks is its head. `index` counts among the section’s blocks. */
export interface HeadParts {
  /** How many blocks it takes. */
  readonly count: number
  readonly copyNumber: { readonly index: number; readonly runs: readonly Run[] } | null
  readonly mark: Mark | null
  readonly number: { readonly index: number; readonly runs: readonly Run[] } | null
  readonly signers: { readonly index: number; readonly names: readonly string[] } | null
}

/** Takes apart what a section in one of the standard’s forms begins with; null where it begins with none of it. */
export function headParts(section: FlowSection): HeadParts | null {
  if (section.form === 'plain') return null
  let copyNumber: HeadParts['copyNumber'] = null
  let mark: Mark | null = null
  let number: HeadParts['number'] = null
  let signers: HeadParts['signers'] = null
  let count = 0
  for (const [index, block] of section.blocks.entries()) {
    if (block.type === 'text' && block.style === 'copyNumber')
      copyNumber = { index, runs: block.runs }
    else if (block.type === 'text' && block.style === 'masthead')
      mark = { type: 'mark', index, block }
    else if (block.type === 'jointMark') mark = { type: 'joint', index, block }
    else if (block.type === 'text' && block.style === 'number') number = { index, runs: block.runs }
    else if (block.type === 'signers') {
      number = { index, runs: block.number }
      signers = { index, names: block.names }
    } else if (block.type !== 'foot') break
    count = index + 1
  }
  if (copyNumber === null && mark === null && number === null) return null
  return { count, copyNumber, mark, number, signers }
}

/** Where the lines of a head stand, pt from the page’s top: heads of character boxes, upper edges of rules. */
export interface HeadPlan {
  readonly look: MarkLook | null
  readonly markLines: number
  /** Height of a line of the mark. */
  readonly markPitch: number
  readonly markTop: number
  readonly copyNumberTop: number
  readonly marksTop: readonly number[]
  readonly numberTop: number
  /** The number and the signers below and beside it take so many lines. */
  readonly numberLines: number
  readonly ruleTop: number | null
  /** Foot of all of it. */
  readonly bottom: number
}

/** Lines of a joint mark stand closer than those of a text. */
const jointPitch = 1.25

function lookOfMark(
  mark: Mark,
  style: StyleSheet,
  width: number,
): { readonly look: MarkLook; readonly lines: number } {
  if (mark.type === 'mark') {
    const text = textOfRuns(mark.block.runs)
    const look = markLook(text, style.text.masthead, width)
    return { look, lines: markLines(text, look, width) }
  }
  const { issuers, suffix } = mark.block
  const longest = issuers.reduce((one, other) => (other.length > one.length ? other : one), '')
  const look = markLook(`${longest}${suffix ?? ''}`, { size: 32 }, width * 0.96)
  return { look: { ...look, spacing: 0 }, lines: issuers.length }
}

/** Signers stand two a line, the number on the last line. 7.2.6. */
const signersALine = 2

/** What both kinds of head are planned from. */
interface HeadFacts {
  readonly parts: HeadParts
  readonly area: PageGeometry
  readonly line: ResolvedStyle
  readonly look: MarkLook | null
  readonly markLines: number
  readonly markPitch: number
  readonly markHeight: number
  readonly numberLines: number
  /** Of copy number, secrecy and urgency, which there are. */
  readonly rows: readonly boolean[]
}

/** Heads of copy number, secrecy and urgency, one under the other. */
function stackOf({ rows, line }: HeadFacts, top: number, atSecond: boolean): readonly number[] {
  // Secrecy stands on the second line even without a copy number above it. 7.2.2.
  let row = atSecond && rows[0] !== true && rows[1] === true ? 1 : 0
  return rows.map((present) => (present ? top + line.pitch * row++ : top))
}

const stackBottom = ({ rows, line }: HeadFacts, tops: readonly number[]): number =>
  Math.max(0, ...tops.flatMap((top, index) => (rows[index] === true ? [top + line.size] : [])))

/** From the first line’s head to the last one’s foot. */
const heightOfLines = ({ line }: HeadFacts, lines: number): number =>
  lines === 0 ? 0 : line.size + (lines - 1) * line.pitch

/** 信函格式: mark and double rule, then two columns. 10.1. */
function planLetter(facts: HeadFacts): HeadPlan {
  const { parts, area, look, markLines, markPitch, markHeight, numberLines } = facts
  const markTop = markOfLetter - inset * (look?.size ?? 0)
  const ruleTop = parts.mark === null ? null : markTop + markHeight + upperRuleBelow
  const top = ruleTop === null ? area.top : ruleTop + doubleRuleHeight + belowUpperRule
  const tops = stackOf(facts, top, false)
  const [copyNumberTop = top, ...marksTop] = tops
  const bottom = Math.max(top + heightOfLines(facts, numberLines), stackBottom(facts, tops))
  const numberTop = top
  return {
    look,
    markLines,
    markPitch,
    markTop,
    copyNumberTop,
    marksTop,
    numberTop,
    numberLines,
    ruleTop,
    bottom,
  }
}

/** 文件格式, 命令格式, 纪要格式: what is flush left above, then mark, number, rule. 7.2, 10.2, 10.3. */
function planDocument(facts: HeadFacts, below: number, ruled: boolean): HeadPlan {
  const { parts, area, line, look, markLines, markPitch, markHeight, numberLines } = facts
  const tops = stackOf(facts, area.top, true)
  const [copyNumberTop = area.top, ...marksTop] = tops
  const above = stackBottom(facts, tops)
  const bare = parts.mark === null
  const markTop = bare
    ? Math.max(area.top, above)
    : Math.max(area.top + below - inset * (look?.size ?? 0), above + 4)
  const lead = line.pitch - line.size
  const numberTop = markTop + markHeight + (bare ? lead : emptyBelowMark * line.pitch + lead / 2)
  const numberBottom =
    numberLines === 0 ? markTop + markHeight : numberTop + heightOfLines(facts, numberLines)
  const ruleTop = ruled && !bare ? numberBottom + redRuleBelow : null
  const bottom = ruleTop === null ? numberBottom : ruleTop + redRule
  return {
    look,
    markLines,
    markPitch,
    markTop,
    copyNumberTop,
    marksTop,
    numberTop,
    numberLines,
    ruleTop,
    bottom,
  }
}

/**
 * Plans a section’s head without any face: what is fixed in millimetres, what follows in lines.
 *
 * @param marks secrecy and urgency, where the section is the document’s first
 */
export function planHead(
  style: StyleSheet,
  section: FlowSection,
  parts: HeadParts,
  marks: { readonly secrecy: boolean; readonly urgency: boolean },
): HeadPlan {
  const area = pageGeometry(style, section.orientation)
  const made = parts.mark === null ? null : lookOfMark(parts.mark, style, area.right - area.left)
  const size = made?.look.size ?? 0
  const markPitch = size * jointPitch
  const signers = parts.signers?.names.length ?? 0
  const facts: HeadFacts = {
    parts,
    area,
    line: resolvePitch(style, style.text.body, area),
    look: made?.look ?? null,
    markLines: made?.lines ?? 0,
    markPitch,
    markHeight: made === null ? 0 : size + (made.lines - 1) * markPitch,
    numberLines: parts.number === null ? 0 : Math.max(1, Math.ceil(signers / signersALine)),
    rows: [parts.copyNumber !== null, marks.secrecy, marks.urgency],
  }
  if (section.form === 'letter') return planLetter(facts)
  const below = section.form === 'plain' ? 0 : markBelow[section.form]
  return planDocument(facts, below, section.form !== 'order')
}
