import { Piscina } from 'piscina'

import type { WorkPool, WorkTask } from './host.js'

/**
 * Threads that stay for many tasks of one kind. From the sources, where nothing is compiled, there is no module that they could load: then tasks run
 * in place. A thread takes one task at a time, and none begins before there is one for it.
 */
export function workersFor<Input, Output>(
  { module, name, run }: WorkTask<Input, Output>,
  count: number,
): WorkPool<Input, Output> {
  if (import.meta.url.endsWith('.ts'))
    return { run: async (input) => run(input), end: () => Promise.resolve() }
  const threads = new Piscina<Input, Output>({
    filename: module,
    name,
    minThreads: 0,
    maxThreads: count,
    // Between two documents, and between two saves of a watch, a thread waits with its fonts and libraries; `end` is what ends it.
    idleTimeout: Infinity,
  })
  const ending = new AbortController()
  const hasEnded = () => ending.signal.aborted
  // A thread that dies of something else than its task (no module there) leaves the task unanswered.
  const broken = new Promise<never>((_, reject) => threads.once('error', reject))
  broken.catch(() => undefined)
  return {
    run: async (input) => {
      if (hasEnded()) return null
      try {
        return await Promise.race([threads.run(input), broken])
      } catch (error) {
        // What is under way when the threads are ended rejects: that is no fault.
        if (hasEnded()) return null
        throw error
      }
    },
    end: async () => {
      ending.abort()
      await threads.destroy()
    },
  }
}
