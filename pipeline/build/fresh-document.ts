import type { BuildEvent, Manifest, ManifestFile, PlannedJob, Reason } from '../model/index.js'
import { isVerified, type FileState } from '../plan/index.js'
import { lookAtFiles, readManifest } from '../write/index.js'
import type { Source } from '../settings/index.js'
import type { Run } from './run.js'

/** A document that need not be built: what its manifest says, and what lies there. */
export interface FreshDocument {
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, FileState>
}

/** A document whose inputs are what they were and whose files lie as recorded; null where it must be built. */
export async function findFresh(
  run: Run,
  id: string,
  key: string | null,
): Promise<FreshDocument | null> {
  if (key === null || run.options.force === true || !run.complete) return null
  const folder = `${run.output}/${id}`
  const { manifest } = await readManifest(run.host, folder)
  if (manifest?.key !== key) return null
  const files = await lookAtFiles(run.host, folder, Object.keys(manifest.files))
  return isVerified(manifest, files) ? { manifest, files } : null
}

function reasonOf(recorded: ManifestFile): Reason {
  if (recorded.stale) return { type: 'blocked' }
  return { type: recorded.owner === 'person' ? 'edited-fresh' : 'fresh' }
}

/** Tells of a fresh document what its build told: the same messages, the same files, all kept. */
export function* tellFresh(
  run: Run,
  source: Source,
  { manifest, files: lying }: FreshDocument,
): Generator<BuildEvent, void> {
  const { id, path } = source
  const { title, counts } = manifest
  const { items, agencies } = counts
  yield { type: 'document-read', document: id, path, title, items, agencies, fresh: true }
  const files = Object.entries(manifest.files)
  const messages = [...manifest.messages, ...files.flatMap(([, file]) => file.messages)]
  for (const finding of messages) yield { type: 'message', document: id, finding }
  const planned = files.map(([at, file]): PlannedJob => {
    const { product, agency, fingerprint } = file
    return { path: at, product, agency, action: 'keep', reason: reasonOf(file), fingerprint }
  })
  yield { type: 'planned', document: id, jobs: planned }
  if (run.options.until === 'plan') return
  for (const { path: at, reason } of planned) {
    if (lying.has(at)) yield { type: 'file-kept', document: id, path: `${id}/${at}`, reason }
  }
}
