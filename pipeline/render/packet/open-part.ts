import { EncryptedPDFError, PDFDocument } from '@cantoo/pdf-lib'

/** A PDF to take pages from, or why none can be taken. */
export type OpenedPart =
  | { readonly type: 'pdf'; readonly document: PDFDocument; readonly pages: number }
  | { readonly type: 'encrypted' }
  | { readonly type: 'broken'; readonly problem: string }

/**
 * Opens a PDF. One that asks for a password is refused even where an empty one would open it: its maker said what may be done with it.
 * Whatever the parser throws at a damaged file becomes an answer.
 */
export async function openPart(bytes: Uint8Array): Promise<OpenedPart> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const pages = document.getPageCount()
    if (pages === 0) return { type: 'broken', problem: 'no pages' }
    // A page without a box or resources is found here rather than half-way through.
    for (const page of document.getPages()) page.getSize()
    return { type: 'pdf', document, pages }
  } catch (error) {
    if (error instanceof EncryptedPDFError) return { type: 'encrypted' }
    return { type: 'broken', problem: error instanceof Error ? error.message : String(error) }
  }
}
