import type { Span } from '../../model/index.js'
import { type Leaf, spansWithin } from '../../model/leaf.js'

/** A stretch of one leaf, trimmed: a printed line, or a piece of one. Offsets into `text` become places through `spansOf`. */
export interface Line {
  readonly text: string
  readonly leaf: Leaf
  /** Where `text` begins in the leaf’s text. */
  readonly from: number
}

/** The part of a line from one offset to another, trimmed at both ends. */
export function cut(line: Line, from: number, to: number = line.text.length): Line {
  const slice = line.text.slice(from, to)
  const start = from + (slice.length - slice.trimStart().length)
  return { text: slice.trim(), leaf: line.leaf, from: line.from + start }
}

/** The whole of a leaf as one line. */
export function lineOf(leaf: Leaf): Line {
  return cut({ text: leaf.text, leaf, from: 0 }, 0)
}

/** Places of [from, to) of a line in the reading text: several where markup stands between. */
export function spansOf(line: Line, from = 0, to: number = line.text.length): readonly Span[] {
  if (from >= to) return []
  return spansWithin(line.leaf, line.from + from, line.from + to)
}

/** From the first to the last place of a line, markup between taken in. An empty line has the place where its leaf begins. */
export function hullOf(line: Line, from = 0, to: number = line.text.length): Span {
  const spans = spansOf(line, from, to)
  const first = spans[0]
  const last = spans[spans.length - 1]
  if (first === undefined || last === undefined) {
    return { start: line.leaf.span.start, end: line.leaf.span.start }
  }
  return { start: first.start, end: last.end }
}

/** A value as it is read: line breaks inside a stretch join, stretches follow each other on lines of their own. */
export function valueOf(lines: readonly Line[]): string {
  return lines
    .map((line) => unwrapped(line.text))
    .filter((text) => text !== '')
    .join('\n')
}

/** Text without the line breaks that wrapping left inside it; Latin words keep a space between. */
export function unwrapped(text: string): string {
  return text.replace(/(.?)[^\S\n]*\n\s*(?=(.?))/gu, (_whole, before: string, after: string) =>
    /[A-Za-z0-9]/.test(before) && /[A-Za-z0-9]/.test(after) ? `${before} ` : before,
  )
}
