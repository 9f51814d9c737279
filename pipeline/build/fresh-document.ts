import { HostError } from '../host/host.js'
import type { BuildEvent, Manifest, ManifestFile, PlannedJob, Reason } from '../model/index.js'
import { isVerified } from '../plan/is-verified.js'
import type { FileState } from '../plan/is-ours.js'
import { lookAtFiles } from '../write/look-at-files.js'
import { readManifest } from '../write/manifest-file.js'
import type { NoticeInput } from './fetch-notice.js'
import type { Run } from './run.js'
import type { Outcome } from './tally.js'

/** A document that need not be built: what its manifest says, and what lies there. */
export interface FreshDocument {
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, FileState>
}

/** A document whose inputs are what they were and whose files lie as recorded; null where it must be built, or only read. */
export async function findFresh(
  { host, output, options, everything }: Run,
  { key, source }: NoticeInput,
): Promise<FreshDocument | null> {
  if (key === null || options.force === true || options.until === 'read' || !everything) return null
  const folder = `${output}/${source.id}`
  try {
    const { manifest } = await readManifest(host, folder)
    if (manifest?.key !== key) return null
    const files = await lookAtFiles(host, folder, Object.keys(manifest.files))
    return isVerified(manifest, files) ? { manifest, files } : null
  } catch (error) {
    // A folder that cannot be read is for the build to tell of.
    if (!(error instanceof HostError)) throw error
    return null
  }
}

/** Why a file of a fresh document is kept. */
export function reasonOf(recorded: ManifestFile): Reason {
  if (recorded.stale) return { type: 'blocked' }
  return { type: recorded.owner === 'person' ? 'edited-fresh' : 'fresh' }
}

/** Tells of a fresh document what its build told: the same messages, the same files, all kept. */
export function* tellFresh(
  { options }: Run,
  { source: { id, path } }: NoticeInput,
  { manifest, files: lying }: FreshDocument,
): Generator<BuildEvent, Outcome> {
  const { title, counts } = manifest
  const { items, agencies } = counts
  yield { type: 'document-read', document: id, path, title, items, agencies, fresh: true }
  const files = Object.entries(manifest.files)
  for (const finding of manifest.messages) yield { type: 'message', document: id, finding }
  // What several files say in the same words was told once by their build.
  const said = files.flatMap(([, file]) => file.messages)
  for (const finding of new Map(said.map((each) => [JSON.stringify(each), each])).values())
    yield { type: 'message', document: id, finding }
  const planned = files.map(([at, file]): PlannedJob => {
    const { product, agency, fingerprint } = file
    return { path: at, product, agency, action: 'keep', reason: reasonOf(file), fingerprint }
  })
  yield { type: 'planned', document: id, jobs: planned }
  const outcome = { failed: false, refused: false, ...counts }
  if (options.until === 'plan') return outcome
  for (const { path: at, reason } of planned) {
    if (lying.has(at)) yield { type: 'file-kept', document: id, path: `${id}/${at}`, reason }
  }
  return outcome
}
