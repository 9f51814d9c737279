import { zlibSync } from 'fflate'

import type { DocumentReference, PDFDocument } from './pdfmake-parts.js'

/** What pdfkit keeps of an object until it is written. */
interface OpenReference extends DocumentReference {
  buffer: readonly Uint8Array[]
  compress: boolean
  finalize: () => void
  write: (chunk: unknown) => void
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** A stream’s pieces: operators are joined as they come, for there are thousands on a page. */
class Pieces {
  private readonly done: Uint8Array[] = []
  private text = ''

  add(chunk: unknown): void {
    if (chunk instanceof Uint8Array) {
      this.endText()
      this.done.push(chunk)
    } else this.text += `${String(chunk)}\n`
  }

  private endText(): void {
    if (this.text !== '') this.done.push(latin1(this.text))
    this.text = ''
  }

  bytes(): Uint8Array {
    this.endText()
    const [only] = this.done
    return only !== undefined && this.done.length === 1 ? only : Buffer.concat(this.done)
  }
}

/**
 * Deflates a document’s streams by script instead of node:zlib, whose bytes differ between builds of Node and between processors (nodejs/node 50138): a file
 * must be the same everywhere. pdfkit has no setting for it; it can go once pdfkit no longer calls zlib.deflateSync in PDFReference.finalize. What is
 * written to a stream is gathered as text on the way there, where pdfkit makes a buffer of each operator.
 */
export function deflateByScript(document: PDFDocument): void {
  const ref = document.ref.bind(document)
  document.ref = (data?: object) => {
    const reference = ref(data) as OpenReference
    const finalize = reference.finalize.bind(reference)
    let pieces: Pieces | null = null
    reference.write = (chunk) => (pieces ??= new Pieces()).add(chunk)
    reference.finalize = () => {
      const bytes = pieces?.bytes()
      if (bytes !== undefined && bytes.length > 0) {
        if (reference.compress) reference.data.Filter = 'FlateDecode'
        reference.buffer = [reference.compress ? zlibSync(bytes, { level: 6 }) : bytes]
        reference.compress = false
      }
      finalize()
    }
    return reference
  }
}
