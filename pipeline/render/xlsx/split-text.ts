import { estimateLines } from '../../typeset/estimate-lines.js'
import { limits } from './limits.js'

/** Where a text is best parted, best first: after a line, a sentence, a clause. */
const seams = [/\n/g, /[。！？；](?:[”’）》」』])*/g, /[，、：,;]/g] as const

/** A code unit that may not begin a piece: second half of a pair, combining mark, joiner, variation selector. */
const attached = /^(?:[\uDC00-\uDFFF]|\p{M}|\u200D)/u

/** How much of a full piece may stay empty for the sake of a better seam. */
const slack = 0.3

function longestPrefix(text: string, columns: number, lines: number): number {
  let low = 1
  let high = Math.min(text.length, lines * columns, limits.cell)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (estimateLines(text.slice(0, middle), columns) <= lines) low = middle
    else high = middle - 1
  }
  return low
}

function atWholeCharacter(text: string, cut: number): number {
  let at = cut
  while (at > 1 && attached.test(text.slice(at, at + 1))) at -= 1
  return at === 1 ? cut : at
}

function atSeam(text: string, cut: number): number {
  const least = Math.floor(cut * (1 - slack))
  for (const seam of seams) {
    const ends = [...text.slice(least, cut).matchAll(seam)].map(
      (match) => least + match.index + match[0].length,
    )
    const last = ends.at(-1)
    if (last !== undefined) return last
  }
  return cut
}

/**
 * Parts a text into pieces of at most `lines` lines and 32,767 characters each, parted where the sense allows. Joined, the pieces are
 * the text but for a line feed that a seam took the place of.
 *
 * @param columns width of the cell in half-width characters
 */
export function splitText(text: string, columns: number, lines: number): readonly string[] {
  const pieces: string[] = []
  const window = Math.min(lines * columns, limits.cell)
  let rest = text
  // What is longer than a full piece needs no estimate: a long text would be measured again for each of its pieces.
  while (rest.length > window || estimateLines(rest, columns) > lines) {
    const longest = longestPrefix(rest, columns, lines)
    const cut = atSeam(rest, atWholeCharacter(rest, longest))
    pieces.push(rest.slice(0, cut).replace(/\n$/, ''))
    rest = rest.slice(cut)
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest]
}
