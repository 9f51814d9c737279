import { Blank, piecesOf, type Piece, type PrintedValue, type ValueOrigin } from './value-tokens.js'

/** A value that has no text: a list or a record where a template prints text. */
export class NoTextError extends Error {
  override readonly name = 'NoTextError'
  constructor(
    readonly kind: string,
    readonly origin: ValueOrigin | null,
  ) {
    super(kind)
  }
}

/** What a value reads as: nothing for null, a number in digits, a blank as full-width spaces. Throws a NoTextError for lists, records and truth values. */
export function textOfValue(value: unknown, origin: ValueOrigin | null = null): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Blank) return '　'.repeat(value.width)
  throw new NoTextError(Array.isArray(value) ? 'list' : typeof value, origin)
}

/** What a piece of rendered text reads as. */
export function textOfPiece(piece: Piece): string {
  return piece.type === 'literal' ? piece.text : textOfValue(piece.value, piece.origin)
}

/** Rendered text with its values in place. */
export function textOfRendered(text: string, values: readonly PrintedValue[]): string {
  return piecesOf(text, values).map(textOfPiece).join('')
}
