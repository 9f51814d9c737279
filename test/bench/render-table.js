/*
 * Draws a PDF of one table, and prints how many milliseconds that took: a process of its own, so that its peak memory is that of this alone, and in
 * JavaScript, so that no compiler lies beside it.
 *
 *     node test/bench/render-table.js DIST TEMPLATES ROWS
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const [dist = '', folder = '', rows = ''] = process.argv.slice(2)
const compiled = (path) => import(pathToFileURL(join(dist, path)).href)
const { loadTemplates } = await compiled('compose/index.js')
const { nodeHost } = await compiled('host/index.js')
const { renderPdf } = await compiled('render/pdf/render-pdf.js')
const { findFaces } = await compiled('typeset/index.js')

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(md|ya?ml)$/.test(name))
  .sort()
  .map((name) => {
    const path = join(folder, name)
    return { name, path, text: readFileSync(path, 'utf8'), origin: 'package' }
  })
const { templates } = loadTemplates(files)
const { style } = templates.products.find(({ product }) => product === 'notice')
const { faces } = await findFaces(nodeHost(), style, { bundled: true })

const bodies = ['商务部', '海关总署', '税务总局', '中国人民银行', '交通运输部', '市场监管总局']
const row = (texts) => ({
  kind: 'row',
  cells: texts.map((text) => ({
    paragraphs: [[{ type: 'text', text, face: null, colour: null, link: null }]],
    align: 'left',
    colSpan: 1,
    rowSpan: 1,
  })),
})
const columns = { 序号: 6, 工作任务: 24, 主要内容: 60, 牵头单位: 16, 配合单位: 16 }

function flowOf(count) {
  const table = {
    type: 'table',
    columns: Object.entries(columns).map(([title, width]) => ({ title, width })),
    head: [row(Object.keys(columns))],
    rows: Array.from({ length: count }, (_, index) =>
      row([
        String(index + 1),
        `第${String(index + 1)}类业务办理便利化`,
        '明确办理条件、材料和时限，公开办理结果，方便企业和群众查询；按季度报送进展。',
        bodies[index % bodies.length],
        `${bodies[(index + 1) % bodies.length]}、${bodies[(index + 2) % bodies.length]}`,
      ]),
    ),
    anchor: null,
  }
  const section = {
    orientation: 'landscape',
    start: 'next',
    form: 'plain',
    numbering: 'continue',
    fit: null,
  }
  const properties = {
    title: '',
    subject: '',
    author: '',
    keywords: [],
    date: '2024-01-02',
    lang: 'zh-CN',
  }
  const marks = { draftMark: null, secrecy: null, urgency: null }
  return { type: 'flow', style, properties, ...marks, sections: [{ ...section, blocks: [table] }] }
}

async function draw(count) {
  const flow = flowOf(count)
  const began = performance.now()
  const { bytes, findings } = await renderPdf(flow, faces)
  if (bytes === null) throw new Error(JSON.stringify(findings))
  return performance.now() - began
}

// What is loaded and compiled on first use is no row’s.
for (let round = 0; round < 5; round += 1) await draw(50)
process.stdout.write(String(await draw(Number(rows))))
