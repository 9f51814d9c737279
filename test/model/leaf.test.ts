import type { Root } from 'mdast'
import { describe, expect, it } from 'vitest'

import {
  leafSpans,
  leavesOf,
  markupSpans,
  partitionFaults,
  spansWithin,
  type Leaf,
} from '../../pipeline/model/index.js'

const point = (offset: number) => ({ line: 1, column: offset + 1, offset })
const position = (start: number, end: number) => ({ start: point(start), end: point(end) })

/** `**财政部**牵头` with a comment and a table of one cell after it. */
const text = '**财政部**牵头<!--注-->\n| a |'
const tree: Root = {
  type: 'root',
  children: [
    {
      type: 'paragraph',
      position: position(0, 17),
      children: [
        { type: 'text', value: '财政部', position: position(2, 5) },
        { type: 'text', value: '牵头', position: position(7, 9) },
      ],
    },
    {
      type: 'table',
      position: position(18, 23),
      children: [
        {
          type: 'tableRow',
          children: [
            {
              type: 'tableCell',
              position: position(20, 21),
              children: [{ type: 'text', value: 'a', position: position(20, 21) }],
            },
          ],
        },
      ],
    },
  ],
}
const dropped = [{ span: { start: 9, end: 17 }, reason: 'comment' }]
const source = { text, tree, dropped }

describe('leaves', () => {
  it('are paragraphs and cells with their pieces', () => {
    expect(leavesOf(source).map((leaf) => [leaf.node.type, leaf.text, leaf.span])).toEqual([
      ['paragraph', '财政部牵头', { start: 2, end: 9 }],
      ['tableCell', 'a', { start: 20, end: 21 }],
    ])
    expect(leafSpans(source)).toHaveLength(3)
  })

  it('say where a stretch of their text stands, in as many spans as pieces', () => {
    const [leaf] = leavesOf(source) as [Leaf]
    expect(spansWithin(leaf, 1, 4)).toEqual([
      { start: 3, end: 5 },
      { start: 7, end: 8 },
    ])
    expect(spansWithin(leaf, 2, 2)).toEqual([])
  })

  it('and markup and what is dropped make up the text', () => {
    expect(markupSpans(source).map(({ start, end }) => text.slice(start, end))).toEqual([
      '**',
      '**',
      '| ',
      ' |',
    ])
    expect(partitionFaults(source)).toEqual([])
  })

  it('that miss a character or say one twice are told', () => {
    expect(partitionFaults({ ...source, text: `${text}末` })).toEqual([{ start: 23, end: 24 }])
    const twice = [...dropped, { span: { start: 2, end: 3 }, reason: 'comment' }]
    expect(partitionFaults({ ...source, dropped: twice })).toEqual([{ start: 2, end: 3 }])
  })
})
