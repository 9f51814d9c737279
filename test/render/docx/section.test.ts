import { describe, expect, it } from 'vitest'

import type { Flow, FlowSection } from '../../../pipeline/model/index.js'
import { renderDocx } from '../../../pipeline/render/docx/render-docx.js'
import {
  attachmentNote,
  cell,
  documentStyle,
  flow,
  row,
  section,
  signature,
  space,
  table,
  text,
} from './flows.js'
import { attributesOf, elementsOf, paragraphsOf, partOf, partTree } from './read-docx.js'

const body = text('body', '正文。')

async function sectionsOf(sections: readonly FlowSection[], more: Partial<Flow> = {}) {
  const { bytes } = await renderDocx(flow(sections, more))
  const properties = elementsOf(partTree(bytes, 'word/document.xml'), 'w:sectPr')
  const targets = new Map(
    elementsOf(partTree(bytes, 'word/_rels/document.xml.rels'), 'Relationship').map((each) => [
      each.attributes.Id,
      `word/${each.attributes.Target ?? ''}`,
    ]),
  )
  const partFor = (index: number, kind: 'header' | 'footer', type: string) => {
    const reference = elementsOf(
      properties[index] ?? { type: 'root', children: [] },
      `w:${kind}Reference`,
    ).find((each) => each.attributes['w:type'] === type)
    return targets.get(reference?.attributes['r:id'] ?? '') ?? 'none'
  }
  return {
    bytes,
    of: (index: number, name: string) =>
      attributesOf(properties[index] ?? { type: 'root', children: [] }, name),
    text: (index: number, kind: 'header' | 'footer', type: string) =>
      paragraphsOf(bytes, partFor(index, kind, type)).join('|'),
    part: (index: number, kind: 'header' | 'footer', type: string) =>
      partTree(bytes, partFor(index, kind, type)),
  }
}

describe('the page of a section', () => {
  it('has the margins and the grid of GB/T 9704-2012', async () => {
    const { of } = await sectionsOf([section([body])])
    expect(of(0, 'w:pgSz')).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
    expect(of(0, 'w:pgMar')).toMatchObject({
      'w:top': '2098',
      'w:right': '1474',
      'w:bottom': '1984',
      'w:left': '1587',
      'w:gutter': '0',
    })
    expect(of(0, 'w:docGrid')).toEqual({ 'w:type': 'lines', 'w:linePitch': '579' })
  })

  it('turns with its left edge to the top', async () => {
    const { of } = await sectionsOf([
      section([body]),
      section([body], { orientation: 'landscape' }),
    ])
    expect(of(1, 'w:pgSz')).toMatchObject({
      'w:w': '16838',
      'w:h': '11906',
      'w:orient': 'landscape',
    })
    expect(of(1, 'w:pgMar')).toMatchObject({
      'w:top': '1587',
      'w:right': '2098',
      'w:bottom': '1474',
      'w:left': '1984',
    })
  })

  it('has no grid where the sheet has none', async () => {
    const { of } = await sectionsOf([section([body])], { style: { ...documentStyle, grid: null } })
    expect(of(0, 'w:docGrid')['w:type']).toBeUndefined()
  })

  it('begins on the next page or on an odd one, and counts on or anew', async () => {
    const { of } = await sectionsOf([
      section([body], { numbering: 'restart' }),
      section([body], { start: 'odd' }),
    ])
    expect(of(0, 'w:pgNumType')).toMatchObject({ 'w:start': '1' })
    expect(of(1, 'w:pgNumType')['w:start']).toBeUndefined()
    expect(of(0, 'w:type')['w:val']).toBe('nextPage')
    expect(of(1, 'w:type')['w:val']).toBe('oddPage')
  })
})

