import { makeFinding } from '../messages/index.js'
import { sha256, type ManifestFile, type PlannedJob } from '../model/index.js'
import { isOurs } from '../plan/index.js'
import {
  freeBeside,
  message,
  tellOnce,
  withTheirs,
  type Events,
  type Making,
  type Ready,
} from './making.js'

/** By force: moves a file that is not ours aside before ours takes its place. */
async function* setAside(making: Making, planned: PlannedJob): Events {
  const file = making.files.get(planned.path)
  const recorded = making.journal.files.get(planned.path)
  const damaged = planned.reason.type === 'damaged'
  if (file === undefined || damaged || isOurs(file, recorded, making.state.salvaged)) return
  const beside = await freeBeside(making, planned.path, '旧')
  await making.run.host.rename(`${making.folder}/${planned.path}`, `${making.folder}/${beside}`)
  const values = { path: `${making.id}/${planned.path}`, beside: `${making.id}/${beside}` }
  yield message(making.id, makeFinding('edited-file-set-aside', { values, path: values.path }))
}

/** Writes what is ready, after the manifest says what is about to be written. */
export async function* writeReady(making: Making, ready: readonly Ready[]): Events {
  const { id, journal } = making
  if (ready.length === 0) return
  await journal.announce(
    ready.map(({ path, entry, bytes }) => ({ path, entry, sha256: sha256(bytes) })),
  )
  for (const { planned, path, bytes, entry } of ready) {
    if (planned.action === 'make') yield* setAside(making, planned)
    const finding = await making.write(path, bytes)
    if (finding !== null) {
      making.incomplete = true
      yield { type: 'file-failed', document: id, path: `${id}/${path}`, finding }
      continue
    }
    journal.record(path, entry)
    if (planned.action === 'make-beside') {
      const values = { path: `${id}/${planned.path}`, beside: `${id}/${path}` }
      const persons: ManifestFile = { ...entry, owner: 'person', messages: [] }
      journal.record(planned.path, withTheirs(persons, making.files.get(planned.path)?.sha256))
      yield message(id, makeFinding('edited-file-is-current', { values, path: values.path }))
    }
    yield* tellOnce(making, entry.messages)
    const { reason } = planned
    const { length } = bytes
    yield { type: 'file-written', document: id, path: `${id}/${path}`, bytes: length, reason }
  }
}
