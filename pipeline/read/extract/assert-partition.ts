import type { Block, OfficialDocument, Span } from '../../model/index.js'

type Partitioned = Pick<OfficialDocument, 'text' | 'parts' | 'markup' | 'dropped'>

function leavesOfBlock(block: Block): readonly Span[] {
  return block.type === 'table' ? block.rows.flat().map((cell) => cell.span) : [block.span]
}

const byStart = (one: Span, other: Span) => one.start - other.start || one.end - other.end

function refuse(text: string, span: Span, what: string): never {
  throw new Error(
    `the partition of the text is broken at ${span.start}: ${what} ${JSON.stringify(text.slice(span.start, span.end).slice(0, 40))}`,
  )
}

/** Spans of one kind, sorted, none over another. */
function disjoint(text: string, spans: readonly Span[], what: string): readonly Span[] {
  const sorted = spans.filter(({ start, end }) => start < end).sort(byStart)
  let at = 0
  for (const span of sorted) {
    if (span.start < at) refuse(text, span, `${what} twice`)
    at = span.end
  }
  return sorted
}

/**
 * Throws an internal error unless leaves, markup and dropped spans hold the text: each character that is no white space is in a leaf, in markup or dropped. No two
 * leaves share one, and no dropped span shares one with markup. Markup and dropped spans may stand inside a leaf (`**`, a deleted word): they are not part of what it says.
 */
export function assertPartition(document: Partitioned): void {
  const { text } = document
  const leaves = disjoint(
    text,
    document.parts.flatMap(({ blocks }) => blocks.flatMap(leavesOfBlock)),
    'a leaf',
  )
  const others = disjoint(
    text,
    [...document.markup, ...document.dropped.map(({ span }) => span)],
    'markup or a dropped span',
  )
  let at = 0
  for (const span of [...leaves, ...others].sort(byStart)) {
    const gap = { start: at, end: span.start }
    if (/\S/.test(text.slice(gap.start, Math.max(gap.start, gap.end))))
      refuse(text, gap, 'nothing holds')
    at = Math.max(at, span.end)
  }
  if (/\S/.test(text.slice(at))) refuse(text, { start: at, end: text.length }, 'nothing holds')
}
