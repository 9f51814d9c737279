import {
  sha256,
  sha256OfAll,
  type Format,
  type Job,
  type Layout,
  type Sha256,
} from '../model/index.js'
import { digestLayout, type Digest } from './digest-layout.js'
import { labels } from './labels.js'

/** What files are made under, besides what they show. */
export interface Circumstances {
  /** A hash over the compiled code and the locked libraries: other code may draw the same layout in another way. */
  readonly build: string
  /** SOURCE_DATE_EPOCH, where it is set. */
  readonly epoch: string | null
}

/** A job and what its file is made from. */
export interface FingerprintedJob {
  readonly job: Job
  readonly fingerprint: Sha256
  readonly digests: readonly Digest[]
}

/** Which font files a job’s file is drawn with: only PDF holds fonts, Word and Excel name them. */
export type FacesOf = (job: Job) => readonly { readonly path: string; readonly sha256: Sha256 }[]

const drawnWithFaces: ReadonlySet<Format> = new Set(['pdf'])

/**
 * The hash of a person’s file that lies where a job’s would: a ZIP takes that one, a packet prints ours. Null where there is none.
 */
export type TheirsAt = (path: string) => Sha256 | null

const nobodys: TheirsAt = () => null

function circumstanceDigests(
  job: Job,
  circumstances: Circumstances,
  dependencies: ReadonlyMap<string, string>,
  facesOf: FacesOf,
  theirsAt: TheirsAt,
): readonly Digest[] {
  const taken = (path: string): string =>
    (job.layout.type === 'bundle' ? theirsAt(path) : null) ?? dependencies.get(path) ?? ''
  const faces = drawnWithFaces.has(job.format) ? facesOf(job).map((face) => face.sha256) : []
  return [
    ...job.assets.map((asset): Digest => [labels.asset(asset.path), asset.sha256]),
    ...job.dependsOn.map((path): Digest => [labels.dependency(path), taken(path)]),
    ...(faces.length > 0 ? [[labels.faces, sha256(faces.join('\n')).slice(0, 12)] as const] : []),
    ...(circumstances.epoch === null ? [] : [[labels.epoch, circumstances.epoch] as const]),
    [labels.program, circumstances.build.slice(0, 12)],
  ]
}

function* piecesAfter(frame: string, layout: Layout): Generator<string> {
  yield frame
  yield* piecesOf(layout)
}

/** A layout as JSON, a large one in pieces: row by row where it has rows. */
function* piecesOf(layout: Layout): Generator<string> {
  if (layout.type !== 'workbook') {
    yield JSON.stringify(layout)
    return
  }
  const { sheets, ...rest } = layout
  yield JSON.stringify(rest)
  for (const { rows, ...sheet } of sheets) {
    yield JSON.stringify(sheet)
    for (const row of rows) yield JSON.stringify(row)
  }
}

/**
 * One job with its fingerprint, where those of what it takes are known: for one that is made from another file than it was planned with.
 */
export function fingerprintAgain(
  job: Job,
  circumstances: Circumstances,
  dependencies: ReadonlyMap<string, string>,
  facesOf: FacesOf,
  theirsAt: TheirsAt,
): FingerprintedJob {
  const around = circumstanceDigests(job, circumstances, dependencies, facesOf, theirsAt)
  const { format, layout } = job
  const frame = JSON.stringify({ format, around, build: circumstances.build })
  const fingerprint = sha256OfAll(piecesAfter(frame, layout))
  return { job, fingerprint, digests: [...digestLayout(layout), ...around] }
}

/**
 * Jobs with their fingerprints. A fingerprint is a hash over the whole layout and all circumstances, so nothing about inputs is declared
 * by hand: what does not change what is seen does not change it. A job’s dependencies stand before it in `jobs`.
 */
export function fingerprintJobs(
  jobs: readonly Job[],
  circumstances: Circumstances,
  facesOf: FacesOf,
  theirsAt: TheirsAt = nobodys,
): readonly FingerprintedJob[] {
  const fingerprints = new Map<string, Sha256>()
  return jobs.map((job) => {
    const made = fingerprintAgain(job, circumstances, fingerprints, facesOf, theirsAt)
    fingerprints.set(job.path, made.fingerprint)
    return made
  })
}
