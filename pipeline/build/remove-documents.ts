import { HostError, type Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { BuildEvent, Manifest, PlannedJob } from '../model/index.js'
import { isOurs } from '../plan/is-ours.js'
import { lockFolder, lookAtFiles, manifestName, readManifest, removeFile } from '../write/index.js'
import { aboveOutput, toldFromOutput } from './relocate.js'
import type { Run } from './run.js'

type Events = AsyncGenerator<BuildEvent, void>

/** Documents that the output folder holds: each has a manifest. */
async function recordedDocuments(host: Host, output: string): Promise<readonly string[]> {
  const documents: string[] = []
  for (const { name, kind } of (await host.list(output)) ?? []) {
    if (kind !== 'folder') continue
    const { manifest } = await readManifest(host, `${output}/${name}`)
    if (manifest !== null) documents.push(name)
  }
  return documents
}

/** Removes what a manifest records, unchanged since, then the manifest; what a person edited is left and named. */
async function* removeRecorded(host: Host, output: string, id: string, manifest: Manifest): Events {
  const folder = `${output}/${id}`
  const files = await lookAtFiles(host, folder, Object.keys(manifest.files))
  for (const [path, file] of files) {
    const about = { document: id, path: `${id}/${path}` }
    if (!isOurs(file, manifest.files[path], new Set())) {
      const finding = makeFinding('edited-file-has-a-task', { values: { path: about.path } })
      yield { type: 'message', document: id, finding }
      yield { type: 'file-kept', ...about, reason: { type: 'edited-fresh' } }
      continue
    }
    const finding = await removeFile(host, folder, path)
    if (finding !== null) {
      yield { type: 'file-failed', ...about, finding }
      return
    }
    yield { type: 'file-removed', ...about, reason: { type: 'orphaned' } }
  }
  await removeFile(host, folder, manifestName)
}

async function* removeDocument(host: Host, output: string, id: string): Events {
  const lock = await lockFolder(host, output, id)
  if (lock.type === 'refused') {
    yield { type: 'message', document: id, finding: lock.finding }
    return
  }
  try {
    // Read again: another build may have ended before the lock was ours.
    const { manifest } = await readManifest(host, `${output}/${id}`)
    if (manifest !== null) yield* removeRecorded(host, output, id, manifest)
  } finally {
    await lock.release()
  }
  const left = await host.list(`${output}/${id}`)
  if (left?.length === 0) await host.remove(`${output}/${id}`)
}

/** Removes the files of documents whose source is gone. */
export async function* removeGone(run: Run, ids: readonly string[]): Events {
  const { host, output } = run
  for (const id of ids) yield* guarded(id, removeDocument(host, output, id))
}

/** What `removeGone` would do, file by file. */
export async function* planGone({ host, output }: Run, ids: readonly string[]): Events {
  for (const id of ids) {
    const { manifest } = await readManifest(host, `${output}/${id}`)
    const recorded = manifest?.files ?? {}
    const files = await lookAtFiles(host, `${output}/${id}`, Object.keys(recorded))
    const jobs = Object.entries(recorded).flatMap(([path, entry]): readonly PlannedJob[] => {
      const file = files.get(path)
      if (file === undefined) return []
      const { product, agency, fingerprint } = entry
      const about = { path, product, agency, fingerprint }
      return isOurs(file, entry, new Set())
        ? [{ ...about, action: 'remove', reason: { type: 'orphaned' } }]
        : [{ ...about, action: 'keep', reason: { type: 'edited-fresh' } }]
    })
    yield { type: 'planned', document: id, jobs }
  }
}

/** Removes what manifests record, unchanged since, of all documents in an output folder and of what was made from them together, and names what it leaves. */
export async function* removeAll(host: Host, output: string): Events {
  for (const id of await recordedDocuments(host, output)) {
    yield* guarded(id, removeDocument(host, output, id))
  }
  const { manifest } = await readManifest(host, output)
  if (manifest === null) return
  const above = aboveOutput(output)
  const events = guarded(above.id, removeDocument(host, above.output, above.id))
  yield* toldFromOutput(above.id, events)
}

/** A folder that refuses is told of, and the next one is looked at. */
async function* guarded(id: string, events: Events): Events {
  try {
    yield* events
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const values = { path: error.path, code: error.code }
    const finding = makeFinding('output-folder-writable', { values, path: error.path })
    yield { type: 'message', document: id, finding }
  }
}
