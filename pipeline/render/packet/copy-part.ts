import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
} from '@cantoo/pdf-lib'

import { textOf, type Destination, type Destinations } from './destinations.js'

/** A link from a page of a part to another of its pages. Rectangle in pt, as the annotation has it. */
interface InnerLink {
  readonly page: number
  readonly rectangle: readonly number[]
  readonly target: Destination
}

/** Pages that belong to the new document and are not yet in it, and the links between them. */
export interface CopiedPart {
  readonly pages: readonly PDFPage[]
  readonly links: readonly InnerLink[]
}

const name = (text: string) => PDFName.of(text)
const allowedLink = /^(?:https?:\/\/|mailto:)/i

/** What a page may say of the document that it came from, or do when it is opened. */
const notCopied = ['AA', 'B', 'Metadata', 'PieceInfo', 'StructParents', 'Tabs', 'Thumb']
/** What an annotation may do, and by what it would draw the whole of its document along. */
const notInAnnotation = ['A', 'AA', 'Dest', 'IRT', 'P', 'PA', 'Parent', 'Popup', 'StructParent']

function dictOf(object: PDFObject | undefined): PDFDict | null {
  return object instanceof PDFDict ? object : null
}

function rectangleOf(annotation: PDFDict): readonly number[] | null {
  const found = annotation.lookup(name('Rect'))
  if (!(found instanceof PDFArray) || found.size() !== 4) return null
  const numbers = found.asArray().map((_each, index) => found.lookup(index))
  return numbers.every((each) => each instanceof PDFNumber)
    ? numbers.map((each) => each.asNumber())
    : null
}

/** An annotation that is kept: a link to an address, or what is seen on the page (a stamp, an electronic seal); null: it is not. */
function keptAnnotation(annotation: PDFDict): PDFDict | null {
  const action = dictOf(annotation.lookup(name('A')))
  const address = textOf(action?.lookup(name('URI')))
  const isLink = annotation.get(name('Subtype')) === name('Link')
  const follows = isLink && address !== null && allowedLink.test(address)
  if (!follows && (isLink || dictOf(annotation.lookup(name('AP'))) === null)) return null
  const kept = annotation.clone()
  for (const key of notInAnnotation) kept.delete(name(key))
  if (follows && action !== null) {
    const plain = kept.context.obj({ S: 'URI' })
    plain.set(name('URI'), action.get(name('URI')) ?? name(''))
    kept.set(name('A'), plain)
  }
  return kept
}

/** Makes pages of a part fit to be copied: what leads out of them, or acts, is left out. The part’s document is changed. */
function cleanPages(document: PDFDocument, destinations: Destinations): readonly InnerLink[] {
  return document.getPages().flatMap(({ node }, page) => {
    const links: InnerLink[] = []
    const kept: PDFDict[] = []
    for (const [index] of (node.Annots()?.asArray() ?? []).entries()) {
      const annotation = dictOf(node.Annots()?.lookup(index))
      if (annotation === null) continue
      const target = destinations.targetOf(annotation)
      const rectangle = rectangleOf(annotation)
      const own = target === null ? keptAnnotation(annotation) : null
      if (target !== null && rectangle !== null) links.push({ page, rectangle, target })
      else if (own !== null) kept.push(own)
    }
    for (const key of notCopied) node.delete(name(key))
    if (kept.length === 0) node.delete(name('Annots'))
    else node.set(name('Annots'), document.context.obj(kept))
    return links
  })
}

/**
 * Copies a part’s pages into another document: what is seen on them as it is, faces and pictures as they are embedded; links between its pages and to
 * addresses. Scripts, form fields and what a page does when it is opened stay behind.
 */
export async function copyPart(
  to: PDFDocument,
  from: PDFDocument,
  destinations: Destinations,
): Promise<CopiedPart> {
  const links = cleanPages(from, destinations)
  return { pages: await to.copyPages(from, from.getPageIndices()), links }
}
