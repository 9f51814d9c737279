import type { Host } from '../host/host.js'
import { jsonSchemas, type SchemaName } from './json-schemas.js'

/** A file that a new folder begins with, and whether it was written or stood there before. */
export interface StartedFile {
  readonly path: string
  readonly state: 'written' | 'kept'
}

const settingsFiles = ['office', 'agencies', 'distribution'] as const satisfies SchemaName[]
const forSources: readonly SchemaName[] = [...settingsFiles, 'corrections']

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** The fonts that PDFs are drawn with, named in the folder’s own package.json: big, and needed for PDFs alone. */
async function packageFile(host: Host, root: string): Promise<Uint8Array> {
  const bytes = await host.read(`${root}/package.json`)
  const own = JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())) as {
    readonly name: string
    readonly version: string
    readonly peerDependencies: Readonly<Record<string, string>>
  }
  const described = {
    private: true,
    type: 'module',
    scripts: { build: 'fengong build', check: 'fengong check' },
    dependencies: { [own.name]: own.version, ...own.peerDependencies },
  }
  return encode(`${JSON.stringify(described, null, 2)}\n`)
}

/** The notices that come with the package, to try on. */
async function samples(host: Host, root: string) {
  const entries = (await host.list(`${root}/sources`)) ?? []
  const notices = entries.filter(
    ({ kind, name }) => kind === 'file' && /\.(?:md|txt)$/iu.test(name),
  )
  return Promise.all(
    notices.map(async ({ name }) => ({
      path: `sources/${name}`,
      bytes: (await host.read(`${root}/sources/${name}`)) ?? new Uint8Array(),
    })),
  )
}

async function startFiles(host: Host) {
  const root = host.packageFolder().replace(/[\\/]$/u, '')
  const schemas = jsonSchemas()
  const settings = settingsFiles.map(async (name) => ({
    path: `sources/${name}.yaml`,
    bytes: (await host.read(`${root}/templates/start/${name}.yaml.sample`)) ?? new Uint8Array(),
  }))
  return [
    ...(await samples(host, root)),
    ...(await Promise.all(settings)),
    ...forSources.map((name) => ({
      path: `sources/.schemas/${name}.schema.json`,
      bytes: encode(schemas.get(name) ?? ''),
    })),
    { path: 'package.json', bytes: await packageFile(host, root) },
    { path: '.gitignore', bytes: encode('node_modules/\noutput/\n') },
  ]
}

/**
 * Makes a folder that builds at once: a notice to try on, settings with every option explained and switched off, their schemas for editors, and a
 * package.json that names the fonts. What stands there already is left as it is.
 *
 * @throws HostError where the folder cannot be written
 */
export async function startFolder(host: Host, folder: string): Promise<readonly StartedFile[]> {
  const started: StartedFile[] = []
  for (const { path, bytes } of await startFiles(host)) {
    const whole = `${folder.replace(/[\\/]$/u, '')}/${path}`
    const isThere = (await host.kindOf(whole)) !== null
    if (!isThere) await host.replace(whole, bytes)
    started.push({ path, state: isThere ? 'kept' : 'written' })
  }
  return started
}
