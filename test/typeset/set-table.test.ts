import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Flow, FlowTable } from '../../pipeline/model/index.js'
import { checkPlacement } from '../../pipeline/render/pdf/check-placement.js'
import { typeset, type FaceSet, type SetPage, type SetShape } from '../../pipeline/typeset/index.js'
import { bundledFaces } from './bundled-faces.js'
import { annexColumns, annexRows, cell, flow, row, section, table, text } from './flows.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

const bottom = 262 * (72 / 25.4)
const right = 184 * (72 / 25.4)

function pagesOf(given: Flow): readonly SetPage[] {
  const { pages, findings } = typeset(given, faces)
  expect(findings).toEqual([])
  expect(checkPlacement(given, pages)).toEqual([])
  return pages
}
const boxes = (page: SetPage): readonly Extract<SetShape, { type: 'rect' }>[] =>
  page.shapes.filter((shape) => shape.type === 'rect')
const tablePages = (given: FlowTable): readonly SetPage[] => {
  const pages = pagesOf(flow('document', [[given]]))
  for (const page of pages)
    for (const box of boxes(page)) {
      expect(box.y + box.height).toBeLessThanOrEqual(bottom + 0.1)
      expect(box.x + box.width).toBeLessThanOrEqual(right + 0.1)
    }
  return pages
}
/** Text of a page’s marks without a key: repeated heads and labels. */
const repeated = (page: SetPage | undefined): string =>
  (page?.marks ?? [])
    .filter(({ from }) => from === null)
    .map((mark) => mark.text)
    .join('')
const long = (characters: number): string => '工程建设项目审批，'.repeat(Math.ceil(characters / 9))

