import type { stream } from 'exceljs'

import { makeFinding } from '../../messages/index.js'
import type { Finding, Workbook } from '../../model/index.js'
import { cleanStrings } from '../seal/clean-strings.js'
import { sealOoxml } from '../seal/seal-ooxml.js'
import { cellStyles } from './cell-styles.js'
import { defineNames, mendWorkbook } from './defined-names.js'
import { mendSheet } from './mend-sheet.js'
import { mendStyles, mendTheme } from './mend-styles.js'
import { nameSheets } from './name-sheets.js'
import { footerOf, printFindings } from './page-setup.js'
import { placeSheet } from './place-sheet.js'
import type { Destinations } from './shift-references.js'
import { promptFindings, type ListSheet } from './validations.js'
import { wordsOf, type SheetWords } from './words.js'
import { writeSheet, type SheetToWrite } from './write-sheet.js'

/** What exceljs’s streaming writer has, and its types do not say. */
type WorkbookWriter = stream.xlsx.WorkbookWriter & {
  readonly stream: { readonly read: () => Uint8Array }
  readonly styles: { readonly addStyleModel: (style: object) => number }
}

export interface RenderedXlsx {
  readonly bytes: Uint8Array
  readonly findings: readonly Finding[]
}

/** All that is known before exceljs comes in. */
interface PlacedWorkbook {
  readonly workbook: Workbook
  readonly words: SheetWords
  readonly sheets: readonly SheetToWrite[]
  readonly destinations: Destinations
  readonly lists: ListSheet
  readonly findings: readonly Finding[]
}

function placeWorkbook(workbook: Workbook): PlacedWorkbook {
  const words = wordsOf(workbook.properties.lang)
  const wanted = [...workbook.sheets.map((sheet) => sheet.name), words.lists]
  const { names, findings } = nameSheets(wanted, words.untitled)
  const sheets = workbook.sheets.map((sheet, index) => {
    const placed = placeSheet(sheet, workbook.secrecy, words)
    const footer = footerOf(sheet, workbook.faces.text, words)
    return {
      toWrite: {
        sheet,
        name: names[index] ?? sheet.name,
        placed,
        footer: footer.text,
        first: index === 0,
      },
      findings: [
        ...placed.findings,
        ...footer.findings,
        ...promptFindings(sheet),
        ...printFindings(sheet),
      ],
    }
  })
  return {
    workbook,
    words,
    sheets: sheets.map(({ toWrite }) => toWrite),
    destinations: new Map(sheets.map(({ toWrite }) => [toWrite.sheet.name, toWrite])),
    lists: { name: names.at(-1) ?? words.lists, lists: [] },
    findings: [...findings, ...sheets.flatMap((each) => each.findings)],
  }
}

async function openWriter({ properties }: Workbook): Promise<WorkbookWriter> {
  // Loaded here, where it is needed: it takes a fifth of a second.
  const { default: exceljs } = await import('exceljs')
  const writer = new exceljs.stream.xlsx.WorkbookWriter({
    useStyles: true,
    useSharedStrings: true,
    zip: { store: true },
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
    views: [
      {
        x: 0,
        y: 0,
        width: 28_800,
        height: 17_000,
        firstSheet: 0,
        activeTab: 0,
        visibility: 'visible',
      },
    ],
  })
}

function writeLists(writer: WorkbookWriter, { name, lists }: ListSheet): void {
  if (lists.length === 0) return
  const worksheet = writer.addWorksheet(name, { state: 'hidden' })
  const length = Math.max(...lists.map((list) => list.length))
  for (let index = 0; index < length; index += 1)
    worksheet.addRow(lists.map((list) => list[index] ?? null)).commit()
  worksheet.commit()
}

/** Writes all sheets; what comes out is still exceljs’s own ZIP, and the names of the styles by their number. */
async function write(placed: PlacedWorkbook) {
  const writer = await openWriter(placed.workbook)
  const named = new Map<string, number[]>()
  const styleOf = cellStyles(placed.workbook, (look, style) => {
    const name = placed.words.styles[look.mark ?? look.role]
    const ids = named.get(name) ?? []
    named.set(name, [...ids, writer.styles.addStyleModel(style)])
  })
  const { workbook, destinations: sheets, lists, words } = placed
  for (const toWrite of placed.sheets)
    await writeSheet(writer, toWrite, { workbook, styleOf, sheets, lists, words })
  writeLists(writer, lists)
  await writer.commit()
  return { bytes: writer.stream.read(), named }
}

/** Where characters were left out, by sheet and line of the layout; looked for only when there are any. */
function placesOfRemovals({ sheets, ...rest }: Workbook): readonly string[] {
  const places: readonly (readonly [string, unknown])[] = [
    [rest.properties.title, rest],
    ...sheets.flatMap(({ rows, ...sheet }): (readonly [string, unknown])[] => [
      [sheet.name, sheet],
      ...rows.map(
        (row, index) => [`${sheet.name}!${sheet.above.length + index + 2}`, row] as const,
      ),
    ]),
  ]
  return places.flatMap(([place, value]) =>
    cleanStrings(value).removed.length === 0 ? [] : [place],
  )
}

function removalFindings(workbook: Workbook, removed: readonly string[]): readonly Finding[] {
  if (removed.length === 0) return []
  return [
    makeFinding('characters-can-be-written', {
      values: { count: removed.length, characters: [...new Set(removed)] },
      related: placesOfRemovals(workbook).map((place) => ({ values: { place } })),
    }),
  ]
}

/**
 * A workbook → the bytes of an .xlsx, sealed: the same workbook gives the same bytes whatever was made before. Nothing of it is cut:
 * what Excel has no room for goes on in rows below, and what had to give way is told. Throws on a workbook without sheets and on cells
 * that overlap: bugs of whoever made the layout.
 */
export async function renderXlsx(workbook: Workbook): Promise<RenderedXlsx> {
  if (workbook.sheets.length === 0) throw new Error('a workbook has at least one sheet')
  const cleaned = cleanStrings(workbook)
  const placed = placeWorkbook(cleaned.value)
  const { bytes, named } = await write(placed)
  const names = defineNames(placed.workbook.names)
  const formulas = placed.sheets.some(({ placed: { rows } }) =>
    rows.some((row) => row.cells.some((cell) => cell.formula !== null)),
  )
  const mend = (part: string, xml: string): string => {
    if (part === 'xl/styles.xml') return mendStyles(xml, placed.workbook, named)
    if (part === 'xl/theme/theme1.xml') return mendTheme(xml, placed.workbook)
    if (part === 'xl/workbook.xml') return mendWorkbook(xml, names.names, formulas)
    const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(part)?.[1]
    const sheet = placed.sheets[Number(number) - 1]
    return sheet === undefined
      ? xml
      : mendSheet(xml, sheet.placed, sheet.sheet.name, placed.destinations)
  }
  return {
    bytes: sealOoxml(bytes, { date: workbook.properties.date, mend }),
    findings: [
      ...removalFindings(workbook, cleaned.removed),
      ...placed.findings,
      ...names.findings,
    ],
  }
}
