import { HostError, type Host } from '../host/host.js'
import type { Finding, Stage, Stopwatch } from '../model/index.js'
import { refusalFinding } from '../write/index.js'

/** A complete event of the Trace Event Format; times in microseconds since the process began. */
interface TraceEvent {
  readonly name: Stage
  readonly cat: 'fengong'
  readonly ph: 'X'
  readonly ts: number
  readonly dur: number
  readonly pid: 1
  readonly tid: 1
  readonly args: Readonly<Record<string, string>>
}

export interface Timings {
  readonly stopwatch: Stopwatch
  /** The host with its time of writing taken. */
  readonly host: Host
  /** Writes the trace; what the system refuses comes back as a finding. */
  readonly save: () => Promise<Finding | null>
}

const named = (name: string, value: string) => ({
  name,
  ph: 'M',
  pid: 1,
  tid: 1,
  args: { name: value },
})

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise

/**
 * Takes the times of a build for a file that a browser’s performance page opens (Chrome’s, Edge’s, and profiler.firefox.com): the Trace Event
 * Format. Calls within calls are drawn below each other.
 */
export function openTimings(host: Host, path: string): Timings {
  const events: TraceEvent[] = []
  const add = (name: Stage, from: number, about: string | undefined): void => {
    const [ts, dur] = [from, host.clock() - from].map((each) => Math.round(each * 1000))
    const args: Readonly<Record<string, string>> = about === undefined ? {} : { about }
    events.push({ name, cat: 'fengong', ph: 'X', ts: ts ?? 0, dur: dur ?? 0, pid: 1, tid: 1, args })
  }
  // What came before this line: Node itself, and our own code that was loaded.
  add('start', 0, undefined)
  const stopwatch: Stopwatch = (stage, call, about) => {
    const from = host.clock()
    const result = call()
    const end = () => {
      add(stage, from, about)
    }
    if (isPromise(result)) void result.then(end, end)
    else end()
    return result
  }
  return {
    stopwatch,
    host: {
      ...host,
      replace: (at, bytes) => stopwatch('write', () => host.replace(at, bytes), at),
      rename: (from, to) => stopwatch('write', () => host.rename(from, to), from),
      remove: (at) => stopwatch('write', () => host.remove(at), at),
    },
    save: async () => {
      const traceEvents = [
        named('process_name', 'fengong'),
        named('thread_name', 'build'),
        ...events,
      ]
      const text = `${JSON.stringify({ displayTimeUnit: 'ms', traceEvents }, null, 1)}\n`
      try {
        await host.replace(path, new TextEncoder().encode(text))
        return null
      } catch (error) {
        if (!(error instanceof HostError)) throw error
        return refusalFinding(error, path)
      }
    },
  }
}
