import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRef,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'

/** A PDF to take pages from, or why none can be taken. */
export type OpenedPart =
  | { readonly type: 'pdf'; readonly document: PDFDocument; readonly pages: number }
  | { readonly type: 'encrypted' }
  | { readonly type: 'broken' }

/** Bytes at a file’s end in which its end mark stands: ISO 32000-1, 7.5.5, and what servers hang on. */
const tail = 4096

/** Whether a file says where it ends. One that was cut off on its way may open, with pages missing that nobody misses. */
function isWhole(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-tail)).includes('%%EOF')
}

const dictAt = (holder: PDFDict | undefined, key: string): PDFDict | undefined => {
  const found = holder?.lookup(PDFName.of(key))
  return found instanceof PDFDict ? found : undefined
}

/** Whether what a page is drawn from is in the file: its content, faces and pictures. */
function isDrawable(document: PDFDocument, page: PDFPage): boolean {
  const { context } = document
  const isThere = (object: PDFObject | undefined): boolean =>
    !(object instanceof PDFRef) || context.lookup(object) !== undefined
  const contents = page.node.get(PDFName.Contents)
  const streams = page.node.Contents()
  const pieces = streams instanceof PDFArray ? streams.asArray() : [contents]
  const resources = page.node.Resources()
  const held = ['Font', 'XObject'].flatMap((key) => dictAt(resources, key)?.values() ?? [])
  // A page without a size throws here rather than half-way through.
  page.getSize()
  return [contents, ...pieces, ...held].every(isThere)
}

/**
 * Opens a PDF. One that asks for a password is refused even where an empty one would open it: its maker said what may be done with it.
 * One that was cut off, has no pages, or lacks what a page is drawn from is broken. Whatever the parser throws at a damaged file becomes
 * that answer.
 */
export async function openPart(bytes: Uint8Array): Promise<OpenedPart> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const pages = document.getPages()
    const sound = isWhole(bytes) && pages.every((page) => isDrawable(document, page))
    if (pages.length === 0 || !sound) return { type: 'broken' }
    return { type: 'pdf', document, pages: pages.length }
  } catch (error) {
    return { type: error instanceof EncryptedPDFError ? 'encrypted' : 'broken' }
  }
}
