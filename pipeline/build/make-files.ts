import { HostError } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { BuildEvent, Manifest, ManifestFile } from '../model/index.js'
import { pathBeside } from '../plan/index.js'
import { fileWriter, openJournal, refusalFinding, removeFile } from '../write/index.js'
import {
  blockedEntry,
  message,
  tellOnce,
  withTheirs,
  type Events,
  type Making,
  type Work,
} from './making.js'
import { renderOne, startRendering } from './render-files.js'
import { writeReady } from './write-ready.js'

/** Rendered files wait at most this long, or until there are this many, before they are written and recorded together. */
const longestWait = 1000
const mostWaiting = 16

function* keepFiles(making: Making): Generator<BuildEvent, void> {
  const { id, journal } = making
  for (const planned of making.planned.filter((each) => each.action === 'keep')) {
    const { path, reason } = planned
    const before = journal.files.get(path)
    const orphan = !making.jobOf.has(path)
    if (orphan && !making.jobOf.has(pathBeside(path) ?? '')) {
      const values = { path: `${id}/${path}` }
      journal.drop(path)
      yield message(id, makeFinding('edited-file-has-a-task', { values, path: values.path }))
    } else if (reason.type === 'blocked') {
      const entry = blockedEntry(making, planned, [])
      if (entry !== null) journal.record(path, entry)
    } else if (before !== undefined && !orphan) {
      const owner = reason.type === 'edited-fresh' ? 'person' : 'ours'
      const { product, agency } = planned
      const kept: ManifestFile = { ...before, product, agency, alsoOurs: [], owner, stale: false }
      journal.record(path, withTheirs(kept, making.files.get(path)?.sha256))
      yield* tellOnce(making, before.messages)
    }
    // A file that is blocked and was never made is not there to be kept.
    if (making.files.has(path))
      yield { type: 'file-kept', document: id, path: `${id}/${path}`, reason }
  }
}

async function* makeAll(making: Making): Events {
  const { host, options } = making.run
  let since: number | null = null
  const todo = making.planned.filter(({ action }) => action === 'make' || action === 'make-beside')
  const render = startRendering(making, todo)
  for (const [index, planned] of todo.entries()) {
    if (options.signal?.aborted === true) {
      making.incomplete = true
      break
    }
    const rendered = yield* renderOne(making, planned, () => render(index))
    if (rendered !== null) making.ready.push(rendered)
    // The first file is written at once, so that a person sees something; the others wait for each other.
    if (since === null || host.now() - since >= longestWait || making.ready.length >= mostWaiting) {
      yield* writeReady(making, making.ready)
      making.ready = []
      since = host.now()
    }
  }
  yield* writeReady(making, making.ready)
  making.ready = []
}

const fold = (path: string) => path.normalize('NFC').toLowerCase()

async function* removeOrphans(making: Making): Events {
  const { id, journal } = making
  // Where a disk folds case, the file of an old name can be the file of a new one.
  const living = new Set([...making.jobOf.keys()].map(fold))
  for (const { path, reason } of making.planned.filter((each) => each.action === 'remove')) {
    const finding = living.has(fold(path))
      ? null
      : await removeFile(making.run.host, making.folder, path)
    if (finding === null) {
      journal.drop(path)
      yield { type: 'file-removed', document: id, path: `${id}/${path}`, reason }
    } else {
      making.incomplete = true
      yield { type: 'file-failed', document: id, path: `${id}/${path}`, finding }
    }
  }
}

/** Entries of files that are no longer there and that no job names. */
function dropMissing(making: Making): void {
  if (!making.complete) return
  for (const path of [...making.journal.files.keys()]) {
    const beside = making.jobOf.has(pathBeside(path) ?? '') && making.files.has(path)
    if (!making.jobOf.has(path) && !beside && !making.planned.some((each) => each.path === path)) {
      making.journal.drop(path)
    }
  }
}

const noManifest = (about: Work['about']): Manifest => ({
  schemaVersion: 1,
  key: null,
  ...about,
  files: {},
})

/** What the manifest says of the whole document when this work is done. A part of the files says nothing of the others: what held before holds on. */
function recordOf({ about: planned, key, complete, state, incomplete, said }: Making) {
  const about = { ...planned, messages: [...planned.messages, ...said] }
  if (complete) return { ...about, key: incomplete ? null : key }
  const { manifest } = state
  const held = !incomplete && manifest !== null && manifest.key === key
  return held ? manifest : { ...about, key: null }
}

/**
 * Carries out a plan under the document’s lock: keeps, renders, writes, removes, and records each file as soon as it lies there. Returns whether
 * all was done that could be done. A folder that refuses the manifest ends the document: without a record nothing more is written.
 */
export async function* makeFiles(work: Work): AsyncGenerator<BuildEvent, boolean> {
  const { run, id, state, about } = work
  const folder = `${run.output}/${id}`
  const manifest = state.manifest ?? noManifest(about)
  const making: Making = {
    ...work,
    folder,
    journal: openJournal(run.host, folder, { manifest, text: state.text }),
    write: fileWriter(run.host, folder),
    jobOf: new Map(work.jobs.map((job) => [job.job.path, job])),
    ready: [],
    told: new Set(),
    found: new Map(),
    said: [],
    incomplete: false,
  }
  try {
    yield* keepFiles(making)
    dropMissing(making)
    yield* makeAll(making)
    yield* removeOrphans(making)
    await making.journal.finish(recordOf(making))
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    yield message(id, refusalFinding(error, error.path))
    making.incomplete = true
  }
  return !making.incomplete
}
