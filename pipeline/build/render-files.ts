import type { BuildEvent, PlannedJob } from '../model/index.js'
import { renderJob, type Rendered } from '../render/render-job.js'
import { datedJob } from './dated-job.js'
import {
  blockedEntry,
  entryOf,
  freeBeside,
  jobAt,
  message,
  theirsNow,
  type Making,
  type Ready,
} from './making.js'
import { supplierOf, suppliesOf, type Stock } from './supplies.js'

/** Renders the file of one of the jobs that are to be made, by its number; jobs are asked for in their order. */
export type RenderNext = (index: number) => Promise<Rendered | null>

function stockOf(making: Making): Stock {
  const { faces, folder, journal, jobOf, run } = making
  const stock: Stock = {
    host: run.host,
    folder,
    journal,
    jobOf,
    theirsAt: theirsNow(making),
    waiting: (path) => making.ready.find(({ planned }) => planned.path === path)?.bytes ?? null,
    render: async (job) => {
      const take = supplierOf(stock, job)
      const rendered = await renderJob(datedJob(job, run.epoch), () => faces.facesFor(job), take)
      return rendered.bytes
    },
    onLoss: () => (making.incomplete = true),
  }
  return stock
}

function renderHere(making: Making, path: string): Promise<Rendered> {
  const { job } = jobAt(making, path)
  const { epoch, stopwatch } = making.run
  return renderJob(
    datedJob(job, epoch),
    () => making.faces.facesFor(job),
    supplierOf(stockOf(making), job),
    stopwatch,
  )
}

/** In another thread; here where that one cannot see the same fonts. Null where the build was told to stop. */
async function renderThere(making: Making, path: string): Promise<Rendered | null> {
  const { epoch, options, pool } = making.run
  const { job } = jobAt(making, path)
  const faces = job.format === 'pdf' ? await making.faces.facesFor(job) : null
  const supplies = await suppliesOf(stockOf(making), job)
  const rendered = await pool?.render(datedJob(job, epoch), faces, supplies)
  if (options.signal?.aborted === true) return null
  return rendered ?? renderHere(making, path)
}

/**
 * Renders in place; with threads, ahead of what is asked for. A job that takes files of others begins when those are done, so that what it takes
 * can be read back.
 */
export function startRendering(making: Making, todo: readonly PlannedJob[]): RenderNext {
  const { pool } = making.run
  if (pool === null) return (index) => renderHere(making, todo[index]?.path ?? '')
  const position = new Map(todo.map(({ path }, index) => [path, index]))
  const started: Promise<Rendered | null>[] = []
  const waits = (path: string, asked: number): boolean =>
    (making.jobOf.get(path)?.job.dependsOn ?? []).some(
      (taken) => (position.get(taken) ?? -1) >= asked,
    )
  return (asked) => {
    while (started.length < todo.length && started.length < asked + pool.ahead) {
      const path = todo[started.length]?.path ?? ''
      if (started.length > asked && waits(path, asked)) break
      const promise = renderThere(making, path)
      // Asked for later, or never where the build stops before.
      promise.catch(() => undefined)
      started.push(promise)
    }
    return started[asked] ?? Promise.resolve(null)
  }
}

/** Renders one file. Its bytes may be those that a person’s file of unknown origin has already: then that one is ours. */
export async function* renderOne(
  making: Making,
  planned: PlannedJob,
  render: () => Promise<Rendered | null>,
): AsyncGenerator<BuildEvent, Ready | null> {
  const { id, journal } = making
  const about = { document: id, path: `${id}/${planned.path}` }
  yield { type: 'file-started', ...about }
  const rendered = await render()
  if (rendered === null) {
    making.incomplete = true
    return null
  }
  const { bytes, findings } = rendered
  if (bytes === null) {
    const entry = blockedEntry(making, planned, findings)
    if (entry !== null) journal.record(planned.path, entry)
    const finding = findings.find((each) => each.severity === 'error')
    if (finding === undefined) throw new Error(`${planned.path} was not made, and nothing says why`)
    for (const each of findings) if (each !== finding) yield message(id, each)
    yield { type: 'file-failed', ...about, finding }
    return null
  }
  const entry = entryOf(jobAt(making, planned.path), bytes, findings)
  if (planned.action === 'make') return { planned, path: planned.path, bytes, entry }
  const lying = making.files.get(planned.path)?.sha256
  if (lying === entry.sha256) {
    journal.record(planned.path, entry)
    yield { type: 'file-kept', ...about, reason: { type: 'fresh' } }
    return null
  }
  if (lying !== undefined && making.theirsAt(planned.path) === null) {
    making.found.set(planned.path, lying)
    const difference = making.differenceAt(planned.path)
    if (difference !== null) {
      making.said.push(difference)
      yield message(id, difference)
    }
  }
  return { planned, path: await freeBeside(making, planned.path, '新'), bytes, entry }
}
