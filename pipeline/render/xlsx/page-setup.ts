import type { PageSetup } from 'exceljs'

import { makeFinding } from '../../messages/index.js'
import type { Finding, Sheet, SheetColumn, Workbook } from '../../model/index.js'
import { columnsOf } from '../../text/index.js'
import { lettersOf } from './address.js'
import { limits } from './limits.js'
import type { PlacedSheet } from './placed-sheet.js'
import { normalSize, widthInPoints } from './row-height.js'
import type { SheetWords } from './words.js'

/** Numbers of the paper in the file format (ECMA-376 part 1, 18.3.1.63). */
const papers: Readonly<Record<Sheet['paper'], number>> = { A4: 9, A3: 8 }

/** mm, upright: width and height. */
const sizes: Readonly<Record<Sheet['paper'], readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
}
/** mm */
const margins = { side: 12, top: 18, bottom: 17, header: 9 } as const
/** pt; smaller type is not read on paper. */
const readableSize = 6

const inches = (millimetres: number): number => Math.round((millimetres / 25.4) * 1000) / 1000

/** pt; header and footer keep it whatever the scale (scaleWithDoc="0"). */
const footerSize = 9

/** mm between the margins. */
function printWidth({ paper, orientation }: Sheet): number {
  const [short, long] = sizes[paper]
  return (orientation === 'landscape' ? long : short) - 2 * margins.side
}

/** Codes of a footer begin with &; a space after the size keeps a leading digit out of it. */
function footerPart(text: string, face: string): string {
  return `&"${face.replaceAll('"', '')},Regular"&${footerSize} ${text}`
}

const escape = (text: string): string => text.replace(/\s+/g, ' ').trim().replaceAll('&', '&&')

export interface Footer {
  readonly text: string
  readonly findings: readonly Finding[]
}

/** Half-width characters of the footer’s size that stand beside the page number: Excel prints a longer text over it. */
function footerColumns(sheet: Sheet): number {
  const pageNumber = 28
  return Math.floor(((printWidth(sheet) / 25.4) * 72) / (footerSize / 2)) - pageNumber
}

/** Footer of a sheet: its own text at the left, page x of y at the right; cut, and told, where Excel has no room for it. */
export function footerOf(sheet: Sheet, face: string, words: SheetWords): Footer {
  const right = `&R${footerPart(words.pages, face)}`
  const write = (text: string): string =>
    text === '' ? right : `&L${footerPart(escape(text), face)}${right}`
  const characters = Array.from(sheet.footer)
  const columns = footerColumns(sheet)
  let kept = characters.length
  const text = (): string => characters.slice(0, kept).join('')
  while (columnsOf(text()) > columns || write(text()).length > limits.footer) kept -= 1
  const values = { sheet: sheet.name, text: sheet.footer, cut: characters.length - kept }
  return {
    text: write(text()),
    findings: kept < characters.length ? [makeFinding('sheet-footer-length', { values })] : [],
  }
}

/** Secrecy again on every page but the first, where it stands in the sheet itself. */
export function headersOf(workbook: Workbook, footer: string) {
  if (workbook.secrecy === null) return { oddFooter: footer }
  const header = `&L&"${workbook.faces.head},Regular"&12 ${escape(workbook.secrecy)}`
  return { differentFirst: true, oddHeader: header, oddFooter: footer, firstFooter: footer }
}

/** Paper, margins, what is printed and repeated. Excel fits the width and lets the length run. */
export function pageSetupOf(sheet: Sheet, placed: PlacedSheet): Partial<PageSetup> {
  const last = placed.rows.length - 1
  const side = inches(margins.side)
  // exceljs’s enumeration of papers lacks A3; what it writes is the number.
  const paper: object = { paperSize: papers[sheet.paper] }
  return {
    ...paper,
    orientation: sheet.orientation,
    fitToPage: true,
    // A sheet that is fitted to two pages is parted where the first is full, whatever page end is asked for: both are equally wide.
    fitToWidth: pagesOf(sheet).length,
    fitToHeight: 0,
    pageOrder: 'overThenDown',
    margins: {
      left: side,
      right: side,
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      header: inches(margins.header),
      footer: inches(margins.header),
    },
    // exceljs puts a $ before the letters alone.
    printArea: `A$1:${lettersOf(sheet.columns.length)}$${last}`,
    printTitlesRow: `${placed.headRow}:${placed.headRow}`,
    ...(sheet.secondPageFrom === null || sheet.frozenColumns === 0
      ? {}
      : { printTitlesColumn: `A:${lettersOf(sheet.frozenColumns)}` }),
  }
}

/** Scale to which a sheet is fitted to one page’s width; never enlarged. */
function scaleOf(sheet: Sheet): number {
  const widest = Math.max(1, ...pagesOf(sheet).map(pointsOf))
  return Math.min(1, ((printWidth(sheet) / 25.4) * 72) / widest)
}

const pointsOf = (columns: readonly SheetColumn[]): number =>
  columns.reduce(
    (sum, column) => sum + (column.use === 'hidden' ? 0 : widthInPoints(column.width)),
    0,
  )

/** The columns of each of the pages side by side; the frozen ones stand on all. */
function pagesOf({
  columns,
  secondPageFrom: second,
  frozenColumns,
}: Sheet): readonly (readonly SheetColumn[])[] {
  return second === null
    ? [columns]
    : [columns.slice(0, second), [...columns.slice(0, frozenColumns), ...columns.slice(second)]]
}

/** Height in pt that the rows of a page may have together, before they are scaled. */
export function pageHeight(sheet: Sheet): number {
  const [short, long] = sizes[sheet.paper]
  const paper = sheet.orientation === 'landscape' ? short : long
  return (((paper - margins.top - margins.bottom) / 25.4) * 72) / scaleOf(sheet)
}

/** A sheet too wide to be read on paper. */
export function printFindings(sheet: Sheet): readonly Finding[] {
  const size = normalSize * scaleOf(sheet)
  if (size >= readableSize) return []
  const values = { sheet: sheet.name, paper: sheet.paper, size: size.toFixed(1) }
  return [makeFinding('sheet-print-readable', { values })]
}
