import { HostError, type Host, type HostFile } from '../../host/host.js'
import { sha256, type Sha256 } from '../../model/index.js'

/** Hashes of font files that an earlier run read: fonts are longer than all else that a build reads, and hardly ever change. */
export interface KnownHashes {
  /** The hash under a name and the state of files; computed where the files are others than then. */
  readonly of: (
    name: string,
    paths: readonly string[],
    compute: () => Promise<Sha256 | null>,
  ) => Promise<Sha256 | null>
  /** Keeps what was computed for the next run, where the folder can be written. */
  readonly save: () => Promise<void>
}

const separator = /[\\/]/
const folderOf = (path: string) => path.slice(0, path.length - nameOf(path).length - 1)
const nameOf = (path: string) => path.split(separator).at(-1) ?? path

/** A file written within this time of being looked at could be written again without its time telling, in milliseconds. */
const unsettled = 2000

/** Of all folders in which packages are installed on this machine. */
const mostEntries = 200

/** What tells that files are the ones of then: their sizes and times. Null where the times do not tell. */
async function stateOf(host: Host, paths: readonly string[]): Promise<string | null> {
  const looked = new Map<string, ReadonlyMap<string, HostFile>>()
  const lines: string[] = []
  for (const path of paths) {
    const folder = folderOf(path)
    if (!looked.has(folder)) {
      const wanted = new Set(paths.filter((each) => folderOf(each) === folder).map(nameOf))
      looked.set(folder, await host.lookAtTree(folder, (name) => wanted.has(name)))
    }
    const file = looked.get(folder)?.get(nameOf(path))
    if (file === undefined || !(file.changed < host.now() - unsettled)) return null
    lines.push(`${path} ${String(file.size)} ${String(file.changed)}`)
  }
  return sha256(lines.join('\n'))
}

const isHash = (value: unknown): value is Sha256 =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

/** The file’s entries that are hashes; none where it is absent, unreadable or no JSON: then all is computed anew. */
async function readEntries(host: Host, path: string): Promise<Map<string, Sha256>> {
  try {
    const bytes = await host.read(path)
    const value: unknown = bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes))
    if (typeof value !== 'object' || value === null) return new Map()
    const entries = Object.entries(value)
    return new Map(entries.flatMap(([key, hash]) => (isHash(hash) ? [[key, hash] as const] : [])))
  } catch (error) {
    if (error instanceof HostError || error instanceof SyntaxError) return new Map()
    throw error
  }
}

/** Opens what is known of font files on this machine: `known.json` beside the built faces. */
export async function openKnownHashes(host: Host): Promise<KnownHashes> {
  const path = `${host.cacheFolder()}/faces/known.json`
  const before = await readEntries(host, path)
  const now = new Map<string, Sha256>()
  let isNew = false
  return {
    of: async (name, paths, compute) => {
      const state = await stateOf(host, paths)
      if (state === null) return compute()
      const key = `${name} ${state}`
      const known = before.get(key)
      const hash = known ?? (await compute())
      if (hash === null) return null
      now.set(key, hash)
      isNew ||= known === undefined
      return hash
    },
    save: async () => {
      if (!isNew) return
      const entries = [...new Map([...before, ...now])].slice(-mostEntries)
      const text = `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`
      try {
        await host.replace(path, new TextEncoder().encode(text))
      } catch (error) {
        // It costs the next run time and nothing else; that the folder cannot be written is told of the faces.
        if (!(error instanceof HostError)) throw error
      }
    },
  }
}
