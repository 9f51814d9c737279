import type { Desk } from './desk.js'
import type { Shares } from './stage-shares.js'

/** One line of the table: a ratio, taken in one run, and what it must reach. */
export interface Figure {
  readonly figure: string
  /** null where it cannot be measured here; `note` says why. */
  readonly measured: number | null
  readonly mustReach: number
  /** What would be better still. */
  readonly wanted: number | null
  /** What the ratio is made of, in words: times, sizes. */
  readonly note: string
  /** Where the time went, as shares of the run that the ratio is about. */
  readonly shares: Shares | null
}

/** A benchmark by the name that runs it alone. */
export interface Benchmark {
  readonly name: string
  readonly run: (desk: Desk) => Promise<readonly Figure[]>
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[(sorted.length - 1) / 2]
  if (middle === undefined) throw new Error('a median is taken of an odd number of values')
  return middle
}

const rounds = 3

/** Takes something three times, one after the other. */
export async function thrice<T>(take: (round: number) => Promise<T>): Promise<readonly T[]> {
  const taken: T[] = []
  for (let round = 0; round < rounds; round += 1) taken.push(await take(round))
  return taken
}

/** The run whose ratio is the median: its parts belong together. */
export function medianRun<T extends { readonly ratio: number }>(runs: readonly T[]): T {
  const ratio = median(runs.map((run) => run.ratio))
  const run = runs.find((each) => each.ratio === ratio)
  if (run === undefined) throw new Error('the median is one of the runs')
  return run
}

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`
