import { HostError, type Host } from '../host/host.js'
import type { Finding } from '../model/index.js'
import { pathInside } from './inside.js'
import { refusalFinding } from './refusal-finding.js'

const harmless = new Set(['ENOENT', 'ENOTEMPTY', 'EEXIST'])

/** Removes the folders above a path of `folder` that are empty now; the folder itself stays. */
async function removeEmptyFolders(host: Host, folder: string, path: string): Promise<void> {
  const names = path.split('/').slice(0, -1)
  for (let depth = names.length; depth > 0; depth -= 1) {
    const above = `${folder}/${names.slice(0, depth).join('/')}`
    const entries = await host.list(above)
    if (entries === null || entries.length > 0) return
    await host.remove(above)
  }
}

/** Removes a file of the output and the folders that it leaves empty; null, or why it still lies there. */
export async function removeFile(
  host: Host,
  folder: string,
  path: string,
): Promise<Finding | null> {
  try {
    await host.remove(pathInside(folder, path))
    await removeEmptyFolders(host, folder, path)
    return null
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return harmless.has(error.code) ? null : refusalFinding(error, `${folder}/${path}`)
  }
}
