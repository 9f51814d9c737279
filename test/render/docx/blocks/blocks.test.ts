import { describe, expect, it } from 'vitest'

import type { FlowBlock, FlowSection } from '../../../../pipeline/model/index.js'
import { columnWidthsOf } from '../../../../pipeline/render/docx/blocks/table.js'
import { renderDocx } from '../../../../pipeline/render/docx/render-docx.js'
import { attachmentNote, cell, flow, row, run, section, signature, table, text } from '../flows.js'
import {
  attributesOf,
  elementsOf,
  paragraphsOf,
  partOf,
  partTree,
  rowsOf,
  styleNamed,
} from '../read-docx.js'

async function bytesOf(blocks: readonly FlowBlock[], more: Partial<FlowSection> = {}) {
  return (await renderDocx(flow([section(blocks, more)]))).bytes
}

async function paragraphs(blocks: readonly FlowBlock[], more: Partial<FlowSection> = {}) {
  return elementsOf(partTree(await bytesOf(blocks, more), 'word/document.xml'), 'w:p')
}

describe('a text block', () => {
  it('says its level only where it differs from its style’s', async () => {
    const [same, none, other] = await paragraphs([
      text('heading1', '一、甲'),
      text('heading1', '二、乙', { outline: null }),
      text('body', '丙', { outline: 3 }),
    ])
    if (same === undefined || none === undefined || other === undefined) throw new Error('three')
    expect(attributesOf(same, 'w:outlineLvl')).toEqual({})
    expect(attributesOf(none, 'w:outlineLvl')).toEqual({ 'w:val': '9' })
    expect(attributesOf(other, 'w:outlineLvl')).toEqual({ 'w:val': '2' })
  })

  it('is where its anchor leads', async () => {
    const bytes = await bytesOf([
      text('body', [
        run('见附件', { link: '#annex' }),
        run('、', {}),
        run('无', { link: '#nowhere' }),
      ]),
      text('attachmentLabel', '附件', { anchor: 'annex' }),
    ])
    const tree = partTree(bytes, 'word/document.xml')
    const bookmark = attributesOf(tree, 'w:bookmarkStart')
    expect(bookmark['w:name']).toBe('_Fengong1')
    expect(elementsOf(tree, 'w:hyperlink').map((each) => each.attributes['w:anchor'])).toEqual([
      '_Fengong1',
    ])
    expect(paragraphsOf(bytes)).toEqual(['见附件、无', '附件'])
  })

  it('is broken by sense where it is a title', async () => {
    const bytes = await bytesOf([
      text('title', '某某省人民政府办公厅关于自由贸易试验区第七批改革试点经验复制推广任务分工的函'),
    ])
    expect(paragraphsOf(bytes)[0]?.split('\n')).toHaveLength(2)
  })
})

describe('an attachment note', () => {
  const indentsOf = async (...names: string[]) =>
    (await paragraphs([attachmentNote(...names)])).map((each) => {
      const indent = attributesOf(each, 'w:ind')
      return [Number(indent['w:leftChars']) / 100, Number(indent['w:hangingChars']) / 100]
    })

  it('names one attachment without a number, its second line under the name', async () => {
    expect(paragraphsOf(await bytesOf([attachmentNote('任务分工表')]))).toEqual([
      '附件：任务分工表',
    ])
    expect(await indentsOf('任务分工表')).toEqual([[5, 3]])
  })

  it('stands a line of the grid below the text, its lines together', async () => {
    const blocks = [attachmentNote('甲表', '乙表')]
    const before = (await paragraphs(blocks)).map(
      (each) => attributesOf(each, 'w:spacing')['w:before'],
    )
    expect(before).toEqual([undefined, '0'])
    const style = styleNamed(await bytesOf(blocks), '附件说明')
    expect(attributesOf(style, 'w:spacing')['w:before']).toBe('579')
  })

  it('numbers several', async () => {
    expect(paragraphsOf(await bytesOf([attachmentNote('甲表', '乙表')]))).toEqual([
      '附件：1.甲表',
      '2.乙表',
    ])
    expect(await indentsOf('甲表', '乙表')).toEqual([
      [6, 4],
      [6, 1],
    ])
  })

  it('is nothing where nothing is attached', async () => {
    expect(paragraphsOf(await bytesOf([text('body', '甲'), attachmentNote()]))).toEqual(['甲'])
  })
})

