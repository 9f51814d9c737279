import { HostError, type Host } from '../host/host.js'
import { sha256 } from '../model/hash.js'

/** Which code is running: what tsc made, or the sources themselves. */
const codeFolder = import.meta.url.endsWith('.ts') ? 'pipeline' : 'dist'
const isCode = (name: string) => /\.(js|ts|json)$/.test(name) && !name.endsWith('.d.ts')

async function hashesUnder(host: Host, folder: string): Promise<readonly string[]> {
  const files = await host.readTree(folder, isCode)
  return [...files].map(([path, bytes]) => `${path} ${sha256(bytes)}`)
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
  const folder = host.packageFolder().replace(/[\\/]$/, '')
  const [code, libraries] = await Promise.all([
    hashesUnder(host, `${folder}/${codeFolder}`),
    librariesOf(host, folder),
  ])
  return sha256([...code, libraries].join('\n'))
}
