import { estimateLines } from '../../typeset/estimate-lines.js'
import { limits } from './limits.js'
import type { CellRole } from './placed-sheet.js'

/**
 * Size of the workbook’s Normal style in pt, to which column widths refer: 五号. Its half-width digit is a whole 7 pixels at 96 dpi, so
 * a column of n half-width characters really holds n of them; at 11 pt Excel rounds and the last character of a line falls over.
 */
export const normalSize = 10.5

/**
 * Excel stores a width with 5 pixels of padding; one half-width character more is the room in which faces of another width still hold
 * what the estimate of lines counts on. Not a round number: exceljs leaves a width of 9 out.
 */
const widthPadding = 1.71

/** Width as the file stores it, of a column that holds `width` half-width characters. */
export function storedWidth(width: number): number {
  return Math.round((width + widthPadding) * 100) / 100
}

/** Width in pt of a column that holds `width` half-width characters. */
export function widthInPoints(width: number): number {
  return (storedWidth(width) * normalSize) / 2
}

const sizes: Readonly<Record<CellRole, number>> = {
  secrecy: 12,
  title: 18,
  label: 11,
  blank: 11,
  note: 9.5,
  head: 10.5,
  fillHead: 10.5,
  printed: 10.5,
  fill: 10.5,
  group: 10.5,
  total: 10.5,
}

const leastHeights: Readonly<Partial<Record<CellRole, number>>> = {
  secrecy: 20,
  title: 42,
  label: 28,
  blank: 28,
  note: 18,
  head: 30,
  fillHead: 30,
}
const leastRowHeight = 24

/**
 * Line height per size. 仿宋 and 宋体 need 1.15–1.3; faces that stand in for them where they are missing (等线, 思源, Noto) up to 1.45:
 * a row is high enough in any of them.
 */
const lineHeight = 1.48

/** pt above the first line and below the last, together. */
const padding = 6

/** Type size of a role in pt. */
export function sizeOf(role: CellRole): number {
  return sizes[role]
}

/** Share of a line that is counted on: programs measure text for the screen and for the printer up to 5 % apart. */
const countedWidth = 0.95
/** Half-width characters of room that a stored width has beside its padding. */
const spareWidth = 0.875

/** Half-width characters of the role’s size that a line of a cell surely holds; `width` counts those of the Normal style. */
export function columnsIn(role: CellRole, width: number): number {
  const sure = width * countedWidth + spareWidth
  return Math.max(2, Math.floor((Math.min(width, sure) * normalSize) / sizes[role]))
}

/** Height in pt of a row with that many lines; may be more than a row can have. */
export function heightOfLines(role: CellRole, lines: number): number {
  const height = lines * sizes[role] * lineHeight + padding
  return Math.max(leastHeights[role] ?? leastRowHeight, Math.ceil(height * 2) / 2)
}

/** Height in pt that a text needs in a cell of that width, in half-width characters. */
export function heightOfText(role: CellRole, text: string, width: number): number {
  return heightOfLines(role, text === '' ? 0 : estimateLines(text, columnsIn(role, width)))
}

/** Height in pt that a text needs that runs from top to bottom, a character under the other. */
export function heightOfTurned(role: CellRole, text: string): number {
  return heightOfLines(
    role,
    Math.max(1, ...text.split('\n').map((line) => Array.from(line).length)),
  )
}

/** How many lines of a role stand in a height in pt. */
export function linesInHeight(role: CellRole, height: number = limits.rowHeight): number {
  return Math.max(1, Math.floor((height - padding) / (sizes[role] * lineHeight)))
}
