import { PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFPage } from '@cantoo/pdf-lib'

import { sha256, type Properties, type Sha256 } from '../../model/index.js'
import { millimetre } from '../../typeset/index.js'
import { copyPart } from './copy-part.js'
import { Destinations } from './destinations.js'
import type { ContentsLine } from './fill-contents.js'
import { nameFonts } from './name-fonts.js'
import { bookmarksOf, type Bookmark } from './part-bookmarks.js'
import { slipOf, stampNumber } from './stamp-number.js'
import { destinationOf, writeBookmarks, type PacketBookmark } from './write-bookmarks.js'

/** A piece of a packet: own pages by their number in the packet’s own PDF, or a whole PDF of somebody else. */
export interface Piece {
  /** null: the piece’s own bookmarks stand for it. */
  readonly title: string | null
  /** First page in the packet, from 1. */
  readonly first: number
  readonly pages:
    | {
        readonly type: 'own'
        readonly from: number
        readonly count: number
        readonly bookmarks: readonly Bookmark[]
      }
    | { readonly type: 'copied'; readonly document: PDFDocument; readonly hash: Sha256 }
}

export interface Assembly {
  /** Own pages, then a slip for every page of the packet. */
  readonly own: Uint8Array
  readonly ownPages: number
  readonly pieces: readonly Piece[]
  /** Pages of the whole. */
  readonly total: number
  /** Rows of the cover’s contents and the page that each leads to, from 1. */
  readonly links: readonly (ContentsLine & { readonly to: number })[]
  readonly properties: Properties
  readonly sheet: { readonly width: number; readonly height: number }
}

const name = (text: string) => PDFName.of(text)

interface Placing {
  readonly out: PDFDocument
  readonly pages: (PDFPage | undefined)[]
  readonly bookmarks: PacketBookmark[]
}

function onPages(bookmarks: readonly Bookmark[], pages: readonly PDFPage[]): PacketBookmark[] {
  return bookmarks.flatMap(({ title, page, top, below }) => {
    const on = pages[page]
    return on === undefined ? [] : [{ title, page: on, top, below: onPages(below, pages) }]
  })
}

function addLink(
  out: PDFDocument,
  page: PDFPage,
  rectangle: readonly number[],
  destination: ReturnType<typeof destinationOf>,
): void {
  const link = out.context.obj({ Type: 'Annot', Subtype: 'Link', Border: [0, 0, 0], F: 4 })
  link.set(name('Rect'), out.context.obj([...rectangle]))
  link.set(name('Dest'), destination)
  page.node.addAnnot(out.context.register(link))
}

/** Puts a piece’s pages in their places, with its bookmarks and inner links. */
async function place({ out, pages, bookmarks }: Placing, piece: Piece, own: readonly PDFPage[]) {
  const { first, title } = piece
  let copied: readonly PDFPage[]
  let inner: readonly Bookmark[]
  if (piece.pages.type === 'own') {
    const { from, count } = piece.pages
    copied = own.slice(from, from + count)
    inner = piece.pages.bookmarks
  } else {
    const { document } = piece.pages
    const destinations = new Destinations(document)
    inner = bookmarksOf(document, destinations)
    const part = await copyPart(out, document, destinations)
    copied = part.pages
    for (const { page, rectangle, target } of part.links) {
      const [from, to] = [copied[page], copied[target.page]]
      if (from !== undefined && to !== undefined)
        addLink(out, from, rectangle, destinationOf(out, to, target.top))
    }
  }
  copied.forEach((page, index) => (pages[first - 1 + index] = page))
  const below = onPages(inner, copied)
  const [head] = copied
  if (title === null) bookmarks.push(...below)
  else if (head !== undefined) bookmarks.push({ title, page: head, top: null, below })
}

function describe(out: PDFDocument, properties: Properties): void {
  const { title, subject, author, keywords, date, lang } = properties
  out.setTitle(title, { showInWindowTitleBar: true })
  if (subject !== '') out.setSubject(subject)
  if (author !== '') out.setAuthor(author)
  if (keywords.length > 0) out.setKeywords([keywords.join(', ')])
  out.setCreator('fengong')
  out.setProducer('fengong, pdfmake, pdf-lib')
  if (date !== null) out.setCreationDate(new Date(`${date}T00:00:00Z`))
  out.setLanguage(lang)
}

/** Labels are the numbers 1, 2, 3 …, and the file opens on its first page at 100 %. */
function openAt(out: PDFDocument, first: PDFPage): void {
  const { catalog, context } = out
  const labels = context.obj({ Nums: [0, { S: 'D' }] })
  catalog.set(name('PageLabels'), labels)
  catalog.set(name('OpenAction'), context.obj([first.ref, 'XYZ', null, null, 1]))
}

/** A file id that is a function of what the file is made from. */
function identify(out: PDFDocument, { own, pieces, properties }: Assembly): void {
  const hashes = pieces.map(({ pages }) => (pages.type === 'copied' ? pages.hash : ''))
  const id = sha256(JSON.stringify([sha256(own), hashes, properties])).slice(0, 32)
  const hex = PDFHexString.of(id)
  out.context.trailerInfo.ID = out.context.obj([hex, hex])
}

/**
 * Puts a packet together: pieces in their places, a running number over every page, contents that are links, bookmarks, labels. No page is
 * drawn anew: pages keep the faces that they are embedded with. Without clock and chance.
 */
export async function assemblePacket(assembly: Assembly): Promise<Uint8Array> {
  const { own, ownPages, pieces, total, links, properties, sheet } = assembly
  const out = await PDFDocument.create({ updateMetadata: false })
  out.context.header = PDFHeader.forVersion(1, 7)
  const drawn = await PDFDocument.load(own, { updateMetadata: false })
  const copies = await out.copyPages(drawn, drawn.getPageIndices())
  const slips = copies.slice(ownPages).map((page) => slipOf(out, page))

  const placing: Placing = { out, pages: [], bookmarks: [] }
  for (const piece of pieces) await place(placing, piece, copies.slice(0, ownPages))
  const pages = Array.from({ length: total }, (_, index) => {
    const page = placing.pages[index]
    return out.addPage(page ?? [sheet.width * millimetre, sheet.height * millimetre])
  })
  pages.forEach((page, index) => {
    const slip = slips[index]
    if (slip !== undefined) stampNumber(out, page, slip)
  })
  for (const { page, left, top, right, bottom, to } of links) {
    const [from, target] = [pages[page], pages[to - 1]]
    if (from === undefined || target === undefined) continue
    const height = from.getHeight()
    const rectangle = [left, height - bottom, right, height - top]
    addLink(out, from, rectangle, destinationOf(out, target, null))
  }
  writeBookmarks(out, placing.bookmarks)
  const [first] = pages
  if (first !== undefined) openAt(out, first)
  describe(out, properties)
  nameFonts(out.context)
  identify(out, assembly)
  return out.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.MAX_SAFE_INTEGER,
  })
}
