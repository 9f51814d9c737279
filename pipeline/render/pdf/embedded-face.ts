import { clustersOf, faceAscent, faceDescent, type Face } from '../../typeset/index.js'
import type { DocumentReference, PDFDocument } from './pdfmake-parts.js'

/** fontkit’s subset as it is: its types know less of it. */
interface Subset {
  readonly glyphs: number[]
  readonly cff?: unknown
  readonly encode: () => Uint8Array
}

interface Position {
  readonly xAdvance: number
  readonly advanceWidth: number
}

/** A cluster as the subset has it: its codes in hexadecimal, and its advance in ems. */
interface Encoded {
  readonly codes: string
  readonly advance: number
}

const hex = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0')

/** UTF-16 of a glyph’s text, as a ToUnicode map has it. */
const utf16 = (codePoints: readonly number[]): string =>
  codePoints
    .map((codePoint) => String.fromCodePoint(codePoint))
    .flatMap((character) =>
      Array.from({ length: character.length }, (_, unit) => character.charCodeAt(unit)),
    )
    .map((unit) => hex(unit, 4))
    .join('')

/** Entries of a ToUnicode map that one block may hold. PDF 32000-1, 9.10.3 and Adobe’s CMap note. */
const block = 100

function toUnicode(texts: readonly (readonly number[])[]): string {
  const entries = texts
    .map((codePoints, glyph) =>
      codePoints.length === 0 ? '' : `<${hex(glyph, 4)}> <${utf16(codePoints)}>`,
    )
    .filter((entry) => entry !== '')
  const blocks: string[] = []
  for (let at = 0; at < entries.length; at += block) {
    const some = entries.slice(at, at + block)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}

/**
 * A face as one PDF uses it: what pdfmake’s document asks of a font (pdfkit’s EmbeddedFont), over a font that is parsed once and
 * shared by all files of a run. pdfkit’s own class reads and parses the file for each document; maps glyphs through OpenType layout,
 * whose widths are not those that lines were broken with; and takes a glyph’s text from a cache that earlier documents filled, so that
 * bytes would depend on their order.
 */
export class EmbeddedFace {
  readonly ascender = faceAscent * 1000
  readonly descender = -faceDescent * 1000
  readonly lineGap = 0
  readonly name: string
  private readonly glyphs: number[] = [0]
  private readonly texts: (readonly number[])[] = [[]]
  private readonly widths: number[] = []
  /** Glyph and text → index in the subset: one glyph that draws two characters stands in it twice, so that each can be copied. */
  private readonly indices = new Map<string, number>()
  private readonly clusters = new Map<string, Encoded>()
  /** What was encoded last: pdfkit asks for its width next. */
  private last = { text: '', advance: 0 }
  private dictionary: DocumentReference | null = null
  private embedded = false

  /** @param drawn collects what was drawn, in order */
  constructor(
    private readonly document: PDFDocument,
    private readonly face: Face,
    readonly id: string,
    private readonly drawn: string[],
  ) {
    const font = face.font()
    this.name = font.postscriptName
    this.widths.push((font.getGlyph(0).advanceWidth * 1000) / font.unitsPerEm)
  }

  private index(id: number, codePoints: readonly number[], advance: number): number {
    const key = `${id} ${codePoints.join(' ')}`
    const known = this.indices.get(key)
    if (known !== undefined) return known
    this.glyphs.push(id)
    const index = this.glyphs.length - 1
    this.indices.set(key, index)
    this.texts[index] = codePoints
    this.widths[index] = advance * 1000
    return index
  }

  private cluster(text: string): Encoded {
    const known = this.clusters.get(text)
    if (known !== undefined) return known
    const { glyphs, advance } = this.face.shape(text)
    const codes = glyphs
      .map((glyph) => hex(this.index(glyph.id, glyph.codePoints, glyph.advance), 4))
      .join('')
    const made = { codes, advance }
    this.clusters.set(text, made)
    return made
  }

  /** A text’s glyph codes in hexadecimal, as one piece: nothing is moved within it. */
  encode(text: string): [string[], Position[]] {
    let codes = ''
    let advance = 0
    for (const cluster of clustersOf(text)) {
      const encoded = this.cluster(cluster)
      codes += encoded.codes
      advance += encoded.advance
    }
    this.drawn.push(text)
    this.last = { text, advance }
    if (codes === '') return [[], []]
    return [[codes], [{ xAdvance: advance * 1000, advanceWidth: advance * 1000 }]]
  }

  widthOfString(text: string, size: number): number {
    if (text === this.last.text) return this.last.advance * size
    return clustersOf(text).reduce(
      (sum, cluster) => sum + this.face.shape(cluster).advance * size,
      0,
    )
  }

  lineHeight(size: number): number {
    return size
  }

  ref(): DocumentReference {
    return (this.dictionary ??= this.document.ref())
  }

  /** Called once, when the document ends. */
  finalize(): void {
    if (this.embedded || this.dictionary === null) return
    this.embedded = true
    this.embed(this.dictionary)
  }

  /** The font of the glyphs that were drawn; `isCff`: its outlines are PostScript’s. */
  private file(): { readonly bytes: Uint8Array; readonly isCff: boolean } {
    const writer = this.face.subsets()
    if (writer !== null) return { bytes: writer.subset(this.glyphs), isCff: false }
    const subset = this.face.font().createSubset() as unknown as Subset
    subset.glyphs.push(...this.glyphs.slice(1))
    return { bytes: subset.encode(), isCff: subset.cff != null }
  }

  private descriptor(fontName: string, bytes: Uint8Array, isCff: boolean): DocumentReference {
    const font = this.face.font()
    const scale = 1000 / font.unitsPerEm
    const file = this.document.ref(isCff ? { Subtype: 'CIDFontType0C' } : {})
    file.end(bytes)
    const { minX, minY, maxX, maxY } = font.bbox
    const symbolic = 1 << 2
    const descriptor = this.document.ref({
      Type: 'FontDescriptor',
      FontName: fontName,
      Flags: symbolic,
      FontBBox: [minX, minY, maxX, maxY].map((edge) => Math.round(edge * scale)),
      ItalicAngle: font.italicAngle,
      Ascent: this.ascender,
      Descent: this.descender,
      CapHeight: Math.round((font.capHeight || font.ascent) * scale),
      StemV: 80,
      [isCff ? 'FontFile3' : 'FontFile2']: file,
    })
    descriptor.end()
    return descriptor
  }

  private embed(dictionary: DocumentReference): void {
    const { bytes, isCff } = this.file()
    const tag = `F${hex(Number(this.id.slice(1)), 5).replace(/\d/g, (digit) => 'GHIJKLMNOP'[Number(digit)] ?? 'Z')}`
    const fontName = `${tag}+${this.name.replaceAll(' ', '_')}`
    const descendant = this.document.ref({
      Type: 'Font',
      Subtype: isCff ? 'CIDFontType0' : 'CIDFontType2',
      BaseFont: fontName,
      CIDSystemInfo: {
        Registry: new String('Adobe'),
        Ordering: new String('Identity'),
        Supplement: 0,
      },
      FontDescriptor: this.descriptor(fontName, bytes, isCff),
      W: [0, this.widths],
      ...(isCff ? {} : { CIDToGIDMap: 'Identity' }),
    })
    descendant.end()
    const map = this.document.ref()
    map.end(toUnicode(this.texts))
    Object.assign(dictionary.data, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: fontName,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: map,
    })
    dictionary.end()
  }
}
