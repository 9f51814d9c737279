import { columnsOf } from '../text/index.js'
import { mayNotBegin, mayNotEnd } from './line-edges.js'

/** Letters and digits that stay together: `GB/T`, `2023-56`, an address. */
const word = /[\p{L}\p{N}_.,:/@%+&=?#~-]/u

/** A stretch that is not broken, and its width in half-width columns. */
interface Stretch {
  width: number
  space: boolean
}

const isWord = (character: string, width: number): boolean => width < 2 && word.test(character)

/** The line cut where it may be broken, 避头尾 considered. */
function stretchesOf(line: string): Stretch[] {
  const stretches: Stretch[] = []
  let current: Stretch | null = null
  let before = ''
  let beforeWidth = 0
  for (const character of line) {
    const width = columnsOf(character)
    const space = /\s/u.test(character)
    const joined =
      current !== null &&
      !space &&
      !current.space &&
      (width === 0 ||
        mayNotBegin(character) ||
        mayNotEnd(before) ||
        (isWord(character, width) && isWord(before, beforeWidth)))
    if (current !== null && joined) current.width += width
    else stretches.push((current = { width, space }))
    before = character
    beforeWidth = width
  }
  return stretches
}

function linesOf(line: string, columns: number): number {
  let lines = 1
  let used = 0
  for (const { width, space } of stretchesOf(line)) {
    if (used + width <= columns) used += width
    else if (space) used = columns
    else if (width <= columns) {
      lines += 1
      used = width
    } else {
      // A word or a row of marks wider than the column is broken anywhere.
      const rest = used > 0 ? width - (columns - used) : width - columns
      lines += Math.ceil(rest / columns)
      used = rest % columns === 0 ? columns : rest % columns
    }
  }
  return lines
}

/**
 * How many lines a text fills in a column, without any face: East Asian widths, newlines kept, no mark at the wrong edge of a line.
 * Never fewer than 1. Takes time linear in the text.
 *
 * @param columns width of the column in half-width characters, as spreadsheets count; at least 2
 */
export function estimateLines(text: string, columns: number): number {
  const width = Math.max(2, Math.floor(columns))
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => linesOf(line, width))
    .reduce((sum, lines) => sum + lines, 0)
}
