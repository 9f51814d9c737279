import type { Row, stream, Worksheet } from 'exceljs'

import type { Workbook } from '../../model/index.js'
import { addressOf, lettersOf } from './address.js'
import type { StyleOf } from './cell-styles.js'
import { formulaResult } from './formula-result.js'
import { asOfCell, overdueFormats } from './overdue-formats.js'
import { pageBreaks } from './page-breaks.js'
import { headersOf, pageSetupOf } from './page-setup.js'
import type { SheetToWrite } from './place-workbook.js'
import type { PlacedCell } from './placed-sheet.js'
import { storedWidth } from './row-height.js'
import { shiftReferences, type Destinations } from './shift-references.js'
import { stateFormats } from './state-formats.js'
import { dayValidation, validationOf, type ListSheet, type Validation } from './validations.js'
import type { SheetWords } from './words.js'
import { escapeCodes } from './xml-text.js'

/** What exceljs’s streaming worksheet has, and its types do not say. */
export type WorksheetWriter = Worksheet & {
  readonly dataValidations: { readonly add: (range: string, validation: Validation) => void }
}

export interface WriteContext {
  readonly workbook: Workbook
  readonly styleOf: StyleOf
  readonly sheets: Destinations
  readonly lists: ListSheet
  readonly words: SheetWords
}

function openWorksheet(
  writer: stream.xlsx.WorkbookWriter,
  { sheet, name, placed, footer, first }: SheetToWrite,
  workbook: Workbook,
): WorksheetWriter {
  const frozen = Math.max(0, Math.min(sheet.frozenColumns, sheet.columns.length - 1))
  const worksheet = writer.addWorksheet(name, {
    views: [
      {
        state: 'frozen',
        xSplit: frozen,
        ySplit: placed.headRow,
        showGridLines: false,
        activeCell: addressOf(placed.headRow + 1, frozen + 1),
        zoomScale: 100,
        zoomScaleNormal: 100,
        ...(first ? { tabSelected: true } : {}),
      },
    ],
    headerFooter: headersOf(workbook, escapeCodes(footer)),
    pageSetup: pageSetupOf(sheet, placed),
    properties: { defaultRowHeight: 24, dyDescent: 0.25 },
  }) as WorksheetWriter
  worksheet.columns = sheet.columns.map((column) => ({
    width: storedWidth(column.width),
    ...(column.use === 'hidden' ? { hidden: true } : {}),
  }))
  return worksheet
}

/** A relative path as the target of a link: Chinese characters stay themselves, what has a meaning in an address does not. */
function fileTarget(path: string): string {
  return path.replace(/[\s%#?"<>|^`{}\\]/gu, (character) => encodeURIComponent(character))
}

function writeCell(row: Row, cell: PlacedCell, home: SheetToWrite, context: WriteContext): void {
  const target = row.getCell(cell.column)
  if (cell.formula !== null) {
    const formula = shiftReferences(cell.formula, home.sheet.name, context.sheets)
    const result = formulaResult(formula, home.placed, context.sheets)
    target.value = { formula, date1904: false, ...(result === null ? {} : { result }) }
  } else if (cell.file !== undefined && typeof cell.value === 'string')
    target.value = { text: escapeCodes(cell.value), hyperlink: fileTarget(cell.file) }
  else target.value = typeof cell.value === 'string' ? escapeCodes(cell.value) : cell.value
  target.style = context.styleOf(cell.look)
}

/** Rows after which exceljs gets the time to pass on what it has: its ZIP takes nothing in while we write, and all of a ledger would lie before it. */
const rowsAtOnce = 500

const passOn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function writeRows(
  worksheet: WorksheetWriter,
  toWrite: SheetToWrite,
  context: WriteContext,
): Promise<void> {
  const { sheet, placed } = toWrite
  const breaks = new Set(pageBreaks(sheet, placed))
  let number = -1
  for (const { height, cells } of placed.written()) {
    number += 1
    if (number === 0) continue
    const row = worksheet.getRow(number)
    row.height = height
    for (const cell of cells) writeCell(row, cell, toWrite, context)
    if (breaks.has(number)) row.addPageBreak()
    row.commit()
    if (number % rowsAtOnce === 0) await passOn()
  }
}

/** Checks and colours once a column, over its whole length: cell by cell they come out as ranges that overlap (exceljs 2820). */
function writeColumnRules(
  worksheet: WorksheetWriter,
  { sheet, placed }: SheetToWrite,
  { lists, words }: WriteContext,
): void {
  const asOf = asOfCell(sheet, placed)
  if (asOf !== null) worksheet.dataValidations.add(asOf, dayValidation(words))
  if (placed.body === null) return
  const { first, last } = placed.body
  let formats = 0
  for (const [index, column] of sheet.columns.entries()) {
    const letters = lettersOf(index + 1)
    const range = `${letters}${first}:${letters}${last}`
    const validation = validationOf(column, lists, words)
    if (validation !== null) worksheet.dataValidations.add(range, escapeMessages(validation))
    const states = stateFormats(column, `${letters}${first}`, formats)
    const overdue = overdueFormats(sheet, placed, index, formats + states.length)
    const rules = [...states, ...overdue]
    formats += rules.length
    if (rules.length > 0) worksheet.addConditionalFormatting({ ref: range, rules })
  }
}

function escapeMessages(validation: Validation): Validation {
  const { prompt, error, promptTitle, errorTitle } = validation
  return {
    ...validation,
    ...(prompt === undefined ? {} : { prompt: escapeCodes(prompt) }),
    ...(error === undefined ? {} : { error: escapeCodes(error) }),
    ...(promptTitle === undefined ? {} : { promptTitle: escapeCodes(promptTitle) }),
    ...(errorTitle === undefined ? {} : { errorTitle: escapeCodes(errorTitle) }),
  }
}

/** Filters reach over the rows of the table; totals at its end stay in sight. */
function filterOf({ sheet, placed }: SheetToWrite): string | null {
  if (!sheet.filter) return null
  const totals = [...sheet.rows].reverse().findIndex((row) => row.kind !== 'total')
  const last = (placed.body?.last ?? placed.headRow) - Math.max(0, totals)
  return `A${placed.headRow}:${lettersOf(sheet.columns.length)}${last}`
}

/** Writes one sheet through the streaming writer: rows are let go as they are written. */
export async function writeSheet(
  writer: stream.xlsx.WorkbookWriter,
  toWrite: SheetToWrite,
  context: WriteContext,
): Promise<void> {
  const worksheet = openWorksheet(writer, toWrite, context.workbook)
  const filter = filterOf(toWrite)
  if (filter !== null) worksheet.autoFilter = filter
  if (toWrite.sheet.protected)
    await worksheet.protect('', {
      selectLockedCells: true,
      selectUnlockedCells: true,
      formatColumns: true,
      formatRows: true,
      autoFilter: true,
    })
  writeColumnRules(worksheet, toWrite, context)
  await writeRows(worksheet, toWrite, context)
  worksheet.commit()
}
