import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** LibreOffice as a second reader: prints workbooks, and says how high their rows ought to be. With a profile of its own. */

const runs = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Whether LibreOffice and poppler are installed. */
export const canPrint = (): boolean => runs('soffice', '--version') && runs('pdftotext', '-v')

function office(folder: string, args: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const run = spawnSync('soffice', ['--headless', profile, ...args], {
    stdio: 'ignore',
    timeout: 200_000,
  })
  if (run.status !== 0) throw new Error(`soffice ${args.join(' ')}: ${run.status}`)
}

/** Prints workbooks (names without their ending) and returns the text of each page. */
export function printPages(
  folder: string,
  names: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const files = names.map((name) => join(folder, `${name}.xlsx`))
  office(folder, ['--convert-to', 'pdf', '--outdir', folder, ...files])
  return new Map(
    names.map((name) => {
      const text = join(folder, `${name}.txt`)
      spawnSync('pdftotext', ['-raw', join(folder, `${name}.pdf`), text])
      return [name, readFileSync(text, 'utf8').split('\f').slice(0, -1)]
    }),
  )
}

/** Fields by lines of a CSV file (RFC 4180). */
function fieldsOf(csv: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\n') lines.push([])
    if (end === '') break
  }
  // The last line ends too.
  return lines.slice(0, -1)
}

/** Reads every sheet of workbooks: file and sheet as `name/sheet`, each its lines of cells as they are shown. */
export function readSheets(
  folder: string,
  names: readonly string[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const target = join(folder, 'csv')
  const files = names.map((name) => join(folder, `${name}.xlsx`))
  // Commas, quotes where needed, UTF-8, cells as shown, no formulas, every sheet in a file of its own.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
  office(folder, ['--convert-to', filter, '--outdir', target, ...files])
  return new Map(
    readdirSync(target).map((file) => {
      const [, name = '', sheet = ''] = /^(\d+)-(.*)\.csv$/.exec(file) ?? []
      return [`${name}/${sheet}`, fieldsOf(readFileSync(join(target, file), 'utf8'))] as const
    }),
  )
}

/** One line a row: file, sheet and row from 0, its height and the height its text needs, in 1/100 mm. */
const macro = `Sub RowHeights(folder, names, target)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  files = Split(names, "/")
  handle = FreeFile
  Open target For Output As #handle
  For current = 0 To UBound(files)
    book = StarDesktop.loadComponentFromURL(folder & files(current) & ".xlsx", "_blank", 0, options())
    For number = 0 To book.Sheets.Count - 1
      sheet = book.Sheets.getByIndex(number)
      cursor = sheet.createCursor()
      cursor.gotoEndOfUsedArea(False)
      sheet.unprotect("")
      For index = 0 To cursor.RangeAddress.EndRow
        row = sheet.Rows.getByIndex(index)
        given = row.Height
        row.OptimalHeight = True
        Print #handle, current & " " & number & " " & index & " " & given & " " & row.Height
      Next
    Next
    book.close(True)
  Next
  Close #handle
End Sub
`

export interface RowHeights {
  readonly name: string
  /** From 0. */
  readonly sheet: number
  /** From 1. */
  readonly row: number
  /** pt */
  readonly given: number
  /** pt */
  readonly needed: number
}

/**
 * How high the rows of workbooks are, and would have to be. LibreOffice leaves merged cells out of account, so the workbooks should
 * have none. Needs a profile: print first.
 */
export function rowHeights(folder: string, names: readonly string[]): readonly RowHeights[] {
  const library = join(folder, 'profile', 'user', 'basic', 'Standard')
  const code = macro.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  mkdirSync(library, { recursive: true })
  writeFileSync(
    join(library, 'Module1.xba'),
    `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${code}</script:module>`,
  )
  const target = join(folder, 'heights.txt')
  const list = names.join('/')
  office(folder, [
    `macro:///Standard.Module1.RowHeights("file://${folder}/","${list}","${target}")`,
  ])
  const points = (hundredths: number): number => (hundredths * 72) / 2540
  return readFileSync(target, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' ').map(Number))
    .map(([file = 0, sheet = 0, row = 0, given = 0, needed = 0]) => ({
      name: names[file] ?? '',
      sheet,
      row: row + 1,
      given: points(given),
      needed: points(needed),
    }))
}
