import type { Finding, Sheet, Workbook } from '../../model/index.js'
import { nameSheets } from './name-sheets.js'
import { footerOf, printFindings } from './page-setup.js'
import { placeSheet } from './place-sheet.js'
import type { PlacedSheet } from './placed-sheet.js'
import type { Destinations } from './shift-references.js'
import { promptFindings } from './validations.js'
import { wordsOf, type SheetWords } from './words.js'

/** A sheet, ready to be written. */
export interface SheetToWrite {
  readonly sheet: Sheet
  /** As Excel accepts it. */
  readonly name: string
  readonly placed: PlacedSheet
  readonly footer: string
  /** The first one is shown on opening. */
  readonly first: boolean
}

/** All that is known of a workbook before exceljs comes in. */
export interface PlacedWorkbook {
  readonly workbook: Workbook
  readonly words: SheetWords
  readonly sheets: readonly SheetToWrite[]
  readonly destinations: Destinations
  /** Name of the hidden sheet for lists, should one be needed. */
  readonly listSheet: string
  readonly findings: readonly Finding[]
}

/** Whether a formula stands in a sheet, and whether one that takes in another sheet does. */
function formulasIn({ rows }: Sheet): { readonly any: boolean; readonly across: boolean } {
  let any = false
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell?.kind !== 'formula') continue
      any = true
      if (String(cell.value).includes('!')) return { any, across: true }
    }
  return { any, across: false }
}

/** Rows of a sheet that keep their cells until they are written. */
const mostKept = 5_000

/** Which sheets keep their cells until all is written: small ones, and those that formulas may count. */
function kept(sheets: readonly Sheet[]): readonly boolean[] {
  const formulas = sheets.map(formulasIn)
  const across = formulas.some((each) => each.across)
  return sheets.map(
    ({ rows }, index) => across || rows.length <= mostKept || formulas[index]?.any === true,
  )
}

/** Names, lays out and measures the sheets of a workbook. */
export function placeWorkbook(workbook: Workbook): PlacedWorkbook {
  const words = wordsOf(workbook.properties.lang)
  const wanted = [...workbook.sheets.map((sheet) => sheet.name), words.lists]
  const { names, findings } = nameSheets(wanted, words.untitled)
  const keep = kept(workbook.sheets)
  const sheets = workbook.sheets.map((sheet, index) => {
    const placed = placeSheet(sheet, workbook.secrecy, words, keep[index])
    const footer = footerOf(sheet, workbook.faces.text, words)
    const name = names[index] ?? sheet.name
    return {
      toWrite: { sheet, name, placed, footer: footer.text, first: index === 0 },
      findings: [
        ...placed.findings,
        ...footer.findings,
        ...promptFindings(sheet),
        ...printFindings(sheet),
      ],
    }
  })
  const destinations = sheets.map(({ toWrite }) => [toWrite.sheet.name, toWrite] as const)
  return {
    workbook,
    words,
    sheets: sheets.map(({ toWrite }) => toWrite),
    // Of two sheets with one name the first is meant.
    destinations: new Map(destinations.reverse()),
    listSheet: names.at(-1) ?? words.lists,
    findings: [...findings, ...sheets.flatMap((each) => each.findings)],
  }
}
