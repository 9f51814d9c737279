import { HostError, type Host } from '../host/host.js'
import { manifestName } from './manifest-file.js'

/** How write-file-atomic names what it has not yet put in place: the file’s name and a number. */
const leftover = /^(?<name>.+)\.\d{1,10}$/

/**
 * Removes half files that a killed build left beside the files that it was writing. Call it under the document’s lock. Only names that
 * belong to a path of ours go: 报告.2023 of a person is not touched.
 */
export async function sweepLeftovers(
  host: Host,
  folder: string,
  paths: readonly string[],
): Promise<void> {
  const ours = new Set([...paths, manifestName])
  const folders = new Set([...ours].map((path) => path.split('/').slice(0, -1).join('/')))
  for (const inside of folders) {
    const entries = (await host.list(inside === '' ? folder : `${folder}/${inside}`)) ?? []
    for (const { name, kind } of entries) {
      const base = leftover.exec(name)?.groups?.name
      const at = (each: string) => (inside === '' ? each : `${inside}/${each}`)
      if (kind !== 'file' || base === undefined || !ours.has(at(base)) || ours.has(at(name)))
        continue
      await host.remove(`${folder}/${at(name)}`).catch((error: unknown) => {
        // One that cannot be removed today is tried again by the next build, and does no harm.
        if (!(error instanceof HostError)) throw error
      })
    }
  }
}
