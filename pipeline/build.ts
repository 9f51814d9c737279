import { fetchNotice, type NoticeInput } from './build/fetch-notice.js'
import { findFresh, tellFresh } from './build/fresh-document.js'
import type { NoticeReading, ReadOptions } from './build/read-notice.js'
import { buildOverview } from './build/overview.js'
import type { BuildMemory } from './build/memory.js'
import { findGone } from './build/gone-documents.js'
import { prepareRun, type BuildOptions, type Run } from './build/run.js'
import type { Shared } from './build/shared.js'
import type { ComposedNotice } from './build/stages.js'
import { makeTally, type Outcome, type Tally } from './build/tally.js'
import type { Timings } from './build/timings.js'
import type { NoticeRows } from './compose/index.js'
import { HostError, type Host } from './host/host.js'
import { nodeHost } from './host/node-host.js'
import { makeFinding } from './messages/index.js'
import type { BuildEvent, Finding, Stopwatch } from './model/index.js'
import { noStopwatch } from './model/stopwatch.js'
import { refusalFinding } from './write/refusal-finding.js'

export type { BuildOptions } from './build/run.js'
export type { NoticeReading, ReadOptions } from './build/read-notice.js'

type Events<Result> = AsyncGenerator<BuildEvent, Result>

function* tell(document: string | null, findings: readonly Finding[]): Generator<BuildEvent, void> {
  for (const finding of findings) yield { type: 'message', document, finding }
}

const failure: Outcome = { failed: true, refused: false, agencies: [], dutyAgencies: [] }
/** Nothing can be built at all. */
const refusal: Outcome = { ...failure, refused: true }
const success = { failed: false, refused: false } as const

/** The way of a notice that must be built: read → compose → plan → render → write. */
async function* buildNotice(run: Run, input: NoticeInput, shared: Shared): Events<Outcome> {
  const { id, path } = input.source
  const { stopwatch } = run
  const { blocksSource, composeNotice, longestName, readNotice } = await stopwatch(
    'start',
    () => import('./build/stages.js'),
    'stages',
  )

  const { document, findings, computed } = await stopwatch(
    'read',
    () => readNotice(input, shared.settings, run.options, run.host),
    path,
  )
  if (document === null || findings.some(blocksSource)) {
    yield* tell(id, findings)
    const { staleDocument } = await import('./build/stale-document.js')
    yield* staleDocument(run, id)
    return failure
  }

  const reading = { document, findings, computed }
  const composed = stopwatch(
    'compose',
    () => {
      const longest = longestName(run.host, `${run.output}/${id}`)
      return composeNotice(shared, input, reading, run.options, longest)
    },
    id,
  )
  const { title, counts, messages } = composed.about
  const { items, agencies } = counts
  yield { type: 'document-read', document: id, path, title, items, agencies, fresh: false }
  yield* tell(id, messages)
  if (run.options.until === 'read') return { ...success, ...counts }
  return yield* makeNotice(run, input, shared, composed)
}

/** plan → render → write, under the document’s lock; a plan alone takes none. */
async function* makeNotice(
  run: Run,
  { source: { id }, key }: NoticeInput,
  shared: Shared,
  { jobs, about, rowsWith }: ComposedNotice,
): Events<Outcome> {
  const { host, output, options } = run
  const { filesAfter, lockFolder, makeFiles, planFiles, sweepLeftovers } =
    await import('./build/stages.js')
  const lock = options.until === 'plan' ? null : await lockFolder(host, output, id)
  if (lock?.type === 'refused') {
    yield* tell(id, [lock.finding])
    return { ...failure, refused: lock.whole }
  }
  try {
    const complete = run.everything && !shared.templatesDoubtful
    const plan = await run.stopwatch(
      'plan',
      () => planFiles(run, shared, id, { jobs, complete, findings: about.messages }),
      id,
    )
    yield* tell(null, plan.faceFindings)
    yield* tell(id, [...plan.findings, ...plan.blocking, ...plan.differences])
    yield { type: 'planned', document: id, jobs: plan.planned }
    const messages = [...about.messages, ...plan.blocking, ...plan.differences]
    if (lock === null)
      return { ...success, ...about.counts, rows: rowsWith(filesAfter(plan), messages) }

    await sweepLeftovers(host, `${output}/${id}`, [...plan.files.keys()])
    const work = { ...plan, run, id, key, complete, faces: shared.faces }
    const done = yield* makeFiles({ ...work, about: { ...about, messages } })
    return { ...success, failed: !done, ...about.counts }
  } finally {
    await lock?.release()
  }
}

/** A fault of the program in one source becomes a message: it must not keep the others from being built. So does a refusal of the system. */
async function* guard(
  { source: { id, path } }: NoticeInput,
  events: Events<Outcome>,
  faults: unknown[],
): Events<Outcome> {
  try {
    return yield* events
  } catch (fault) {
    if (fault instanceof HostError) {
      yield* tell(id, [refusalFinding(fault, fault.path)])
      return failure
    }
    faults.push(fault)
    const problem = fault instanceof Error ? fault.message : String(fault)
    yield* tell(id, [makeFinding('program-sound', { values: { path, problem }, path })])
    return failure
  }
}

/** Settings and templates, read once the first notice must be built; null, after their messages, where nothing may be built with them. */
async function* openShared(run: Run): Events<Shared | null> {
  const shared = await run.shared()
  yield* tell(null, shared.findings)
  return shared.failed ? null : shared
}

/** Settings and templates for what is made from all notices: told of only where no notice asked for them before. */
async function* openOnce(run: Run, shared: Shared | null): Events<Shared | null> {
  return shared ?? (yield* openShared(run))
}

