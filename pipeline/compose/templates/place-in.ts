import type { Place } from '../../model/index.js'

function pointAt(text: string, offset: number): Place['start'] {
  const at = Math.max(0, Math.min(offset, text.length))
  let line = 1
  let start = 0
  for (let end = text.indexOf('\n'); end !== -1 && end < at; end = text.indexOf('\n', start)) {
    line += 1
    start = end + 1
  }
  return { line, column: at - start + 1, offset: at }
}

/** The place of a stretch of a file (UTF-16 offsets). */
export function placeIn(text: string, start: number, end: number): Place {
  return { start: pointAt(text, start), end: pointAt(text, Math.max(start, end)) }
}

/** The offset of a line and column, both from 1. */
export function offsetIn(text: string, line: number, column: number): number {
  let start = 0
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', start)
    if (next === -1) return text.length
    start = next + 1
  }
  return Math.min(text.length, start + column - 1)
}
