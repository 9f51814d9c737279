import type { Element } from 'hast'

import { attributeOf, elementsIn, isElement } from './element.js'
import { measureOf, type Measure, type Measures } from './measure.js'

/** A cell of a table with what it covers, cut to what the table has. */
export interface HtmlCell {
  readonly element: Element
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
}

const mostColumns = 200

function spanOf(element: Element, name: 'rowSpan' | 'colSpan'): number {
  const span = Number.parseInt(attributeOf(element, name), 10)
  return Number.isNaN(span) ? 1 : span
}

/** Rows of a table in order, those of its groups included and those of tables within not. */
function rowElementsOf(table: Element): readonly Element[] {
  return elementsIn(table).flatMap((child) => {
    if (isElement(child, 'tr')) return [child]
    return isElement(child, 'thead', 'tbody', 'tfoot')
      ? elementsIn(child).filter((row) => isElement(row, 'tr'))
      : []
  })
}

function cellElementsOf(row: Element): readonly Element[] {
  return elementsIn(row).filter((cell) => isElement(cell, 'td', 'th'))
}

/** The cells of a table row by row, each once, where it begins; rows without cells at the end are left out. */
export function htmlRows(table: Element): readonly (readonly HtmlCell[])[] {
  const heads = new Set(
    elementsIn(table)
      .filter((child) => isElement(child, 'thead'))
      .flatMap((head) => elementsIn(head)),
  )
  const rows = rowElementsOf(table)
  const last = rows.findLastIndex((row) => cellElementsOf(row).length > 0)
  const elements = rows.slice(0, last + 1)
  return elements.map((row, index) => {
    const cells = cellElementsOf(row)
    const allHeads = cells.every((cell) => isElement(cell, 'th'))
    const below = elements.length - index
    return cells.map((element) => {
      const rowSpan = spanOf(element, 'rowSpan')
      return {
        element,
        rowSpan: rowSpan === 0 ? below : Math.max(1, Math.min(rowSpan, below)),
        colSpan: Math.max(1, Math.min(spanOf(element, 'colSpan'), mostColumns)),
        header: heads.has(row) || allHeads,
      }
    })
  })
}

/** A cell that holds a whole document rather than a value. */
function holdsDocument(cell: Measure, table: Measure): boolean {
  return cell.length > 800 && cell.length > table.length * 0.6 && cell.blocks >= 6
}

/**
 * Is a table one in the sense of a reader, or a frame that an editor or a word processor laid out a page with? A table of one row or one column is a
 * frame, one around another table that holds most of its text, or one with a cell that holds a whole document.
 */
export function isDataTable(table: Element, measures: Measures): boolean {
  if (!isElement(table, 'table')) return false
  const whole = measureOf(measures, table)
  const rows = rowElementsOf(table)
    .map((row) => cellElementsOf(row))
    .filter((cells) => cells.some((cell) => measureOf(measures, cell).length > 0))
  const hasColumns = rows.some((cells) => cells.length > 1)
  if (rows.length < 2 || !hasColumns) return false
  const cells = rows.flat().map((cell) => measureOf(measures, cell))
  return !cells.some((cell) => cell.innerTable * 2 > whole.length || holdsDocument(cell, whole))
}
