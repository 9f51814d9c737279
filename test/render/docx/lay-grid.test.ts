import { describe, expect, it } from 'vitest'

import { layGrid } from '../../../pipeline/render/docx/lay-grid.js'
import { cell, row } from './flows.js'

const shape = (rows: Parameters<typeof layGrid>[0], columns: number) =>
  layGrid(rows, columns).map((cells) =>
    cells.map(({ cell: { paragraphs, colSpan, rowSpan }, column }) => {
      const first = paragraphs[0]?.[0]
      return [first?.type === 'text' ? first.text : '', column, colSpan, rowSpan]
    }),
  )

describe('layGrid', () => {
  it('puts cells beside those that reach down from above', () => {
    const rows = [
      row([cell('甲', { rowSpan: 3 }), cell('乙', { colSpan: 2 }), '丙']),
      row(['丁', cell('戊', { rowSpan: 2 }), '己']),
      row(['庚', '辛']),
    ]
    expect(shape(rows, 4)).toEqual([
      [
        ['甲', 0, 1, 3],
        ['乙', 1, 2, 1],
        ['丙', 3, 1, 1],
      ],
      [
        ['丁', 1, 1, 1],
        ['戊', 2, 1, 2],
        ['己', 3, 1, 1],
      ],
      [
        ['庚', 1, 1, 1],
        ['辛', 3, 1, 1],
      ],
    ])
  })

  it('fills a row that is too short', () => {
    expect(shape([row(['甲'])], 3)).toEqual([
      [
        ['甲', 0, 1, 1],
        ['', 1, 2, 1],
      ],
    ])
  })

  it('lets the one cell of a group take the whole width', () => {
    expect(shape([row(['甲'], 'group')], 3)).toEqual([[['甲', 0, 3, 1]]])
  })

  it('ends spans at the table’s edges', () => {
    expect(shape([row([cell('甲', { colSpan: 9, rowSpan: 9 })])], 2)).toEqual([[['甲', 0, 2, 1]]])
  })

  it('leaves a row without cells where all is covered from above', () => {
    expect(shape([row([cell('甲', { colSpan: 2, rowSpan: 2 })]), row([])], 2)).toEqual([
      [['甲', 0, 2, 2]],
      [],
    ])
  })

  it('refuses a row with more cells than there is room for, rather than lose one', () => {
    expect(() => layGrid([row(['甲', '乙', '丙'])], 2)).toThrow('1 cells more')
  })
})
