import type { ConditionalFormattingRule, Style } from 'exceljs'

import type { SheetColumn } from '../../model/index.js'

/**
 * Fills of states by their place in the list, pale enough for black text. Lightness alternates, so that neighbours differ in grey too;
 * the word stays in the cell, and states that call for somebody are bold.
 */
const palette: readonly { readonly fill: string; readonly bold: boolean }[] = [
  { fill: 'FFEDEDED', bold: false },
  { fill: 'FFC6E0B4', bold: false },
  { fill: 'FFFFE699', bold: true },
  { fill: 'FFF4B084', bold: true },
  { fill: 'FFDDEBF7', bold: false },
  { fill: 'FF9BC2E6', bold: false },
  { fill: 'FFE4DFEC', bold: false },
]

function styleOf(index: number): Partial<Style> {
  const state = palette[index % palette.length]
  const argb = state?.fill ?? 'FFFFFFFF'
  return {
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } },
    ...(state?.bold === true ? { font: { bold: true } } : {}),
  }
}

/**
 * Conditional formats of a column of states, one a value of its list; none where the column has no states.
 *
 * @param before how many formats the sheet has already: each has a priority of its own
 */
export function stateFormats(column: SheetColumn, before: number): ConditionalFormattingRule[] {
  if (!column.states || column.list === null) return []
  return column.list.map((value, index) => ({
    type: 'cellIs',
    operator: 'equal',
    formulae: [`"${value.replaceAll('"', '""')}"`],
    priority: before + index + 1,
    style: styleOf(index),
  }))
}
