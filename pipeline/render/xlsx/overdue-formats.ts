import type { ConditionalFormattingRule } from 'exceljs'

import type { Sheet } from '../../model/index.js'
import { addressOf, lettersOf } from './address.js'
import type { PlacedSheet } from './placed-sheet.js'

/** The cell that a person writes the day into up to which the sheet is looked at: $K$2; null where the sheet has none. */
export function asOfCell(sheet: Sheet, placed: PlacedSheet): string | null {
  for (const [band, { pieces }] of sheet.above.entries()) {
    const piece = pieces.find((each) => each.asOf)
    // Lines of the layout count from 1; the first is the first band.
    const row = placed.lines[band + 1]?.first
    if (piece !== undefined && row !== undefined) return addressOf(row, piece.from + 1)
  }
  return null
}

const absolute = (address: string): string => address.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')

/**
 * Conditional formats that mark, in a column, the rows whose date lies before the sheet’s 截至日期 and whose state is not a settled one: bold and
 * underlined as well as coloured, for a grey print. Until somebody writes that day, nothing is marked: no clock comes in.
 *
 * @param before how many formats the sheet has already: each has a priority of its own
 */
export function overdueFormats(
  sheet: Sheet,
  placed: PlacedSheet,
  index: number,
  before: number,
): ConditionalFormattingRule[] {
  const check = sheet.columns[index]?.overdue ?? null
  const asOf = asOfCell(sheet, placed)
  const lettersFor = (key: string | null): string | null => {
    const at = sheet.columns.findIndex((column) => column.key === key)
    return at < 0 ? null : lettersOf(at + 1)
  }
  const date = lettersFor(check?.date ?? null)
  if (check === null || asOf === null || date === null || placed.body === null) return []
  const { first } = placed.body
  const day = absolute(asOf)
  const state = lettersFor(check.state)
  const settled =
    state === null
      ? []
      : check.settled.map((word) => `$${state}${first}<>"${word.replaceAll('"', '""')}"`)
  const tests = [`ISNUMBER(${day})`, `ISNUMBER($${date}${first})`, `$${date}${first}<${day}`]
  const argb = 'FFF8CBAD'
  return [
    {
      type: 'expression',
      formulae: [`AND(${[...tests, ...settled].join(',')})`],
      priority: before + 1,
      style: {
        fill: { type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } },
        font: { bold: true, underline: true },
      },
    },
  ]
}
