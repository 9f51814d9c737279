import type { Host } from '../../host/host.js'

/** What is wanted of the machine: a program to run, and a folder to run it in. */
export type OfficeHost = Pick<Host, 'read' | 'replace' | 'run' | 'withScratchFolder'>

/** Names under which LibreOffice stands in the path, and where its installers put it. */
const programs = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
] as const

const fileUrl = (path: string): string =>
  `file://${path.startsWith('/') ? '' : '/'}${path.replaceAll('\\', '/')}`

export interface Printed {
  /** no-office: LibreOffice is not installed. failed: it ran and made no page, and what it said. */
  readonly state: 'printed' | 'no-office' | 'failed'
  /** PDFs in the order of the files; null for one that was not printed. */
  readonly pdfs: readonly (Uint8Array | null)[]
  readonly said: string
}

async function runOffice(host: OfficeHost, args: readonly string[], seconds: number) {
  for (const program of programs) {
    const end = await host.run(program, args, { seconds })
    if (end !== null) return end
  }
  return null
}

/**
 * Prints Word or Excel files to PDF with LibreOffice, all in one run and with a profile of its own, so that neither an open window nor a run beside
 * it is in the way.
 *
 * @param seconds after which the program is stopped
 */
export async function printWithOffice(
  host: OfficeHost,
  files: readonly { readonly ending: 'docx' | 'xlsx'; readonly bytes: Uint8Array }[],
  seconds = 120,
): Promise<Printed> {
  return host.withScratchFolder(async (folder) => {
    const paths = files.map(({ ending }, index) => `${folder}/in/${index}.${ending}`)
    for (const [index, { bytes }] of files.entries()) {
      await host.replace(paths[index] ?? '', bytes)
    }
    const args = [
      '--headless',
      `-env:UserInstallation=${fileUrl(`${folder}/profile`)}`,
      '--convert-to',
      'pdf',
      '--outdir',
      `${folder}/out`,
      ...paths,
    ]
    const end = await runOffice(host, args, seconds)
    if (end === null) return { state: 'no-office', pdfs: [], said: '' }
    const pdfs = await Promise.all(files.map((_, index) => host.read(`${folder}/out/${index}.pdf`)))
    const state = pdfs.every((pdf) => pdf === null) ? 'failed' : 'printed'
    return { state, pdfs, said: end.output }
  })
}
