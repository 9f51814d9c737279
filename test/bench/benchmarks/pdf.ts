import { join } from 'node:path'
import process from 'node:process'

import type { Flow } from '../../../pipeline/model/index.js'
import type * as RenderPdf from '../../../pipeline/render/pdf/render-pdf.js'
import { median, medianRun, seconds, thrice, type Benchmark, type Figure } from '../benchmark.js'
import { compiled, packageFolder } from '../compiled.js'
import type { Desk } from '../desk.js'
import { jobsOf } from '../jobs-of.js'
import { runProcess } from '../run-process.js'
import { sample, sampleName } from '../sample.js'
import { openStock } from '../stock-pdfmake.js'

const script = new URL('../render-table.js', import.meta.url).pathname
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`
const mostMemory = 1e9

/** Files that are drawn before the clock runs, and in each round of it: an odd number. */
const warming = 8
const drawn = 15

const pagesOf = (bytes: Uint8Array): number =>
  new TextDecoder('latin1').decode(bytes).match(/\/Type \/Page\b/g)?.length ?? 0

/** The time of one call, the middle one of some. */
async function timeOf(draw: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < drawn; count += 1) {
    const began = performance.now()
    await draw()
    times.push(performance.now() - began)
  }
  return median(times)
}

/** 通知.pdf as a build makes it, comparison of what was placed and all, against pdfmake as it comes; both warm, in one process. */
async function againstStock(desk: Desk): Promise<Figure> {
  const office = desk.office({ [sampleName]: sample })
  const { jobs, faces, faceSet } = await jobsOf(office)
  const job = jobs.find(({ product, format }) => product === 'notice' && format === 'pdf')
  if (job?.layout.type !== 'flow') throw new Error('no 通知.pdf is made')
  const flow: Flow = job.layout
  const { renderPdf } = (await compiled('render/pdf/render-pdf.js')) as typeof RenderPdf
  const ours = async () => {
    const { bytes } = await renderPdf(flow, faceSet)
    if (bytes === null) throw new Error('通知.pdf could not be drawn')
    return bytes
  }
  const drawStock = openStock(faces)
  const stock = () => drawStock(flow)
  for (let count = 0; count < warming; count += 1) {
    await ours()
    await stock()
  }
  const runs = await thrice(async () => {
    const [mine, theirs] = [await timeOf(ours), await timeOf(stock)]
    return { ratio: mine / theirs, mine, theirs }
  })
  const { ratio, mine, theirs } = medianRun(runs)
  const pages = `${String(pagesOf(await ours()))} pages / ${String(pagesOf(await stock()))}`
  return {
    figure: 'a warm 通知.pdf / stock pdfmake with the same text and fonts',
    measured: ratio,
    mustReach: 0.5,
    wanted: 0.4,
    note: `${mine.toFixed(0)} ms / ${theirs.toFixed(0)} ms, ${pages}`,
    shares: null,
  }
}

/** A table of a length, in a process of its own. */
async function drawTable(folder: string, rows: number) {
  const places = [join(packageFolder, 'dist'), join(packageFolder, 'templates'), String(rows)]
  const run = await runProcess(process.execPath, [script, ...places], { folder, memory: true })
  return { milliseconds: Number(run.stdout), peak: run.peak }
}

async function longTable(desk: Desk): Promise<readonly Figure[]> {
  const folder = desk.office({})
  const runs = await thrice(async () => {
    const [few, many] = [await drawTable(folder, 500), await drawTable(folder, 5000)]
    return { ratio: many.milliseconds / 10 / few.milliseconds, few, many }
  })
  const { ratio, few, many } = medianRun(runs)
  return [
    {
      figure: 'time per row of a PDF, a table of 5,000 / 500 rows',
      measured: ratio,
      mustReach: 1.5,
      wanted: null,
      note: `${seconds(many.milliseconds)} / ${seconds(few.milliseconds)}`,
      shares: null,
    },
    {
      figure: 'peak memory of a PDF of 5,000 rows / 1 GB',
      measured: many.peak / mostMemory,
      mustReach: 1,
      wanted: null,
      note: megabytes(many.peak),
      shares: null,
    },
  ]
}

/** What the packets, PDF and ZIP, take of a cold build. */
async function packetsShare(desk: Desk): Promise<Figure> {
  const office = desk.office({ [sampleName]: sample })
  await desk.build(office)
  const runs = await thrice(async () => {
    desk.remove(office, 'output')
    const run = await desk.build(office)
    return { ratio: (run.shares.packet ?? 0) + (run.shares.zip ?? 0), run }
  })
  const { ratio, run } = medianRun(runs)
  return {
    figure: 'the eight packets, PDF and ZIP / a cold build',
    measured: ratio,
    mustReach: 0.25,
    wanted: null,
    note: `${seconds(ratio * run.milliseconds)} / ${seconds(run.milliseconds)}`,
    shares: run.shares,
  }
}

/** How fast pages are set and drawn. */
export const pdf: Benchmark = {
  name: 'pdf',
  run: async (desk) => [
    await againstStock(desk),
    ...(await longTable(desk)),
    await packetsShare(desk),
  ],
}
