import { Worker } from 'node:worker_threads'

import type { WorkLimits, WorkOutcome, WorkTask } from './host.js'

/** What a thread is told when it begins. */
export interface WorkOrder {
  readonly module: string
  readonly name: string
  readonly input: unknown
}

const outOfMemory = (error: Error) => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/**
 * Runs a task in a thread of its own. A time-out in the same thread could not stop it. From the sources, where nothing is compiled, there is
 * no module that a thread could load: then it runs in place.
 */
export async function workInThread<Input, Output>(
  { module, name, run }: WorkTask<Input, Output>,
  input: Input,
  { seconds, megabytes }: WorkLimits,
): Promise<WorkOutcome<Output>> {
  if (import.meta.url.endsWith('.ts')) return { type: 'done', output: await run(input) }
  const order: WorkOrder = { module, name, input }
  const worker = new Worker(new URL('./node-work-thread.js', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<WorkOutcome<Output>>((resolve, reject) => {
      timer = setTimeout(() => {
        resolve({ type: 'exceeded', limit: 'seconds' })
      }, seconds * 1000)
      worker.once('message', (output: Output) => {
        resolve({ type: 'done', output })
      })
      worker.once('error', (error: Error) => {
        if (outOfMemory(error)) resolve({ type: 'exceeded', limit: 'megabytes' })
        else reject(error)
      })
      worker.once('exit', (code) => {
        reject(new Error(`a thread ended with ${code} and said nothing`))
      })
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
