import { makeFinding } from '../messages/index.js'
import type { Finding, Job, PlannedJob } from '../model/index.js'
import { fingerprintJobs, planJobs, type FileState, type FingerprintedJob } from '../plan/index.js'
import { lookAtFiles, manifestName, readManifest, type FolderState } from '../write/index.js'
import type { Run } from './run.js'
import type { Shared } from './shared.js'

/** What is to be done in a document’s folder, and what was found there. */
export interface FilesPlan {
  readonly state: FolderState
  readonly files: ReadonlyMap<string, FileState>
  readonly jobs: readonly FingerprintedJob[]
  readonly planned: readonly PlannedJob[]
  /** About the faces: told once a run. */
  readonly faceFindings: readonly Finding[]
  /** About the document’s folder as it was found. */
  readonly findings: readonly Finding[]
  /** What keeps single files from being made: a PDF whose faces are not installed. */
  readonly blocking: readonly Finding[]
}

/** What is wanted of a document’s folder. */
interface Intent {
  readonly jobs: readonly Job[]
  /** The jobs are all that there are. */
  readonly complete: boolean
  /** What reading and composing found: an error can block an agency’s files, or one. */
  readonly findings: readonly Finding[]
}

/** Paths of jobs that an error keeps from being made: those of an agency, or one file. */
function blockedPaths(jobs: readonly Job[], findings: readonly Finding[]): ReadonlySet<string> {
  const blocks = findings
    .filter((finding) => finding.severity === 'error')
    .flatMap((finding) => (finding.blocks === null ? [] : [finding.blocks]))
  const isBlocked = (job: Job) =>
    blocks.some(
      (block) =>
        (block.what === 'agency' && block.name === job.agency) ||
        (block.what === 'file' && block.path === job.path),
    )
  return new Set(jobs.filter(isBlocked).map((job) => job.path))
}

/** Compares what is to be seen with what lies in the output and what the manifest says of it. */
export async function planFiles(
  { host, output, build, epoch, options }: Run,
  { faces }: Shared,
  id: string,
  { jobs, complete, findings }: Intent,
): Promise<FilesPlan> {
  const faceFindings = await faces.find(jobs)
  const lacks = jobs.map((job) => [job.path, faces.lackOf(job, `${id}/${job.path}`)] as const)
  const lacking = lacks.flatMap(([path, finding]) => (finding === null ? [] : [path]))
  const fingerprinted = fingerprintJobs(jobs, { build, epoch }, faces.assetsOf)
  const folder = `${output}/${id}`
  const state = await readManifest(host, folder)
  const recorded = state.manifest?.files ?? {}
  const paths = new Set([...jobs.map((job) => job.path), ...Object.keys(recorded)])
  const files = await lookAtFiles(host, folder, [...paths])
  const planned = planJobs({
    jobs: fingerprinted,
    blocked: new Set([...blockedPaths(jobs, findings), ...lacking]),
    recorded,
    salvaged: state.salvaged,
    files,
    complete,
    force: options.force === true,
  })
  const values = { path: `${id}/${manifestName}` }
  return {
    state,
    files,
    jobs: fingerprinted,
    planned,
    faceFindings,
    findings: state.damaged
      ? [makeFinding('manifest-readable', { values, path: values.path })]
      : [],
    blocking: lacks.flatMap(([, finding]) => (finding === null ? [] : [finding])),
  }
}