describe('page numbers', () => {
  it('stand outside, empty by one, a dash on each side', async () => {
    const { bytes, text: textOf, part } = await sectionsOf([section([body])])
    expect(textOf(0, 'footer', 'default')).toBe('—  —')
    expect(attributesOf(part(0, 'footer', 'default'), 'w:jc')['w:val']).toBe('right')
    expect(attributesOf(part(0, 'footer', 'default'), 'w:ind')['w:right']).toBe('315')
    expect(attributesOf(part(0, 'footer', 'even'), 'w:jc')['w:val']).toBe('left')
    expect(attributesOf(part(0, 'footer', 'even'), 'w:ind')['w:left']).toBe('315')
    expect(partOf(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  })

  it('are the only field in a file', async () => {
    const { bytes } = await sectionsOf([section([body]), section([body])])
    expect(partOf(bytes, 'word/document.xml')).not.toMatch(/w:instrText|w:fldSimple/)
    expect(partOf(bytes, 'word/footer1.xml').match(/<w:instrText[^>]*>[^<]*/g)).toEqual([
      '<w:instrText xml:space="preserve">PAGE',
    ])
  })

  it('are turned on a turned sheet and stand at its left edge', async () => {
    const { part } = await sectionsOf([section([body], { orientation: 'landscape' })])
    for (const [type, y] of [
      ['default', 11906 - 1474 - 315 - 1701],
      ['even', 1587 + 315],
    ] as const) {
      const footer = part(0, 'footer', type)
      expect(attributesOf(footer, 'w:framePr')).toMatchObject({
        'w:x': '1407',
        'w:y': String(y),
        'w:hAnchor': 'page',
        'w:vAnchor': 'page',
      })
      expect(attributesOf(footer, 'w:textDirection')['w:val']).toBe('tbRl')
    }
  })

  it('are absent where a section has none, and do not come over from the one before', async () => {
    const { text: textOf } = await sectionsOf([
      section([body]),
      section([body], { numbering: 'none' }),
    ])
    expect(textOf(1, 'footer', 'default')).toBe('')
    expect(textOf(1, 'footer', 'even')).toBe('')
  })

  it('stand in the middle where the sheet says so', async () => {
    const style = { ...documentStyle, pageNumbers: 'center' as const }
    const { part } = await sectionsOf([section([body])], { style })
    expect(attributesOf(part(0, 'footer', 'even'), 'w:jc')['w:val']).toBe('center')
  })

  it('are not on the first page of a letter', async () => {
    const {
      bytes,
      text: textOf,
      part,
    } = await sectionsOf([section([text('masthead', '国务院'), body], { form: 'letter' })])
    expect(partOf(bytes, 'word/document.xml')).toContain('<w:titlePg/>')
    expect(textOf(0, 'footer', 'first')).toBe('||')
    expect(rulesOf(part(0, 'footer', 'first'))).toEqual([8, 23])
    expect(textOf(0, 'footer', 'default')).toBe('—  —')
  })
})

/** Thickness of the red rules in a part, in eighths of a point. */
const rulesOf = (part: Parameters<typeof elementsOf>[0]): readonly number[] =>
  elementsOf(part, 'w:top')
    .filter(({ attributes }) => attributes['w:color'] === 'FF0000')
    .map(({ attributes }) => Number(attributes['w:sz']))

describe('the rules of a letter', () => {
  it('are absent while no issuer is named', async () => {
    const { bytes, text: textOf } = await sectionsOf([section([body], { form: 'letter' })])
    expect(textOf(0, 'footer', 'first')).toBe('')
    expect(partOf(bytes, 'word/document.xml')).not.toContain('w:pBdr')
  })

  it('stand below the mark, heavy over light, 30 mm from the sheet’s edge', async () => {
    const { bytes } = await sectionsOf([
      section([text('masthead', '国务院'), body], { form: 'letter' }),
    ])
    const tree = partTree(bytes, 'word/document.xml')
    const { 'w:y': top, 'w:w': width } = attributesOf(tree, 'w:framePr')
    expect(width).toBe('9638')
    // 30 mm, less what stands empty above a character’s ink.
    expect(Number(top) / 56.69).toBeGreaterThan(29)
    expect(Number(top) / 56.69).toBeLessThan(30)
    expect(rulesOf(tree)).toEqual([23, 8])
  })
})

describe('marks at the head', () => {
  it('say on every page that it is a draft', async () => {
    const { text: textOf } = await sectionsOf(
      [section([body]), section([body], { orientation: 'landscape' })],
      {
        draftMark: '代拟稿',
      },
    )
    for (const index of [0, 1])
      for (const type of ['default', 'even'])
        expect(textOf(index, 'header', type)).toBe('〔代拟稿〕')
  })

  it('say secrecy and urgency in the text of the first page and at the head of all others', async () => {
    const {
      bytes,

      text: textOf,
    } = await sectionsOf([section([body]), section([body])], {
      draftMark: '送审稿',
      secrecy: '机密★1年',
      urgency: '特急',
    })
    expect(paragraphsOf(bytes).slice(0, 3)).toEqual(['机密★1年', '特急', '正文。'])
    expect(partOf(bytes, 'word/document.xml').match(/<w:titlePg\/>/g)).toHaveLength(1)
    expect(textOf(0, 'header', 'first')).toBe('〔送审稿〕')
    expect(textOf(0, 'header', 'default')).toBe('机密★1年\u3000特急\t〔送审稿〕')
    expect(textOf(0, 'header', 'even')).toBe('机密★1年\u3000特急\t〔送审稿〕')
    expect(textOf(0, 'footer', 'first')).toBe('—  —')
    expect(textOf(1, 'header', 'default')).toBe('机密★1年\u3000特急\t〔送审稿〕')
  })

  it('stand below the upper rule in a letter', async () => {
    const { bytes } = await sectionsOf(
      [
        section([text('masthead', '国务院'), text('number', '国函〔2023〕56号')], {
          form: 'letter',
        }),
      ],
      { secrecy: '秘密' },
    )
    expect(paragraphsOf(bytes).filter((each) => each !== '')).toEqual([
      '国务院',
      '秘密\t国函〔2023〕56号',
    ])
  })

  it('are absent where there is nothing to say', async () => {
    const { text: textOf } = await sectionsOf([section([body])])
    expect(textOf(0, 'header', 'default')).toBe('')
  })
})

describe('the end of the text', () => {
  async function kept(blocks: FlowSection['blocks']): Promise<string[]> {
    const { bytes } = await renderDocx(flow([section(blocks)]))
    const texts = paragraphsOf(bytes)
    return elementsOf(partTree(bytes, 'word/document.xml'), 'w:p').flatMap((each, index) =>
      elementsOf(each, 'w:keepNext').map(() => texts[index] ?? ''),
    )
  }

  it('keeps the signature with the text before it', async () => {
    expect(
      await kept([
        text('body', '前段。'),
        text('body', '特此函告。'),
        attachmentNote('任务分工表'),
        signature(['财政部'], '2023年6月24日', false),
        text('note', '（联系人：某某）'),
      ]),
      // The date, too: the note below it must not stand on a page alone.
    ).toEqual(['特此函告。', '附件：任务分工表', '财政部', '2023年6月24日'])
  })

  it('keeps empty lines before the signature with it', async () => {
    expect(
      await kept([
        text('body', '特此函告。'),
        space(2),
        signature(['财政部'], '2023年6月24日', true),
      ]),
    ).toEqual(['特此函告。', '', '', '财政部'])
  })

  it('adds nothing but a paragraph without height after a table', async () => {
    const { bytes } = await renderDocx(flow([section([table([['一', 1]], [row([cell('二')])])])]))
    const paragraphs = elementsOf(partTree(bytes, 'word/document.xml'), 'w:p')
    expect(
      attributesOf(paragraphs.at(-1) ?? { type: 'root', children: [] }, 'w:spacing'),
    ).toMatchObject({
      'w:line': '20',
      'w:lineRule': 'exact',
    })
  })
})
