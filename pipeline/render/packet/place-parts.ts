/** Where the pieces of a packet stand, the cover first. */
export interface PlacedParts {
  /** First page of each, from 1; null where it has none. */
  readonly firsts: readonly (number | null)[]
  /** Pages of the whole. */
  readonly total: number
}

/** Puts pieces of so many pages one after the other; `duplex`: each on a right-hand page, an empty one before it where that takes one. */
export function placeParts(lengths: readonly (number | null)[], duplex: boolean): PlacedParts {
  let total = 0
  const firsts = lengths.map((length) => {
    if (length === null || length === 0) return null
    if (duplex && total % 2 === 1) total += 1
    const first = total + 1
    total += length
    return first
  })
  return { firsts, total }
}
