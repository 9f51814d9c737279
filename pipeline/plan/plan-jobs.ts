import type { ManifestFile, PlannedJob, Reason } from '../model/index.js'
import { pathBeside } from './beside.js'
import { firstDifference } from './first-difference.js'
import type { FingerprintedJob } from './fingerprint-jobs.js'
import { isOurs, type FileState } from './is-ours.js'
import { labels } from './labels.js'

export interface PlanInput {
  readonly jobs: readonly FingerprintedJob[]
  /** Paths of jobs that a message keeps from being made. */
  readonly blocked: ReadonlySet<string>
  /** What the manifest records, by path. */
  readonly recorded: Readonly<Record<string, ManifestFile>>
  /** Hashes of ours that an unreadable or older manifest still shows. */
  readonly salvaged: ReadonlySet<string>
  /** What lies in the output, at least for the paths of the jobs and of the manifest. */
  readonly files: ReadonlyMap<string, FileState>
  /** The jobs are all that there are: what is recorded and in none of them is removed. */
  readonly complete: boolean
  readonly force: boolean
}

type Decision = readonly [PlannedJob['action'], Reason]

const changed = (recorded: ManifestFile, job: FingerprintedJob): Reason => ({
  type: 'changed',
  first: firstDifference(recorded.digests, job.digests) ?? labels.content,
})

/** What is to happen with the file of a job, where one lies there that is ours. */
function decideOurs(
  job: FingerprintedJob,
  file: FileState,
  recorded: ManifestFile | undefined,
  force: boolean,
): Decision {
  if (force) return ['make', { type: 'forced' }]
  // Not in the manifest, or a build that was cut short had begun to replace it: what it was made from is not known.
  if (recorded?.sha256 == null) return ['make', { type: 'damaged' }]
  if (recorded.fingerprint !== job.fingerprint) return ['make', changed(recorded, job)]
  return recorded.sha256 === file.sha256
    ? ['keep', { type: 'fresh' }]
    : ['make', { type: 'damaged' }]
}

/** What is to happen with the file of a job, where one lies there that is not ours. */
function decideTheirs(
  job: FingerprintedJob,
  recorded: ManifestFile | undefined,
  force: boolean,
): Decision {
  if (force) return ['make', { type: 'forced' }]
  if (recorded?.sha256 != null && recorded.fingerprint === job.fingerprint) {
    return ['keep', { type: 'edited-fresh' }]
  }
  return ['make-beside', { type: 'edited-changed' }]
}

function decide(job: FingerprintedJob, input: PlanInput): Decision {
  const { path } = job.job
  const recorded = input.recorded[path]
  if (input.blocked.has(path)) return ['keep', { type: 'blocked' }]
  const file = input.files.get(path)
  if (file === undefined) return ['make', { type: recorded === undefined ? 'new' : 'missing' }]
  if (isOurs(file, recorded, input.salvaged)) return decideOurs(job, file, recorded, input.force)
  return file.whole ? decideTheirs(job, recorded, input.force) : ['make', { type: 'damaged' }]
}

/** What is to happen with a recorded file that no job names: removed if it is ours, left if it is a person’s. */
function decideOrphan(
  path: string,
  recorded: ManifestFile,
  input: PlanInput,
  decided: ReadonlyMap<string, Decision>,
): Decision | null {
  const file = input.files.get(path)
  if (file === undefined) return null
  const base = pathBeside(path)
  const baseDecision = base === null ? undefined : decided.get(base)
  const reason = baseDecision?.[1].type
  // Our new file beside a person’s stays as long as the person’s does, and is replaced when a newer one is written.
  if (reason === 'edited-fresh') return ['keep', { type: 'edited-fresh' }]
  if (reason === 'edited-changed' || reason === 'blocked') return null
  if (base !== null && baseDecision === undefined && !input.complete) return null
  return isOurs(file, recorded, input.salvaged)
    ? ['remove', { type: 'orphaned' }]
    : ['keep', { type: 'edited-fresh' }]
}

/**
 * Jobs and what the output holds → what is to happen with each file, and why. A file whose bytes are not ours is a person’s: it is left,
 * counts as fresh until the job’s fingerprint changes, and then the new one is written beside it.
 */
export function planJobs(input: PlanInput): readonly PlannedJob[] {
  const decided = new Map(input.jobs.map((job) => [job.job.path, decide(job, input)] as const))
  const ofJobs = input.jobs.map(({ job, fingerprint }): PlannedJob => {
    const [action, reason] = decided.get(job.path) ?? ['keep', { type: 'fresh' }]
    const { path, product, agency } = job
    return { path, product, agency, action, reason, fingerprint }
  })
  if (!input.complete) return ofJobs
  const orphans = Object.entries(input.recorded)
    .filter(([path]) => !decided.has(path))
    .flatMap(([path, recorded]): readonly PlannedJob[] => {
      const decision = decideOrphan(path, recorded, input, decided)
      if (decision === null) return []
      const [action, reason] = decision
      const { product, agency } = recorded
      return [{ path, product, agency, action, reason, fingerprint: recorded.fingerprint }]
    })
  return [...ofJobs, ...orphans]
}
