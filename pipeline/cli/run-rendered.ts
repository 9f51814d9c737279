import type { Host } from '../host/index.js'
import { clauseTable, measurePaper, printWithOffice } from '../measure/index.js'
import type { Language } from './language.js'
import { renderedWording } from './rendered-wording.js'
import type { ExitCode, Terminal } from './terminal.js'

/** Whether a file begins as a ZIP does, and so as a Word file: LibreOffice prints anything else as plain text. */
const isPacked = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b

/** What LibreOffice said, without its word about a Java that it does not need. */
const withoutNoise = (said: string): string =>
  said
    .split('\n')
    .filter((line) => !line.includes('javaldx'))
    .join(' ')
    .trim()

/** The pages of a Word file as LibreOffice prints them, of a PDF as they are; or the sentence that says why there are none. */
async function pagesOf(
  file: string,
  language: Language,
  host: Host,
): Promise<{ readonly bytes: Uint8Array; readonly printed: boolean } | string> {
  const words = renderedWording[language]
  const bytes = await host.read(file)
  if (bytes === null) return words.missing(file)
  if (/\.pdf$/iu.test(file)) return { bytes, printed: false }
  if (!/\.docx$/iu.test(file)) return words.otherFormat(file)
  if (!isPacked(bytes)) return words.noWordFile(file)
  const { state, pdfs, said } = await printWithOffice(host, [{ ending: 'docx', bytes }])
  if (state === 'no-office') return words.noOffice
  const pdf = pdfs[0]
  if (pdf === null || pdf === undefined) return words.notPrinted(file, withoutNoise(said))
  return { bytes: pdf, printed: true }
}

/** `fengong check --rendered FILE`: the page held against GB/T 9704-2012, clause by clause. 1 where one is missed, 2 where nothing could be measured. */
export async function runRendered(
  file: string,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = renderedWording[language]
  const pages = await pagesOf(file, language, host)
  if (typeof pages === 'string') {
    terminal.err(`${pages}\n`)
    return 2
  }
  const result = await measurePaper(pages.bytes, { printed: pages.printed }).catch(() => null)
  if (result === null) {
    terminal.err(`${words.notPrinted(file, '')}\n`)
    return 2
  }
  terminal.out(`${words.heading(file, result.form, result.pages)}\n`)
  for (const line of clauseTable(result, language)) terminal.out(`${line}\n`)
  const missed = result.clauses.some(({ verdict }) => verdict === 'missed')
  terminal.err(`${missed ? words.nextMissed : words.nextMet}\n`)
  return missed ? 1 : 0
}
