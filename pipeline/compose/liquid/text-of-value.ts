import { Blank, piecesOf, type Piece } from './value-tokens.js'

/** A value that has no text: a list or a record where a template prints text. */
export class NoTextError extends Error {
  override readonly name = 'NoTextError'
  constructor(readonly kind: string) {
    super(kind)
  }
}

/** What a value reads as: nothing for null, a number in digits, a blank as full-width spaces. Throws a NoTextError for lists, records and truth values. */
export function textOfValue(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Blank) return '　'.repeat(value.width)
  throw new NoTextError(Array.isArray(value) ? 'list' : typeof value)
}

/** What a piece of rendered text reads as. */
export function textOfPiece(piece: Piece): string {
  return piece.type === 'literal' ? piece.text : textOfValue(piece.value)
}

/** Rendered text with its values in place. */
export function textOfRendered(text: string, values: readonly unknown[]): string {
  return piecesOf(text, values).map(textOfPiece).join('')
}
