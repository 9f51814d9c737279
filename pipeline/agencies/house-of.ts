import { entryOf, type AgencyIndex } from './index-agencies.js'

/** Plates lead to a house in one step; an office’s entries may chain, and must not run in a circle. */
const mostSteps = 5

/**
 * The standard short name of whoever gets the packet of a body: itself, or the house whose plate it is (国家标准委 → 市场监管总局), the name
 * as given where nobody knows it.
 */
export function houseOf(index: AgencyIndex, name: string): string {
  let current = name
  for (let step = 0; step < mostSteps; step += 1) {
    const entry = entryOf(index, current)
    if (entry === null) return current
    if (entry.deliverTo === null) return entry.short
    current = entry.deliverTo
  }
  return current
}
