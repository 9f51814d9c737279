import { HostError } from '../host/host.js'
import type { BuildEvent, PlannedJob } from '../model/index.js'
import {
  lockFolder,
  lookAtFiles,
  openJournal,
  readManifest,
  refusalFinding,
} from '../write/index.js'
import type { Run } from './run.js'

/**
 * A source that failed keeps its last outputs; the manifest marks them stale, so that no later build takes them for fresh without
 * having read the source.
 */
export async function* staleDocument(run: Run, id: string): AsyncGenerator<BuildEvent, void> {
  const { host, output, options } = run
  const folder = `${output}/${id}`
  const { manifest, text } = await readManifest(host, folder)
  if (manifest === null) return
  if ((options.until ?? 'write') === 'write') {
    const lock = await lockFolder(host, output, id)
    if (lock.type === 'refused') {
      yield { type: 'message', document: id, finding: lock.finding }
      return
    }
    try {
      const journal = openJournal(host, folder, { manifest, text })
      for (const [path, entry] of journal.files) journal.record(path, { ...entry, stale: true })
      const { source, title, messages, counts } = manifest
      await journal.finish({ key: null, source, title, messages, counts })
    } catch (error) {
      if (!(error instanceof HostError)) throw error
      yield { type: 'message', document: id, finding: refusalFinding(error, error.path) }
    } finally {
      await lock.release()
    }
  }
  if (options.until === 'read') return
  const lying = await lookAtFiles(host, folder, Object.keys(manifest.files))
  // Told of are files that lie there: one that was deleted, or never made for want of faces, is not kept.
  const jobs = Object.entries(manifest.files)
    .filter(([path]) => lying.has(path))
    .map(([path, { product, agency, fingerprint }]): PlannedJob => {
      return { path, product, agency, action: 'keep', reason: { type: 'stale' }, fingerprint }
    })
  yield { type: 'planned', document: id, jobs }
  if (options.until === 'plan') return
  for (const { path, reason } of jobs)
    yield { type: 'file-kept', document: id, path: `${id}/${path}`, reason }
}
