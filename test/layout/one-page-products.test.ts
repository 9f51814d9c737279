import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'

import { indexAgencies } from '../../pipeline/agencies/index.js'
import { composeDocument, loadTemplates } from '../../pipeline/compose/index.js'
import { nodeHost } from '../../pipeline/host/index.js'
import { readPages } from '../../pipeline/measure/page/read-pages.js'
import type { Flow } from '../../pipeline/model/index.js'
import { readDocument } from '../../pipeline/read/read-document.js'
import { renderPdf } from '../../pipeline/render/pdf/render-pdf.js'
import { loadTemplateFiles } from '../../pipeline/settings/fetch.js'
import { typeset } from '../../pipeline/typeset/index.js'
import { bytesOf, noticeOf, optionsOf, situations } from '../cases/read-case.js'
import { bundledFaces } from '../typeset/bundled-faces.js'
import { printedLines } from './printed-lines.js'

/*
 * 简报 on one or two pages and 任务提示 on one, whatever the notice: every case, notices that go to extremes, and those of a folder that FENGONG_CORPUS names.
 */
const corpus = process.env.FENGONG_CORPUS ?? null
const index = indexAgencies()
const { files } = await loadTemplateFiles(
  nodeHost(),
  new URL('../../templates', import.meta.url).pathname,
  null,
)
const { templates } = loadTemplates(files)

