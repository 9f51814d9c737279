import type { OfficialDocument, Span } from '../../model/index.js'

/** A place in the reading text, and the key of what was read there. */
export interface Mark extends Span {
  readonly key: string
}

/** A stretch of the reading text in which nothing begins or ends. */
export interface Passage extends Span {
  /** Of all that was read from it, the narrowest first. */
  readonly keys: readonly string[]
  readonly kind: 'said' | 'computed' | 'markup' | 'dropped'
  /** Why it was dropped. */
  readonly reason: string | null
}

interface Stretch extends Span {
  readonly key: string | null
  readonly kind: Passage['kind']
  readonly reason: string | null
}

const strength = { said: 0, computed: 1, markup: 2, dropped: 3 } as const

function stretchesOf(
  document: Pick<OfficialDocument, 'dropped' | 'markup'>,
  marks: readonly Mark[],
  computed: readonly Span[],
): readonly Stretch[] {
  const silent = (kind: Passage['kind'], reason: string | null, { start, end }: Span): Stretch => ({
    start,
    end,
    key: null,
    kind,
    reason,
  })
  return [
    ...marks.map((mark): Stretch => ({ ...mark, kind: 'said', reason: null })),
    ...computed.map((span) => silent('computed', null, span)),
    ...document.markup.map((span) => silent('markup', null, span)),
    ...document.dropped.map(({ span, reason }) => silent('dropped', reason, span)),
  ].filter(({ start, end }) => start < end)
}

function passageOf(span: Span, open: ReadonlySet<Stretch>): Passage {
  const narrowest = [...open].sort((a, b) => a.end - a.start - (b.end - b.start))
  const keys = narrowest.flatMap(({ key }) => (key === null ? [] : [key]))
  const strongest = narrowest.reduce<Stretch | null>(
    (best, each) => (strength[each.kind] > strength[best?.kind ?? 'said'] ? each : best),
    null,
  )
  const { kind, reason } = strongest ?? { kind: 'said', reason: null }
  return { ...span, keys: [...new Set(keys)], kind, reason }
}

/** The whole reading text cut wherever something begins or ends: each character is in one passage. */
export function passagesOf(
  document: Pick<OfficialDocument, 'text' | 'dropped' | 'markup'>,
  marks: readonly Mark[],
  computed: readonly Span[],
): readonly Passage[] {
  const opening = new Map<number, Stretch[]>()
  const closing = new Map<number, Stretch[]>()
  const put = (map: Map<number, Stretch[]>, at: number, stretch: Stretch): void => {
    const there = map.get(at)
    if (there === undefined) map.set(at, [stretch])
    else there.push(stretch)
  }
  for (const stretch of stretchesOf(document, marks, computed)) {
    put(opening, stretch.start, stretch)
    put(closing, stretch.end, stretch)
  }
  const cuts = new Set([0, document.text.length, ...opening.keys(), ...closing.keys()])
  const sorted = [...cuts].sort((a, b) => a - b)
  const open = new Set<Stretch>()
  return sorted.flatMap((start, index): readonly Passage[] => {
    for (const stretch of closing.get(start) ?? []) open.delete(stretch)
    for (const stretch of opening.get(start) ?? []) open.add(stretch)
    const end = sorted[index + 1]
    return end === undefined ? [] : [passageOf({ start, end }, open)]
  })
}

/** The passages of a stretch, cut to it. */
export function passagesWithin(
  passages: readonly Passage[],
  { start, end }: Span,
): readonly Passage[] {
  let low = 0
  let high = passages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((passages[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const within: Passage[] = []
  for (let at = low; at < passages.length; at += 1) {
    const passage = passages[at]
    if (passage === undefined || passage.start >= end) break
    within.push({
      ...passage,
      start: Math.max(start, passage.start),
      end: Math.min(end, passage.end),
    })
  }
  return within
}
