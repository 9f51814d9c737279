import type { Colour, Properties } from '../../model/index.js'
import {
  faceAscent,
  type FaceSet,
  type Fill,
  type SetMark,
  type SetPage,
  type SetShape,
} from '../../typeset/index.js'
import { producers, xmpOf } from './xmp.js'
import { deflateByScript } from './deflate-by-script.js'
import { EmbeddedFace } from './embedded-face.js'
import {
  PdfmakeDocument,
  PdfmakeRenderer,
  type OutlineItem,
  type PDFDocument,
} from './pdfmake-parts.js'

/** Red is Y 80 % M 80 %: GB/T 9704-2012, 5.2.4. The others are shades of grey. */
type Inks = Readonly<Record<Colour | Fill, string | number[]>>
const printedInks: Inks = {
  black: '#000000',
  red: [0, 80, 80, 0],
  grey: '#595959',
  light: '#ededed',
  white: '#ffffff',
}

/** Red where a file may have no ink of its own: PDF/A-2b with a profile for red, green and blue alone. ISO 19005-2, 6.2.4. */
const archivedInks: Inks = { ...printedInks, red: '#ff3333' }

/** What the file’s id is made with where a source gives no date; it is not written. */
const noDate = '1970-01-01'

const allowedLink = /^(?:https?:\/\/|mailto:)/i

export interface DrawnPages {
  readonly bytes: Uint8Array
  /** What was drawn, mark by mark, taken where text became glyphs. */
  readonly drawn: readonly string[]
}

function newDocument(properties: Properties, pdfa: boolean): PDFDocument {
  const { title, subject, author, keywords, date, lang } = properties
  const info = {
    Title: title,
    ...(subject === '' ? {} : { Subject: subject }),
    ...(author === '' ? {} : { Author: author }),
    ...(keywords.length === 0 ? {} : { Keywords: keywords.join(', ') }),
    Creator: producers.creator,
    Producer: producers.producer,
    // Fixed, and with it the file’s id, which is a hash of these properties.
    CreationDate: new Date(`${date ?? noDate}T00:00:00Z`),
  }
  const options = {
    autoFirstPage: false,
    bufferPages: false,
    compress: true,
    pdfVersion: '1.7',
    displayTitle: true,
    lang,
    font: null,
    info,
    ...(pdfa ? { subset: 'PDF/A-2b' } : {}),
  }
  // No font, image or attachment is ever looked up by path.
  const document = new PdfmakeDocument({}, {}, {}, {}, options, null, () => false)
  deflateByScript(document)
  // pdfkit takes a date to make the id. A file without one says none.
  if (date === null) delete document.info.CreationDate
  document.endMetadata = () => {
    const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(Buffer.from(xmpOf(properties, pdfa), 'utf8'))
    document._root.data.Metadata = metadata
  }
  return document
}

function vectorOf(shape: SetShape, inks: Inks): object {
  if (shape.type === 'line') {
    const { x1, y1, x2, y2, thickness, colour } = shape
    return { type: 'line', x1, y1, x2, y2, lineWidth: thickness, lineColor: inks[colour] }
  }
  const { x, y, width, height, fill, outline } = shape
  return {
    type: 'rect',
    x,
    y,
    w: width,
    h: height,
    ...(fill === null ? {} : { color: inks[fill] }),
    ...(outline === null ? {} : { lineWidth: outline, lineColor: inks.black }),
  }
}

/** Draws the pages of one document. */
class Drawing {
  private readonly renderer
  private readonly fonts = new Map<string, EmbeddedFace>()
  private readonly outline: { level: number; item: OutlineItem }[] = []
  readonly drawn: string[] = []

  constructor(
    private readonly document: PDFDocument,
    private readonly faces: FaceSet,
    private readonly inks: Inks,
  ) {
    this.renderer = new PdfmakeRenderer(document)
  }

  private font(id: string): EmbeddedFace {
    const known = this.fonts.get(id)
    if (known !== undefined) return known
    const face = this.faces.byId.get(id)
    if (face === undefined) throw new Error(`a mark of a face that is not in the set: ${id}`)
    const name = `F${this.fonts.size + 1}`
    const font = new EmbeddedFace(this.document, face, name, this.drawn)
    this.fonts.set(id, font)
    // pdfkit writes what stands here when the document ends.
    this.document._fontFamilies[name] = font
    return font
  }

  /** A mark as a line of pdfmake’s renderer; its head is the em box’s. */
  private line(mark: SetMark): object {
    const { text, size, width, characterSpacing, link } = mark
    const inline = {
      text,
      x: 0,
      width,
      height: size,
      font: this.font(mark.face),
      fontSize: size,
      characterSpacing,
      color: this.inks[mark.colour],
      ...(link !== null && allowedLink.test(link) ? { link } : {}),
    }
    return {
      x: mark.x,
      y: mark.y - faceAscent * size,
      inlines: [inline],
      getHeight: () => size,
      getAscenderHeight: () => faceAscent * size,
    }
  }

  page(page: SetPage): void {
    const items = [
      ...page.shapes.map((shape) => ({ type: 'vector', item: vectorOf(shape, this.inks) })),
      ...page.marks
        .filter(({ turn }) => turn === 0)
        .map((mark) => ({ type: 'line', item: this.line(mark) })),
    ]
    this.renderer.renderPages([{ pageSize: { width: page.width, height: page.height }, items }])
    for (const mark of page.marks) if (mark.turn !== 0) this.turned(mark)
    for (const { name, y } of page.anchors)
      this.document.addNamedDestination(name, 'XYZ', 0, y, null)
    for (const bookmark of page.bookmarks) this.bookmark(bookmark, page.width)
  }

  private turned(mark: SetMark): void {
    this.document.save()
    this.document.rotate(mark.turn, { origin: [mark.x, mark.y] })
    this.renderer.renderLine(this.line(mark), mark.x, mark.y - faceAscent * mark.size)
    this.document.restore()
  }

  private bookmark(bookmark: SetPage['bookmarks'][number], width: number): void {
    while ((this.outline.at(-1)?.level ?? 0) >= bookmark.level) this.outline.pop()
    const parent = this.outline.at(-1)?.item ?? this.document.outline
    // pdfkit measures `left` from the right edge: the page’s width is its left. Zoom 0 keeps the reader’s.
    const options = { expanded: true, top: bookmark.y, left: width, zoom: 0 }
    this.outline.push({ level: bookmark.level, item: parent.addItem(bookmark.title, options) })
  }
}

function bytesOf(document: PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    document.on('error', reject)
    document.end()
  })
}

/**
 * Draws set pages into a PDF with pdfmake’s renderer. Its own layout is not used: it breaks lines again, in time that grows with the
 * square of a paragraph, and drops what does not fit (pdfmake 207, 1159, 2560).
 *
 * @param pdfa with XMP, output intent and colours of PDF/A-2b, ISO 19005-2; whether the file conforms no program here can tell
 */
export async function drawPages(
  pages: readonly SetPage[],
  properties: Properties,
  faces: FaceSet,
  pdfa = false,
): Promise<DrawnPages> {
  const document = newDocument(properties, pdfa)
  const drawing = new Drawing(document, faces, pdfa ? archivedInks : printedInks)
  for (const page of pages) drawing.page(page)
  return { bytes: await bytesOf(document), drawn: drawing.drawn }
}
