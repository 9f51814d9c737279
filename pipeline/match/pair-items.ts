import { editDistance, titleKey } from '../text/index.js'

/** What pairing needs of an item. */
export interface Titled {
  readonly title: string
}

/** Indices into the two lists; `exact`: the names are the same but for quotes, widths and blanks. */
export interface ItemPair {
  readonly body: number
  readonly annex: number
  readonly exact: boolean
}

/** Names that differ in more than this share of the longer one are two names. */
const limit = 0.34
/** A name this short has to be the same: two characters of five are another thing. */
const shortest = 6

interface Candidate {
  readonly body: number
  readonly annex: number
  readonly distance: number
  /** How far apart the two stand in order, as a share of the longer list. */
  readonly away: number
}

function exactPairs(body: readonly string[], annex: readonly string[]): readonly ItemPair[] {
  const waiting = new Map<string, number[]>()
  for (const [index, key] of annex.entries()) waiting.set(key, [...(waiting.get(key) ?? []), index])
  return body.flatMap((key, index) => {
    const found = key === '' ? undefined : waiting.get(key)?.shift()
    return found === undefined ? [] : [{ body: index, annex: found, exact: true }]
  })
}

function candidates(
  body: readonly string[],
  annex: readonly string[],
  free: { body: readonly number[]; annex: readonly number[] },
): readonly Candidate[] {
  const longest = Math.max(body.length, annex.length)
  return free.body.flatMap((one) =>
    free.annex.flatMap((other) => {
      const [a, b] = [body[one] ?? '', annex[other] ?? '']
      const longer = Math.max(a.length, b.length)
      if (Math.min(a.length, b.length) < shortest || Math.abs(a.length - b.length) > longer * limit)
        return []
      const distance = editDistance(a, b)
      if (distance > longer * limit) return []
      return [
        {
          body: one,
          annex: other,
          distance: distance / longer,
          away: Math.abs(one - other) / longest,
        },
      ]
    }),
  )
}

/**
 * Which item of the text is which row of the annex: the same name first, then the nearest names that are near enough, those closest in order where two are
 * equally near. Sorted by `body`. Cost of the second step grows with the product of what the first left over; lists of more than 2,000 are paired by name alone.
 */
export function pairItems(
  bodyItems: readonly Titled[],
  annexItems: readonly Titled[],
): readonly ItemPair[] {
  const body = bodyItems.map(({ title }) => titleKey(title))
  const annex = annexItems.map(({ title }) => titleKey(title))
  const pairs = [...exactPairs(body, annex)]
  const taken = {
    body: new Set(pairs.map((pair) => pair.body)),
    annex: new Set(pairs.map((pair) => pair.annex)),
  }
  const free = {
    body: [...body.keys()].filter((index) => !taken.body.has(index)),
    annex: [...annex.keys()].filter((index) => !taken.annex.has(index)),
  }
  if (free.body.length <= 2000 && free.annex.length <= 2000) {
    const ranked = [...candidates(body, annex, free)].sort(
      (one, other) =>
        one.distance - other.distance || one.away - other.away || one.body - other.body,
    )
    for (const { body: one, annex: other } of ranked) {
      if (taken.body.has(one) || taken.annex.has(other)) continue
      taken.body.add(one)
      taken.annex.add(other)
      pairs.push({ body: one, annex: other, exact: false })
    }
  }
  return pairs.sort((one, other) => one.body - other.body)
}