const digits = '零一二三四五六七八九'
function numeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? (digits[tens] ?? '') : ''}${tens > 0 ? '十' : ''}${ones === 0 ? '' : (digits[ones] ?? '')}`
}

const places = ['临江', '云川', '东港', '西山', '北湖', '南岭', '中原']
const offices =
  '发展改革委,教育局,科技局,工业和信息化局,公安局,民政局,司法局,财政局,人力资源社会保障局,自然资源局,生态环境局,住房城乡建设局,交通运输局,水利局,农业农村局,商务局,文化和旅游局,卫生健康委,退役军人事务局,应急管理局,审计局,国资委,市场监管局,广播电视局,体育局,统计局,医保局,粮食和物资储备局,林业和草原局'.split(
    ',',
  )
const bodies = places.flatMap((place) => offices.map((office) => `${place}市${office}`))
const body = (at: number): string => bodies[at % bodies.length] ?? ''

/** A notice of many items, each for six bodies: a lead and five that support it. */
function manyItems(
  title: string,
  count: number,
  bodiesOf: (at: number) => readonly string[],
): string {
  const items = Array.from({ length: count }, (_, at) => {
    const [lead = '', ...others] = bodiesOf(at)
    return `（${numeral(at + 1)}）推进水网第${at + 1}项建设工程并完善运行管护长效机制和资金投入保障机制。2025年${(at % 12) + 1}月底前完成主体工程建设和验收工作，建立健全运行管护、水价形成和资金投入机制，加强督促检查。（${lead}牵头，${others.join('、')}配合）`
  })
  const duty = `${bodiesOf(0)[0] ?? ''}要加强统筹协调，定期通报工程建设进展情况，及时总结推广各地经验做法，重大问题随时报告。`
  return `${title}\n\n江政发〔2024〕12号\n\n各市人民政府：\n\n${items.join('\n\n')}\n\n${duty}\n\n江北省人民政府\n\n2024年3月5日\n`
}

const title = '江北省人民政府关于推进水网建设的通知'
const longTitle = `江北省人民政府关于${'加强水网建设和水源保护统筹推进城乡供水一体化'.repeat(8)}等工作的通知`
const six = (at: number): readonly string[] =>
  Array.from({ length: 6 }, (_, step) => body(at * 6 + step))
const extremes: Readonly<Record<string, string>> = {
  '99 items for 200 bodies': manyItems(title, 99, six),
  '99 items under a title of 200 characters': manyItems(longTitle, 99, six),
  '60 items for one body': manyItems(title, 60, () => bodies.slice(3, 10)),
  'two items, long ones': manyItems(longTitle, 2, six),
}

interface Product {
  readonly notice: string
  readonly path: string
  readonly flow: Flow
}
const products: Product[] = []

async function* notices(): AsyncGenerator<readonly [string, string, Uint8Array, object]> {
  for (const [name, text] of Object.entries(extremes))
    yield [name, `${name}.md`, new TextEncoder().encode(text), {}]
  for (const situation of situations()) {
    const path = noticeOf(situation)
    yield [situation, path.replace(/\.ts$/u, ''), await bytesOf(path), optionsOf(situation)]
  }
  for (const name of corpus === null ? [] : readdirSync(corpus).sort())
    if (/(?<!README)\.(?:md|txt|html?|docx)$/u.test(name))
      yield [name, name, readFileSync(join(corpus ?? '', name)), {}]
}

beforeAll(async () => {
  for await (const [notice, path, bytes, options] of notices()) {
    const input = { path, bytes, corrections: null, correctionsPath: null, agencies: index }
    const { document, findings } = readDocument({ ...input, ...options })
    if (document === null) continue
    const only = ['brief', 'taskNote']
    const context = { document, findings, office: null, agencies: index, templates, only }
    for (const job of composeDocument(context).jobs)
      if (job.layout.type === 'flow') products.push({ notice, path: job.path, flow: job.layout })
  }
}, 300_000)

const isBrief = ({ path }: Product): boolean => path === '简报.pdf'

describe('简报', () => {
  it('is one page or two, with at most 1,000 characters outside its table, and nothing under 9 pt', async () => {
    const faces = await bundledFaces()
    const briefs = products.filter(isBrief)
    expect(briefs.length).toBeGreaterThan(90)
    const found = { one: 0, two: 0, characters: 0, smallest: Number.POSITIVE_INFINITY }
    for (const { notice, flow } of briefs) {
      const { bytes } = await renderPdf(flow, faces)
      // A character that no face has: no file.
      if (bytes === null) continue
      const pages = await readPages(bytes)
      const lines = printedLines(pages)
      const characters = lines
        .filter(({ inTable }) => !inTable)
        .reduce((sum, { glyphs }) => sum + glyphs.length, 0)
      const smallest = Math.min(...lines.flatMap(({ glyphs }) => glyphs.map(({ size }) => size)))
      expect(pages.length, notice).toBeLessThanOrEqual(2)
      expect(characters, notice).toBeLessThanOrEqual(1000)
      expect(smallest, notice).toBeGreaterThan(8.999)
      found[pages.length === 1 ? 'one' : 'two'] += 1
      found.characters = Math.max(found.characters, characters)
      found.smallest = Math.min(found.smallest, smallest)
    }
    process.stdout.write(
      `briefs: ${found.one} of one page, ${found.two} of two; most characters outside the table ${found.characters}; smallest ${found.smallest.toFixed(2)} pt\n`,
    )
  }, 300_000)

  it('ends with 校核情况, and has a chart from five items on, where its items have a field or an agency', () => {
    for (const { notice, flow } of products.filter(isBrief)) {
      const blocks = flow.sections.flatMap((section) => section.blocks)
      const headings = blocks.flatMap((block) =>
        block.type === 'text' && block.style === 'heading1'
          ? block.runs.map((run) => (run.type === 'text' ? run.text : ''))
          : [],
      )
      expect(headings.at(-1), notice).toMatch(/校核情况$/u)
      const bars = blocks.find(({ type }) => type === 'bars')
      const many = Object.hasOwn(extremes, notice) && !notice.startsWith('two')
      if (many) expect(bars, notice).toBeDefined()
    }
  })
})

describe('任务提示', () => {
  it('is one page for each agency, nothing under 9 pt', async () => {
    const faces = await bundledFaces()
    const notes = products.filter((product) => !isBrief(product))
    expect(notes.length).toBeGreaterThan(400)
    for (const { notice, path, flow } of notes) {
      const { pages } = typeset(flow, faces)
      expect(pages.length, `${notice}, ${path}`).toBe(1)
      const sizes = pages.flatMap(({ marks }) => marks.map(({ size }) => size))
      expect(Math.min(...sizes), path).toBeGreaterThan(8.999)
    }
    process.stdout.write(`task notes: ${notes.length}, each on one page\n`)
  }, 300_000)

  it('says nothing of what the source lacks', () => {
    for (const { path, flow } of products.filter((product) => !isBrief(product))) {
      const said = JSON.stringify(flow.sections)
      expect(said, path).not.toMatch(/请核对原件|所据文本|校核情况|未核对/u)
      expect(flow.draftMark, path).toBeNull()
    }
  })
})
