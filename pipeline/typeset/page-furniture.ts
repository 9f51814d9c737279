import type { FlowSection, Run } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { draftMarkText } from './draft-mark-text.js'
import { faceAscent } from './faces/face.js'
import { plainRun } from './items.js'
import { millimetre, type ResolvedStyle } from './page-geometry.js'
import { setLine } from './set-line.js'
import { lookOf } from './set-paragraph.js'
import { newPageDraft, type PageDraft } from './set-page.js'
import type { Setting } from './setting.js'

/** Distance of the page number’s dash from the type area, and of the dash’s head from the baseline in ems. GB/T 9704-2012, 7.5. */
const numberBelow = 7 * millimetre
const dashAboveBaseline = 0.4

/** Where the draft mark stands between the page’s head and the type area. */
const markShare = 0.68

function oneLine(setting: Setting, text: string, style: ResolvedStyle): Line {
  const shape = { width: Number.MAX_SAFE_INTEGER, firstIndent: 0, hangingIndent: 0 }
  const [line] = breakLines(setting.measure.items([plainRun(text)], lookOf(style)), shape)
  if (line === undefined) throw new Error('a paragraph without a line')
  return { ...line, room: line.width }
}

/** 〔代拟稿〕 at the head of a page, outside the type area. */
export function setDraftMark(setting: Setting, page: PageDraft, mark: string): void {
  const style = setting.text('draftMark')
  const line = oneLine(setting, draftMarkText(mark), style)
  const { left, right, top } = setting.area
  const x =
    style.align === 'left'
      ? left
      : style.align === 'center'
        ? (left + right - line.width) / 2
        : right - line.width
  setLine(page, line, 'left', x, top * markShare, null)
}

/** How far below the type area the line at a page’s foot stands: beside the page number, in the middle. */
const footBelow = 7 * millimetre

/** 「据公开文本重排，以原件为准」 at the foot of a page, outside the type area. */
export function setFoot(
  setting: Setting,
  page: PageDraft,
  runs: readonly Run[],
  from: string,
): void {
  const style = setting.text('small')
  const shape = { width: setting.width, firstIndent: 0, hangingIndent: 0 }
  const lines = breakLines(setting.measure.items(runs, lookOf(style)), shape)
  const y = setting.area.bottom + footBelow + style.size * dashAboveBaseline
  lines.forEach((line, row) =>
    setLine(page, line, 'center', setting.area.left, y + row * style.pitch, from),
  )
}

/** Left edge of the number on an upright page: odd pages right, even left, each empty by one. */
function numberLeft(setting: Setting, line: Line, number: number): number {
  const { left, right } = setting.area
  const em = setting.text('pageNumber').size
  if (setting.style.pageNumbers === 'center') return (left + right - line.width) / 2
  return number % 2 === 1 ? right - em - line.width : left + em
}

/** The number of a landscape page stands at its left edge, turned: the foot of the upright sheet, odd low, even high. Clause 8. */
function setTurnedNumber(setting: Setting, page: PageDraft, line: Line, number: number): void {
  const { top, bottom, left } = setting.area
  const { size } = setting.text('pageNumber')
  const y =
    setting.style.pageNumbers === 'center'
      ? (top + bottom - line.width) / 2
      : number % 2 === 1
        ? bottom - size - line.width
        : top + size
  const x = left - numberBelow - dashAboveBaseline * size
  const flat = newPageDraft()
  setLine(flat, line, 'left', 0, 0, null)
  for (const mark of flat.marks) page.marks.push({ ...mark, x, y: y + mark.x, turn: 90 })
}

/** — 1 — outside the type area. */
export function setPageNumber(setting: Setting, page: PageDraft, number: number): void {
  if (setting.style.pageNumbers === 'none') return
  const style = setting.text('pageNumber')
  const line = oneLine(setting, `— ${number} —`, style)
  if (setting.area.landscape) {
    setTurnedNumber(setting, page, line, number)
    return
  }
  // A page with a narrow foot keeps the number on the paper.
  const room = setting.area.height - setting.area.bottom
  const below = Math.min(numberBelow, room * 0.4)
  const y = setting.area.bottom + below + dashAboveBaseline * style.size
  const lowest = setting.area.height - (1 - faceAscent) * style.size
  setLine(page, line, 'left', numberLeft(setting, line, number), Math.min(y, lowest), null)
}

/** Whether a page of a section shows its number: the first page of a letter does not. GB/T 9704-2012, 10.1. */
export const showsNumber = (section: FlowSection, page: number): boolean =>
  section.numbering !== 'none' && !(section.form === 'letter' && page === 0)
