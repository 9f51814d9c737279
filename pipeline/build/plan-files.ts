import type { RecordedFile } from '../compose/index.js'
import { makeFinding } from '../messages/index.js'
import type { Finding, Job, ManifestFile, PlannedJob, Sha256 } from '../model/index.js'
import {
  fingerprintJobs,
  isOurs,
  planJobs,
  type FileState,
  type FingerprintedJob,
  type TheirsAt,
} from '../plan/index.js'
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
  /** Where a packet prints our file and what is sent beside it is a person’s. */
  readonly differences: readonly Finding[]
  /** The same for a file that may turn out to be a person’s. */
  readonly differenceAt: (path: string) => Finding | null
  /** Which files of jobs are a person’s. */
  readonly theirsAt: TheirsAt
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

/**
 * The hash of a person’s file at the path of a job; by force ours takes its place. A file that nothing is recorded of counts as ours until ours is
 * rendered and differs: a manifest that was lost must not make every file a person’s.
 */
function theirsIn(
  { manifest, salvaged }: FolderState,
  files: ReadonlyMap<string, FileState>,
  force: boolean,
): TheirsAt {
  return (path): Sha256 | null => {
    const file = files.get(path)
    const recorded: ManifestFile | undefined = manifest?.files[path]
    if (force || file === undefined || !file.whole || recorded === undefined) return null
    return isOurs(file, recorded, salvaged) ? null : file.sha256
  }
}

const stem = (path: string) => path.replace(/\.[^./]+$/, '')

/** What there is to say of a person’s file where a packet prints ours, in any format: an edited circular in Word beside the PDF that is bound. */
function differenceIn(jobs: readonly Job[], id: string): (path: string) => Finding | null {
  const bound = new Set(
    jobs.filter(({ layout }) => layout.type === 'packet').flatMap((job) => job.dependsOn.map(stem)),
  )
  return (path) => {
    const about = `${id}/${path}`
    return bound.has(stem(path))
      ? makeFinding('packet-prints-ours', { path: about, values: { path: about } })
      : null
  }
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
  const folder = `${output}/${id}`
  const state = await readManifest(host, folder)
  const recorded = state.manifest?.files ?? {}
  const paths = new Set([...jobs.map((job) => job.path), ...Object.keys(recorded)])
  const files = await lookAtFiles(host, folder, [...paths])
  const theirsAt = theirsIn(state, files, options.force === true)
  const differenceAt = differenceIn(jobs, id)
  const fingerprinted = fingerprintJobs(jobs, { build, epoch }, faces.assetsOf, theirsAt)
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
    differences: jobs
      .filter(({ path }) => theirsAt(path) !== null)
      .flatMap(({ path }) => differenceAt(path) ?? []),
    differenceAt,
    theirsAt,
    blocking: lacks.flatMap(([, finding]) => (finding === null ? [] : [finding])),
  }
}

/** The files that lie there once a plan is carried out. */
export function filesAfter({ planned, files }: FilesPlan): readonly RecordedFile[] {
  return planned
    .filter(({ action, reason, path }) =>
      reason.type === 'blocked' ? files.has(path) : action !== 'remove',
    )
    .map(({ path, product, agency }) => ({ path, product, agency }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
