import type { OverviewPaper, RecordedFile } from '../compose/index.js'
import { makeFinding } from '../messages/index.js'
import type { Finding, Job } from '../model/index.js'
import { fingerprintJobs, planJobs, type FingerprintedJob } from '../plan/index.js'
import { lookAtFiles, manifestName, readManifest } from '../write/index.js'
import type { FilesPlan } from './plan-files.js'
import type { Run } from './run.js'
import type { Shared } from './shared.js'

/** Jobs of a paper that keep their layouts only as long as there is room, and compose them again when they are asked for. */
function lazyJobs(paper: OverviewPaper, before: readonly RecordedFile[], jobs: readonly Job[]) {
  let kept = new WeakRef(jobs)
  const compose = (): readonly Job[] => {
    const known = kept.deref()
    if (known !== undefined) return known
    const again = paper.compose(before).jobs
    kept = new WeakRef(again)
    return again
  }
  return jobs.map(({ path, product, agency, format, assets, dependsOn }): Job => ({
    path,
    product,
    agency,
    format,
    assets,
    dependsOn,
    get layout() {
      const job = compose().find((each) => each.path === path)
      if (job === undefined) throw new Error(`${path} was composed once and not again`)
      return job.layout
    },
  }))
}

/** Papers composed and fingerprinted one after the other. */
interface ComposedPapers {
  readonly jobs: readonly FingerprintedJob[]
  /** About the faces: told once a run. */
  readonly faceFindings: readonly Finding[]
  readonly blocking: readonly Finding[]
  readonly lacking: ReadonlySet<string>
  readonly findings: readonly Finding[]
}

async function composePapers(
  { build, epoch }: Run,
  { faces }: Shared,
  papers: readonly OverviewPaper[],
): Promise<ComposedPapers> {
  const jobs: FingerprintedJob[] = []
  const faceFindings: Finding[] = []
  const blocking: Finding[] = []
  const findings: Finding[] = []
  const lacking = new Set<string>()
  let files: readonly RecordedFile[] = []
  for (const paper of papers) {
    const composed = paper.compose(files)
    if (composed.finding !== null) findings.push(composed.finding)
    faceFindings.push(...(await faces.find(composed.jobs)))
    for (const job of composed.jobs) {
      const lack = faces.lackOf(job, job.path)
      if (lack === null) continue
      blocking.push(lack)
      lacking.add(job.path)
    }
    const lazy = lazyJobs(paper, files, composed.jobs)
    const fingerprinted = fingerprintJobs(composed.jobs, { build, epoch }, faces.assetsOf)
    for (const [index, each] of fingerprinted.entries()) {
      const job = lazy[index]
      if (job !== undefined) jobs.push({ ...each, job })
    }
    files = [...files, ...lazy.filter(({ path }) => !lacking.has(path))]
  }
  return { jobs, faceFindings, blocking, lacking, findings }
}

/** What is to be done in the output folder itself; like the plan of a document, but paper by paper, so that none waits for another in memory. */
export async function planOverview(
  run: Run,
  shared: Shared,
  papers: readonly OverviewPaper[],
  isComplete: boolean,
): Promise<FilesPlan & { readonly complete: boolean }> {
  const { host, output, options } = run
  const composed = await composePapers(run, shared, papers)
  const { jobs, faceFindings, blocking, lacking, findings } = composed
  const state = await readManifest(host, output)
  const recorded = state.manifest?.files ?? {}
  const paths = new Set([...jobs.map(({ job }) => job.path), ...Object.keys(recorded)])
  const lying = await lookAtFiles(host, output, [...paths])
  // A paper that could not be worked out is missing from the jobs, not from the world.
  const complete = isComplete && findings.length === 0
  const planned = planJobs({
    jobs,
    blocked: lacking,
    recorded,
    salvaged: state.salvaged,
    files: lying,
    complete,
    force: options.force === true,
  })
  const values = { path: manifestName }
  const damaged = state.damaged
    ? [makeFinding('manifest-readable', { values, path: values.path })]
    : []
  return {
    state,
    files: lying,
    jobs,
    planned,
    complete,
    faceFindings,
    findings: [
      ...damaged,
      // The same message once, however many papers met it.
      ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
    ],
    blocking,
    differences: [],
    differenceAt: () => null,
    theirsAt: () => null,
  }
}
