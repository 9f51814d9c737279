import { HostError, type Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { sha256 } from '../model/hash.js'
import type { Finding } from '../model/index.js'
import { linkGuard, pathInside } from './inside.js'
import { refusalFinding } from './refusal-finding.js'

/** Writes one file of the output; null, or why it does not lie there now. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<Finding | null>

/**
 * A writer into a folder: whole files alone, in one step, never through a link and never outside. What was written is read back: a share
 * or a guard against viruses that changes or loses a file must not make the manifest lie.
 */
export function fileWriter(host: Host, folder: string): WriteFile {
  const guard = linkGuard(host, folder)
  return async (path, bytes) => {
    const about = `${folder}/${path}`
    try {
      const at = pathInside(folder, path)
      await guard(path)
      await host.replace(at, bytes)
      const lying = await host.read(at)
      if (lying !== null && sha256(lying) === sha256(bytes)) return null
      return makeFinding('output-file-reads-back', { path: about, values: { path: about } })
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      return refusalFinding(error, about)
    }
  }
}
