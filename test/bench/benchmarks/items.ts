import { medianRun, seconds, thrice, type Benchmark } from '../benchmark.js'
import { generatedNotice } from '../generated-notice.js'

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`

/** A notice of ten times as many items, shared by the same bodies: every file is made. */
export const items: Benchmark = {
  name: 'items',
  run: async (desk) => {
    const officeOf = (count: number) =>
      desk.office({ 'sources/a.md': generatedNotice('markdown', { items: count, agencies: 20 }) })
    const [few, many] = [officeOf(240), officeOf(2400)]
    const runs = await thrice(async () => {
      desk.remove(few, 'output')
      desk.remove(many, 'output')
      const [small, large] = [await desk.build(few), await desk.build(many)]
      return { ratio: large.milliseconds / 2400 / (small.milliseconds / 240), small, large }
    })
    const { ratio, small, large } = medianRun(runs)
    return [
      {
        figure: 'time per item, one notice of 2,400 / 240 items',
        measured: ratio,
        mustReach: 1.3,
        wanted: null,
        note: `${seconds(large.milliseconds)} / ${seconds(small.milliseconds)}, peak ${megabytes(large.peak)} / ${megabytes(small.peak)}`,
        shares: large.shares,
      },
    ]
  },
}
