import { eastAsianWidth } from 'get-east-asian-width'

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u

/**
 * Width of a string in half-width columns, as spreadsheets and terminals count: 国函A → 5. Quotes, dashes and dots that Chinese
 * type sets a full width (“ ” ‘ ’ — … ·) count two; combining and invisible characters none.
 */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) {
    if (zeroWidth.test(character)) continue
    columns += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true })
  }
  return columns
}

/** Full-width letters, digits, punctuation and the full-width space → half width. Length and offsets stay. */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  )
}
