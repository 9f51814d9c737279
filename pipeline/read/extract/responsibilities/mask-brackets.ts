import { matchBrackets } from '../../../text/index.js'

/** Stands for what is inside a bracket or quote: no letter that a pattern looks for. */
const masked = '\u0001'

/** The text with everything inside brackets and quotes masked, the brackets kept; same length. */
export function maskBrackets(text: string): string {
  let result = text
  for (const pair of matchBrackets(text).pairs) {
    if (pair.depth > 0) continue
    const { start, end } = pair.inner
    result = result.slice(0, start) + masked.repeat(end - start) + result.slice(end)
  }
  return result
}
