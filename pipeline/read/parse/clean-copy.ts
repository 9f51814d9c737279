import { makeFinding } from '../../messages/index.js'
import type { Dropped, Span } from '../../model/index.js'
import type { LayOut } from './laid-out.js'
import { letterSpacing } from './letter-spacing.js'
import { findPageMarks } from './page-marks.js'
import { ReadingText } from './reading-text.js'

/** Adds what of a text stands between spans, which are in order and may touch. */
function appendBetween(reading: ReadingText, text: string, spans: readonly Span[]): void {
  let at = 0
  for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
    if (start > at) reading.append(text.slice(at, start), { kind: 'offset', offset: at })
    at = Math.max(at, end)
  }
}

/**
 * Lays out a text as one that was never printed and recognised: without the blanks between its letters, and with the numbers and heads of its pages at its
 * end, where they are dropped. Names and sentences that they parted are whole then. A text without such marks is laid out as it is.
 */
export function layOutClean(text: string, layOut: (text: string) => LayOut): LayOut {
  const { marks, gaps } = findPageMarks(text)
  const blanks = letterSpacing(text)
  if (marks.length === 0 && blanks.length === 0) return layOut(text)
  const reading = new ReadingText()
  const leftOut = [...gaps, ...blanks].sort((one, other) => one.start - other.start)
  appendBetween(reading, text, leftOut)
  const { tree, dropped, findings } = layOut(reading.text)
  const told: Dropped[] = marks.map(({ start, end }) => {
    reading.separate('\n')
    const span = reading.append(text.slice(start, end), { kind: 'offset', offset: start })
    return { span, reason: 'header-footer' }
  })
  return {
    text: reading.text,
    origin: reading.origin,
    tree,
    dropped: [...dropped, ...told],
    // Their places were counted in the clean copy; the file’s follow from their spans.
    findings: [
      ...findings.map((finding) => ({ ...finding, place: null })),
      ...(blanks.length === 0
        ? []
        : [makeFinding('letters-stand-close', { values: { count: blanks.length } })]),
    ],
  }
}
