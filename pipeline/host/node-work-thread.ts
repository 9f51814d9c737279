import { parentPort, workerData } from 'node:worker_threads'

import type { WorkOrder } from './node-work.js'

/* The one thing that a thread of ours does: loads a module, calls one of its functions, sends back what it returns. */
const { module, name, input } = workerData as WorkOrder
const loaded = (await import(module)) as Readonly<Record<string, (input: unknown) => unknown>>
parentPort?.postMessage(await loaded[name]?.(input))
