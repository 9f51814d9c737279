import type { Heading, Nodes, Paragraph, TableCell } from 'mdast'

import type { SourceText } from './source-text.js'
import type { Span } from './span.js'

declare module 'mdast' {
  /** What a cell of a source says beside its text; absent: 1, 1, false. */
  interface TableCellData {
    rowSpan?: number
    colSpan?: number
    /** The file itself marks the cell as one of the table’s head (th, thead, a repeated row in Word). */
    header?: boolean
  }
}

/** A stretch of a leaf. `text` is the slice of the reading text, but for a `<br>` or `&nbsp;` written out in Markdown, where it is the character meant. */
export interface Piece extends Span {
  readonly text: string
}

/** A heading, a paragraph or a cell: the smallest block that holds text. Pieces leave out what is markup inside it. */
export interface Leaf {
  readonly node: Heading | Paragraph | TableCell
  /** From the first piece to the last; a leaf without text has the place of its node’s start. */
  readonly span: Span
  readonly pieces: readonly Piece[]
  /** The pieces joined. */
  readonly text: string
}

function spanOf(node: Nodes): Span {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) throw new Error(`${node.type} without a position`)
  return { start, end }
}

function leafOf(node: Heading | Paragraph | TableCell): Leaf {
  const pieces = node.children.map((child): Piece => {
    if (child.type === 'text') return { ...spanOf(child), text: child.value }
    if (child.type === 'break') return { ...spanOf(child), text: '\n' }
    throw new Error(`${child.type} in a leaf of a source`)
  })
  const first = pieces[0]
  const last = pieces.at(-1)
  const start = first?.start ?? spanOf(node).start
  return {
    node,
    span: { start, end: last?.end ?? start },
    pieces,
    text: pieces.map((piece) => piece.text).join(''),
  }
}

/** Headings, paragraphs and cells of a source in reading order, cells without text among them. */
export function leavesOf(source: Pick<SourceText, 'tree'>): readonly Leaf[] {
  const leaves: Leaf[] = []
  for (const block of source.tree.children) {
    if (block.type === 'heading' || block.type === 'paragraph') leaves.push(leafOf(block))
    else if (block.type === 'table') {
      for (const row of block.children) for (const cell of row.children) leaves.push(leafOf(cell))
    }
  }
  return leaves
}

/** Markup that stands for white space: `<br>`, `&nbsp;` written out. A reader sees a gap, the file holds characters that are none. */
function standsForSpace(piece: Piece): boolean {
  return piece.end - piece.start > piece.text.length && !/\S/.test(piece.text)
}

/** The places of all text that is said: the pieces of all leaves, in order. What stands for white space is markup. */
export function leafSpans(source: Pick<SourceText, 'tree'>): readonly Span[] {
  return leavesOf(source).flatMap((leaf) =>
    leaf.pieces.filter((piece) => !standsForSpace(piece)).map(({ start, end }) => ({ start, end })),
  )
}

/** Where `[from, to)`, counted in a leaf’s text, stands in the reading text: one span for each piece that it touches. */
export function spansWithin(leaf: Leaf, from: number, to: number): readonly Span[] {
  const spans: Span[] = []
  let at = 0
  for (const piece of leaf.pieces) {
    const start = Math.max(from, at) - at
    const end = Math.min(to, at + piece.text.length) - at
    if (start < end) {
      const sliced = piece.text.length === piece.end - piece.start
      spans.push(
        sliced
          ? { start: piece.start + start, end: piece.start + end }
          : { start: piece.start, end: piece.end },
      )
    }
    at += piece.text.length
  }
  return spans
}

const byStart = (one: Span, other: Span) => one.start - other.start || one.end - other.end

/** What of `whole` is in none of `parts` (sorted, may overlap). */
function remainderOf(whole: Span, parts: readonly Span[]): readonly Span[] {
  const rest: Span[] = []
  let at = whole.start
  for (const part of parts) {
    if (part.end <= at) continue
    if (part.start >= whole.end) break
    if (part.start > at) rest.push({ start: at, end: part.start })
    at = part.end
  }
  if (at < whole.end) rest.push({ start: at, end: whole.end })
  return rest
}

/** What is markup: inside a block, but neither said nor dropped, and not white space alone (`|`, delimiter rows, `#`, `**`). */
export function markupSpans(
  source: Pick<SourceText, 'text' | 'tree' | 'dropped'>,
): readonly Span[] {
  const taken = [...leafSpans(source), ...source.dropped.map(({ span }) => span)].sort(byStart)
  const markup: Span[] = []
  let first = 0
  for (const block of source.tree.children) {
    const whole = spanOf(block)
    while (first < taken.length && (taken[first]?.end ?? 0) <= whole.start) first += 1
    let last = first
    while (last < taken.length && (taken[last]?.start ?? 0) < whole.end) last += 1
    for (const rest of remainderOf(whole, taken.slice(first, last))) {
      if (/\S/.test(source.text.slice(rest.start, rest.end))) markup.push(rest)
    }
  }
  return markup
}

/**
 * Where a source breaks the promise that nothing is lost and nothing is said twice: stretches in no leaf, no markup and no dropped span that are more than white space,
 * and stretches in two of them. Empty for every source that parse hands on.
 */
export function partitionFaults(
  source: Pick<SourceText, 'text' | 'tree' | 'dropped'>,
): readonly Span[] {
  const all = [
    ...leafSpans(source),
    ...markupSpans(source),
    ...source.dropped.map(({ span }) => span),
  ].sort(byStart)
  const faults: Span[] = []
  let at = 0
  for (const { start, end } of all) {
    if (start < at && start < end) faults.push({ start, end: Math.min(at, end) })
    if (start > at && /\S/.test(source.text.slice(at, start)))
      faults.push({ start: at, end: start })
    at = Math.max(at, end)
  }
  if (/\S/.test(source.text.slice(at))) faults.push({ start: at, end: source.text.length })
  return faults
}
