import process from 'node:process'

import { medianRun, median, thrice, type Benchmark } from '../benchmark.js'
import type { Desk } from '../desk.js'
import { runProcess } from '../run-process.js'
import { sample, sampleName } from '../sample.js'

const nothing = (folder: string) => runProcess(process.execPath, ['-e', '0'], { folder })

/** Five of each in turn, so that a machine that slows down slows both. */
async function compare(desk: Desk, office: string, args: readonly string[]) {
  const times: { readonly ours: number; readonly bare: number }[] = []
  for (let pair = 0; pair < 5; pair += 1) {
    const bare = (await nothing(office)).milliseconds
    const ours = (await desk.fengong(office, args)).milliseconds
    times.push({ ours, bare })
  }
  const ours = median(times.map((each) => each.ours))
  const bare = median(times.map((each) => each.bare))
  return { ratio: ours / bare, ours, bare }
}

async function figureOf(desk: Desk, office: string, args: readonly string[]) {
  const run = medianRun(await thrice(() => compare(desk, office, args)))
  const note = `${run.ours.toFixed(0)} ms / ${run.bare.toFixed(0)} ms`
  return { measured: run.ratio, note }
}

/** How long it takes to begin: for the version, and to find that all is fresh. */
export const startUp: Benchmark = {
  name: 'start-up',
  run: async (desk) => {
    const office = desk.office({ [sampleName]: sample })
    const version = await figureOf(desk, office, ['--version'])
    await desk.build(office)
    const { shares } = await desk.build(office)
    const fresh = await figureOf(desk, office, ['build'])
    return [
      {
        figure: 'all fresh, the sample notice / node -e 0',
        ...fresh,
        mustReach: 3,
        wanted: null,
        shares,
      },
      {
        figure: 'start-up: fengong --version / node -e 0',
        ...version,
        mustReach: 2,
        wanted: null,
        shares: null,
      },
    ]
  },
}
