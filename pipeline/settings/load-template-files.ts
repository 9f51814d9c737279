import { HostError, type Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { Finding, TemplateFile } from '../model/index.js'
import { decodeUtf8 } from './read-file.js'

type Origin = TemplateFile['origin']

const isTemplate = (name: string) => /\.(md|yaml)$/i.test(name) && !/^readme\b/i.test(name)

/** styles/document.docx: styles that an office edited in Word, beside document.yaml. Word’s own lock files (~$) are none. */
const isReference = (name: string) => /^styles\/[^~/][^/]*\.docx$/i.test(name)

/** The names of the templates under a folder, in order; `prefix` leads there from the outermost one. */
async function namesUnder(host: Host, folder: string, prefix = ''): Promise<readonly string[]> {
  const names: string[] = []
  for (const entry of (await host.list(folder)) ?? []) {
    const name = `${prefix}${entry.name}`
    if (entry.kind === 'folder')
      names.push(...(await namesUnder(host, `${folder}/${entry.name}`, `${name}/`)))
    else if (isReference(name) || isTemplate(entry.name)) names.push(name)
  }
  return names
}

/** A template’s text, or why it has none; a .docx as what can be handed on as text, too. */
function textOf(bytes: Uint8Array | HostError, name: string, path: string): string | Finding {
  if (bytes instanceof HostError)
    return makeFinding('settings-file-readable', { path, values: { path, code: bytes.code } })
  if (isReference(name)) return Buffer.from(bytes).toString('base64')
  return decodeUtf8(bytes) ?? makeFinding('settings-file-is-text', { path, values: { path } })
}

async function filesUnder(
  host: Host,
  folder: string,
  origin: Origin,
): Promise<{ files: TemplateFile[]; findings: Finding[] }> {
  const names = await namesUnder(host, folder)
  const files: TemplateFile[] = []
  const findings: Finding[] = []
  await host.readEach(
    names.map((name) => `${folder}/${name}`),
    (bytes, path) => {
      const name = path.slice(folder.length + 1)
      const text = textOf(bytes, name, path)
      if (typeof text !== 'string') findings.push(text)
      else files.push({ name: name.normalize('NFC'), path, text, origin })
    },
  )
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
  const ours = await filesUnder(host, packageFolder, 'package')
  if (officeFolder === null) return ours
  if ((await host.list(officeFolder)) === null) {
    const values = { path: officeFolder }
    const missing = makeFinding('templates-folder-exists', { path: officeFolder, values })
    return { files: ours.files, findings: [...ours.findings, missing] }
  }
  const theirs = await filesUnder(host, officeFolder, 'office')
  const byName = new Map([...ours.files, ...theirs.files].map((file) => [file.name, file]))
  return { files: [...byName.values()], findings: [...ours.findings, ...theirs.findings] }
}
