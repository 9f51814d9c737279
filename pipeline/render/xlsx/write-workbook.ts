import type { stream } from 'exceljs'

import type { Workbook } from '../../model/index.js'
import { cellStyles } from './cell-styles.js'
import type { NamedStyles } from './mend-styles.js'
import type { PlacedWorkbook } from './place-workbook.js'
import type { ListSheet } from './validations.js'
import { writeSheet } from './write-sheet.js'
import { escapeCodes } from './xml-text.js'

/** What exceljs’s streaming writer has, and its types do not say. */
type WorkbookWriter = stream.xlsx.WorkbookWriter & {
  readonly stream: { readonly read: () => Uint8Array }
  readonly styles: { readonly addStyleModel: (style: object) => number }
}

/** exceljs’s own ZIP, not yet sealed, and which of its cell formats are of which named style. */
export interface WrittenWorkbook {
  readonly bytes: Uint8Array
  readonly styles: NamedStyles
}

/** The window that the workbook opens in, in twentieths of a point: a common screen. */
const view = { x: 0, y: 0, width: 28_800, height: 17_000, visibility: 'visible' } as const

/** Rows from which on exceljs’s own ZIP is compressed: it is held twice, and a ledger’s parts are dozens of megabytes. */
const rowsToCompress = 5_000

async function openWriter({ properties, sheets }: Workbook): Promise<WorkbookWriter> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  // Loaded here, where it is needed: it takes a fifth of a second.
  const { default: exceljs } = await import('exceljs')
  const writer = new exceljs.stream.xlsx.WorkbookWriter({
    useStyles: true,
    useSharedStrings: true,
    zip: rows < rowsToCompress ? { store: true } : { zlib: { level: 1 } },
  }) as WorkbookWriter
  return Object.assign(writer, {
    title: properties.title,
    subject: properties.subject,
    keywords: properties.keywords.join('，'),
    creator: properties.author,
    lastModifiedBy: properties.author,
    language: properties.lang,
    // Replaced when sealed; a fixed moment keeps the clock out.
    created: new Date(0),
    modified: new Date(0),
    views: [{ ...view, firstSheet: 0, activeTab: 0 }],
  })
}

function writeLists(writer: WorkbookWriter, { name, lists }: ListSheet): void {
  if (lists.length === 0) return
  const worksheet = writer.addWorksheet(name, { state: 'hidden' })
  const length = Math.max(...lists.map((list) => list.length))
  for (let index = 0; index < length; index += 1)
    worksheet.addRow(lists.map((list) => escapeCodes(list[index] ?? '') || null)).commit()
  worksheet.commit()
}

/**
 * Writes all sheets with exceljs’s streaming writer, which lets each row go once it is written; small workbooks too, so that there is
 * one way and not two.
 */
export async function writeWorkbook(placed: PlacedWorkbook): Promise<WrittenWorkbook> {
  const { workbook, destinations: sheets, words } = placed
  const writer = await openWriter(workbook)
  const styles = new Map<string, number[]>()
  const styleOf = cellStyles(workbook, (look, style) => {
    const name = words.styles[look.mark ?? look.role]
    styles.set(name, [...(styles.get(name) ?? []), writer.styles.addStyleModel(style)])
  })
  const lists: ListSheet = { name: placed.listSheet, lists: [] }
  for (const toWrite of placed.sheets)
    await writeSheet(writer, toWrite, { workbook, styleOf, sheets, lists, words })
  writeLists(writer, lists)
  await writer.commit()
  return { bytes: writer.stream.read(), styles }
}
