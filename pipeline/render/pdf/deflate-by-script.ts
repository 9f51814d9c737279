import { zlibSync } from 'fflate'

import type { DocumentReference, PDFDocument } from './pdfmake-parts.js'

/** What pdfkit keeps of an object until it is written. */
interface OpenReference extends DocumentReference {
  buffer: readonly Uint8Array[]
  compress: boolean
  finalize: () => void
}

/**
 * Deflates a document’s streams by script instead of node:zlib, whose bytes differ between builds of Node and between processors (nodejs/node 50138): a file
 * must be the same everywhere. pdfkit has no setting for it; it can go once pdfkit no longer calls zlib.deflateSync in PDFReference.finalize.
 */
export function deflateByScript(document: PDFDocument): void {
  const ref = document.ref.bind(document)
  document.ref = (data?: object) => {
    const reference = ref(data) as OpenReference
    const finalize = reference.finalize.bind(reference)
    reference.finalize = () => {
      if (reference.compress && reference.buffer.length > 0) {
        reference.buffer = [zlibSync(Buffer.concat(reference.buffer), { level: 6 })]
        reference.compress = false
      }
      finalize()
    }
    return reference
  }
}
