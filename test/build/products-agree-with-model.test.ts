import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { build } from '../../pipeline/build.js'
import { nodeHost } from '../../pipeline/host/index.js'
import {
  officialDocumentSchema,
  type BuildEvent,
  type Item,
  type OfficialDocument,
} from '../../pipeline/model/index.js'

/*
 * Every file that a build makes, read back by another library than the one that wrote it, against the model: agency by agency, each
 * file holds its agency’s items and no others.
 */
const cases = new URL('../cases', import.meta.url).pathname
let folder: string
let output: string
let document: OfficialDocument
let events: BuildEvent[]

const bare = (text: string): string => text.replace(/\s+/g, '')
const files = (at: string): string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()

async function pdfText(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 })
  const pdf = await loading.promise
  let text = ''
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  await loading.destroy()
  return bare(text)
}
const docxText = async (path: string): Promise<string> =>
  bare((await mammoth.extractRawText({ path })).value)
const cellsOf = (rows: readonly (readonly unknown[])[]): readonly string[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'string' ? bare(cell) : String(cell))))
async function xlsxText(path: string): Promise<string> {
  const sheets = await readWorkbook(readFileSync(path))
  return sheets.flatMap(({ data }) => cellsOf(data).flat()).join('\n')
}

const agenciesOf = (item: Item): readonly string[] =>
  item.responsibilities.filter(({ kind }) => kind === 'agency').map(({ name }) => name)
const titlesOf = (agency: string): readonly string[] =>
  document.items.filter((item) => agenciesOf(item).includes(agency)).map(({ title }) => title)
const otherTitles = (agency: string): readonly string[] =>
  document.items.filter((item) => !agenciesOf(item).includes(agency)).map(({ title }) => title)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-products-'))
  const sources = join(folder, 'sources')
  mkdirSync(sources)
  cpSync(join(cases, 'replication-notice-with-cut-annex/input'), sources, { recursive: true })
  output = join(folder, 'output')
  events = []
  for await (const event of build({ sources: [sources], output }, nodeHost())) events.push(event)
  document = officialDocumentSchema.parse(
    JSON.parse(readFileSync(join(output, 'guohan-2023-56/document.json'), 'utf8')),
  )
}, 180_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('what a build makes', () => {
  it('is eight agencies’ folders and the document’s own files, without a failure', () => {
    expect(events.filter(({ type }) => type === 'file-failed')).toEqual([])
    expect(readdirSync(join(output, 'guohan-2023-56/agencies')).sort()).toEqual(
      [...new Set(document.items.flatMap(agenciesOf))].sort(),
    )
    const names = files(join(output, 'guohan-2023-56')).map((path) => path.split('/').at(-1))
    // One to each, and one to all.
    expect(names.filter((name) => name === '任务分工函.docx')).toHaveLength(9)
    expect(names.filter((name) => name === '任务分工表.xlsx')).toHaveLength(8)
    expect(names.filter((name) => name === '任务提示.pdf')).toHaveLength(8)
    expect(names).toEqual(
      expect.arrayContaining([
        '简报.pdf',
        '通知.pdf',
        '通知.docx',
        '任务分工总表.xlsx',
        '发文登记表.xlsx',
        '审阅.html',
        '核对.txt',
        'manifest.json',
      ]),
    )
  })

  it('gives each agency its items and no others, in note, circular and sheet, whole', async () => {
    const agencies = readdirSync(join(output, 'guohan-2023-56/agencies'))
    for (const agency of agencies) {
      const at = join(output, 'guohan-2023-56/agencies', agency)
      const texts = {
        note: await pdfText(join(at, '任务提示.pdf')),
        circular: await docxText(join(at, '任务分工函.docx')),
        sheet: await xlsxText(join(at, '任务分工表.xlsx')),
      }
      for (const [product, text] of Object.entries(texts)) {
        const about = `${agency} ${product}`
        for (const title of titlesOf(agency))
          expect(text.includes(bare(title)), `${about} has ${title}`).toBe(true)
        for (const title of otherTitles(agency))
          expect(text.includes(bare(title)), `${about} has no ${title}`).toBe(false)
        expect(text, `${about} names nobody as a lead`).not.toContain('牵头单位')
      }
      for (const item of document.items.filter((each) => agenciesOf(each).includes(agency))) {
        const content = bare(item.content ?? '')
        expect(texts.circular.includes(content), `${agency} circular ${item.title}`).toBe(true)
        expect(texts.sheet.includes(content), `${agency} sheet ${item.title}`).toBe(true)
        for (const { name } of item.responsibilities)
          expect(texts.sheet.includes(name), `${agency} sees ${name}`).toBe(true)
      }
    }
  }, 120_000)

  it('says in the brief how many, for whom, and what this copy lacks', async () => {
    const text = await pdfText(join(output, 'guohan-2023-56/简报.pdf'))
    for (const agency of new Set(document.items.flatMap(agenciesOf))) expect(text).toContain(agency)
    for (const words of [
      '国函〔2023〕56号',
      '正文另有要求',
      '商务部',
      '第1—9项',
      '请核对原件',
      '未核对',
    ])
      expect(text).toContain(words)
  })

  it('has every item once in the ledger, those without an agency too', async () => {
    const sheets = await readWorkbook(
      readFileSync(join(output, 'guohan-2023-56/任务分工总表.xlsx')),
    )
    const cells = cellsOf(sheets.find(({ sheet }) => sheet === '分工')?.data ?? [])
    for (const { title } of document.items)
      expect(
        cells.filter((row) => row.includes(bare(title))),
        title,
      ).toHaveLength(1)
  })

  it('never says to an agency what is wrong with the copy', async () => {
    for (const path of files(join(output, 'guohan-2023-56/agencies'))) {
      const text = path.endsWith('.pdf')
        ? await pdfText(path)
        : path.endsWith('.docx')
          ? await docxText(path)
          : await xlsxText(path)
      for (const words of ['请核对原件', '所据文本', '不一致', '未核对'])
        expect(text.includes(words), `${path} says ${words}`).toBe(false)
    }
  }, 120_000)

  it('is the same the second time, and nothing is made', async () => {
    const second: BuildEvent[] = []
    const sources = join(folder, 'sources')
    for await (const event of build({ sources: [sources], output }, nodeHost())) second.push(event)
    expect(second.filter(({ type }) => type === 'file-written')).toEqual([])
    expect(second.at(-1)).toMatchObject({ type: 'build-done', totals: { made: 0, failed: 0 } })
  })
})
