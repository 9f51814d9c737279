import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Sheet } from '../../../pipeline/model/index.js'
import { pageBreaks } from '../../../pipeline/render/xlsx/page-breaks.js'
import { placeSheet } from '../../../pipeline/render/xlsx/place-sheet.js'
import { wordsOf } from '../../../pipeline/render/xlsx/words.js'
import {
  band,
  cell,
  column,
  groupRow,
  ledgerWorkbook,
  longText,
  piece,
  row,
  sheet,
} from './sample-workbooks.js'

const place = (layout: Sheet, secrecy: string | null = null) =>
  placeSheet(layout, secrecy, wordsOf('zh-CN'))

const three = [column('序号', 6), column('任务', 12), column('内容', 40)]
const heights = (layout: Sheet) =>
  place(layout)
    .rows.slice(1)
    .map(({ height }) => height)

describe('row heights', () => {
  it('grow with the text, by the width of its column', () => {
    const of = (text: string, width: number) =>
      heights(sheet({ columns: [column('文', width)], rows: [row(cell(text))] }))[1] ?? 0
    expect(of('字'.repeat(40), 20)).toBeGreaterThan(of('字'.repeat(40), 40))
    expect(of('一\n二\n三\n四', 20)).toBeGreaterThanOrEqual(4 * 10.5 * 1.4)
  })

  it('take no account of what is hidden, however long', () => {
    const columns = [column('任务', 20), column('标识', 8, { use: 'hidden' })]
    const long = row(cell('短'), cell('很长的标识\n'.repeat(500)))
    const placed = place(sheet({ columns, rows: [long, row(cell('短'), cell(null))] }))
    expect(placed.rows).toHaveLength(4)
    expect(placed.rows[2]?.height).toBe(placed.rows[3]?.height)
  })

  it('are raised evenly where a merged cell needs more than its rows have', () => {
    const layout = sheet({
      columns: three,
      rows: [
        row(cell(1, { rowSpan: 2 }), cell('甲'), cell(longText(300), { rowSpan: 2 })),
        row(null, cell('乙'), null),
      ],
    })
    const [, first = 0, second = 0] = heights(layout)
    expect(first).toBe(second)
    expect(first + second).toBeGreaterThanOrEqual(Math.ceil(300 / 20) * 10.5 * 1.4)
  })

  it('are never more than a row can have', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3000), fc.nat(3000), fc.integer({ min: 1, max: 3 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (shape) => {
          const rows = shape.map(([own]) => row(cell(1), cell(longText(own)), null))
          const spans: Sheet['rows'][number][] = []
          for (let index = 0; index < rows.length;) {
            const [, length = 0, span = 1] = shape[index] ?? []
            const rowSpan = Math.min(span, rows.length - index)
            for (let sub = 0; sub < rowSpan; sub += 1)
              spans.push(
                row(
                  ...(rows[index + sub]?.cells.slice(0, 2) ?? []),
                  sub === 0 ? cell(longText(length), { rowSpan }) : null,
                ),
              )
            index += rowSpan
          }
          const placed = place(sheet({ columns: three, rows: spans }))
          const all = placed.rows.slice(1)
          expect(all.every(({ height }) => height > 0 && height <= 409)).toBe(true)
          expect(all.every(({ cells }) => cells.length === 3)).toBe(true)
          const read = (letter: number) =>
            all
              .flatMap(({ cells }) => cells.filter((each) => each.column === letter))
              .map(({ value }) => value ?? '')
              .join('')
          expect(read(3)).toBe(`内容${spans.map(({ cells }) => cells[2]?.value ?? '').join('')}`)
        },
      ),
      { numRuns: 25 },
    )
  })
})

