import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'

/** A half-width comma, semicolon, colon, bracket or mark between two Chinese characters: 名称,条件. Never 1,000 or (GB). */
const between = /(?<=\p{Script=Han})[,;:?!()](?=\p{Script=Han})/gu

/** Told once a document: what is printed so stays so, but an office wants to know before it prints it again. */
export const chinesePunctuationIsFullWidth: CheckRule = {
  id: 'chinese-punctuation-is-full-width',
  check: (document) => {
    const found = [...document.text.matchAll(between)]
    const [first] = found
    if (first === undefined) return []
    const marks = [...new Set(found.map(([mark]) => mark))]
    return [
      makeFinding('chinese-punctuation-is-full-width', {
        values: { number: found.length, marks },
        span: { start: first.index, end: first.index + 1 },
      }),
    ]
  },
}
