import { describe, expect, it } from 'vitest'

import type { FlowBlock } from '../../../pipeline/model/index.js'
import { renderDocx } from '../../../pipeline/render/docx/render-docx.js'
import { attachmentNote, flow, section, signature, space, text } from './flows.js'
import { attributesOf, elementsOf, partOf, partTree } from './read-docx.js'

/** A line of 28 characters, the first of a paragraph 26. */
const lines = (count: number): string => `${'水'.repeat(28 * count - 3)}。`

async function paper(above: number, blocks: readonly FlowBlock[]) {
  const section1 = section([space(above), ...blocks], { form: 'document' })
  const { bytes } = await renderDocx(flow([section1]))
  const paragraphs = elementsOf(partTree(bytes, 'word/document.xml'), 'w:p').slice(above)
  return {
    bytes,
    keeps: paragraphs.map((each) => elementsOf(each, 'w:keepNext').length > 0),
    pitches: paragraphs.map((each) => attributesOf(each, 'w:spacing')['w:line'] ?? null),
    inTwos: paragraphs.map((each) => elementsOf(each, 'w:widowControl').length > 0),
  }
}

const signed = signature(['省水利厅'], '2024年3月5日', false)

describe('a paper of one paragraph and its signature', () => {
  it('closes up the lines of page 1 where that is all that is wanting', async () => {
    const { bytes, pitches, keeps } = await paper(8, [text('body', lines(12)), signed])
    const [pitch, ...others] = pitches
    expect(Number(pitch)).toBeGreaterThan(0.9 * 579)
    expect(Number(pitch)).toBeLessThan(579)
    expect(others).toEqual([pitch, pitch])
    // Word brings the paragraph’s end along should the text grow.
    expect(keeps).toEqual([true, true, false])
    expect(partOf(bytes, 'word/document.xml')).not.toContain('w:titlePg')
  })

  it('leaves the lines of a paper that has room as the style says', async () => {
    const { pitches } = await paper(10, [text('body', lines(6)), signed])
    expect(pitches).toEqual([null, null, null])
  })

  it('ends page 1 early by a higher footer, so that lines go to the page of the signature', async () => {
    const { bytes, keeps, inTwos, pitches } = await paper(14, [text('body', lines(8)), signed])
    expect(pitches).toEqual([null, null, null])
    // LibreOffice carries over whole what is kept with the next.
    expect(keeps).toEqual([false, true, false])
    expect(inTwos).toEqual([true, false, false])
    const [sheet] = elementsOf(partTree(bytes, 'word/document.xml'), 'w:sectPr')
    expect(elementsOf(sheet ?? { type: 'root', children: [] }, 'w:titlePg')).toHaveLength(1)
    const footers = ['word/footer1.xml', 'word/footer2.xml', 'word/footer3.xml'].map((part) =>
      Number(attributesOf(partTree(bytes, part), 'w:spacing')['w:before'] ?? 0),
    )
    const raised = footers.filter((before) => before > 0)
    expect(raised).toHaveLength(1)
    // Two lines, less a half, and what is free between the type area and the number.
    expect(raised[0]).toBeGreaterThan(1.5 * 579)
    expect(raised[0]).toBeLessThan(2.5 * 579)
  })

  it('closes up the attachment note with the lines around it', async () => {
    const { pitches } = await paper(14, [
      text('body', lines(3)),
      attachmentNote('水利任务表', '水利联系人'),
      signed,
    ])
    expect(new Set(pitches).size).toBe(1)
    expect(Number(pitches[0])).toBeLessThan(579)
  })

  it('sets a name wider than the page in the middle, over as many lines as Word needs', async () => {
    const name = '某某自治州人民政府办公厅水利建设与水资源管理领导小组办公室综合协调处'
    const { bytes } = await paper(0, [
      text('body', '正文。'),
      signature([name], '2024年3月5日', false),
    ])
    const [, issuer, date] = elementsOf(partTree(bytes, 'word/document.xml'), 'w:p')
    for (const each of [issuer, date])
      expect(attributesOf(each ?? { type: 'root', children: [] }, 'w:jc')).toEqual({
        'w:val': 'center',
      })
  })
})
