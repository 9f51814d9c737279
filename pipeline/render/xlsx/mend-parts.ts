import type { Workbook } from '../../model/index.js'
import { mendWorkbook, type DefinedName } from './defined-names.js'
import { additionsTo, mendSheet } from './mend-sheet.js'
import { mendStyles, mendTheme, type NamedStyles } from './mend-styles.js'
import type { PlacedWorkbook } from './place-workbook.js'

/** What exceljs cannot say, ready to be put in when sealing; holds no rows, so that they can be let go before. */
export interface Mending {
  readonly faces: Workbook['faces']
  readonly names: readonly DefinedName[]
  /** The workbook has formulas. */
  readonly formulas: boolean
  /** By sheet, in order: elements to add. */
  readonly additions: readonly string[]
}

/** Collects what is to be mended. */
export function mendingOf(placed: PlacedWorkbook, names: readonly DefinedName[]): Mending {
  const { sheets, destinations, workbook } = placed
  return {
    faces: workbook.faces,
    names,
    formulas: workbook.sheets.some(({ rows }) =>
      rows.some(({ cells }) => cells.some((cell) => cell?.kind === 'formula')),
    ),
    additions: sheets.map((each) => additionsTo(each.placed, each.sheet, destinations)),
  }
}

/** The function that mends each part of the file by its name. */
export function partMender(
  { faces, names, formulas, additions }: Mending,
  styles: NamedStyles,
): (part: string, xml: string) => string {
  return (part, xml) => {
    if (part === 'xl/styles.xml') return mendStyles(xml, faces, styles)
    if (part === 'xl/theme/theme1.xml') return mendTheme(xml, faces)
    if (part === 'xl/workbook.xml') return mendWorkbook(xml, names, formulas)
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(part)?.[1]
    const added = additions[Number(number) - 1]
    return added === undefined ? xml : mendSheet(xml, added)
  }
}