/** Like `guard`, for what is made from all notices. */
async function* guardOverview(run: Run, events: Events<void>, faults: unknown[]): Events<void> {
  try {
    yield* events
  } catch (fault) {
    if (fault instanceof HostError) {
      yield* tell(null, [refusalFinding(fault, fault.path)])
      return
    }
    faults.push(fault)
    const problem = fault instanceof Error ? fault.message : String(fault)
    const values = { path: run.output, problem }
    yield* tell(null, [makeFinding('program-sound', { values, path: run.output })])
  }
}

/** What a build comes to: counts, and faults of the program. */
interface Account {
  readonly tally: Tally
  readonly faults: unknown[]
}

/** Notice by notice, then what is made from all of them. */
async function* buildSources(run: Run, { tally, faults }: Account): Events<void> {
  const { options, sources, stopwatch } = run
  let shared: Shared | null = null
  const planned = new Map<string, NoticeRows>()
  for (const source of sources) {
    if (options.signal?.aborted === true) return
    const input = await fetchNotice(run, source)
    const fresh = await stopwatch('plan', () => findFresh(run, input), source.id)
    if (fresh === null) shared ??= yield* openShared(run)
    const outcome =
      fresh !== null
        ? yield* tellFresh(run, input, fresh)
        : shared === null
          ? refusal
          : yield* guard(input, buildNotice(run, input, shared), faults)
    if (outcome.refused) {
      tally.failConfiguration()
      return
    }
    tally.add(outcome)
    if (outcome.rows !== undefined) planned.set(source.id, outcome.rows)
    yield { type: 'document-done', document: source.id, failed: outcome.failed }
  }
  const whole = (options.sources ?? []).length === 0 && run.everything
  const gone = whole && options.until !== 'read' ? await findGone(run) : []
  if (gone.length > 0) {
    const { planGone, removeGone } = await import('./build/remove-documents.js')
    yield* options.until === 'plan' ? planGone(run, gone) : removeGone(run, gone)
  }
  if (options.until === 'read' || options.signal?.aborted === true) return
  yield* guardOverview(
    run,
    buildOverview(run, () => openOnce(run, shared), planned),
    faults,
  )
}

/** What a build is done with. */
interface Around {
  readonly stopwatch: Stopwatch
  /** What builds before it in this process left; null for one alone. */
  readonly memory: BuildMemory | null
}

async function* buildAll(
  options: BuildOptions,
  host: Host,
  { memory, stopwatch, ...account }: Account & Around,
): Events<void> {
  const prepare = () => prepareRun(options, host, stopwatch, memory)
  const { run, findings } = await stopwatch('start', prepare)
  const { output, sources } = run
  yield { type: 'build-started', sources: sources.map(({ path }) => path), output }
  yield* tell(null, findings)
  if (findings.some(({ severity }) => severity === 'error')) {
    account.tally.failConfiguration()
    return
  }
  try {
    yield* buildSources(run, account)
  } finally {
    if (memory?.threads == null) await run.pool?.end()
  }
}

/** Loaded where they are asked for alone. */
async function timingsOf({ timings }: BuildOptions, host: Host): Promise<Timings | null> {
  if (timings === undefined) return null
  const { openTimings } = await import('./build/timings.js')
  return openTimings(host, timings)
}

/**
 * Builds what is stale and tells what it does while it works. Never throws for what is in a file or what the system refuses: that is a
 * message. A fault of the program in one document is a message too; the other documents are built, then it is thrown.
 *
 * @example
 *     for await (const event of build({ sources: ['sources'] })) console.log(event.type)
 */
export async function* build(
  options: BuildOptions = {},
  host: Host = nodeHost(),
  memory: BuildMemory | null = null,
): Events<void> {
  const began = host.now()
  const tally = makeTally()
  const faults: unknown[] = []
  const timings = await timingsOf(options, host)
  const stopwatch = timings?.stopwatch ?? noStopwatch
  const account = { tally, faults, stopwatch, memory }
  for await (const event of buildAll(options, timings?.host ?? host, account)) {
    tally.count(event)
    yield event
  }
  const unsaved = await timings?.save()
  if (unsaved) {
    const event = { type: 'message', document: null, finding: unsaved } as const
    tally.count(event)
    yield event
  }
  yield { type: 'build-done', totals: tally.totals(host.now() - began) }
  if (faults.length > 0) throw faults[0]
}

/**
 * Builds, and again after each change of a source, a setting or a template, until the signal of the options comes: the events of one build after the
 * other.
 *
 * @example
 *     for await (const event of watch({ signal: stop.signal })) console.log(event.type)
 */
export async function* watch(options: BuildOptions = {}, host: Host = nodeHost()): Events<void> {
  const { watchBuild } = await import('./build/watch-build.js')
  yield* watchBuild(options, host, build)
}

/**
 * Reads one notice by its path: what it asks of whom, and what there is to say about it. Corrections are looked for beside it, settings
 * in ./sources.
 *
 * @example
 *     const { document, findings } = await readDocument('sources/guohan-2023-56.md')
 */
export async function readDocument(
  path: string,
  options: ReadOptions = {},
  host: Host = nodeHost(),
): Promise<NoticeReading> {
  const { readByPath } = await import('./build/read-notice.js')
  return readByPath(path, options, host)
}

/**
 * Removes from an output folder (`output`) what builds recorded there and nobody changed since; tells of each file, and names what it
 * leaves.
 */
export async function* clean(
  options: { readonly output?: string } = {},
  host: Host = nodeHost(),
): Events<void> {
  const { removeAll } = await import('./build/remove-documents.js')
  yield* removeAll(host, options.output ?? 'output')
}
