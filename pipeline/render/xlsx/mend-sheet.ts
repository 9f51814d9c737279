import type { Sheet } from '../../model/index.js'
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

/** Where the second of two pages side by side begins. */
function columnBreakXml({ secondPageFrom: column }: Sheet): string {
  return column === null
    ? ''
    : `<colBreaks count="1" manualBreakCount="1"><brk id="${column}" max="1048575" man="1"/></colBreaks>`
}

/**
 * What a worksheet is to have and exceljs cannot say, or says too slowly: merged cells (its own check of each against all others is
 * quadratic), links inside the workbook (it makes external relations of them), horizontal centring, and no green corners on telephone
 * numbers and item labels.
 */
export function additionsTo(placed: PlacedSheet, sheet: Sheet, sheets: Destinations): string {
  const used = `A1:${lettersOf(Math.max(1, sheet.columns.length))}${placed.rows.length - 1}`
  return [
    mergesXml(placed),
    linksXml(placed, sheet.name, sheets),
    `<printOptions horizontalCentered="1"/>${columnBreakXml(sheet)}`,
    `<ignoredErrors><ignoredError sqref="${used}" numberStoredAsText="1"/></ignoredErrors>`,
  ].join('')
}

/**
 * Adds elements at a worksheet’s end, where sealing puts them into the schema’s order; its footer keeps its size when it is scaled. Links to files
 * are exceljs’s own: a sheet has one list of links.
 */
export function mendSheet(xml: string, added: string): string {
  const ours = /<hyperlinks>(.*?)<\/hyperlinks>/su.exec(added)
  if (ours !== null && xml.includes('<hyperlinks>'))
    return mendSheet(
      xml.replace('</hyperlinks>', () => `${ours[1] ?? ''}</hyperlinks>`),
      added.replace(ours[0], ''),
    )
  return xml
    .replace('<headerFooter', '<headerFooter scaleWithDoc="0"')
    .replace('</worksheet>', () => `${added}</worksheet>`)
}
