import { HostError, type Host, type HostFile } from '../host/host.js'
import { sha256 } from '../model/hash.js'

/** Which code is running: what tsc made, or the sources themselves. */
const codeFolder = import.meta.url.endsWith('.ts') ? 'pipeline' : 'dist'
/** Not the templates that were parsed ahead: what they say, their texts say, and these are looked at for themselves. */
const isCode = (name: string) =>
  /\.(js|ts|json)$/.test(name) && !name.endsWith('.d.ts') && name !== 'templates.json'

/** The mark that compiling leaves: a hash over the code, for whom it lies there as it was compiled. */
const markName = '.code'

const folderOf = (host: Host) => host.packageFolder().replace(/[\\/]$/, '')

async function hashCode(host: Host, folder: string): Promise<string> {
  const files = await host.readTree(folder, isCode)
  return sha256([...files].map(([path, bytes]) => `${path} ${sha256(bytes)}`).join('\n'))
}

const hashListing = (files: ReadonlyMap<string, HostFile>) =>
  sha256([...files].map(([path, { size }]) => `${path} ${String(size)}`).join('\n'))

/**
 * The hash that compiling left, where all files are the ones of then: by name and size, and none written after the mark. Null: read them.
 * Reading several hundred files takes longer than all else in a build in which all is fresh.
 */
async function markedCode(host: Host, folder: string): Promise<string | null> {
  const looked = await host.lookAtTree(folder, (name) => name === markName || isCode(name))
  const files = new Map(looked)
  const marked = files.get(markName)
  files.delete(markName)
  if (marked === undefined || [...files.values()].some(({ changed }) => changed > marked.changed))
    return null
  const bytes = await host.read(`${folder}/${markName}`)
  const mark = /^([0-9a-f]{64})\n([0-9a-f]{64})\n$/.exec(
    new TextDecoder().decode(bytes ?? undefined),
  )
  return mark?.[1] === hashListing(files) ? (mark[2] ?? null) : null
}

/** Marks the compiled code as it lies there now: the last step of compiling. */
export async function markCode(host: Host): Promise<void> {
  const folder = `${folderOf(host)}/${codeFolder}`
  const listing = hashListing(await host.lookAtTree(folder, isCode))
  const text = `${listing}\n${await hashCode(host, folder)}\n`
  await host.replace(`${folder}/${markName}`, new TextEncoder().encode(text))
}

/**
 * What says which versions of the libraries are installed: the lock file of a clone, which is the same on every machine; for an installed
 * package the one that npm keeps beside it.
 */
async function librariesOf(host: Host, folder: string): Promise<string> {
  for (const path of ['package-lock.json', '../.package-lock.json', 'package.json']) {
    const bytes = await host.read(`${folder}/${path}`).catch((error: unknown) => {
      if (error instanceof HostError) return null
      throw error
    })
    if (bytes !== null) return sha256(bytes)
  }
  return ''
}

/** The build id: a hash over the code that is running and the libraries that it runs on. Other code may draw the same layout in another way. */
export async function buildId(host: Host): Promise<string> {
  const folder = folderOf(host)
  const code = `${folder}/${codeFolder}`
  const libraries = await librariesOf(host, folder)
  return sha256(`${(await markedCode(host, code)) ?? (await hashCode(host, code))}\n${libraries}`)
}
