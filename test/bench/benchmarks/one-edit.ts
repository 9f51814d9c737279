import { medianRun, seconds, thrice, type Benchmark } from '../benchmark.js'
import { sample, sampleName, withOneItemEdited } from '../sample.js'

/** One item of a notice in other words, against the build of everything. */
export const oneEdit: Benchmark = {
  name: 'one-edit',
  run: async (desk) => {
    const office = desk.office({ [sampleName]: sample })
    await desk.build(office)
    const runs = await thrice(async (round) => {
      desk.write(office, sampleName, sample)
      desk.remove(office, 'output')
      const cold = await desk.build(office)
      desk.write(office, sampleName, withOneItemEdited(round + 1))
      const edited = await desk.build(office)
      return { ratio: edited.milliseconds / cold.milliseconds, cold, edited }
    })
    const { ratio, cold, edited } = medianRun(runs)
    return [
      {
        figure: 'one item edited / cold build',
        measured: ratio,
        mustReach: 0.65,
        wanted: 0.45,
        note: `${seconds(edited.milliseconds)} / ${seconds(cold.milliseconds)}`,
        shares: edited.shares,
      },
    ]
  },
}
