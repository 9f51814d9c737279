import type * as Agencies from '../../../pipeline/agencies/index.js'
import type { SourceFormat } from '../../../pipeline/model/index.js'
import type * as Reading from '../../../pipeline/read/read-document.js'
import { medianRun, thrice, type Benchmark, type Figure } from '../benchmark.js'
import { compiled } from '../compiled.js'
import { generatedNotice } from '../generated-notice.js'

const endings: Readonly<Record<SourceFormat, string>> = {
  markdown: 'md',
  text: 'txt',
  html: 'html',
  docx: 'docx',
}
/** Items of a notice of common length; it has some 3,000 characters. */
const common = 24
/** A length, and how often it is read for one time: what is short is read more often. */
const lengths = [
  { times: 1, repeat: 40 },
  { times: 10, repeat: 4 },
  { times: 100, repeat: 1 },
] as const

/** Microseconds for each character that a reader sees, from the bytes to the document. */
type Read = (format: SourceFormat, times: number, repeat: number) => number

async function reader(): Promise<Read> {
  const { indexAgencies } = (await compiled('agencies/index.js')) as typeof Agencies
  const { readDocument } = (await compiled('read/read-document.js')) as typeof Reading
  const agencies = indexAgencies()
  return (format, times, repeat) => {
    const bytes = generatedNotice(format, { items: common * times, agencies: 20 })
    const input = { path: `a.${endings[format]}`, bytes, agencies }
    let characters = 0
    const began = performance.now()
    for (let count = 0; count < repeat; count += 1) {
      const { document } = readDocument({ ...input, corrections: null, correctionsPath: null })
      if (document?.items.length !== common * times) throw new Error(`${format}: items are missing`)
      characters += document.text.length
    }
    return ((performance.now() - began) * 1000) / characters
  }
}

async function figureOf(format: SourceFormat, read: Read): Promise<Figure> {
  // What the compiler of Node still learns is no matter of length.
  read(format, 1, 20)
  read(format, 10, 4)
  const runs = await thrice(() => {
    const costs = lengths.map(({ times, repeat }) => read(format, times, repeat))
    // What a notice costs whatever its length makes a short one dearer for each character: that is no growth.
    const [once = 0, ...longer] = costs
    return Promise.resolve({ ratio: Math.max(...longer) / once, costs })
  })
  const { ratio, costs } = medianRun(runs)
  return {
    figure: `reading .${endings[format]}: time per character at 1, 10, 100 times the length`,
    measured: ratio,
    mustReach: 1.5,
    wanted: null,
    note: `${costs.map((cost) => cost.toFixed(1)).join(', ')} µs`,
    shares: null,
  }
}

/** Parsing and extraction cost the same for each character, however long the notice. */
export const parseSpeed: Benchmark = {
  name: 'reading',
  run: async () => {
    const read = await reader()
    const figures: Figure[] = []
    for (const format of ['markdown', 'text', 'html', 'docx'] as const) {
      figures.push(await figureOf(format, read))
    }
    return figures
  },
}
