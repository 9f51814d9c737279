import { PDFHexString, PDFName, type PDFDocument, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'

/** A bookmark of a packet; `top` in pt from the page’s foot, null: its head. */
export interface PacketBookmark {
  readonly title: string
  readonly page: PDFPage
  readonly top: number | null
  readonly below: readonly PacketBookmark[]
}

/**
 * A destination that keeps the reader’s zoom. The head of an upright page is named: where nothing is named, some readers stay as far
 * down as they were on the page before.
 */
export function destinationOf(document: PDFDocument, page: PDFPage, top: number | null) {
  const upright = page.getRotation().angle % 360 === 0
  const box = page.getCropBox()
  const height = top ?? (upright ? box.y + box.height : null)
  return document.context.obj([page.ref, 'XYZ', null, height, null])
}

const name = (text: string) => PDFName.of(text)

function writeList(
  document: PDFDocument,
  bookmarks: readonly PacketBookmark[],
  parent: PDFRef,
): { readonly first: PDFRef | null; readonly last: PDFRef | null } {
  const { context } = document
  const refs = bookmarks.map(() => context.nextRef())
  bookmarks.forEach(({ title, page, top, below }, index) => {
    const item = context.obj({ Parent: parent })
    item.set(name('Title'), PDFHexString.fromText(title))
    item.set(name('Dest'), destinationOf(document, page, top))
    const [before, own, after] = [refs[index - 1], refs[index], refs[index + 1]]
    if (before !== undefined) item.set(name('Prev'), before)
    if (after !== undefined) item.set(name('Next'), after)
    if (own === undefined) return
    const inner = writeList(document, below, own)
    if (inner.first !== null && inner.last !== null) {
      item.set(name('First'), inner.first)
      item.set(name('Last'), inner.last)
      // Closed: what a reader first sees is the list of parts.
      item.set(name('Count'), context.obj(-below.length))
    }
    context.assign(own, item)
  })
  return { first: refs[0] ?? null, last: refs.at(-1) ?? null }
}

/** Writes bookmarks, and has the file opened with them in sight. */
export function writeBookmarks(document: PDFDocument, bookmarks: readonly PacketBookmark[]): void {
  const { context, catalog } = document
  const root = context.nextRef()
  const { first, last } = writeList(document, bookmarks, root)
  if (first === null || last === null) return
  const outlines = { Type: 'Outlines', First: first, Last: last, Count: bookmarks.length }
  context.assign(root, context.obj(outlines))
  catalog.set(name('Outlines'), root)
  catalog.set(name('PageMode'), name('UseOutlines'))
}
