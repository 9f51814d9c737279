/*
 * Values enter a page after Markdown has been parsed. Liquid therefore prints a token for each value, two private-use characters around a
 * number, and the token is replaced in the parsed tree. A value is never searched for tokens itself: a notice that holds such
 * characters prints them as they are.
 */
const open = '\uE000'
const close = '\uE001'
const token = /\uE000(\d+)\uE001/g
/** What no template may hold: it would be taken for a token or for a mark of ours. */
export const reservedCharacters = /[\uE000-\uE003]/u

/** A space to write on, `width` characters wide, in place of a value that is missing. */
export class Blank {
  constructor(readonly width: number) {}
}

/** Where a template prints a value (from 1), and as what: `{{ items.all }}`. */
export interface ValueOrigin {
  readonly line: number
  readonly column: number
  readonly text: string
}

/** A value that Liquid printed; `origin` is null where a partial printed it. */
export interface PrintedValue {
  readonly value: unknown
  readonly origin: ValueOrigin | null
}

/** A piece of rendered text: what the template says, or a value. */
export type Piece =
  { readonly type: 'literal'; readonly text: string } | ({ readonly type: 'value' } & PrintedValue)

/** The token that stands for the value with this index. */
export function tokenOf(index: number): string {
  return `${open}${index}${close}`
}

/** Rendered text in pieces: literals and the values that its tokens stand for. Empty literals are left out. */
export function piecesOf(text: string, values: readonly PrintedValue[]): readonly Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const match of text.matchAll(token)) {
    if (match.index > end) pieces.push({ type: 'literal', text: text.slice(end, match.index) })
    const printed = values[Number(match[1])]
    pieces.push({ type: 'value', value: printed?.value, origin: printed?.origin ?? null })
    end = match.index + match[0].length
  }
  if (end < text.length) pieces.push({ type: 'literal', text: text.slice(end) })
  return pieces
}
