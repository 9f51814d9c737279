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

interface Described {
  readonly name?: string
  readonly version?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

async function described(host: Host, folder: string): Promise<Described> {
  const bytes = await host.read(`${folder}/package.json`)
  return bytes === null ? {} : (JSON.parse(new TextDecoder().decode(bytes)) as Described)
}

const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/u.test(path)

/** The names on the way to a path, `.` and `..` resolved. */
function namesOf(folder: string, path: string): readonly string[] {
  const whole = (isAbsolute(path) ? path : `${folder}/${path}`).replace(/\\/gu, '/')
  const names: string[] = []
  for (const name of whole.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '.' && name !== '') names.push(name)
  }
  return names
}

/** How one path is reached from a folder, as package.json writes it. */
function fileSpec(from: readonly string[], to: readonly string[]): string {
  const parted = from.findIndex((name, at) => name !== to[at])
  const shared = parted < 0 ? from.length : parted
  const up = from.slice(shared).map(() => '..')
  return `file:${[...up, ...to.slice(shared)].join('/') || '.'}`
}

/**
 * Where npm finds this package for the new folder: the version where it came from a registry; the same file or folder where it was installed from one,
 * or runs in a clone.
 */
async function ownSpec(host: Host, root: string, folder: string, own: Described): Promise<string> {
  const here = host.workingFolder()
  const started = namesOf(here, folder)
  const [, project] = /^(.*)\/node_modules\/[^/]+$/u.exec(root.replace(/\\/gu, '/')) ?? []
  if (project === undefined) return fileSpec(started, namesOf(here, root))
  const { dependencies, devDependencies } = await described(host, project)
  const spec = { ...devDependencies, ...dependencies }[own.name ?? ''] ?? ''
  if (!spec.startsWith('file:')) return own.version ?? ''
  return fileSpec(started, namesOf(project, spec.slice('file:'.length)))
}

/** The fonts that PDFs are drawn with, named in the folder’s own package.json: big, and needed for PDFs alone. */
async function packageFile(host: Host, root: string, folder: string): Promise<Uint8Array> {
  const own = await described(host, root)
  const spec = await ownSpec(host, root, folder, own)
  const content = {
    private: true,
    type: 'module',
    scripts: { build: 'fengong build', check: 'fengong check' },
    dependencies: { [own.name ?? '']: spec, ...own.peerDependencies },
  }
  return encode(`${JSON.stringify(content, null, 2)}\n`)
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

async function startFiles(host: Host, folder: string) {
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
    { path: 'package.json', bytes: await packageFile(host, root, folder) },
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
  for (const { path, bytes } of await startFiles(host, folder)) {
    const whole = `${folder.replace(/[\\/]$/u, '')}/${path}`
    const isThere = (await host.kindOf(whole)) !== null
    if (!isThere) await host.replace(whole, bytes)
    started.push({ path, state: isThere ? 'kept' : 'written' })
  }
  return started
}
