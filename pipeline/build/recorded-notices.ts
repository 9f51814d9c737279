import { makeFinding } from '../messages/index.js'
import { sha256, type Sha256 } from '../model/hash.js'
import type { Finding, Manifest, OfficialDocument } from '../model/index.js'
import { findSources } from '../settings/fetch.js'
import { readManifest } from '../write/manifest-file.js'
import type { Run } from './run.js'

/** A notice as the output holds it: what its manifest says. */
export interface RecordedNotice {
  readonly id: string
  readonly manifest: Manifest
  /** Over the manifest as it lies there: equal, and the notice’s files are what they were. */
  readonly sha256: Sha256
}

/** A notice that should be in the lists and of which the output holds nothing. */
export interface UnreadNotice {
  readonly id: string
  readonly path: string
}

export interface NoticesFound {
  readonly recorded: readonly RecordedNotice[]
  readonly unread: readonly UnreadNotice[]
}

async function readRecorded({ host, output, sources }: Run): Promise<readonly RecordedNotice[]> {
  const living = new Map(sources.map(({ id, path }) => [id, path]))
  const found: RecordedNotice[] = []
  for (const { name, kind } of (await host.list(output)) ?? []) {
    if (kind !== 'folder') continue
    const { manifest, text } = await readManifest(host, `${output}/${name}`)
    if (manifest === null || text === null) continue
    const { path } = manifest.source
    // What is gone is not listed, whoever removes its files.
    if (living.get(name) !== path && (await host.kindOf(path)) === null) continue
    found.push({ id: name, manifest, sha256: sha256(text) })
  }
  return found
}

/** The notices of the sources folder, whatever paths this build was given: so that lists do not depend on them. */
async function noticesOfFolder({ host, sourcesFolder }: Run): Promise<readonly UnreadNotice[]> {
  const kind = await host.kindOf(sourcesFolder)
  return kind === null ? [] : (await findSources(host, [sourcesFolder])).sources
}

/** All notices that the output holds and whose source is still there, and those of the sources folder that it holds nothing of. */
export async function findNotices(run: Run): Promise<NoticesFound> {
  const recorded = await readRecorded(run)
  const known = new Set(recorded.map(({ id }) => id))
  const unread = (await noticesOfFolder(run)).filter(({ id }) => !known.has(id))
  return { recorded, unread: unread.map(({ id, path }) => ({ id, path })) }
}

const modelFile = 'document.json'

/** Reads the model of a recorded notice; null, with a message, where what lies there is not what the manifest says. */
export async function readModel(
  { host, output }: Run,
  { id, manifest }: RecordedNotice,
): Promise<{ readonly document: OfficialDocument | null; readonly finding: Finding | null }> {
  const path = `${id}/${modelFile}`
  const bytes = await host.read(`${output}/${path}`)
  const recorded = manifest.files[modelFile]?.sha256
  const isOurs = bytes !== null && recorded != null && sha256(bytes) === recorded
  const parsed = isOurs
    ? (await import('../model/index.js')).officialDocumentSchema.safeParse(
        JSON.parse(new TextDecoder().decode(bytes)),
      )
    : null
  if (parsed?.success === true) return { document: parsed.data, finding: null }
  return { document: null, finding: makeFinding('model-recorded', { path, values: { path } }) }
}

/** What lists over all notices are made from, as readable JSON. */
export function inputsOf({ recorded, unread }: NoticesFound): string {
  return JSON.stringify([
    recorded.map(({ id, sha256: hash }) => [id, hash]),
    unread.map(({ id, path }) => [id, path]),
  ])
}