describe('a signature', () => {
  it('stands from the right edge in characters', async () => {
    const lines = await paragraphs([signature(['国务院'], '2023年6月24日', true)])
    expect(lines.map((each) => attributesOf(each, 'w:ind'))).toMatchObject([
      { 'w:right': '1811', 'w:rightChars': '575' },
      { 'w:right': '1260', 'w:rightChars': '400' },
    ])
    expect(lines.map((each) => attributesOf(each, 'w:jc')['w:val'])).toEqual(['right', 'right'])
  })

  it('stands a line below the text, and one more where a seal is to be set', async () => {
    const above = async (seal: boolean) =>
      (await paragraphs([signature(['国务院', '中央军委'], '2023年6月24日', seal)])).map(
        (each) => attributesOf(each, 'w:spacing')['w:before'],
      )
    expect(await above(false)).toEqual(['579', '0', '0'])
    expect(await above(true)).toEqual(['1158', '0'])
  })

  it('sets sealed joint issuers in rows of at most three, the date under the last', async () => {
    const bytes = await bytesOf([
      signature(['甲部', '乙部', '丙部', '丁部', '戊部'], '2023年6月24日', true),
    ])
    expect(paragraphsOf(bytes)).toEqual(['\t甲部\t乙部\t丙部', '\t丁部\t戊部', '\t\t2023年6月24日'])
  })
})

describe('a table', () => {
  const wide = table(
    [
      ['序号', 1],
      ['内容', 5],
      ['单位', 2],
    ],
    [
      row([cell('甲', { colSpan: 3 })], 'group'),
      row(['1', cell('乙', { rowSpan: 2 }), '丙']),
      row(['2', '丁']),
      row(['3', '文'.repeat(2000), '']),
      row([cell('戊', { rowSpan: 2, colSpan: 3 })]),
      row([]),
    ],
    { anchor: 'annex' },
  )

  it('says widths in twips for the table, the grid and every cell, and they agree', async () => {
    const tree = partTree(await bytesOf([wide]), 'word/document.xml')
    expect(attributesOf(tree, 'w:tblW')).toEqual({ 'w:type': 'dxa', 'w:w': '8844' })
    const grid = elementsOf(tree, 'w:gridCol').map((each) => Number(each.attributes['w:w']))
    expect(grid).toEqual([1106, 5527, 2211])
    for (const each of elementsOf(tree, 'w:tr')) {
      const cells = elementsOf(each, 'w:tc').map((one) => attributesOf(one, 'w:tcW'))
      expect(cells.every((one) => one['w:type'] === 'dxa')).toBe(true)
      expect(cells.reduce((sum, one) => sum + Number(one['w:w']), 0)).toBe(8844)
    }
  })

  it('repeats its head, and keeps every row of the source', async () => {
    const bytes = await bytesOf([wide])
    const rows = elementsOf(partTree(bytes, 'word/document.xml'), 'w:tr')
    expect(rows).toHaveLength(7)
    expect(rows.map((each) => elementsOf(each, 'w:tblHeader').length)).toEqual([
      1, 0, 0, 0, 0, 0, 0,
    ])
    expect(rowsOf(bytes).at(-1)).toEqual([{ text: '', span: 3, goesOn: true }])
  })

  it('keeps low rows whole and lets high ones break', async () => {
    const rows = elementsOf(partTree(await bytesOf([wide]), 'word/document.xml'), 'w:tr')
    expect(rows.map((each) => elementsOf(each, 'w:cantSplit').length)).toEqual([
      1, 1, 1, 1, 0, 1, 1,
    ])
  })

  it('is as wide as a turned sheet', async () => {
    const tree = partTree(await bytesOf([wide], { orientation: 'landscape' }), 'word/document.xml')
    expect(attributesOf(tree, 'w:tblW')['w:w']).toBe('12756')
  })

  it('bears its anchor in its first cell', async () => {
    const xml = partOf(await bytesOf([wide]), 'word/document.xml')
    expect(xml.match(/<w:bookmarkStart/g)).toHaveLength(1)
    expect(xml.indexOf('<w:bookmarkStart')).toBeLessThan(xml.indexOf('序号'))
  })

  it('shares out its width to the twip', () => {
    expect(columnWidthsOf([1, 1, 1], 100)).toEqual([33, 34, 33])
    expect(columnWidthsOf([0, 0], 100).every((width) => Number.isFinite(width))).toBe(true)
    for (const shares of [[1, 2, 4], [0.3, 7, 1.1, 9], [5]])
      expect(columnWidthsOf(shares, 8844).reduce((sum, width) => sum + width, 0)).toBe(8844)
  })
})
