import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'

/** What a broken copy leaves: replacement characters, private-use characters, boxes, noncharacters. */
const leftovers = /[\uFFFD\uE000-\uF8FF\u2610\u25A1\uFFFE\uFFFF\u{F0000}-\u{10FFFD}]+/gu

export const copyIsWhole: CheckRule = {
  id: 'copy-is-whole',
  check: (document) =>
    [...document.text.matchAll(leftovers)].slice(0, 20).map((match) =>
      makeFinding('copy-is-whole', {
        values: { characters: match[0] },
        span: { start: match.index, end: match.index + match[0].length },
      }),
    ),
}
