import { columnsOf } from '../text/index.js'
import { mayNotBegin, mayNotEnd } from './line-edges.js'

/** Letters and digits that stay together: `GB/T`, `2023-56`, an address. */
const word = /[\p{L}\p{N}_.,:/@%+&=?#~-]/u

const isWord = (character: string, width: number): boolean => width < 2 && word.test(character)

/** A line filled from left to right, stretch by stretch: what is not broken goes on as a whole. Keeps nothing but counts. */
class Filling {
  lines = 1
  private used = 0
  constructor(private readonly columns: number) {}

  add(width: number, space: boolean): void {
    const { columns } = this
    if (this.used + width <= columns) this.used += width
    else if (space) this.used = columns
    else if (width <= columns) {
      this.lines += 1
      this.used = width
    } else {
      // A word or a row of marks wider than the column is broken anywhere.
      const rest = this.used > 0 ? width - (columns - this.used) : width - columns
      this.lines += Math.ceil(rest / columns)
      this.used = rest % columns === 0 ? columns : rest % columns
    }
  }
}

function linesOf(line: string, columns: number): number {
  // No character is wider than two columns for each of its units.
  if (line.length * 2 <= columns) return 1
  const filling = new Filling(columns)
  let stretch = 0
  let isSpace = false
  let begun = false
  let before = ''
  let beforeWidth = 0
  for (const character of line) {
    const width = columnsOf(character)
    const space = /\s/u.test(character)
    const joined =
      begun &&
      !space &&
      !isSpace &&
      (width === 0 ||
        mayNotBegin(character) ||
        mayNotEnd(before) ||
        (isWord(character, width) && isWord(before, beforeWidth)))
    if (joined) stretch += width
    else {
      if (begun) filling.add(stretch, isSpace)
      stretch = width
      isSpace = space
      begun = true
    }
    before = character
    beforeWidth = width
  }
  if (begun) filling.add(stretch, isSpace)
  return filling.lines
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
