import { describe, expect, it } from 'vitest'

import { assertPartition } from '../../../pipeline/read/extract/assert-partition.js'
import { paragraphs, readNotice } from './read-notice.js'

const { document } = readNotice(
  paragraphs(
    '关于做好一项工作的通知',
    '各单位：',
    '一、**加强**领导',
    '| 序号 | 事项 |\n|---|---|\n| 1 | 甲 |',
  ),
)

describe('assertPartition', () => {
  it('accepts what was read', () => {
    expect(() => assertPartition(document)).not.toThrow()
  })

  it('refuses a document that lost a block', () => {
    const [part] = document.parts
    if (part === undefined) throw new Error('no part')
    const lost = { ...document, parts: [{ ...part, blocks: part.blocks.slice(1) }] }
    expect(() => assertPartition(lost)).toThrow(/nothing holds "关于做好/)
  })

  it('refuses a document that says a block twice', () => {
    const [part] = document.parts
    const first = part?.blocks[0]
    if (part === undefined || first === undefined) throw new Error('no block')
    const twice = { ...document, parts: [{ ...part, blocks: [first, ...part.blocks] }] }
    expect(() => assertPartition(twice)).toThrow(/a leaf twice/)
  })

  it('refuses text that is markup and dropped at once', () => {
    const span = document.markup[0]
    if (span === undefined) throw new Error('no markup')
    expect(() => assertPartition({ ...document, dropped: [{ span, reason: 'comment' }] })).toThrow(
      /markup or a dropped span twice/,
    )
  })

  it('refuses a document that lost its last words', () => {
    expect(() => assertPartition({ ...document, text: `${document.text}附注` })).toThrow(/附注/)
  })
})
