import {
  Document,
  FrameAnchorType,
  Footer,
  Packer,
  Paragraph,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  type IPropertiesOptions,
} from 'docx'
import { describe, expect, it } from 'vitest'

import { patches, patchPart } from '../../../pipeline/render/docx/patches.js'
import { renderDocx } from '../../../pipeline/render/docx/render-docx.js'
import { documentStyle, flow, section, text } from './flows.js'
import { attributesOf, elementsOf, partOf, partTree, styleNamed } from './read-docx.js'

async function partByDocx(options: Partial<IPropertiesOptions>, part: string): Promise<string> {
  const document = new Document({ sections: [{ children: [] }], ...options })
  return partOf(new Uint8Array(await Packer.toArrayBuffer(document)), part)
}

const paragraphByDocx = (options: object) =>
  partByDocx({ sections: [{ children: [new Paragraph(options)] }] }, 'word/document.xml')

/** For each patch: what docx makes of it by itself. When one of these fails, docx has learnt it, and the patch can go. */
const cannot: Readonly<Record<string, () => Promise<void>>> = {
  'indents-in-characters': async () => {
    const xml = await paragraphByDocx({
      indent: { left: 1, right: 1, hanging: 1, leftChars: 100, rightChars: 100, hangingChars: 100 },
    })
    expect(xml).toContain('<w:ind w:left="1" w:right="1" w:hanging="1"/>')
  },
  'grid-and-spacing-of-paragraphs': async () => {
    const xml = await paragraphByDocx({
      snapToGrid: false,
      autoSpaceEastAsianLatin: false,
      autoSpaceDE: false,
      autoSpaceEastAsianText: false,
      alignment: 'left',
    })
    expect(xml).not.toMatch(/w:snapToGrid|w:autoSpaceDE/)
    expect(xml).toMatch(/<w:jc [^>]*\/><w:autoSpaceDN/)
    // The compiler proves the rest: it complains here once a style may say these.
    const style: Required<IParagraphStyleOptions>['paragraph'] = {}
    // @ts-expect-error docx has it for paragraphs alone
    expect(style.overflowPunctuation).toBeUndefined()
    // @ts-expect-error docx has it for paragraphs alone
    expect(style.widowControl).toBeUndefined()
  },
  'no-spacing-of-characters': async () => {
    const xml = await partByDocx(
      {
        styles: {
          paragraphStyles: [{ id: 'A', name: '甲', run: { characterSpacing: 0, size: 24 } }],
        },
      },
      'word/styles.xml',
    )
    expect(xml).toMatch(/w:styleId="A".*?<w:sz w:val="24"\/>/)
    expect(xml).not.toMatch(/w:styleId="A"(?:(?!<\/w:style>).)*w:spacing/)
  },
  'turned-page-number': async () => {
    const frame = {
      type: 'absolute',
      position: { x: 1, y: 1 },
      width: 1,
      height: 2,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    }
    const paragraph = new Paragraph({ frame, textDirection: 'tbRl' } as IParagraphOptions)
    const xml = await partByDocx(
      { sections: [{ children: [], footers: { default: new Footer({ children: [paragraph] }) } }] },
      'word/footer1.xml',
    )
    expect(xml).toContain('<w:framePr')
    expect(xml).not.toContain('w:textDirection')
  },
  'no-face-of-the-theme': async () => {
    const faces = { latin: '黑体', eastAsia: '黑体', complexScript: '黑体', scripts: {} }
    const xml = await partByDocx(
      { theme: { fonts: { headings: faces, body: faces } } },
      'word/theme/theme1.xml',
    )
    expect(xml).toContain('等线')
  },
  'faces-by-other-names': async () => {
    expect(await partByDocx({}, 'word/fontTable.xml')).not.toContain('<w:font ')
  },
}

describe('patches', () => {
  it('each have a proof that docx cannot say it', () => {
    expect(Object.keys(cannot)).toEqual(patches.map((patch) => patch.name))
  })

  it.each(patches.map((patch) => patch.name))('are still needed: %s', async (name) => {
    await cannot[name]?.()
  })

  it('add characters to indents that are a number of characters, and not to lengths', () => {
    const paragraph = (ind: string) =>
      `<w:p><w:pPr><w:pStyle w:val="Normal"/><w:ind ${ind}/></w:pPr></w:p>`
    const xml = paragraph('w:left="630" w:right="1339" w:hanging="-397"')
    expect(patchPart('word/document.xml', xml, documentStyle)).toBe(
      paragraph(
        'w:left="630" w:leftChars="200" w:right="1339" w:rightChars="425" w:hanging="-397"',
      ),
    )
  })

  it('take a paragraph’s own character for the measure', () => {
    const xml =
      '<w:p><w:pPr><w:pStyle w:val="Fengong-title"/><w:ind w:left="440"/></w:pPr></w:p><w:p><w:pPr><w:ind w:left="315"/></w:pPr></w:p>'
    expect(patchPart('word/document.xml', xml, documentStyle)).toBe(
      '<w:p><w:pPr><w:pStyle w:val="Fengong-title"/><w:ind w:left="440" w:leftChars="100"/></w:pPr></w:p>' +
        '<w:p><w:pPr><w:ind w:left="315" w:leftChars="100"/></w:pPr></w:p>',
    )
  })

  it('leave parts alone that they are not for', () => {
    const xml = '<w:ind w:left="630"/><w:pPr><a:font script="Hans" typeface="等线"/>'
    expect(patchPart('word/settings.xml', xml, documentStyle)).toBe(xml)
  })

  it('reach the file: no face of Office in the theme, other names in the font table', async () => {
    const { bytes } = await renderDocx(flow([section([text('body', '正文。')])]))
    const theme = elementsOf(partTree(bytes, 'word/theme/theme1.xml'), 'a:fontScheme')
    const faces = theme.flatMap((scheme) =>
      ['a:latin', 'a:ea', 'a:cs', 'a:font'].flatMap((name) =>
        elementsOf(scheme, name).map((each) => each.attributes.typeface),
      ),
    )
    expect(new Set(faces)).toEqual(new Set(['黑体', '仿宋_GB2312']))
    expect(partOf(bytes, 'word/fontTable.xml')).toContain(
      '<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/></w:font>',
    )
    expect(attributesOf(styleNamed(bytes, '公文标题'), 'w:snapToGrid')).toEqual({ 'w:val': '0' })
  })
})
