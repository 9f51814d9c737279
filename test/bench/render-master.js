/*
 * Makes the workbook of a notice from its model, and prints how many milliseconds that took: a process of its own, so that its peak memory is that of
 * this alone, and in JavaScript, so that no compiler lies beside it.
 *
 *     node test/bench/render-master.js DIST TEMPLATES MODEL.json
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [dist = '', folder = '', model = ''] = process.argv.slice(2)
const compiled = (path) => import(pathToFileURL(join(dist, path)).href)
const { indexAgencies } = await compiled('agencies/index.js')
const { composeDocument, loadTemplates } = await compiled('compose/index.js')
const { renderXlsx } = await compiled('render/xlsx/render-xlsx.js')

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(md|ya?ml)$/.test(name))
  .sort()
  .map((name) => {
    const path = join(folder, name)
    return { name, path, text: readFileSync(path, 'utf8'), origin: 'package' }
  })
const { templates } = loadTemplates(files)
const around = { findings: [], office: null, agencies: indexAgencies(), templates }

async function make(document) {
  const began = performance.now()
  const { jobs } = composeDocument({ document, ...around, only: ['master'] })
  const { layout } = jobs.shift()
  await renderXlsx(layout)
  return performance.now() - began
}

const document = JSON.parse(readFileSync(model, 'utf8'))
// What is loaded and compiled on first use is no row’s.
await make({ ...document, items: document.items.slice(0, 24) })
process.stdout.write(String(await make(document)))
