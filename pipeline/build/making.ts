import {
  sha256,
  type BuildEvent,
  type Finding,
  type Manifest,
  type ManifestFile,
  type PlannedJob,
  type Sha256,
} from '../model/index.js'
import {
  besidePath,
  fingerprintAgain,
  isOurs,
  type BesideWord,
  type FileState,
  type FingerprintedJob,
  type TheirsAt,
} from '../plan/index.js'
import type { FolderState, Journal, WriteFile } from '../write/index.js'
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
  readonly theirsAt: TheirsAt
  /** Where a packet prints our file and a person’s lies beside it: the path of theirs → what there is to say. */
  readonly differenceAt: (path: string) => Finding | null
  /** What the manifest claims when every job is done or blocked by a message. */
  readonly key: string | null
}

/** A file that is rendered and waits to be written. */
export interface Ready {
  readonly planned: PlannedJob
  /** Where it goes: beside a person’s file, under another name. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly entry: ManifestFile
}

/** A document’s files while they are made. */
export interface Making extends Work {
  readonly folder: string
  readonly journal: Journal
  readonly write: WriteFile
  readonly jobOf: ReadonlyMap<string, FingerprintedJob>
  /** Rendered and not yet written. */
  ready: Ready[]
  /** Messages of files that were told: one about a file that many take is told once. */
  readonly told: Set<string>
  /** Files of no record that turned out to be a person’s: their bytes are not what we would make. */
  readonly found: Map<string, Sha256>
  /** What making the files said of the whole document, to be said again. */
  readonly said: Finding[]
  /** A file is missing that only another try can make. */
  incomplete: boolean
}

export type Events = AsyncGenerator<BuildEvent, void>

/** A finding as an event about a document. */
export const message = (id: string, finding: Finding): BuildEvent => ({
  type: 'message',
  document: id,
  finding,
})

/** An entry with a person’s bytes as they lie there; ours has none. */
export function withTheirs(
  { theirs: before, ...entry }: ManifestFile,
  lying?: Sha256,
): ManifestFile {
  const theirs = lying ?? before
  return entry.owner === 'person' && theirs !== undefined ? { ...entry, theirs } : entry
}

/** What making files said, each once. */
export function* tellOnce(
  making: Making,
  findings: readonly Finding[],
): Generator<BuildEvent, void> {
  for (const finding of findings) {
    const key = JSON.stringify(finding)
    if (making.told.has(key)) continue
    making.told.add(key)
    yield message(making.id, finding)
  }
}

/** What is recorded of a file of ours. */
export function entryOf(
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
export function blockedEntry(
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

/** The first name beside a path where nothing of a person’s lies. */
export async function freeBeside(making: Making, path: string, word: BesideWord): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = besidePath(path, word, number)
    const kind = await making.run.host.kindOf(`${making.folder}/${candidate}`)
    const file = making.files.get(candidate)
    const recorded = making.journal.files.get(candidate)
    const ours = file !== undefined && isOurs(file, recorded, making.state.salvaged)
    if (kind === null || (ours && word === '新')) return candidate
  }
}

/** The hash of a person’s file at a path, known before or found out since. */
export const theirsNow =
  (making: Making): TheirsAt =>
  (path) =>
    making.found.get(path) ?? making.theirsAt(path)

/** The job of a planned file. One that takes a file which turned out to be a person’s is made from another one than it was planned with. */
export function jobAt(making: Making, path: string): FingerprintedJob {
  const job = making.jobOf.get(path)
  if (job === undefined) throw new Error(`${path} is to be made and has no job`)
  if (!job.job.dependsOn.some((taken) => making.found.has(taken))) return job
  const { run, faces, jobOf } = making
  return fingerprintAgain(
    job.job,
    { build: run.build, epoch: run.epoch },
    new Map([...jobOf].map(([at, { fingerprint }]) => [at, fingerprint])),
    faces.assetsOf,
    theirsNow(making),
  )
}
