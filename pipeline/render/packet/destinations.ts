import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
  type PDFDocument,
  type PDFObject,
} from '@cantoo/pdf-lib'

/** A place in a PDF: page from 0, and how high on it where that is said (pt from the page’s foot). */
export interface Destination {
  readonly page: number
  readonly top: number | null
}

const name = (text: string) => PDFName.of(text)

/** The text of a name or string; null of anything else. */
export function textOf(object: PDFObject | undefined): string | null {
  if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText()
  return object instanceof PDFName ? object.decodeText() : null
}

/** Levels of a tree that are followed: a damaged one may go in circles. */
const deepest = 32

/** Reads the destinations of one PDF, named ones too. */
export class Destinations {
  private readonly pages: ReadonlyMap<string, number>
  private readonly named = new Map<string, PDFObject>()

  constructor(private readonly document: PDFDocument) {
    this.pages = new Map(document.getPages().map(({ ref }, index) => [ref.tag, index]))
    const { catalog } = document
    const old = this.dictOf(catalog.get(name('Dests')))
    for (const [key, value] of old?.entries() ?? []) this.named.set(key.decodeText(), value)
    const names = this.dictOf(catalog.get(name('Names')))
    this.readTree(names?.get(name('Dests')), 0)
  }

  private lookup(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? this.document.context.lookup(object) : object
  }

  private dictOf(object: PDFObject | undefined): PDFDict | null {
    const found = this.lookup(object)
    return found instanceof PDFDict ? found : null
  }

  private arrayOf(object: PDFObject | undefined): PDFArray | null {
    const found = this.lookup(object)
    return found instanceof PDFArray ? found : null
  }

  private readTree(object: PDFObject | undefined, depth: number): void {
    const node = this.dictOf(object)
    if (node === null || depth > deepest) return
    const names = this.arrayOf(node.get(name('Names')))?.asArray() ?? []
    for (let at = 0; at + 1 < names.length; at += 2) {
      const key = textOf(this.lookup(names[at]))
      const value = names[at + 1]
      if (key !== null && value !== undefined) this.named.set(key, value)
    }
    for (const kid of this.arrayOf(node.get(name('Kids')))?.asArray() ?? [])
      this.readTree(kid, depth + 1)
  }

  /** The place that a destination names: an array, a name, or a dictionary with one in it; null where there is none. */
  resolve(object: PDFObject | undefined, depth = 0): Destination | null {
    const found = this.lookup(object)
    if (found === undefined || depth > deepest) return null
    if (found instanceof PDFDict) return this.resolve(found.get(name('D')), depth + 1)
    if (!(found instanceof PDFArray)) {
      const key = textOf(found)
      return key === null ? null : this.resolve(this.named.get(key), depth + 1)
    }
    const [target, kind, ...rest] = found.asArray()
    const page = target instanceof PDFRef ? this.pages.get(target.tag) : undefined
    if (page === undefined) return null
    const height = { XYZ: rest[1], FitH: rest[0], FitBH: rest[0] }[textOf(this.lookup(kind)) ?? '']
    const top = this.lookup(height)
    return { page, top: top instanceof PDFNumber ? top.asNumber() : null }
  }

  /** Where an annotation or a bookmark leads inside its document; null: nowhere, or outside. */
  targetOf(holder: PDFDict): Destination | null {
    const direct = this.resolve(holder.get(name('Dest')))
    if (direct !== null) return direct
    const action = this.dictOf(holder.get(name('A')))
    return action?.get(name('S')) === name('GoTo') ? this.resolve(action.get(name('D'))) : null
  }
}
