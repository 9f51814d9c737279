import { HostError } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import {
  sha256,
  type BuildEvent,
  type Finding,
  type Manifest,
  type ManifestFile,
  type PlannedJob,
} from '../model/index.js'
import {
  besidePath,
  isOurs,
  pathBeside,
  type BesideWord,
  type FileState,
  type FingerprintedJob,
} from '../plan/index.js'
import { renderJob } from '../render/render-job.js'
import {
  fileWriter,
  openJournal,
  refusalFinding,
  removeFile,
  type FolderState,
  type Journal,
  type WriteFile,
} from '../write/index.js'
import type { FaceBook } from './face-book.js'
import type { Run } from './run.js'

/** What is known of a document once it is planned, to be recorded when its files are made. */
export interface Work {
  readonly run: Run
  readonly id: string
  readonly state: FolderState
  readonly files: ReadonlyMap<string, FileState>
  readonly jobs: readonly FingerprintedJob[]
  readonly planned: readonly PlannedJob[]
  readonly about: Omit<Manifest, 'schemaVersion' | 'files' | 'key'>
  /** The jobs are all that there are. */
  readonly complete: boolean
  readonly faces: FaceBook
  /** What the manifest claims when every job is done or blocked by a message. */
  readonly key: string | null
}

type Events = AsyncGenerator<BuildEvent, void>

/** A file that is rendered and waits to be written. */
interface Ready {
  readonly planned: PlannedJob
  /** Where it goes: beside a person’s file, under another name. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly entry: ManifestFile
}

/** A document’s files while they are made. */
interface Making extends Work {
  readonly folder: string
  readonly journal: Journal
  readonly write: WriteFile
  readonly jobOf: ReadonlyMap<string, FingerprintedJob>
  /** A file is missing that only another try can make. */
  incomplete: boolean
}

/** Rendered files wait at most this long, or until there are this many, before they are written and recorded together. */
const longestWait = 1000
const mostWaiting = 16

const message = (id: string, finding: Finding): BuildEvent => ({
  type: 'message',
  document: id,
  finding,
})

function entryOf(
  job: FingerprintedJob,
  bytes: Uint8Array,
  messages: readonly Finding[],
): ManifestFile {
  return {
    sha256: sha256(bytes),
    alsoOurs: [],
    fingerprint: job.fingerprint,
    digests: job.digests.map(([label, value]) => [label, value]),
    product: job.job.product,
    agency: job.job.agency,
    owner: 'ours',
    stale: false,
    messages: [...messages],
  }
}

/** What is recorded of a file that a message keeps from being made: what lay there before, stale; and the message, to be said again. */
function blockedEntry(
  making: Making,
  planned: PlannedJob,
  messages: readonly Finding[],
): ManifestFile | null {
  const before = making.journal.files.get(planned.path)
  const job = making.jobOf.get(planned.path)
  if (before !== undefined && (job === undefined || making.files.has(planned.path))) {
    return { ...before, stale: true, messages: [...messages] }
  }
  if (job === undefined) return null
  return { ...entryOf(job, new Uint8Array(), messages), sha256: null, stale: true }
}

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
      journal.record(path, { ...before, product, agency, alsoOurs: [], owner, stale: false })
      for (const finding of before.messages) yield message(id, finding)
    }
    // A file that is blocked and was never made is not there to be kept.
    if (making.files.has(path))
      yield { type: 'file-kept', document: id, path: `${id}/${path}`, reason }
  }
}

/** The first name beside a path where nothing of a person’s lies. */
async function freeBeside(making: Making, path: string, word: BesideWord): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = besidePath(path, word, number)
    const kind = await making.run.host.kindOf(`${making.folder}/${candidate}`)
    const file = making.files.get(candidate)
    const recorded = making.journal.files.get(candidate)
    const ours = file !== undefined && isOurs(file, recorded, making.state.salvaged)
    if (kind === null || (ours && word === '新')) return candidate
  }
}

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
async function* writeReady(making: Making, ready: readonly Ready[]): Events {
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
      journal.record(planned.path, { ...entry, owner: 'person', messages: [] })
      yield message(id, makeFinding('edited-file-is-current', { values, path: values.path }))
    }
    for (const each of entry.messages) yield message(id, each)
    const { reason } = planned
    const { length } = bytes
    yield { type: 'file-written', document: id, path: `${id}/${path}`, bytes: length, reason }
  }
}

/** Renders one file. Its bytes may be those that a person’s file of unknown origin has already: then that one is ours. */
async function* renderOne(
  making: Making,
  planned: PlannedJob,
): AsyncGenerator<BuildEvent, Ready | null> {
  const { id, journal } = making
  const job = making.jobOf.get(planned.path)
  if (job === undefined) throw new Error(`${planned.path} is to be made and has no job`)
  yield { type: 'file-started', document: id, path: `${id}/${planned.path}` }
  const { bytes, findings } = await renderJob(job.job, () => making.faces.facesFor(job.job))
  if (bytes === null) {
    const entry = blockedEntry(making, planned, findings)
    if (entry !== null) journal.record(planned.path, entry)
    const finding = findings.find((each) => each.severity === 'error')
    if (finding === undefined) throw new Error(`${planned.path} was not made, and nothing says why`)
    for (const each of findings) if (each !== finding) yield message(id, each)
    yield { type: 'file-failed', document: id, path: `${id}/${planned.path}`, finding }
    return null
  }
  const entry = entryOf(job, bytes, findings)
  if (planned.action === 'make') return { planned, path: planned.path, bytes, entry }
  if (making.files.get(planned.path)?.sha256 === entry.sha256) {
    journal.record(planned.path, entry)
    yield {
      type: 'file-kept',
      document: id,
      path: `${id}/${planned.path}`,
      reason: { type: 'fresh' },
    }
    return null
  }
  return { planned, path: await freeBeside(making, planned.path, '新'), bytes, entry }
}

async function* makeAll(making: Making): Events {
  const { host, options } = making.run
  let ready: Ready[] = []
  let since: number | null = null
  for (const planned of making.planned) {
    if (planned.action !== 'make' && planned.action !== 'make-beside') continue
    if (options.signal?.aborted === true) {
      making.incomplete = true
      break
    }
    const rendered = yield* renderOne(making, planned)
    if (rendered !== null) ready.push(rendered)
    // The first file is written at once, so that a person sees something; the others wait for each other.
    if (since === null || host.now() - since >= longestWait || ready.length >= mostWaiting) {
      yield* writeReady(making, ready)
      ready = []
      since = host.now()
    }
  }
  yield* writeReady(making, ready)
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
function recordOf({ about, key, complete, state }: Work, incomplete: boolean) {
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
    incomplete: false,
  }
  try {
    yield* keepFiles(making)
    dropMissing(making)
    yield* makeAll(making)
    yield* removeOrphans(making)
    await making.journal.finish(recordOf(work, making.incomplete))
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    yield message(id, refusalFinding(error, error.path))
    making.incomplete = true
  }
  return !making.incomplete
}
