import { Document, ExternalHyperlink, Bookmark, Packer, Paragraph, TextRun } from 'docx'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import { sealOoxml } from '../../../pipeline/render/seal/seal-ooxml.js'

const date = '2023-06-24'

async function docxOf(text: string): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new Bookmark({ id: 'a1', children: [new TextRun(text)] }),
              new ExternalHyperlink({ link: 'https://a.cn/', children: [new TextRun('甲')] }),
              new ExternalHyperlink({ link: 'https://b.cn/', children: [new TextRun('乙')] }),
            ],
          }),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

async function xlsxOf(text: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('分工')
  sheet.getCell('A1').value = text
  sheet.getCell('A1').font = { name: '宋体', size: 12, bold: true, color: { argb: 'FFFF0000' } }
  sheet.getCell('A2').value = { text: '甲', hyperlink: 'https://a.cn/' }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name]
  if (part === undefined) throw new Error(`no part ${name}`)
  return strFromU8(part)
}

describe('sealOoxml', () => {
  it('makes a Word file the same bytes whatever was made before it', async () => {
    const first = sealOoxml(await docxOf('正文'), { date })
    await docxOf('别的')
    const again = await docxOf('正文')
    expect(partOf(again, 'word/document.xml')).not.toBe(partOf(first, 'word/document.xml'))
    expect(sealOoxml(again, { date })).toEqual(first)
  })

  it('makes a workbook the same bytes on another day', async () => {
    const first = sealOoxml(await xlsxOf('任务'), { date })
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect(sealOoxml(await xlsxOf('任务'), { date })).toEqual(first)
  })

  it('is done once: sealing again changes nothing', async () => {
    const sealed = sealOoxml(await docxOf('正文'), { date })
    expect(sealOoxml(sealed, { date })).toEqual(sealed)
  })

  it('writes the given date and no other', async () => {
    const core = partOf(sealOoxml(await docxOf('正文'), { date }), 'docProps/core.xml')
    expect(core.match(/\d{4}-\d{2}-\d{2}T[^<]*/g)).toEqual([
      '2023-06-24T00:00:00Z',
      '2023-06-24T00:00:00Z',
    ])
  })

  it('writes no date where there is none', async () => {
    const core = partOf(sealOoxml(await xlsxOf('任务'), { date: null }), 'docProps/core.xml')
    expect(core).not.toMatch(/dcterms:(created|modified)/)
  })

  it('keeps each link with its own address', async () => {
    const sealed = sealOoxml(await docxOf('正文'), { date })
    const relationships = partOf(sealed, 'word/_rels/document.xml.rels')
    const body = partOf(sealed, 'word/document.xml')
    for (const [address, word] of [
      ['https://a.cn/', '甲'],
      ['https://b.cn/', '乙'],
    ] as const) {
      const tag = relationships.split('<Relationship ').find((each) => each.includes(address)) ?? ''
      const id = /Id="([^"]*)"/.exec(tag)?.[1] ?? 'none'
      expect(id).toMatch(/^rId\d+$/)
      expect(body).toMatch(new RegExp(`r:id="${id}"(?:(?!</w:hyperlink>).)*${word}`))
    }
  })

  it('leaves text alone that looks like a reference', async () => {
    const text = 'r:id="rId9" w:id="7" <w:bookmarkStart w:id="9"/>'
    const sealed = sealOoxml(await docxOf(text), { date })
    expect(partOf(sealed, 'word/document.xml').replaceAll('&quot;', '"')).toContain(
      'r:id="rId9" w:id="7" &lt;w:bookmarkStart w:id="9"/&gt;',
    )
  })

  it('puts the children of a workbook’s fonts in the schema’s order', async () => {
    const styles = partOf(sealOoxml(await xlsxOf('任务'), { date }), 'xl/styles.xml')
    const bold = /<font><b\/>.*?<\/font>/.exec(styles)?.[0] ?? ''
    expect([...bold.matchAll(/<(\w+)/g)].map((match) => match[1])).toEqual([
      'font',
      'b',
      'sz',
      'color',
      'name',
    ])
  })

  it('keeps every part and puts the content types first', async () => {
    const bytes = await docxOf('正文')
    const names = Object.keys(unzipSync(sealOoxml(bytes, { date })))
    expect([...names].sort()).toEqual(Object.keys(unzipSync(bytes)).sort())
    expect(names.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels'])
  })

  it('lets its caller mend a part', async () => {
    const sealed = sealOoxml(await docxOf('正文'), {
      date,
      mend: (part, xml) => (part === 'word/document.xml' ? xml.replace('正文', '文正') : xml),
    })
    expect(partOf(sealed, 'word/document.xml')).toContain('文正')
  })

  it('keeps parts that are no XML to the byte', () => {
    const image = new Uint8Array([0, 255, 1, 254])
    const sealed = sealOoxml(zipSync({ 'word/media/a.png': image }), { date })
    expect(unzipSync(sealed)['word/media/a.png']).toEqual(image)
  })
})
