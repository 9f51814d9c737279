import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'

import { houseOf, indexAgencies, resolveAgency } from '../../pipeline/agencies/index.js'
import { composeDocument, loadTemplates } from '../../pipeline/compose/index.js'
import { nodeHost } from '../../pipeline/host/index.js'
import type { Item, OfficialDocument, Sheet, Workbook } from '../../pipeline/model/index.js'
import { readDocument } from '../../pipeline/read/read-document.js'
import { renderXlsx } from '../../pipeline/render/xlsx/render-xlsx.js'
import { loadTemplateFiles } from '../../pipeline/settings/fetch.js'
import { lintXlsx } from '../render/xlsx/lint-xlsx.js'
import { bytesOf, noticeOf, optionsOf, situations } from './read-case.js'

/*
 * Agency by agency, the ledgers hold what the model says, no more and no fewer: over all situations as they are laid out, and over the notices of a
 * folder that FENGONG_CORPUS names as another program reads their files.
 */
const corpus = process.env.FENGONG_CORPUS ?? null
const index = indexAgencies()
const { files } = await loadTemplateFiles(
  nodeHost(),
  new URL('../../templates', import.meta.url).pathname,
  null,
)
const { templates } = loadTemplates(files)

async function read(path: string, options: ReturnType<typeof optionsOf>) {
  const input = { path: path.replace(/\.ts$/, ''), bytes: await bytesOf(path) }
  const { document } = readDocument({
    ...input,
    corrections: null,
    correctionsPath: null,
    agencies: index,
    ...options,
  })
  return document
}

/** `id house` for each item, or part of one, and each house that gets papers for it. */
function pairsOf(document: OfficialDocument): ReadonlySet<string> {
  const context = {
    level: document.issuerLevel,
    place: document.issuerPlace,
    date: document.issueDate,
  }
  const inItem = (item: Item): readonly string[] => [
    ...item.responsibilities
      .filter(({ kind, name }) => {
        // An abolished body with several successors is nobody until a person says which.
        return kind === 'agency' && resolveAgency(index, name, context).type !== 'ambiguous'
      })
      .map(({ name }) => `${item.id} ${houseOf(index, name)}`),
    ...item.children.flatMap(inItem),
  ]
  return new Set(document.items.flatMap(inItem))
}

function valuesOf(sheet: Sheet | undefined, key: string): readonly string[] {
  const at = sheet?.columns.findIndex((column) => column.key === key) ?? -1
  return (sheet?.rows ?? []).flatMap(({ kind, cells }) =>
    kind === 'row' && cells[at] != null ? [String(cells[at].value)] : [],
  )
}

function workbooks(document: OfficialDocument) {
  const only = ['assignments', 'master']
  const { jobs } = composeDocument({
    document,
    findings: [],
    office: null,
    agencies: index,
    templates,
    only,
  })
  return jobs.flatMap(({ agency, layout }) =>
    layout.type === 'workbook' ? [{ agency, workbook: layout }] : [],
  )
}

/** How many tasks the matrix gives each agency: its cells that are not empty. */
function matrixOf(master: Workbook | undefined): ReadonlyMap<string, number> {
  const sheet = master?.sheets.find(({ name }) => name === '按单位')
  const columns = (sheet?.columns ?? []).flatMap(({ key, title }, at) =>
    key.startsWith('agency') ? [{ title, at }] : [],
  )
  return new Map(
    columns.map(({ title, at }) => [
      title,
      (sheet?.rows ?? []).filter(
        ({ kind, cells }) => kind === 'row' && String(cells[at]?.value ?? '') !== '',
      ).length,
    ]),
  )
}

/** `id house` for each row of the files of the agencies, as another program reads them; every file passes the lint. */
async function pairsInFiles(document: OfficialDocument): Promise<readonly string[]> {
  const pairs: string[] = []
  for (const { agency, workbook } of workbooks(document)) {
    const { bytes } = await renderXlsx(workbook)
    expect(lintXlsx(bytes), `${document.id} ${agency ?? ''}`).toEqual([])
    const rows = (await readWorkbook(Buffer.from(bytes)))[0]?.data ?? []
    const head = rows.findIndex((row) => row.includes('事项标识'))
    const at = rows[head]?.indexOf('事项标识') ?? -1
    const ids = rows.slice(head + 1).flatMap((row) => row[at] ?? [])
    if (agency !== null) pairs.push(...ids.map((id) => `${String(id)} ${agency}`))
  }
  return pairs
}

function holdsModel(document: OfficialDocument, name: string): number {
  const wanted = pairsOf(document)
  const books = workbooks(document)
  const found = books.flatMap(({ agency, workbook }) =>
    agency === null ? [] : valuesOf(workbook.sheets[0], 'id').map((id) => `${id} ${agency}`),
  )
  expect([...found].sort(), name).toEqual([...wanted].sort())
  const sums = new Map<string, number>()
  for (const pair of wanted) {
    const house = pair.slice(pair.lastIndexOf(' ') + 1)
    sums.set(house, (sums.get(house) ?? 0) + 1)
  }
  const matrix = matrixOf(books.find(({ agency }) => agency === null)?.workbook)
  expect([...matrix].sort(), name).toEqual([...sums].sort())
  return wanted.size
}

describe('ledgers', () => {
  it('hold what the model says, agency by agency, and the matrix agrees, in every case', async () => {
    let count = 0
    for (const situation of situations()) {
      const document = await read(noticeOf(situation), optionsOf(situation))
      if (document !== null) count += holdsModel(document, situation)
    }
    expect(count).toBeGreaterThan(200)
  })

  it.skipIf(corpus === null)(
    corpus === null
      ? 'in a folder of notices, if FENGONG_CORPUS names one'
      : `in ${basename(corpus)}`,
    async () => {
      const folder = corpus ?? ''
      for (const name of readdirSync(folder).sort()) {
        if (!/(?<!README)\.(?:md|txt|html?|docx)$/.test(name)) continue
        const document = await read(join(folder, name), {})
        if (document === null) continue
        holdsModel(document, name)
        const found = [...(await pairsInFiles(document))].sort()
        expect(found, name).toEqual([...pairsOf(document)].sort())
      }
    },
    600_000,
  )
})
