import { sha256 } from '../model/hash.js'
import type { BuildEvent, PlannedJob } from '../model/index.js'
import type { NoticeRows } from '../compose/index.js'
import { isVerified } from '../plan/is-verified.js'
import { lookAtFiles } from '../write/look-at-files.js'
import { readManifest } from '../write/manifest-file.js'
import { reasonOf } from './fresh-document.js'
import { findNotices, inputsOf } from './recorded-notices.js'
import type { Run } from './run.js'
import type { Shared } from './shared.js'

type Events<Result> = AsyncGenerator<BuildEvent, Result>

/** Tells of what is fresh as its build did; null where something must be looked at. */
async function* tellFresh({ host, output, options }: Run, key: string): Events<boolean> {
  const { manifest } = await readManifest(host, output)
  if (manifest?.key !== key) return false
  const files = await lookAtFiles(host, output, Object.keys(manifest.files))
  if (!isVerified(manifest, files)) return false
  const entries = Object.entries(manifest.files)
  const messages = [...manifest.messages, ...entries.flatMap(([, file]) => file.messages)]
  for (const finding of messages) yield { type: 'message', document: null, finding }
  const jobs = entries.map(([path, file]): PlannedJob => {
    const { product, agency, fingerprint } = file
    return { path, product, agency, action: 'keep', reason: reasonOf(file), fingerprint }
  })
  yield { type: 'planned', document: null, jobs }
  if (options.until === 'plan') return true
  for (const { path, reason } of jobs)
    if (files.has(path)) yield { type: 'file-kept', document: null, path, reason }
  return true
}

/**
 * What is made from all notices together, made last. Where the notices’ manifests, the settings and the templates are what they were, nothing is
 * read or composed. `planned`: notices that a plan found changed, as they will be.
 */
export async function* buildOverview(
  run: Run,
  open: () => Events<Shared | null>,
  planned: ReadonlyMap<string, NoticeRows>,
): Events<void> {
  const found = await findNotices(run)
  const parts = {
    notices: inputsOf(found),
    shared: await run.sharedKey(),
    build: run.build,
    epoch: run.epoch,
  }
  const key = sha256(JSON.stringify(parts))
  const mayBeFresh = run.everything && run.options.force !== true && planned.size === 0
  if (mayBeFresh && (yield* tellFresh(run, key))) return
  const shared = yield* open()
  if (shared === null) return
  const { makeOverview } = await import('./stages.js')
  yield* makeOverview(run, shared, found, { key, planned })
}
