import {
  composeOverview,
  noticeRows,
  type ComposedOverview,
  type MissingNotice,
  type NoticeRows,
} from '../compose/index.js'
import { sha256, type BuildEvent, type Finding } from '../model/index.js'
import { lockFolder, manifestName, removeFile, sweepLeftovers } from '../write/index.js'
import { longestName } from './longest-name.js'
import { makeFiles } from './make-files.js'
import { planOverview } from './plan-overview.js'
import { aboveOutput, toldFromOutput } from './relocate.js'
import { inputsOf, readModel, type NoticesFound, type RecordedNotice } from './recorded-notices.js'
import type { Run } from './run.js'
import type { Shared } from './shared.js'

type Events<Result> = AsyncGenerator<BuildEvent, Result>

const about = (finding: Finding): BuildEvent => ({ type: 'message', document: null, finding })

/** The rows of one recorded notice; its text is let go with it. */
async function readRows(
  run: Run,
  { settings }: Shared,
  notice: RecordedNotice,
): Promise<{ readonly rows: NoticeRows | null; readonly finding: Finding | null }> {
  const { document, finding } = await readModel(run, notice)
  if (document === null) return { rows: null, finding }
  const { files, messages } = notice.manifest
  const written = Object.entries(files).filter(([, file]) => file.sha256 !== null)
  const rows = noticeRows(document, {
    office: settings.office,
    index: settings.agencies,
    stale: files['document.json']?.stale === true,
    files: written.map(([path, { product, agency }]) => ({ path, product, agency })),
    findings: messages,
  })
  return { rows, finding: null }
}

interface Gathered {
  readonly notices: readonly NoticeRows[]
  readonly missing: readonly MissingNotice[]
  readonly findings: readonly Finding[]
}

/** Notice by notice what lists show. `planned`: notices as a plan sees them, before their files are made. */
async function gather(
  run: Run,
  shared: Shared,
  { recorded, unread }: NoticesFound,
  planned: ReadonlyMap<string, NoticeRows>,
): Promise<Gathered> {
  const notices: NoticeRows[] = [...planned.values()]
  const missing: MissingNotice[] = unread
    .filter(({ id }) => !planned.has(id))
    .map(({ id, path }) => ({ id, path, title: null, why: 'unread' }))
  const findings: Finding[] = []
  for (const notice of recorded) {
    if (planned.has(notice.id)) continue
    const { rows, finding } = await readRows(run, shared, notice)
    if (rows !== null) notices.push(rows)
    if (finding === null) continue
    findings.push(finding)
    const { title, source } = notice.manifest
    missing.push({ id: notice.id, path: source.path, title, why: 'model' })
  }
  return { notices, missing, findings }
}

function composeGathered(
  run: Run,
  shared: Shared,
  { notices, missing }: Gathered,
): ComposedOverview {
  const { only, agency } = run.options
  // Without a single notice there is nothing to list: what was made before goes.
  if (notices.length === 0) return { papers: [], agencies: [], items: 0 }
  return composeOverview({
    notices,
    missing,
    office: shared.settings.office,
    agencies: shared.settings.agencies,
    templates: shared.templates,
    longestName: longestName(run.host, run.output),
    ...(only === undefined ? {} : { only }),
    ...(agency === undefined ? {} : { agency }),
  })
}

/**
 * read → compose → plan → render → write for what is made from all notices together, under the output folder’s own lock and manifest. Returns
 * whether all was done that could be done.
 */
export async function* makeOverview(
  run: Run,
  shared: Shared,
  found: NoticesFound,
  { key, planned }: { readonly key: string; readonly planned: ReadonlyMap<string, NoticeRows> },
): Events<boolean> {
  const { host, output, options } = run
  const above = aboveOutput(output)
  const lock = options.until === 'plan' ? null : await lockFolder(host, above.output, above.id)
  if (lock?.type === 'refused') {
    yield about(lock.finding)
    return false
  }
  try {
    const gathered = await gather(run, shared, found, planned)
    const composed = composeGathered(run, shared, gathered)
    const isComplete = run.everything && !shared.templatesDoubtful
    const plan = await planOverview(run, shared, composed.papers, isComplete)
    if (plan.jobs.length === 0 && plan.planned.length === 0 && plan.state.manifest === null)
      return true
    const messages = [...gathered.findings, ...plan.findings, ...plan.blocking]
    for (const finding of [...plan.faceFindings, ...messages]) yield about(finding)
    yield { type: 'planned', document: null, jobs: plan.planned }
    if (lock === null) return true
    await sweepLeftovers(host, output, [...plan.files.keys()])
    const work = {
      ...plan,
      // Files of the output folder itself are made as a document’s are; in this thread, where their layouts are let go.
      run: { ...run, output: above.output, pool: null },
      id: above.id,
      key,
      faces: shared.faces,
      about: {
        source: { path: run.sourcesFolder, sha256: sha256(inputsOf(found)) },
        title: null,
        messages,
        counts: { items: composed.items, agencies: [...composed.agencies], dutyAgencies: [] },
      },
    }
    const done = yield* toldFromOutput(above.id, makeFiles(work))
    // Without a notice nothing is recorded any more.
    if (done && isComplete && gathered.notices.length === 0)
      await removeFile(host, output, manifestName)
    return done
  } finally {
    await lock?.release()
  }
}
