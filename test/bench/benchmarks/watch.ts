import { spawn } from 'node:child_process'
import process from 'node:process'
import { createInterface } from 'node:readline'

import type { BuildEvent } from '../../../pipeline/model/index.js'
import { medianRun, seconds, thrice, type Benchmark } from '../benchmark.js'
import { mainFile } from '../compiled.js'
import type { Desk } from '../desk.js'
import { sample, sampleName, withOneItemEdited } from '../sample.js'

/** A watch in an office, as a whole process that prints its events. */
function beginWatch(office: string, variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [mainFile, 'build', '--watch', '--json'], {
    cwd: office,
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  /** Waits for an event of a type. */
  const until = async (type: BuildEvent['type']): Promise<void> => {
    for (;;) {
      const line: IteratorResult<string, unknown> = await lines.next()
      if (line.done === true) throw new Error(`the watch ended before it told of ${type}`)
      if ((JSON.parse(line.value) as BuildEvent).type === type) return
    }
  }
  return { until, end: () => child.kill('SIGKILL') }
}

/** From the save of an edited item until the first file, and until all lie there, against a build from nothing. */
async function takeOnce(desk: Desk, office: string, round: number) {
  desk.write(office, sampleName, sample)
  desk.remove(office, 'output')
  const cold = await desk.build(office)
  const watch = beginWatch(office, desk.variables)
  try {
    await watch.until('build-done')
    const saved = performance.now()
    desk.write(office, sampleName, withOneItemEdited(round + 1))
    await watch.until('file-written')
    const first = performance.now() - saved
    await watch.until('build-done')
    return { cold: cold.milliseconds, first, all: performance.now() - saved }
  } finally {
    watch.end()
  }
}

/** What a person waits for who saves a notice while a watch runs. */
export const watching: Benchmark = {
  name: 'watch',
  run: async (desk) => {
    const office = desk.office({ [sampleName]: sample })
    await desk.build(office)
    const runs = await thrice((round) => takeOnce(desk, office, round))
    const figure = (name: string, part: 'first' | 'all', mustReach: number) => {
      const { ratio, run } = medianRun(
        runs.map((each) => ({ ratio: each[part] / each.cold, run: each })),
      )
      const note = `${seconds(run[part])} / ${seconds(run.cold)}`
      return { figure: name, measured: ratio, mustReach, wanted: null, note, shares: null }
    }
    return [
      figure('watch, save to first file / cold build', 'first', 0.35),
      figure('watch, save to last file / cold build', 'all', 0.9),
    ]
  },
}
