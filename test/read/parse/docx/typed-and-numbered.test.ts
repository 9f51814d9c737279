import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import { leavesOf, type SourceText } from '../../../../pipeline/model/index.js'
import { buildDocx, cell, level, numbered, paragraph, row, table } from '../docx-builder.js'
import { parseFile } from '../outline-of.js'

const sample = readFileSync(new URL('../../../../sources/guohan-2023-56.md', import.meta.url))

const numbering =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}` +
  `${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

/** What a person typed as a number, by level: 一、 （一） 1. */
const typed = [/^[一二三四五六七八九十]+、/u, /^（[一二三四五六七八九十]+）/u, /^\d+\./]

/** The same text as Word has it where its author used automatic numbering. */
function asWord(source: SourceText): Uint8Array {
  const blocks = source.tree.children.map((block) => {
    if (block.type === 'table') {
      const rows = block.children.map((each) => {
        const leaves = leavesOf({
          tree: { type: 'root', children: [{ ...block, children: [each] }] },
        })
        return row(leaves.map((leaf) => cell(leaf.text)))
      })
      return table(...rows)
    }
    const [leaf] = leavesOf({ tree: { type: 'root', children: [block] } })
    const text = leaf?.text ?? ''
    const at = typed.findIndex((pattern) => pattern.test(text))
    const pattern = typed[at]
    return pattern === undefined ? paragraph(text) : numbered(text.replace(pattern, ''), 1, at)
  })
  return buildDocx({ numbering, body: blocks.join('') })
}

describe('a notice in Word with automatic numbers', () => {
  it('reads as the same notice with its numbers typed', () => {
    const { source, outline } = parseFile('a.md', sample)
    expect(outline.length).toBeGreaterThan(30)
    const word = parseFile('a.docx', source ? asWord(source) : sample)
    expect(word.outline).toEqual(outline)
    expect(word.told).toEqual([])
  })
})
