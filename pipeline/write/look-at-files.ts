import { HostError, type Host } from '../host/host.js'
import { sha256, type Sha256 } from '../model/hash.js'
import { looksWhole } from './looks-whole.js'

/** A file as it lies in the output. */
export interface FoundFile {
  readonly sha256: Sha256
  /** false: empty or cut off */
  readonly whole: boolean
}

/** Stands for the bytes of a file that cannot be read. */
const unreadable: FoundFile = { sha256: sha256('unreadable'), whole: false }

async function lookAt(host: Pick<Host, 'read'>, path: string): Promise<FoundFile | null> {
  try {
    const bytes = await host.read(path)
    return bytes === null ? null : { sha256: sha256(bytes), whole: looksWhole(bytes) }
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return unreadable
  }
}

/** What lies at paths of a document’s folder; a path where nothing lies is left out. A file that cannot be read is one to make again. */
export async function lookAtFiles(
  host: Pick<Host, 'read'>,
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FoundFile>> {
  const found = await Promise.all(
    paths.map(async (path) => [path, await lookAt(host, `${folder}/${path}`)] as const),
  )
  return new Map(found.flatMap(([path, file]) => (file === null ? [] : [[path, file] as const])))
}
