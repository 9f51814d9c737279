import type { TextSpan } from './text-span.js'

/** A bracket or quote with its partner. `start` and `end` take both in, `inner` neither; `depth` counts from 0. */
export interface BracketPair extends TextSpan {
  readonly inner: TextSpan
  readonly open: string
  readonly close: string
  readonly kind: 'bracket' | 'quote'
  readonly depth: number
}

/** Pairs in order of their start, and the offsets of brackets and quotes without a partner. */
export interface BracketMatches {
  readonly pairs: readonly BracketPair[]
  readonly unmatched: readonly number[]
}

/** Full and half width of one bracket are one kind: a copy mixes them, （A). */
const kinds: readonly (readonly [opens: string, closes: string, kind: 'bracket' | 'quote'])[] = [
  ['（(﹙', '）)﹚', 'bracket'],
  ['〔［[﹝', '〕］]﹞', 'bracket'],
  ['【〖', '】〗', 'bracket'],
  ['｛{', '｝}', 'bracket'],
  ['《', '》', 'quote'],
  ['〈', '〉', 'bracket'],
  ['“〝', '”〞〟', 'quote'],
  ['‘', '’', 'quote'],
  ['「', '」', 'quote'],
  ['『', '』', 'quote'],
]
/** Straight quotes open and close alike. */
const straight = '"＂'

const openers = new Map(
  kinds.flatMap(([opens], index) => Array.from(opens).map((each) => [each, index])),
)
const closers = new Map(
  kinds.flatMap(([, closes], index) => Array.from(closes).map((each) => [each, index])),
)
const straightKind = kinds.length

interface Open {
  readonly at: number
  readonly kind: number
}

/** The openers that still wait for a partner, and how many of each kind there are, so that a stray closer costs nothing. */
class Waiting {
  readonly #stack: Open[] = []
  readonly #count = new Array<number>(kinds.length + 1).fill(0)
  readonly unmatched: number[] = []

  push(open: Open): void {
    this.#stack.push(open)
    this.#count[open.kind] = this.has(open.kind) + 1
  }

  has(kind: number): number {
    return this.#count[kind] ?? 0
  }

  /** Takes the partner of a closer; the openers above it have none. */
  take(kind: number): Open | null {
    if (this.has(kind) === 0) return null
    for (let open = this.#stack.pop(); open !== undefined; open = this.#stack.pop()) {
      this.#count[open.kind] = this.has(open.kind) - 1
      if (open.kind === kind) return open
      this.unmatched.push(open.at)
    }
    return null
  }

  rest(): readonly number[] {
    return this.#stack.map((open) => open.at)
  }
}

function withDepths(pairs: readonly Omit<BracketPair, 'depth'>[]): readonly BracketPair[] {
  const around: number[] = []
  return [...pairs]
    .sort((a, b) => a.start - b.start)
    .map((pair) => {
      while (around.length > 0 && (around.at(-1) ?? 0) <= pair.start) around.pop()
      const depth = around.length
      around.push(pair.end)
      return { ...pair, depth }
    })
}

/**
 * Matches brackets and quotes of all kinds, nested to any depth, in time linear in the length (pairs are sorted). A closer without an
 * opener, and an opener that something around it closes over, are unmatched.
 */
export function matchBrackets(text: string): BracketMatches {
  const pairs: Omit<BracketPair, 'depth'>[] = []
  const waiting = new Waiting()
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    const isStraight = straight.includes(character)
    const closes = isStraight
      ? waiting.has(straightKind) > 0
        ? straightKind
        : undefined
      : closers.get(character)
    const opens = isStraight ? straightKind : openers.get(character)
    if (closes === undefined) {
      if (opens !== undefined) waiting.push({ at, kind: opens })
      continue
    }
    const open = waiting.take(closes)
    if (open === null) {
      waiting.unmatched.push(at)
      continue
    }
    pairs.push({
      start: open.at,
      end: at + 1,
      inner: { start: open.at + 1, end: at },
      open: text[open.at] ?? '',
      close: character,
      kind: kinds[closes]?.[2] ?? 'quote',
    })
  }
  return {
    pairs: withDepths(pairs),
    unmatched: [...waiting.unmatched, ...waiting.rest()].sort((a, b) => a - b),
  }
}
