import { matchBrackets } from './brackets.js'
import { splitTopLevel } from './split-top-level.js'
import type { TextSpan } from './text-span.js'

/** A name out of a list of names, with its place in the list. */
export interface ListedName extends TextSpan {
  readonly text: string
}

function trimmed(text: string, span: TextSpan): ListedName {
  const slice = text.slice(span.start, span.end)
  const start = span.start + (slice.length - slice.trimStart().length)
  const name = slice.trim()
  return { start, end: start + name.length, text: name }
}

/** What may stand between two quoted names: nothing, or a word that joins them. */
const joins = /^(?:\s|和|及|与|以及|并)*$/

/**
 * The names of a list as a notice prints it: “A”、“B”，“C”, “A”“B” with nothing between them and “A”和“B” give what stands inside the
 * outermost quotes, whatever marks a name holds. A list without quotes, and a name that is quoted in part alone (“多证合一”改革), is cut
 * at 、 ， ； and line breaks outside quotes and brackets.
 */
export function splitItemNames(text: string): readonly ListedName[] {
  const quotes = matchBrackets(text).pairs.filter(
    (pair) => pair.depth === 0 && pair.kind === 'quote' && pair.open !== '《',
  )
  return splitTopLevel(text, '、，,；;\n').flatMap((piece) => {
    const inside = quotes.filter((quote) => quote.start >= piece.start && quote.end <= piece.end)
    const between = inside
      .map((quote, index) => text.slice(inside[index - 1]?.end ?? piece.start, quote.start))
      .concat(text.slice(inside.at(-1)?.end ?? piece.start, piece.end))
    const allQuoted = inside.length > 0 && between.every((glue) => joins.test(glue))
    return (allQuoted ? inside.map((quote) => quote.inner) : [piece])
      .map((span) => trimmed(text, span))
      .filter((name) => name.text !== '')
  })
}