describe('where things come to stand', () => {
  it('counts every line of the layout, wherever it was moved', () => {
    const layout = sheet({
      columns: three,
      above: [band(piece(0, 2, '标题', 'title')), band(piece(0, 2, '长'.repeat(2000), 'note'))],
      rows: [row(cell(1), cell('甲'), cell(longText(1200))), row(cell(2), cell('乙'), cell('短'))],
      below: [band(piece(0, 0, '填表人：'), piece(1, 2, '', 'fill'))],
    })
    const { lines, rows, headRow } = place(layout, '秘密')
    const textAt = (line: number) => rows[lines[line]?.first ?? 0]?.cells[0]?.value
    expect(lines).toHaveLength(7)
    expect([1, 3, 4, 5, 6].map(textAt)).toEqual(['标题', '序号', 1, 2, '填表人：'])
    expect(lines[3]?.first).toBe(headRow)
    expect(lines[2]?.last).toBeGreaterThan(lines[2]?.first ?? 0)
    expect(lines[4]?.last).toBeGreaterThan(lines[4]?.first ?? 0)
  })

  it('a narrower merged cell that goes on below lengthens the wider one around it', () => {
    const layout = sheet({
      columns: [column('领域', 8), column('任务', 10), column('内容', 20), column('单位', 10)],
      frozenColumns: 2,
      rows: [
        row(
          cell('甲', { rowSpan: 3 }),
          cell('一', { rowSpan: 2 }),
          cell(longText(900), { rowSpan: 2 }),
          cell('子'),
        ),
        row(null, null, null, cell('丑')),
        row(null, cell('二'), cell('短'), cell('寅')),
      ],
    })
    const placed = place(layout)
    const last = placed.rows.length - 1
    expect(placed.merges).toContainEqual({ top: 2, left: 1, bottom: last, right: 1 })
    expect(placed.merges).toContainEqual({ top: 2, left: 2, bottom: 3, right: 2 })
    expect(placed.rows[4]?.cells[1]?.value).toBe('一（续）')
    expect(placed.rows[last]?.cells[1]?.value).toBe('二')
  })
})

describe('pages', () => {
  it('end between merged rows, never inside them', () => {
    const [layout] = ledgerWorkbook(30).sheets
    if (layout === undefined) throw new Error('no sheet')
    const placed = place(layout)
    const breaks = pageBreaks(layout, placed)
    expect(breaks.length).toBeGreaterThan(1)
    for (const at of breaks)
      expect(placed.merges.some(({ top, bottom }) => top <= at && at < bottom)).toBe(false)
  })

  it('do not end after a group’s heading', () => {
    const merged = (text: string) => [
      row(cell(text, { rowSpan: 2 }), cell('甲'), cell('短')),
      row(null, cell('乙'), cell('短')),
    ]
    const rows = Array.from({ length: 40 }, (_, index) => [
      groupRow(`第${index + 1}组`, 3),
      ...merged('一'),
      ...merged('二'),
    ]).flat()
    const layout = sheet({ columns: three, rows })
    const placed = place(layout)
    const headings = new Set(
      placed.rows.flatMap(({ cells }, index) => (cells[0]?.look.role === 'group' ? [index] : [])),
    )
    const breaks = pageBreaks(layout, placed)
    expect(breaks.length).toBeGreaterThan(2)
    expect(breaks.filter((at) => headings.has(at))).toEqual([])
  })

  it('end where nothing is merged too: left alone, LibreOffice loses the last of many', () => {
    const rows = (count: number) =>
      sheet({ rows: Array.from({ length: count }, (_, at) => row(cell(at), cell('短'))) })
    expect(pageBreaks(rows(200), place(rows(200))).length).toBeGreaterThan(5)
    expect(pageBreaks(rows(5), place(rows(5)))).toEqual([])
  })
})

describe('a ledger', () => {
  it('is written from rows laid out anew, the same as those that are kept', () => {
    const [layout] = ledgerWorkbook(40).sheets
    if (layout === undefined) throw new Error('no sheet')
    const words = wordsOf('zh-CN')
    const [kept, anew] = [true, false].map((keep) => placeSheet(layout, '秘密', words, keep))
    const body = anew?.rows.slice(anew.body?.first, (anew.body?.last ?? 0) + 1) ?? []
    expect(body.length).toBeGreaterThan(40)
    expect(body.every(({ cells }) => cells.length === 0)).toBe(true)
    expect([...(anew?.written() ?? [])]).toEqual(kept?.rows)
    expect({ ...anew, rows: null, written: null }).toEqual({ ...kept, rows: null, written: null })
  })
})
