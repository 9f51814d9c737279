import { join } from 'node:path'

import { medianRun, seconds, thrice, type Benchmark, type Figure } from '../benchmark.js'
import { jobsOf } from '../jobs-of.js'
import { runProcess } from '../run-process.js'
import { sample, sampleName } from '../sample.js'

const script = new URL('../plain_script.py', import.meta.url).pathname
const about = {
  figure: 'whole cold build / a plain script over python-docx, openpyxl and reportlab',
  mustReach: 1.5,
  wanted: 1,
}

/** A Python that has the three libraries: Debian’s own stands at this path, whatever comes first in PATH. */
async function findPython(folder: string): Promise<string | null> {
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      await runProcess(python, ['-c', 'import docx, openpyxl, reportlab'], { folder })
      return python
    } catch {
      // The next one, then: a command that is not there or has not the libraries is an answer.
    }
  }
  return null
}

/** The same files of the same text made by a script of a hundred and fifty lines, each time anew. */
export const plainScript: Benchmark = {
  name: 'plain-script',
  run: async (desk): Promise<readonly Figure[]> => {
    const office = desk.office({ [sampleName]: sample })
    const python = await findPython(office)
    if (python === null) {
      const note = 'skipped: no python3 here has docx, openpyxl and reportlab'
      return [{ ...about, measured: null, note, shares: null }]
    }
    await desk.build(office)
    const { jobs, faces } = await jobsOf(office)
    desk.write(office, 'jobs.json', JSON.stringify({ jobs, faces }))
    const runs = await thrice(async () => {
      desk.remove(office, 'output')
      const ours = await desk.build(office)
      desk.remove(office, 'plain')
      const options = { folder: office }
      const plain = await runProcess(python, [script, join(office, 'jobs.json'), 'plain'], options)
      return { ratio: ours.milliseconds / plain.milliseconds, ours, plain }
    })
    const { ratio, ours, plain } = medianRun(runs)
    const times = `${seconds(ours.milliseconds)} / ${seconds(plain.milliseconds)}`
    const note = `${times}, ${plain.stdout.trim()} files`
    return [{ ...about, measured: ratio, note, shares: ours.shares }]
  },
}
