import { threadId } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'

import type { WorkTask } from '../../pipeline/host/host.js'
import type * as NodeWork from '../../pipeline/host/node-work.js'
import { compiled } from '../bench/compiled.js'

const { workInThread } = (await compiled('host/node-work.js')) as typeof NodeWork

/** A task as a module of its own, which can be loaded anywhere. */
function task<Input, Output>(source: string): WorkTask<Input, Output> {
  const run = () => {
    throw new Error('the task ran in this thread')
  }
  return { module: `data:text/javascript,${encodeURIComponent(source)}`, name: 'task', run }
}

const roomy = { seconds: 30, megabytes: 500 }

describe('work in a thread of its own', () => {
  it('gives back what the task returns, from another thread', async () => {
    const where = task<number, { id: number; twice: number }>(
      "import { threadId } from 'node:worker_threads'; export const task = async (n) => ({ id: threadId, twice: 2 * n })",
    )
    const outcome = await workInThread(where, 21, roomy)
    expect(outcome).toMatchObject({ type: 'done', output: { twice: 42 } })
    expect(outcome.type === 'done' ? outcome.output.id : threadId).not.toBe(threadId)
  })

  it('ends a task that never ends by itself', async () => {
    const spin = task<null, null>('export const task = () => { for (;;); }')
    const outcome = await workInThread(spin, null, { ...roomy, seconds: 0.5 })
    expect(outcome).toEqual({ type: 'exceeded', limit: 'seconds' })
  })

  it('ends a task that wants all memory, and lives on', async () => {
    const hoard = task<null, null>(
      'export const task = () => { const all = []; for (;;) all.push(new Array(1000).fill(all.length)) }',
    )
    const outcome = await workInThread(hoard, null, { ...roomy, megabytes: 40 })
    expect(outcome).toEqual({ type: 'exceeded', limit: 'megabytes' })
  })

  it('rejects with what the task throws', async () => {
    const fail = task<null, null>("export const task = () => { throw new Error('a bug of ours') }")
    await expect(workInThread(fail, null, roomy)).rejects.toThrow('a bug of ours')
  })
})
