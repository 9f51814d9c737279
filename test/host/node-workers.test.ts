import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { threadId } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { WorkTask } from '../../pipeline/host/host.js'
import type * as NodeWorkers from '../../pipeline/host/node-workers.js'
import { compiled } from '../bench/compiled.js'

const { workersFor } = (await compiled('host/node-workers.js')) as typeof NodeWorkers

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fengong-workers-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const inThisThread = () => {
  throw new Error('the task ran in this thread')
}

/** A task in a module of its own. */
async function task<Input, Output>(name: string, source: string): Promise<WorkTask<Input, Output>> {
  const path = join(folder, `${name}.mjs`)
  await writeFile(path, source)
  return { module: pathToFileURL(path).href, name: 'task', run: inThisThread }
}

describe('threads for many tasks', () => {
  it('carry them out elsewhere, at most so many at a time, and keep what they loaded', async () => {
    const count = await task<number, { id: number; calls: number; twice: number }>(
      'count',
      "import { threadId } from 'node:worker_threads'; let calls = 0; export const task = (n) => ({ id: threadId, calls: ++calls, twice: 2 * n })",
    )
    const threads = workersFor(count, 2)
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => threads.run(n)))
    await threads.end()
    expect(answers.map((each) => each?.twice)).toEqual([2, 4, 6, 8, 10, 12])
    const ids = new Set(answers.map((each) => each?.id))
    expect(ids.has(threadId)).toBe(false)
    expect(ids.size).toBeLessThanOrEqual(2)
    expect(Math.max(...answers.map((each) => each?.calls ?? 0))).toBeGreaterThan(1)
  })

  it('reject with what a task throws, and go on', async () => {
    const fail = await task<boolean, string>(
      'fail',
      "export const task = (bad) => { if (bad) throw new Error('a bug of ours'); return 'well' }",
    )
    const threads = workersFor(fail, 1)
    await expect(threads.run(true)).rejects.toThrow('a bug of ours')
    expect(await threads.run(false)).toBe('well')
    await threads.end()
  })

  it('reject where their module is not there', async () => {
    const none = { module: pathToFileURL(join(folder, 'none.mjs')).href, name: 'task' }
    const threads = workersFor({ ...none, run: inThisThread }, 1)
    await expect(threads.run(null)).rejects.toThrow('none.mjs')
    await threads.end()
  })

  it('give null for what is under way when they are ended, and for what comes later', async () => {
    const spin = await task<null, null>('spin', 'export const task = () => { for (;;); }')
    const threads = workersFor(spin, 1)
    const under = threads.run(null)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await threads.end()
    expect(await under).toBeNull()
    expect(await threads.run(null)).toBeNull()
  })
})
