import { distance } from 'fastest-levenshtein'

/** Longer texts than this are compared by their beginning: the cost of an edit distance grows with the square. */
const longestCompared = 500

/** How many characters must be added, left out or changed to make one of the other (UTF-16 units; the first 500 of each). */
export function editDistance(a: string, b: string): number {
  return distance(a.slice(0, longestCompared), b.slice(0, longestCompared))
}

/** The candidate found, where it stands among the candidates, and how far off it is. */
export interface NearestMatch {
  readonly value: string
  readonly index: number
  readonly distance: number
}

/**
 * The candidate with the least edit distance, the first of several; null where even that differs in more than `limit` of the longer
 * one’s length.
 */
export function nearestMatch(
  text: string,
  candidates: readonly string[],
  limit = 0.4,
): NearestMatch | null {
  let best: NearestMatch | null = null
  for (const [index, value] of candidates.entries()) {
    const longer = Math.max(text.length, value.length)
    if (Math.abs(text.length - value.length) > longer * limit) continue
    const found = editDistance(text, value)
    if (found <= longer * limit && (best === null || found < best.distance))
      best = { value, index, distance: found }
  }
  return best
}
