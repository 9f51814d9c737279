import type { Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { Finding, TemplateFile } from '../model/index.js'
import { decodeUtf8, readFileOrFinding } from './read-file.js'

type Origin = TemplateFile['origin']

const isTemplate = (name: string) => /\.(md|yaml)$/i.test(name) && !/^readme\b/i.test(name)

/** styles/document.docx: styles that an office edited in Word, beside document.yaml. Word’s own lock files (~$) are none. */
const isReference = (name: string) => /^styles\/[^~/][^/]*\.docx$/i.test(name)

async function readText(
  host: Host,
  path: string,
): Promise<{ text: string | null; findings: readonly Finding[] }> {
  const { bytes, findings } = await readFileOrFinding(host, path, 'settings-file-readable')
  if (bytes === null) return { text: null, findings }
  const text = decodeUtf8(bytes)
  if (text !== null) return { text, findings }
  return { text, findings: [makeFinding('settings-file-is-text', { path, values: { path } })] }
}

async function filesUnder(
  host: Host,
  folder: string,
  prefix: string,
  origin: Origin,
): Promise<{ files: TemplateFile[]; findings: Finding[] }> {
  const files: TemplateFile[] = []
  const findings: Finding[] = []
  for (const entry of (await host.list(folder)) ?? []) {
    const path = `${folder}/${entry.name}`
    const name = `${prefix}${entry.name}`
    if (entry.kind === 'folder') {
      const below = await filesUnder(host, path, `${name}/`, origin)
      files.push(...below.files)
      findings.push(...below.findings)
    } else if (isReference(name)) {
      const read = await readFileOrFinding(host, path, 'settings-file-readable')
      findings.push(...read.findings)
      const text = read.bytes === null ? null : Buffer.from(read.bytes).toString('base64')
      if (text !== null) files.push({ name: name.normalize('NFC'), path, text, origin })
    } else if (isTemplate(entry.name)) {
      const { text, findings: found } = await readText(host, path)
      findings.push(...found)
      if (text !== null) files.push({ name: name.normalize('NFC'), path, text, origin })
    }
  }
  return { files, findings }
}

/**
 * All templates and styles: the package’s, and over them, file by file, an office’s own. Sorted by name; README files are none.
 * A folder of the office that is not there is an error: it was asked for.
 */
export async function loadTemplateFiles(
  host: Host,
  packageFolder: string,
  officeFolder: string | null,
): Promise<{ readonly files: readonly TemplateFile[]; readonly findings: readonly Finding[] }> {
  const ours = await filesUnder(host, packageFolder, '', 'package')
  if (officeFolder === null) return ours
  if ((await host.list(officeFolder)) === null) {
    const values = { path: officeFolder }
    const missing = makeFinding('templates-folder-exists', { path: officeFolder, values })
    return { files: ours.files, findings: [...ours.findings, missing] }
  }
  const theirs = await filesUnder(host, officeFolder, '', 'office')
  const byName = new Map([...ours.files, ...theirs.files].map((file) => [file.name, file]))
  return { files: [...byName.values()], findings: [...ours.findings, ...theirs.findings] }
}
