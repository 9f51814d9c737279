import type { Sheet } from '../../model/index.js'
import { limits } from './limits.js'
import { pageHeight } from './page-setup.js'
import type { LineSpan, PlacedSheet } from './placed-sheet.js'

/** How much of a page is counted on: a spreadsheet rounds heights and widths to pixels, and must never break before we do. */
const counted = 0.96

/** Blocks that stay on one page: a group’s heading goes with the block after it. */
function unitsOf(sheet: Sheet, placed: PlacedSheet): readonly LineSpan[] {
  const groups = new Set(
    sheet.rows.flatMap((row, index) =>
      row.kind === 'group' ? [placed.lines[sheet.above.length + index + 2]?.first] : [],
    ),
  )
  const units: LineSpan[] = []
  let from: number | null = null
  for (const block of placed.blocks) {
    const first: number = from ?? block.first
    if (groups.has(block.first)) from = first
    else {
      units.push({ first, last: block.last })
      from = null
    }
  }
  return units
}

/**
 * Rows after which a page ends. A page that ends inside a merged cell cuts its text through the middle of a line; and LibreOffice (7.4) leaves out the
 * last page of a long sheet that it fits to a width and parts itself. So we end every page.
 */
export function pageBreaks(sheet: Sheet, placed: PlacedSheet): readonly number[] {
  const heightOf = (first: number, last: number): number =>
    placed.rows.slice(first, last + 1).reduce((sum, { height }) => sum + height, 0)
  const page = pageHeight(sheet) * counted
  const head = heightOf(placed.headRow, placed.headRow)
  const breaks: number[] = []
  let used = heightOf(1, placed.headRow)
  for (const [index, { first, last }] of unitsOf(sheet, placed).entries()) {
    const height = heightOf(first, last)
    // The head never stands alone on the first page.
    if (used + height > page && index > 0) {
      breaks.push(first - 1)
      used = head
    }
    // What is taller than a page ends somewhere inside one: the next unit begins a new one.
    used = height > page - head ? page : used + height
  }
  return breaks.slice(0, limits.pageBreaks)
}
