import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

import { medianRun, seconds, thrice, type Benchmark } from '../benchmark.js'
import { packageFolder } from '../compiled.js'
import type { Desk } from '../desk.js'
import { generatedNotice } from '../generated-notice.js'
import { ledgerModel } from '../ledger-model.js'
import { runProcess } from '../run-process.js'

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const script = new URL('../render-master.js', import.meta.url).pathname
const mostMemory = 512e6
/**
 * MB of heap that Node is given, and the figure says so. Where a machine has memory to spare Node lets what is used up lie, the longer the busier the
 * machine is: how much is needed shows only where it has to tidy up. Around the heap lie Node itself and the bytes of the file.
 */
const heap = 256

/** The workbook of a notice from its model in memory, in a process of its own. */
async function renderMaster(folder: string, items: number) {
  const model = join(folder, `${String(items)}.json`)
  writeFileSync(model, JSON.stringify(ledgerModel(items)))
  const places = [join(packageFolder, 'dist'), join(packageFolder, 'templates'), model]
  const args = [`--max-old-space-size=${String(heap)}`, script, ...places]
  const run = await runProcess(process.execPath, args, { folder, memory: true })
  return { milliseconds: Number(run.stdout), peak: run.peak }
}

/** 全部任务, the lists of the agencies and the indexes over generated notices whose models are there already. */
async function makeLists(desk: Desk, notices: number) {
  const files = Array.from({ length: notices }, (_, index) => [
    `sources/${String(index + 1)}.md`,
    generatedNotice('markdown', { items: 4, agencies: 20, serial: index + 1 }),
  ])
  const office = desk.office(Object.fromEntries(files) as Record<string, Uint8Array>)
  await desk.build(office, ['--only', 'model'])
  return desk.build(office, ['--only', 'tasks,ledger,index,model'])
}

/** Ledgers of a size that only spreadsheets reach: a master of 24,000 items, and one ledger over 1,000 notices. */
export const ledgers: Benchmark = {
  name: 'ledgers',
  run: async (desk) => {
    const folder = desk.office({})
    const runs = await thrice(async () => {
      const [small, large] = [await renderMaster(folder, 240), await renderMaster(folder, 24_000)]
      return { ratio: large.milliseconds / 24_000 / (small.milliseconds / 240), small, large }
    })
    const { ratio, small, large } = medianRun(runs)
    const [hundred, thousand] = [await makeLists(desk, 100), await makeLists(desk, 1000)]
    return [
      {
        figure: 'time per row, a master of 24,000 / 240 items',
        measured: ratio,
        mustReach: 1.3,
        wanted: null,
        note: `${seconds(large.milliseconds)} / ${seconds(small.milliseconds)}`,
        shares: null,
      },
      {
        figure: 'peak memory of a master of 24,000 items / 512 MB',
        measured: large.peak / mostMemory,
        mustReach: 1,
        wanted: null,
        note: `${megabytes(large.peak)}, with a heap of ${String(heap)} MB`,
        shares: null,
      },
      {
        figure: 'time per notice, lists over 1,000 / 100 notices',
        measured: thousand.milliseconds / 1000 / (hundred.milliseconds / 100),
        mustReach: 1.3,
        wanted: 1.1,
        note: `${seconds(thousand.milliseconds)} / ${seconds(hundred.milliseconds)}, peak ${megabytes(thousand.peak)}`,
        shares: thousand.shares,
      },
    ]
  },
}
