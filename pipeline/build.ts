import { fetchNotice, type NoticeInput } from './build/fetch-notice.js'
import { findFresh, tellFresh } from './build/fresh-document.js'
import type { NoticeReading, ReadOptions } from './build/read-notice.js'
import { removeAll, removeGone } from './build/remove-documents.js'
import { prepareRun, type BuildOptions, type Run } from './build/run.js'
import type { Shared } from './build/shared.js'
import type { ComposedNotice } from './build/stages.js'
import { staleDocument } from './build/stale-document.js'
import { makeTally, type Outcome, type Tally } from './build/tally.js'
import { HostError, type Host } from './host/host.js'
import { nodeHost } from './host/node-host.js'
import { makeFinding } from './messages/index.js'
import type { BuildEvent, Finding } from './model/index.js'
import { lockFolder, refusalFinding, sweepLeftovers } from './write/index.js'

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
  const { blocksSource, composeNotice, readNotice } = await import('./build/stages.js')

  const { document, findings } = readNotice(input, shared.settings, run.options)
  if (document === null || findings.some(blocksSource)) {
    yield* tell(id, findings)
    yield* staleDocument(run, id)
    return failure
  }

  const composed = composeNotice(shared, input, { document, findings }, run.options)
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
  { jobs, about }: ComposedNotice,
): Events<Outcome> {
  const { host, output, options } = run
  const { makeFiles, planFiles } = await import('./build/stages.js')
  const lock = options.until === 'plan' ? null : await lockFolder(host, output, id)
  if (lock?.type === 'refused') {
    yield* tell(id, [lock.finding])
    return { ...failure, refused: lock.whole }
  }
  try {
    const complete = run.everything && !shared.templatesDoubtful
    const plan = await planFiles(run, shared, id, { jobs, complete, findings: about.messages })
    yield* tell(null, plan.faceFindings)
    yield* tell(id, [...plan.findings, ...plan.blocking])
    yield { type: 'planned', document: id, jobs: plan.planned }
    if (lock === null) return { ...success, ...about.counts }

    await sweepLeftovers(host, `${output}/${id}`, [...plan.files.keys()])
    const messages = [...about.messages, ...plan.blocking]
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

async function* buildAll(
  options: BuildOptions,
  host: Host,
  tally: Tally,
  faults: unknown[],
): Events<void> {
  const { run, findings } = await prepareRun(options, host)
  const { output, sources } = run
  yield { type: 'build-started', sources: sources.map(({ path }) => path), output }
  yield* tell(null, findings)
  if (findings.some(({ severity }) => severity === 'error')) {
    tally.failConfiguration()
    return
  }
  let shared: Shared | null = null
  for (const source of sources) {
    if (options.signal?.aborted === true) return
    const input = await fetchNotice(run, source)
    const fresh = await findFresh(run, input)
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
    yield { type: 'document-done', document: source.id, failed: outcome.failed }
  }
  const whole = (options.sources ?? []).length === 0 && run.everything
  if (whole && (options.until ?? 'write') === 'write') yield* removeGone(run)
}

/**
 * Builds what is stale and tells what it does while it works. Never throws for what is in a file or what the system refuses: that is a
 * message. A fault of the program in one document is a message too; the other documents are built, then it is thrown.
 *
 * @example
 *     for await (const event of build({ sources: ['sources'] })) console.log(event.type)
 */
export async function* build(options: BuildOptions = {}, host: Host = nodeHost()): Events<void> {
  const began = host.now()
  const tally = makeTally()
  const faults: unknown[] = []
  for await (const event of buildAll(options, host, tally, faults)) {
    tally.count(event)
    yield event
  }
  yield { type: 'build-done', totals: tally.totals(host.now() - began) }
  if (faults.length > 0) throw faults[0]
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
export function clean(
  options: { readonly output?: string } = {},
  host: Host = nodeHost(),
): Events<void> {
  return removeAll(host, options.output ?? 'output')
}
