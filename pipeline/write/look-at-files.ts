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

/** What lies at paths of a document’s folder; a path where nothing lies is left out. A file that cannot be read is one to make again. */
export async function lookAtFiles(
  host: Pick<Host, 'readEach'>,
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, FoundFile>> {
  const within = new Map(paths.map((path) => [`${folder}/${path}`, path]))
  const found = await host.readEach([...within.keys()], (bytes) =>
    bytes instanceof HostError ? unreadable : { sha256: sha256(bytes), whole: looksWhole(bytes) },
  )
  return new Map([...found].map(([at, file]) => [within.get(at) ?? at, file]))
}
