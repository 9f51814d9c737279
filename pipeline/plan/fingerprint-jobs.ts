import { sha256, type Format, type Job, type Sha256 } from '../model/index.js'
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

function circumstanceDigests(
  job: Job,
  circumstances: Circumstances,
  dependencies: ReadonlyMap<string, string>,
  facesOf: FacesOf,
): readonly Digest[] {
  const faces = drawnWithFaces.has(job.format) ? facesOf(job).map((face) => face.sha256) : []
  return [
    ...job.assets.map((asset): Digest => [labels.asset(asset.path), asset.sha256]),
    ...job.dependsOn.map((path): Digest => [labels.dependency(path), dependencies.get(path) ?? '']),
    ...(faces.length > 0 ? [[labels.faces, sha256(faces.join('\n')).slice(0, 12)] as const] : []),
    ...(circumstances.epoch === null ? [] : [[labels.epoch, circumstances.epoch] as const]),
    [labels.program, circumstances.build.slice(0, 12)],
  ]
}

/**
 * Jobs with their fingerprints. A fingerprint is a hash over the whole layout and all circumstances, so nothing about inputs is declared
 * by hand: what does not change what is seen does not change it. A job’s dependencies stand before it in `jobs`.
 */
export function fingerprintJobs(
  jobs: readonly Job[],
  circumstances: Circumstances,
  facesOf: FacesOf,
): readonly FingerprintedJob[] {
  const fingerprints = new Map<string, Sha256>()
  return jobs.map((job) => {
    const around = circumstanceDigests(job, circumstances, fingerprints, facesOf)
    const fingerprint = sha256(
      JSON.stringify({
        format: job.format,
        layout: job.layout,
        around,
        build: circumstances.build,
      }),
    )
    fingerprints.set(job.path, fingerprint)
    return { job, fingerprint, digests: [...digestLayout(job.layout), ...around] }
  })
}
