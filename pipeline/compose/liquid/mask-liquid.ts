const output = /\{\{.*?\}\}/gsu
const comment = /\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}/gsu
const tag = /\{%.*?%\}/gsu

/** A private-use character that stands for a value while a template is checked. */
export const maskCharacter = '\uE002'

/** Every UTF-16 unit but line ends, so that columns stay. */
const unit = /[^\n]/g

/**
 * The template as Markdown sees it before Liquid has run: outputs become runs of one letter-like character, tags and comments blanks.
 * Every character keeps its line and column (UTF-16), so that directives can be checked where they stand.
 */
export function maskLiquid(text: string): string {
  return text
    .replace(comment, (whole) => whole.replace(unit, ' '))
    .replace(output, (whole) => whole.replace(unit, maskCharacter))
    .replace(tag, (whole) => whole.replace(unit, ' '))
}
