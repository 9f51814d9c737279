import { findFresh, tellFresh } from './build/fresh-document.js'
import { makeFiles } from './build/make-files.js'
import { planFiles } from './build/plan-files.js'
import { blocksSource, fetchNotice, keyOf, readByPath, readNotice } from './build/read-notice.js'
import type { NoticeInput, NoticeReading, ReadOptions } from './build/read-notice.js'
import { removeAll, removeGone } from './build/remove-documents.js'
import { prepareRun, type BuildOptions, type Run } from './build/run.js'
import { staleDocument } from './build/stale-document.js'
import { makeTally, type Outcome, type Tally } from './build/tally.js'
import { composeDocument } from './compose/index.js'
import type { Host } from './host/host.js'
import { nodeHost } from './host/node-host.js'
import { makeFinding } from './messages/index.js'
import type { BuildEvent, Finding, Item, Manifest } from './model/index.js'
import { sha256 } from './model/index.js'
import type { Source } from './settings/index.js'
import { lockFolder, sweepLeftovers } from './write/index.js'

export type { BuildOptions } from './build/run.js'
export type { NoticeReading, ReadOptions } from './build/read-notice.js'

type Events<Result> = AsyncGenerator<BuildEvent, Result>

function* tell(document: string | null, findings: readonly Finding[]): Generator<BuildEvent, void> {
  for (const finding of findings) yield { type: 'message', document, finding }
}

const countItems = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + 1 + countItems(item.children), 0)

const failure: Outcome = { failed: true, refused: false, agencies: [], dutyAgencies: [] }

/** The way of one notice, once it is fetched: read → compose → plan → render → write. */
async function* buildNotice(
  run: Run,
  { id, path }: Source,
  input: NoticeInput,
  key: string | null,
): Events<Outcome> {
  const { settings, templates, options } = run

  const reading = readNotice(input, settings, options)
  const { document } = reading
  if (document === null || input.bytes === null || reading.findings.some(blocksSource)) {
    yield* tell(id, reading.findings)
    yield* staleDocument(run, id)
    return failure
  }

  const { jobs, agencies, dutyAgencies, ...composed } = composeDocument({
    document,
    findings: reading.findings,
    office: settings.office,
    agencies: settings.agencies,
    templates,
    ...(options.only === undefined ? {} : { only: options.only }),
    ...(options.agency === undefined ? {} : { agency: options.agency }),
  })
  const findings = [...reading.findings, ...composed.findings]
  const { title } = document
  const items = countItems(document.items)
  yield { type: 'document-read', document: id, path, title, items, agencies, fresh: false }
  yield* tell(id, findings)
  const outcome: Outcome = { failed: false, refused: false, agencies, dutyAgencies }
  if (options.until === 'read') return outcome

  const about: Omit<Manifest, 'schemaVersion' | 'files' | 'key'> = {
    source: { path, sha256: sha256(input.bytes) },
    title,
    messages: findings,
    counts: { items, agencies: [...agencies], dutyAgencies: [...dutyAgencies] },
  }
  return yield* writeNotice(run, id, { jobs, about, key }, outcome)
}

interface Composed {
  readonly jobs: Parameters<typeof planFiles>[2]
  readonly about: Omit<Manifest, 'schemaVersion' | 'files' | 'key'>
  readonly key: string | null
}

/** plan → render → write, under the document’s lock; a plan alone takes none. */
async function* writeNotice(
  run: Run,
  id: string,
  composed: Composed,
  outcome: Outcome,
): Events<Outcome> {
  const { host, output, options } = run
  const lock = options.until === 'plan' ? null : await lockFolder(host, output, id)
  if (lock?.type === 'refused') {
    yield* tell(id, [lock.finding])
    return { ...outcome, failed: true, refused: lock.whole }
  }
  try {
    const { faceFindings, blocking, ...plan } = await planFiles(
      run,
      id,
      composed.jobs,
      composed.about.messages,
    )
    yield* tell(null, faceFindings)
    yield* tell(id, blocking)
    if (plan.state.damaged) {
      const values = { path: `${id}/manifest.json` }
      yield* tell(id, [makeFinding('manifest-readable', { values, path: values.path })])
    }
    yield { type: 'planned', document: id, jobs: plan.planned }
    if (lock === null) return outcome
    await sweepLeftovers(host, `${output}/${id}`, [...plan.files.keys()])
    const whole = { ...composed.about, messages: [...composed.about.messages, ...blocking] }
    // What a part of the files says says nothing of the others: what held of all of them before goes on to hold.
    const before = plan.state.manifest
    const held = before !== null && before.key === composed.key ? before : null
    const record = run.complete
      ? { about: whole, key: composed.key }
      : { about: held ?? whole, key: held?.key ?? null }
    const done = yield* makeFiles({ ...plan, run, id, ...record })
    return { ...outcome, failed: !done }
  } finally {
    await lock?.release()
  }
}

/** One source: told as fresh, or built; its failure is its own. */
async function* buildSource(run: Run, source: Source): Events<Outcome> {
  const input = await fetchNotice(run.host, source)
  const key = await keyOf(run, input)
  const fresh = run.options.until === 'read' ? null : await findFresh(run, source.id, key)
  if (fresh === null) return yield* buildNotice(run, source, input, key)
  yield* tellFresh(run, source, fresh)
  return { failed: false, refused: false, ...fresh.manifest.counts }
}

/** One source, with a fault of the program turned into a message: it must not keep the others from being built. */
async function* guardSource(run: Run, source: Source, faults: unknown[]): Events<Outcome> {
  try {
    return yield* buildSource(run, source)
  } catch (fault) {
    faults.push(fault)
    const problem = fault instanceof Error ? fault.message : String(fault)
    const values = { path: source.path, problem }
    yield* tell(source.id, [makeFinding('program-sound', { values, path: source.path })])
    return failure
  }
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

async function* buildAll(
  options: BuildOptions,
  host: Host,
  tally: Tally,
  faults: unknown[],
): Events<void> {
  const { run, findings, failed } = await prepareRun(options, host)
  const { output, sources } = run
  yield { type: 'build-started', sources: sources.map(({ path }) => path), output }
  yield* tell(null, findings)
  if (failed) {
    tally.failConfiguration()
    return
  }
  for (const source of sources) {
    if (options.signal?.aborted === true) return
    const outcome = yield* guardSource(run, source, faults)
    tally.add(outcome)
    yield { type: 'document-done', document: source.id, failed: outcome.failed }
    if (outcome.refused) {
      tally.failConfiguration()
      return
    }
  }
  const whole = (options.sources ?? []).length === 0 && run.complete
  if (whole && (options.until ?? 'write') === 'write') yield* removeGone(run)
}

/**
 * Reads one notice by its path: what it asks of whom, and what there is to say about it. Corrections are looked for beside it, settings
 * in ./sources.
 *
 * @example
 *     const { document, findings } = await readDocument('sources/guohan-2023-56.md')
 */
export function readDocument(
  path: string,
  options: ReadOptions = {},
  host: Host = nodeHost(),
): Promise<NoticeReading> {
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