describe('a table over several pages', () => {
  it('repeats its head on each page after the first, and no row is parted', () => {
    const pages = tablePages(table(annexColumns, annexRows(24)))
    expect(pages.length).toBeGreaterThan(3)
    expect(repeated(pages[0])).not.toContain('改革事项')
    for (const page of pages.slice(1)) expect(repeated(page)).toContain('改革事项')
    const rowsOf = (page: SetPage): Set<string> =>
      new Set(
        page.marks
          .map(({ from }) => from?.split('/').slice(0, 4).join('/') ?? '')
          .filter((key) => key.includes('/row/')),
      )
    const all = pages.flatMap((page) => [...rowsOf(page)])
    expect(new Set(all).size).toBe(all.length)
  })

  it('keeps a group’s heading with the row under it', () => {
    for (let before = 14; before < 26; before += 1) {
      const pages = tablePages(
        table({ 甲: 1, 乙: 1 }, [
          ...Array.from({ length: before }, (_, index) => row([`第${index}行`, '内容'])),
          row([cell('某某领域', { colSpan: 2 })], 'group'),
          row(['组内第一行', '内容']),
        ]),
      )
      const page = pages.find(({ marks }) => marks.some((mark) => mark.text === '某某领域'))
      expect(page?.marks.some((mark) => mark.text === '组内第一行')).toBe(true)
    }
  })

  it('keeps its title on the page where it begins', () => {
    for (let lines = 15; lines <= 22; lines += 1) {
      const pages = pagesOf(
        flow('document', [
          [
            text('body', '国'.repeat(26 + 28 * (lines - 1))),
            text('caption', '附表', { keepWithNext: true }),
            table({ 甲: 1 }, [row(['内容'])]),
          ],
        ]),
      )
      const page = pages.find(({ marks }) => marks.some((mark) => mark.text === '附表'))
      expect(page?.marks.some((mark) => mark.text === '内容')).toBe(true)
    }
  })

  it('parts a row that is taller than a page between its lines', () => {
    const pages = tablePages(
      table({ 序号: 1, 内容: 4 }, [row(['1', long(3000)]), row(['2', '完'])]),
    )
    expect(pages.length).toBeGreaterThan(2)
  })

  it('sets a cell of 20 lines merged over three low rows at a page’s foot whole', () => {
    for (let before = 10; before < 30; before += 1)
      tablePages(
        table({ 甲: 1, 乙: 1, 丙: 2 }, [
          ...Array.from({ length: before }, () => row(['行', '行', '行'])),
          row([cell(long(160), { rowSpan: 3 }), '一', '丙']),
          row(['二', '丙']),
          row(['三', '丙']),
        ]),
      )
  })

  it('sets a merged cell taller than a page whole, and shows a short one again where it goes on', () => {
    tablePages(
      table({ 甲: 1, 乙: 3 }, [row([cell(long(1500), { rowSpan: 2 }), '一']), row(['二'])]),
    )
    const pages = tablePages(
      table({ 领域: 1, 事项: 3 }, [
        row([cell('投资贸易', { rowSpan: 40 }), '事项0']),
        ...Array.from({ length: 39 }, (_, index) => row([`事项${index + 1}`])),
      ]),
    )
    expect(pages.length).toBe(2)
    expect(repeated(pages[1])).toContain('投资贸易')
  })

  it('lays out cells merged both ways where they belong', () => {
    const [page] = tablePages(
      table({ 甲: 1, 乙: 1, 丙: 1 }, [
        row([cell('大', { rowSpan: 2, colSpan: 2 }), '丙一']),
        row(['丙二']),
        row(['甲', '乙', '丙三']),
      ]),
    )
    const x = (wanted: string): number =>
      page?.marks.find((mark) => mark.text === wanted && mark.from?.includes('/row/'))?.x ?? 0
    expect(x('丙二')).toBeCloseTo(x('丙三'), 0)
    expect(x('丙一')).toBeCloseTo(x('丙三'), 0)
    expect(x('乙')).toBeGreaterThan(x('甲'))
  })

  it('sets a head that fills half a page once, and a table without rows or head', () => {
    const tall = { ...table({ 甲: 1 }, [row(['内容'])]), head: [row([long(900)])] }
    tablePages(tall)
    tablePages({ ...table({ 甲: 1 }, []), head: [] })
    tablePages(table({ 甲: 1 }, []))
  })

  it('sets a table of 60 columns within the page, however small', () => {
    const columns = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`列${index}`, 1]))
    tablePages(table(columns, [row(Object.keys(columns).map(() => '字'))]))
  })

  it('sets a ragged row, and one whose merged cells reach over the edge', () => {
    tablePages(
      table({ 甲: 1, 乙: 1 }, [
        row(['只有一格']),
        row([cell('宽', { colSpan: 5 })]),
        row([cell('高', { rowSpan: 9 }), '乙']),
        row(['乙', '多出来的一格']),
      ]),
    )
  })

  it('loses no character, whatever the rows, spans and lengths', () => {
    const cells = fc.record({
      length: fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1200 })),
      rowSpan: fc.integer({ min: 1, max: 4 }),
      colSpan: fc.integer({ min: 1, max: 3 }),
    })
    const rows = fc.array(fc.array(cells, { minLength: 0, maxLength: 4 }), { maxLength: 14 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 22 }), (made, before) => {
        const given = table(
          { 甲: 1, 乙: 2, 丙: 3, 丁: 2 },
          made.map((each) =>
            row(each.map(({ length, ...spans }) => cell(long(length).slice(0, length), spans))),
          ),
        )
        pagesOf(flow('document', [section([text('body', '国'.repeat(28 * before)), given])]))
      }),
      { numRuns: 60 },
    )
  })

  it('takes time in line with its rows', () => {
    const time = (rows: number): number => {
      const given = flow('document', [[table(annexColumns, annexRows(rows))]])
      const before = performance.now()
      typeset(given, faces)
      return (performance.now() - before) / rows
    }
    time(200)
    const small = Math.min(time(500), time(500), time(500))
    expect(time(5000) / small).toBeLessThan(2.5)
  })
})
