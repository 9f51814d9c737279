import type { Host } from '../host/host.js'
import { sha256, type Sha256 } from '../model/index.js'
import { looksWhole } from './looks-whole.js'

/** A file as it lies in the output. */
export interface FoundFile {
  readonly sha256: Sha256
  /** false: empty or cut off */
  readonly whole: boolean
}

/** What lies at paths of a document’s folder; a path where nothing lies is left out. */
export async function lookAtFiles(
  host: Pick<Host, 'read'>,
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FoundFile>> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const bytes = await host.read(`${folder}/${path}`)
      return bytes === null
        ? []
        : [[path, { sha256: sha256(bytes), whole: looksWhole(bytes) }] as const]
    }),
  )
  return new Map(found.flat())
}
