import type { Flow, FlowBlock, FlowSection, Run, StyleSheet, TextBlock } from '../model/index.js'
import { columnsOf } from '../text/index.js'
import { estimateLines } from './estimate-lines.js'
import { firstPageRoom, isText, type FirstPageRoom } from './first-page-room.js'
import { textOfRuns } from './flow-texts.js'
import { closest, closestOfAll } from './paginate.js'
import { linesBetweenSeals, linesForSeal, sealsInARow } from './set-signature.js'
import { stampFigures } from './set-stamp.js'

/**
 * How a paper of one paragraph is set, so that both its first page and that of its signature bear text: GB/T 9704-2012, 7.3.3 and 7.3.5.5. Estimated
 * without any face, for programs that break pages themselves.
 */
export interface OnlyTextPlan {
  /** Of the paragraph among the section’s blocks. */
  readonly index: number
  /** Of the first block that no longer belongs to its signature. */
  readonly end: number
  /** Share of the pitch at which the lines of page 1 below its title stand; 1: as the style says. */
  readonly pitch: number
  /** Lines by which page 1 ends before its foot, so that lines of the paragraph go to its next page. */
  readonly shortBy: number
  /** The paragraph ends on the page on which it begins. */
  readonly onOnePage: boolean
  /** Lines of it that are parted from others are two at least, on either page. */
  readonly inTwos: boolean
}

/** Lines of the text that go to the page of a signature. */
const carried = 2

/** Of a line: whole lines stay whole where they are added up. */
const tolerance = 0.01

/** A boundary of Chinese and Latin text, where LibreOffice puts a quarter of a character whatever the file says. */
const boundary =
  /(?<=[\p{Script=Han}，。、；：（）])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\p{Script=Han}，。、；：（）])/gu

/** Lines that a text takes in so many characters a line; rather one more than one less. */
function linesIn(text: string, characters: number): number {
  const spaces = text.match(boundary)?.length ?? 0
  return estimateLines(`${text}${'水'.repeat(Math.ceil(spaces / 4))}`, characters * 2)
}

function signatureLines(block: Extract<FlowBlock, { type: 'signature' }>): number {
  const { seal, issuers } = block
  const above = seal ? linesForSeal : 1
  if (!seal || issuers.length < 2) return above + issuers.length + 1
  const rows = Math.ceil(issuers.length / sealsInARow)
  return above + rows + (rows - 1) * linesBetweenSeals + 1
}

function noteLines(names: readonly string[], style: StyleSheet, characters: number): number {
  const { firstIndent } = style.text.attachmentNote
  const numbers = names.length > 1 ? columnsOf(`${names.length}.`) / 2 : 0
  const room = characters - firstIndent - columnsOf('附件：') / 2 - numbers
  return names.reduce((sum, name) => sum + linesIn(name, room), 0)
}

/** Lines of all that belongs to a signature from a block on, with the empty ones above, and how many blocks; null where no signature follows. */
function linesToSign(
  blocks: readonly FlowBlock[],
  style: StyleSheet,
  characters: number,
): { readonly lines: number; readonly count: number } | null {
  let lines = 0
  let count = 0
  let signed = false
  for (const block of blocks) {
    if (block.type === 'signature') lines += signatureLines(block)
    else if (block.type === 'stamp')
      lines += stampFigures.above + 1 + (block.date === null ? 0 : stampFigures.between + 1)
    else if (signed && isText(block) && block.style === 'note')
      lines += linesIn(textOfRuns(block.runs), characters - style.text.note.firstIndent)
    else if (!signed && block.type === 'attachmentNote')
      lines += 1 + noteLines(block.names, style, characters)
    else if (!signed && block.type === 'space') lines += block.lines
    else break
    count += 1
    signed ||= block.type === 'signature' || block.type === 'stamp'
  }
  return signed ? { lines, count } : null
}

const indented = (runs: readonly Run[], { firstIndent }: StyleSheet['text']['body']): string =>
  `${'　'.repeat(Math.round(firstIndent))}${textOfRuns(runs)}`

/** The first paragraph of text, with the headings above it; null where something else stands first. */
function onlyText(
  section: FlowSection,
  from: number,
): { readonly index: number; readonly block: TextBlock; readonly headings: number } | null {
  let index = from
  for (; index < section.blocks.length; index += 1) {
    const block = section.blocks[index]
    if (!isText(block)) return null
    if (block.style === 'body') return { index, block, headings: index - from }
    if (!block.keepWithNext) return null
  }
  return null
}

interface Lines {
  /** Of the paragraph. */
  readonly text: number
  readonly headings: number
  /** Of what belongs to the signature. */
  readonly signed: number
  /** An attachment note is part of it. */
  readonly noted: boolean
}

function planLines(
  at: Pick<OnlyTextPlan, 'index' | 'end'>,
  { text, headings, signed, noted }: Lines,
  room: FirstPageRoom,
  gridLines: number,
): OnlyTextPlan {
  const asItIs = { ...at, pitch: 1, shortBy: 0, onOnePage: true, inTwos: false }
  const capacity = (room.bottom - room.top) / room.pitch + tolerance
  const over = headings + text + signed - capacity
  if (over <= 0) return asItIs
  const share = over / (room.recipients + headings + text + signed - 1)
  // As in typeset: a note may as well begin a page there, and closing up is all that could keep it from that.
  if (share <= (text === 1 || noted ? closestOfAll : closest))
    return { ...asItIs, pitch: 1 - share }
  const first = Math.floor(capacity)
  const onFirst = first - headings
  if (text === 1 || onFirst < 1) return asItIs
  const rest = Math.max(0, text - onFirst)
  const used = rest === 0 ? headings + text : ((rest - 1) % gridLines) + 1
  const left = (rest === 0 ? first : gridLines) - used
  const shortBy = left >= signed ? 0 : left + Math.min(carried, text - 1)
  const kept = onFirst - shortBy
  // So little text on page 1 that none of it can go: what is carried over is the end of a long paragraph.
  if (kept < 1) return { ...asItIs, onOnePage: rest === 0 }
  return { ...at, pitch: 1, shortBy, onOnePage: false, inTwos: kept > 1 && text - kept > 1 }
}

/**
 * How a section is set whose only paragraph of text its signature follows; null for every other, where whole paragraphs can go along with a signature and
 * leave text on page 1.
 */
export function planOnlyText(flow: Flow, section: FlowSection): OnlyTextPlan | null {
  const { style } = flow
  if (style.grid === null || section.form === 'plain' || section.orientation === 'landscape')
    return null
  const room = firstPageRoom(flow, section, 'whole')
  const found = onlyText(section, room.index)
  if (found === null) return null
  const characters = room.width / style.text.body.size
  const signed = linesToSign(section.blocks.slice(found.index + 1), style, characters)
  if (signed === null) return null
  const text = linesIn(indented(found.block.runs, style.text.body), characters)
  const { index, headings } = found
  const at = { index, end: index + 1 + signed.count }
  const noted = section.blocks[index + 1]?.type === 'attachmentNote'
  return planLines(at, { text, headings, signed: signed.lines, noted }, room, style.grid.lines)
}
