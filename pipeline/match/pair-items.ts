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

/** Names that differ in more than this share of the longer one are two names: 加强组织领导 and 加强组织实施 differ in a third. */
const limit = 0.25
/** One name may leave words of the other out: 企业住所标准化登记, 企业住所（经营场所）标准化登记. */
const limitOfOmission = 0.45
/** A name this short has to be the same: two characters of five are another thing. */
const shortest = 6

/** More comparisons than this are not made: about a second. */
const mostCompared = 400_000

interface Candidate {
  readonly body: number
  readonly annex: number
  readonly distance: number
  /** How far apart the two stand in order, as a share of the longer list. */
  readonly away: number
}

/** Whether the characters of one stand in the other, in order. */
function isContained(short: string, long: string): boolean {
  let at = 0
  for (const character of short) {
    const found = long.indexOf(character, at)
    if (found < 0) return false
    at = found + character.length
  }
  return true
}

/** How far off two names are, as a share of the longer; null where they are two names. */
function distanceOf(a: string, b: string): number | null {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < shortest || long.length - short.length > long.length * limitOfOmission)
    return null
  const distance = editDistance(a, b) / long.length
  if (distance <= limit) return distance
  return distance <= limitOfOmission && isContained(short, long) ? distance : null
}

function exactPairs(body: readonly string[], annex: readonly string[]): readonly ItemPair[] {
  const waiting = new Map<string, number[]>()
  for (const [index, key] of annex.entries()) {
    const same = waiting.get(key)
    if (same === undefined) waiting.set(key, [index])
    else same.push(index)
  }
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
      const distance = distanceOf(body[one] ?? '', annex[other] ?? '')
      if (distance === null) return []
      return [{ body: one, annex: other, distance, away: Math.abs(one - other) / longest }]
    }),
  )
}

/**
 * Which item of the text is which row of the annex: the same name first, then the nearest names that are near enough, those closest in order where two are
 * equally near. Sorted by `body`. Cost of the second step grows with the product of what the first left over; where that is more than 400,000 they are paired by name alone.
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
  if (free.body.length * free.annex.length <= mostCompared) {
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
