import { readFileSync } from 'node:fs'

/** Stage → its share of the whole, 0 to 1; `other` is what no stage counts. */
export type Shares = Readonly<Record<string, number>>

interface Complete {
  readonly name: string
  readonly ph: string
  readonly ts: number
  readonly dur: number
  readonly tid: number
}

/** Time of each stage without what other stages took within it. */
function ownTimes(events: readonly Complete[]): ReadonlyMap<string, number> {
  const own = new Map<string, number>()
  const add = (name: string, time: number) => own.set(name, (own.get(name) ?? 0) + time)
  const open: Complete[] = []
  // Those that began together: the longer one holds the other.
  for (const event of [...events].sort((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length > 0 && (open.at(-1)?.ts ?? 0) + (open.at(-1)?.dur ?? 0) <= event.ts) {
      open.pop()
    }
    const within = open.at(-1)
    add(event.name, event.dur)
    if (within !== undefined) add(within.name, -event.dur)
    open.push(event)
  }
  return own
}

/**
 * The share of each stage in a run, from the trace that it wrote.
 *
 * @param milliseconds the time of the whole process
 */
export function stageShares(traceFile: string, milliseconds: number): Shares {
  const { traceEvents } = JSON.parse(readFileSync(traceFile, 'utf8')) as {
    readonly traceEvents: readonly Complete[]
  }
  const own = ownTimes(traceEvents.filter(({ ph, tid }) => ph === 'X' && tid === 1))
  const shares = [...own].map(([name, time]) => [name, time / 1000 / milliseconds] as const)
  const sum = shares.reduce((total, [, share]) => total + share, 0)
  return { ...Object.fromEntries(shares), other: Math.max(0, 1 - sum) }
}

const order =
  'start read compose plan typeset pdf docx xlsx packet zip html seal write other'.split(' ')

/** `start 12 %, read 3 % …`: the stages in their order, without those under one in a hundred. */
export function describeShares(shares: Shares): string {
  return order
    .filter((stage) => (shares[stage] ?? 0) >= 0.005)
    .map((stage) => `${stage} ${String(Math.round((shares[stage] ?? 0) * 100))} %`)
    .join(', ')
}
