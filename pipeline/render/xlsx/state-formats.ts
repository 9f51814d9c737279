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

/** Fills of printed signs, by their place in the list: who leads is darkest, the others grow paler. */
const signPalette: typeof palette = [
  { fill: 'FFF4B084', bold: true },
  { fill: 'FFBDD7EE', bold: false },
  { fill: 'FFE2EFDA', bold: false },
  { fill: 'FFEDEDED', bold: false },
]

function styleOf(index: number, colours: typeof palette): Partial<Style> {
  const state = colours[index % colours.length]
  const argb = state?.fill ?? 'FFFFFFFF'
  return {
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb }, bgColor: { argb } },
    ...(state?.bold === true ? { font: { bold: true } } : {}),
  }
}

/**
 * Conditional formats of a column of states, one a value of its list; none where the column has no states. A state is chosen, and is all that its cell
 * says; signs are printed, and of several in one cell the first of the list decides.
 *
 * @param first address of the column’s first cell: F5
 * @param before how many formats the sheet has already: each has a priority of its own
 */
export function stateFormats(
  column: SheetColumn,
  first: string,
  before: number,
): ConditionalFormattingRule[] {
  if (!column.states || column.list === null) return []
  return column.list.map((value, index): ConditionalFormattingRule => {
    const text = `"${value.replaceAll('"', '""')}"`
    const priority = before + index + 1
    return column.use === 'fill'
      ? {
          type: 'cellIs',
          operator: 'equal',
          formulae: [text],
          priority,
          style: styleOf(index, palette),
        }
      : {
          type: 'expression',
          formulae: [`ISNUMBER(FIND(${text},${first}))`],
          priority,
          style: styleOf(index, signPalette),
        }
  })
}
