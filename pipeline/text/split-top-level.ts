import { matchBrackets } from './brackets.js'
import type { TextSpan } from './text-span.js'

/** A piece of a string with its place; `separator` is the character after it, null for the last. */
export interface TextPiece extends TextSpan {
  readonly text: string
  readonly separator: string | null
}

/**
 * Splits at every character of `separators` that stands outside all brackets and quotes. Pieces are slices, not trimmed, and may be
 * empty; joined with their separators they are the text again.
 */
export function splitTopLevel(text: string, separators: string): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  const outer = matchBrackets(text).pairs.filter((pair) => pair.depth === 0)
  let start = 0
  let nextPair = 0
  for (let at = 0; at < text.length; at += 1) {
    const pair = outer[nextPair]
    if (pair?.start === at) {
      at = pair.end - 1
      nextPair += 1
      continue
    }
    const character = text[at] ?? ''
    if (!separators.includes(character)) continue
    pieces.push({ start, end: at, text: text.slice(start, at), separator: character })
    start = at + 1
  }
  pieces.push({ start, end: text.length, text: text.slice(start), separator: null })
  return pieces
}
