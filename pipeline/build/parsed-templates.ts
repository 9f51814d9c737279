import { knowYaml, type KnownYaml } from '../compose/index.js'
import { HostError, type Host } from '../host/host.js'
import type { Sha256 } from '../model/index.js'
import { loadTemplateFiles } from '../settings/fetch.js'

/*
 * The YAML of the package’s own templates, parsed when the package is compiled: a tenth of the time of a build that makes one file anew. It stands
 * under the hash of its text, so a template that was changed since is parsed like an office’s.
 */

const rootOf = (host: Host) => host.packageFolder().replace(/[\\/]$/, '')
const pathOf = (host: Host) => `${rootOf(host)}/dist/templates.json`

/** Part of compiling: parses the package’s templates and writes down what they say. */
export async function writeParsedTemplates(host: Host): Promise<void> {
  const { files } = await loadTemplateFiles(host, `${rootOf(host)}/templates`, null)
  const text = JSON.stringify(Object.fromEntries(knowYaml(files)))
  await host.replace(pathOf(host), new TextEncoder().encode(`${text}\n`))
}

/** What compiling wrote down; nothing where it cannot be read, and templates are parsed as they are. */
export async function readParsedTemplates(host: Host): Promise<KnownYaml> {
  try {
    const bytes = await host.read(pathOf(host))
    if (bytes === null) return new Map()
    const entries = Object.entries(JSON.parse(new TextDecoder().decode(bytes)) as object)
    return new Map(entries.map(([hash, value]) => [hash as Sha256, value as unknown]))
  } catch (error) {
    if (error instanceof HostError || error instanceof SyntaxError) return new Map()
    throw error
  }
}
