import { medianRun, seconds, thrice, type Benchmark, type Figure } from '../benchmark.js'
import type { BuildRun, Desk } from '../desk.js'
import { generatedNotice } from '../generated-notice.js'

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

/** An office with so many small notices that two bodies share. */
function officeWith(desk: Desk, notices: number): string {
  const files = Array.from({ length: notices }, (_, index) => [
    `sources/${String(index + 1)}.md`,
    generatedNotice('markdown', { items: 4, agencies: 2, serial: index + 1 }),
  ])
  return desk.office(Object.fromEntries(files) as Record<string, Uint8Array>)
}

const only = ['--only', 'circular,assignments']

/** Ten times as many notices must cost ten times the time and no more memory. The thousand are built once. */
export const manyNotices: Benchmark = {
  name: 'notices',
  run: async (desk) => {
    const hundred = officeWith(desk, 100)
    const runs = await thrice(async () => {
      desk.remove(hundred, 'output')
      const run = await desk.build(hundred, only)
      return { ratio: run.milliseconds, run }
    })
    const few: BuildRun = medianRun(runs).run
    const many = await desk.build(officeWith(desk, 1000), only)
    const times = `${seconds(many.milliseconds)} / ${seconds(few.milliseconds)}`
    return [
      {
        figure: 'time per notice, 1,000 / 100 notices',
        measured: many.milliseconds / 1000 / (few.milliseconds / 100),
        mustReach: 1.1,
        wanted: null,
        note: times,
        shares: many.shares,
      },
      {
        figure: 'peak memory, 1,000 / 100 notices',
        measured: many.peak / few.peak,
        mustReach: 1.2,
        wanted: null,
        note: `${megabytes(many.peak)} / ${megabytes(few.peak)}`,
        shares: null,
      },
    ]
  },
}

/** Two threads against one. */
export const jobs: Benchmark = {
  name: 'jobs',
  run: async (desk): Promise<readonly Figure[]> => {
    const about = { figure: '100 notices, 2 jobs / 1 job', mustReach: 0.7, wanted: 0.6 }
    const office = officeWith(desk, 100)
    const products = ['--only', 'circular,assignments,brief']
    const runs = await thrice(async () => {
      desk.remove(office, 'output')
      const one = await desk.build(office, [...products, '--jobs', '1'])
      desk.remove(office, 'output')
      const two = await desk.build(office, [...products, '--jobs', '2'])
      return { ratio: two.milliseconds / one.milliseconds, one, two }
    })
    const { ratio, one, two } = medianRun(runs)
    const note = `${seconds(two.milliseconds)} / ${seconds(one.milliseconds)}`
    return [{ ...about, measured: ratio, note, shares: two.shares }]
  },
}
