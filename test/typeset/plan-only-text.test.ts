import { describe, expect, it } from 'vitest'

import type { Flow, FlowBlock } from '../../pipeline/model/index.js'
import { planOnlyText } from '../../pipeline/typeset/index.js'
import { readNotice, setNotice } from '../layout/set-notice.js'

const sentence = '各单位要按月报送进展情况，重大问题随时报告，年底前全部完成。'

/** A notice in the document form: its text, and the attachment note between that and the signature. */
function notice(text: string, between: readonly string[] = []): Flow {
  const paragraphs = [
    '江北省人民政府关于推进水网建设的通知',
    '江政发〔2024〕1号',
    '各市、县人民政府：',
    text,
    ...between,
    '江北省人民政府',
    '2024年3月5日',
  ]
  const leaves = between.map((_, index) => `附件${index + 1}\n\n第${index + 1}批\n\n见表。`)
  const file = [...paragraphs, ...leaves].join('\n\n')
  return setNotice(readNotice('notice.md', new TextEncoder().encode(file))).flow
}

const note = (count: number): readonly string[] =>
  Array.from(
    { length: count },
    (_, index) => `${index === 0 ? '附件：' : ''}${index + 1}.第${index + 1}批`,
  )

function planOf(flow: Flow) {
  const [section] = flow.sections
  if (section === undefined) throw new Error('no section')
  return planOnlyText(flow, section)
}

/** A text of so many lines of 28 characters, the first of 26. */
const linesOfText = (count: number): string => `${'水'.repeat(28 * count - 3)}。`

describe('a paper of one paragraph', () => {
  it('is left as it is where all of it stands on page 1', () => {
    expect(planOf(notice(linesOfText(4)))).toMatchObject({ pitch: 1, shortBy: 0, onOnePage: true })
  })

  it('is closed up where that makes room for its signature', () => {
    const plan = planOf(notice(linesOfText(6)))
    expect(plan).toMatchObject({ shortBy: 0, onOnePage: true })
    expect(plan?.pitch).toBeLessThan(1)
    expect(plan?.pitch).toBeGreaterThan(0.9)
  })

  it('sends two lines to the page of its signature where it cannot be closed up', () => {
    const plan = planOf(notice(linesOfText(8)))
    // Page 1 has room for eight lines: all of them fit, and two go.
    expect(plan).toMatchObject({ pitch: 1, shortBy: 2, onOnePage: false, inTwos: true })
  })

  it('is parted by itself where it is longer than page 1 and the signature has room', () => {
    const plan = planOf(notice(linesOfText(12)))
    expect(plan).toMatchObject({ pitch: 1, shortBy: 0, onOnePage: false, inTwos: true })
  })

  it('sends two lines on where its last page is full', () => {
    // 8 lines on page 1, 22 on page 2, where the signature’s three have no room.
    const plan = planOf(notice(linesOfText(30)))
    expect(plan).toMatchObject({ pitch: 1, shortBy: 2, onOnePage: false, inTwos: true })
    expect(planOf(notice(linesOfText(28)))).toMatchObject({ shortBy: 4 })
    expect(planOf(notice(linesOfText(27)))).toMatchObject({ shortBy: 0 })
  })

  it('leaves a single line on page 1 where the text has three and many attachments', () => {
    const plan = planOf(notice(linesOfText(3), note(12)))
    expect(plan).toMatchObject({ shortBy: 7, onOnePage: false, inTwos: false })
  })

  it('is closed up further for an attachment note, as in the PDF', () => {
    const plan = planOf(notice(linesOfText(3), note(3)))
    expect(plan?.onOnePage).toBe(true)
    expect(plan?.pitch).toBeLessThan(0.9)
    expect(plan?.pitch).toBeGreaterThan(0.78)
  })

  it('counts the quarter character that a program puts beside digits', () => {
    const plain = linesOfText(5)
    expect(planOf(notice(plain))?.pitch).toBe(1)
    // As wide as the twenty characters that they stand for, but for the quarters on both sides of each number.
    const digits = `${plain.slice(0, -21)}${'11水'.repeat(10)}。`
    expect(planOf(notice(digits))?.pitch).toBeLessThan(1)
  })
})

describe('other papers', () => {
  it('have no plan: a paragraph that goes along leaves others on page 1', () => {
    expect(planOf(notice(`${sentence}\n\n${sentence}`))).toBeNull()
  })

  it('have no plan without a signature or in a plain form', () => {
    const flow = notice(linesOfText(8))
    const [section] = flow.sections
    if (section === undefined) throw new Error('no section')
    const unsigned = section.blocks.filter((block: FlowBlock) => block.type !== 'signature')
    expect(planOnlyText(flow, { ...section, blocks: unsigned })).toBeNull()
    expect(planOnlyText(flow, { ...section, form: 'plain' })).toBeNull()
  })
})
