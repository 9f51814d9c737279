import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { renderDocx } from '../../../pipeline/render/docx/render-docx.js'
import { referenceFindings, wordFaces } from '../../../pipeline/render/docx/word-faces.js'
import { documentStyle, flow, run, section, text } from './flows.js'
import { attributesOf, partOf, runsOf, styleNamed } from './read-docx.js'

const fontsIn = (east: string) =>
  `<w:rFonts w:ascii="${east}" w:hAnsi="${east}" w:eastAsia="${east}" w:cstheme="minorBidi"/>`

/** A Word file as an office saves it: its own ids, and of each style only what differs from what it is based on. */
const saved = (styles: string): string =>
  Buffer.from(
    zipSync({
      'word/styles.xml': strToU8(`<?xml version="1.0"?><w:styles xmlns:w="x">${styles}</w:styles>`),
    }),
  ).toString('base64')

const edited = saved(
  `<w:style w:type="paragraph" w:styleId="a0"><w:name w:val="公文标题"/><w:basedOn w:val="1"/><w:pPr><w:jc w:val="left"/></w:pPr><w:rPr>${fontsIn('华文中宋')}<w:color w:val="1F3864" w:themeColor="accent1"/></w:rPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="一级标题"/><w:rPr>${fontsIn('微软雅黑')}</w:rPr></w:style>`,
)

const withReference = async (reference: string) => {
  const body = text('body', [run('一、总体要求。', { face: 'hei' }), run('各单位落实。')])
  const style = { ...documentStyle, reference }
  const given = flow([section([text('title', '关于报送材料的通知'), body])], { style })
  return (await renderDocx(given)).bytes
}

describe('a reference document', () => {
  it('gives its faces and colours to the styles of the same name', async () => {
    const bytes = await withReference(edited)
    const title = styleNamed(bytes, '公文标题')
    expect(attributesOf(title, 'w:rFonts')).toEqual({
      'w:ascii': '华文中宋',
      'w:hAnsi': '华文中宋',
      'w:eastAsia': '华文中宋',
      'w:cs': '华文中宋',
      'w:hint': 'eastAsia',
    })
    expect(attributesOf(title, 'w:color')).toEqual({ 'w:val': '1F3864' })
    expect(attributesOf(title, 'w:jc')).toEqual({ 'w:val': 'left' })
    // Size and pitch are not said there: they stay.
    expect(attributesOf(title, 'w:sz')).toEqual({ 'w:val': '44' })
    expect(attributesOf(title, 'w:basedOn')).toEqual({ 'w:val': 'Heading1' })
  })

  it('leaves every other style as it was', async () => {
    const plain = (await renderDocx(flow([section([text('title', '关于报送材料的通知')])]))).bytes
    const bytes = await withReference(edited)
    const looks = (file: Uint8Array) =>
      ['w:rFonts', 'w:sz', 'w:color', 'w:spacing', 'w:ind', 'w:jc'].map((name) =>
        attributesOf(styleNamed(file, '二级标题'), name),
      )
    expect(looks(bytes)).toEqual(looks(plain))
  })

  it('gives a heading’s face to headings that run into their text, and to the font table', async () => {
    const bytes = await withReference(edited)
    const heading = runsOf(bytes).find((each) => each.text.startsWith('一、'))
    expect(heading?.fonts['w:eastAsia']).toBe('微软雅黑')
    expect(partOf(bytes, 'word/fontTable.xml')).toContain('w:name="华文中宋"')
  })

  it('is seen as Word shows it: what a style does not say comes from the one that it is based on', async () => {
    const chain = saved(
      `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="30"/><w:color w:val="112233"/></w:rPr></w:style>` +
        `<w:style w:type="paragraph" w:styleId="b"><w:name w:val="主送机关"/><w:basedOn w:val="a"/><w:rPr><w:color w:val="445566"/></w:rPr></w:style>`,
    )
    const recipients = styleNamed(await withReference(chain), '主送机关')
    expect(attributesOf(recipients, 'w:sz')).toEqual({ 'w:val': '30' })
    expect(attributesOf(recipients, 'w:color')).toEqual({ 'w:val': '445566' })
  })

  it('whose styles are based on each other in a circle is read all the same', async () => {
    const circle = saved(
      `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="公文标题"/><w:basedOn w:val="b"/></w:style>` +
        `<w:style w:type="paragraph" w:styleId="b"><w:name w:val="主送机关"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>`,
    )
    const title = styleNamed(await withReference(circle), '公文标题')
    expect(attributesOf(title, 'w:sz')).toEqual({ 'w:val': '30' })
  })

  it('that takes an indent away leaves none of ours in characters', async () => {
    const flush = saved(
      `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Normal"/><w:pPr><w:ind w:left="0" w:right="0" w:hanging="0"/></w:pPr></w:style>`,
    )
    const indents = attributesOf(styleNamed(await withReference(flush), 'Normal'), 'w:ind')
    expect(indents).toEqual({
      'w:left': '0',
      'w:leftChars': '0',
      'w:right': '0',
      'w:rightChars': '0',
      'w:hanging': '0',
      'w:hangingChars': '0',
    })
  })

  it('that is no Word file changes nothing, and that is told', async () => {
    const reference = Buffer.from('no zip').toString('base64')
    const style = { ...documentStyle, reference }
    const { bytes } = await renderDocx(
      flow([section([text('title', '关于报送材料的通知')])], { style }),
    )
    expect(attributesOf(styleNamed(bytes, '公文标题'), 'w:color')).toEqual({ 'w:val': '000000' })
    expect(referenceFindings(style).map(({ rule }) => rule)).toEqual([
      'reference-document-readable',
    ])
    expect(wordFaces(style)).toEqual([
      '仿宋_GB2312',
      '楷体_GB2312',
      '黑体',
      '方正小标宋简体',
      '宋体',
    ])
  })

  it('adds the faces that it names to those of the files', () => {
    const style = { ...documentStyle, reference: edited }
    expect(wordFaces(style)).toContain('华文中宋')
    expect(wordFaces(style)).toContain('微软雅黑')
    expect(wordFaces(style)).not.toContain('黑体')
  })
})
