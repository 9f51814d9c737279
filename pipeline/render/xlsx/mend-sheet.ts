import { addressOf, lettersOf, rangeOf } from './address.js'
import type { PlacedSheet } from './placed-sheet.js'
import { shiftReferences, type Destinations } from './shift-references.js'
import { escapeCodes, escapeXml } from './xml-text.js'

function mergesXml({ merges }: PlacedSheet): string {
  if (merges.length === 0) return ''
  const cells = merges.map((area) => `<mergeCell ref="${rangeOf(area)}"/>`).join('')
  return `<mergeCells count="${merges.length}">${cells}</mergeCells>`
}

function linksXml(placed: PlacedSheet, home: string, sheets: Destinations): string {
  if (placed.links.length === 0) return ''
  const links = placed.links.map(({ row, column, place }) => {
    const location = escapeXml(escapeCodes(shiftReferences(place, home, sheets)))
    return `<hyperlink ref="${addressOf(row, column)}" location="${location}"/>`
  })
  return `<hyperlinks>${links.join('')}</hyperlinks>`
}

/**
 * Adds to a worksheet what exceljs cannot say, or says too slowly: merged cells (its own check of each against all others is
 * quadratic), links inside the workbook (it makes external relations of them), horizontal centring, a footer that keeps its size, and no
 * green corners on telephone numbers and item labels. At the end; sealing puts elements into the schema’s order.
 *
 * @param home the sheet’s name in the layout
 */
export function mendSheet(
  xml: string,
  placed: PlacedSheet,
  home: string,
  sheets: Destinations,
): string {
  const columns = Math.max(1, ...placed.rows.map((row) => row.cells.at(-1)?.column ?? 0))
  const used = `A1:${lettersOf(columns)}${placed.rows.length - 1}`
  const added = [
    mergesXml(placed),
    linksXml(placed, home, sheets),
    '<printOptions horizontalCentered="1"/>',
    `<ignoredErrors><ignoredError sqref="${used}" numberStoredAsText="1"/></ignoredErrors>`,
  ].join('')
  return xml
    .replace('<headerFooter', '<headerFooter scaleWithDoc="0"')
    .replace('</worksheet>', () => `${added}</worksheet>`)
}
