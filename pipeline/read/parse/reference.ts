import { makeFinding } from '../../messages/index.js'
import type { Finding, Place, Span } from '../../model/index.js'

/** A picture or a link in a source, with what it points to. */
export interface Reference extends Span {
  readonly kind: 'picture' | 'link'
  readonly label: string
  readonly target: string
  /** Where the file holds it, in a format whose reading text does not. */
  readonly file?: Span
}

/** Endings of files that hold text of their own: 附件1.doc behind a link is an annex that this source has not. */
const documentFile = /\.(docx?|wps|wpt|pdf|ofd|xlsx?|et|pptx?|rtf|ceb|zip|rar|7z|txt)(?:[?#]|$)/i

/** Is the target a file that may hold an annex? */
export function pointsToDocument(target: string): boolean {
  return documentFile.test(target)
}

/** What a reference means for whoever reads the text alone; null for a link to a page. */
export function findingOfReference(
  reference: Reference,
  position: ((span: Span) => Place) | null,
): Finding | null {
  const span = { start: reference.start, end: reference.end }
  const place = position?.(reference.file ?? span) ?? null
  const parts = { values: { label: reference.label, target: reference.target }, span, place }
  if (reference.kind === 'picture') return makeFinding('content-not-in-pictures', parts)
  return pointsToDocument(reference.target) ? makeFinding('annexes-in-file', parts) : null
}
