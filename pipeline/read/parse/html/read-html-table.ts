import { fromHtml } from 'hast-util-from-html'

import type { Dropped, OriginRun, Piece, Span } from '../../../model/index.js'
import type { Reference } from '../reference.js'
import type { BlockDraft, LeafDraft } from '../tree-of.js'
import { FileText } from './file-text.js'
import { HtmlLayOut } from './lay-out-html.js'
import { measure } from './measure.js'
import { mostNesting, nestingOf } from './nesting.js'

/** What a table written in HTML says, in spans of the text around it. */
export interface HtmlTable {
  readonly blocks: readonly BlockDraft[]
  readonly dropped: readonly Dropped[]
  readonly references: readonly Reference[]
}

/** Puts what was laid out as a text of its own back where the file holds it. Both are met in order, so one pass over the runs is enough. */
class Relocation {
  private next = 0
  private last: number

  constructor(
    private readonly text: string,
    private readonly origin: readonly OriginRun[],
    private readonly base: number,
  ) {
    this.last = base
  }

  /** The pieces of a span; what is generated (a line break between two paragraphs of a cell) gets a place without length. */
  pieces(span: Span): readonly Piece[] {
    const pieces: Piece[] = []
    while ((this.origin[this.next]?.end ?? Infinity) <= span.start) this.next += 1
    for (let index = this.next; index < this.origin.length; index += 1) {
      const run = this.origin[index]
      if (!run || run.start >= span.end) break
      const from = Math.max(run.start, span.start)
      const to = Math.min(run.end, span.end)
      const text = this.text.slice(from, to)
      if (run.at.kind === 'offset') {
        const start = this.base + run.at.offset + from - run.start
        this.last = start + text.length
        pieces.push({ start, end: this.last, text })
      } else pieces.push({ start: this.last, end: this.last, text })
    }
    return pieces
  }

  leaf(leaf: LeafDraft): LeafDraft {
    const pieces = leaf.pieces.flatMap((piece) => this.pieces(piece))
    const start = pieces[0]?.start ?? this.last
    return { pieces, start, end: pieces.at(-1)?.end ?? start }
  }

  block(block: BlockDraft): BlockDraft {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, ...this.leaf(block) }
      case 'image':
        return { ...block, start: this.last, end: this.last }
      case 'table': {
        const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, ...this.leaf(cell) })))
        return { ...block, rows }
      }
    }
  }
}

/** Blocks share out the whole region: the tags between their texts are their markup. */
function sharedOut(blocks: readonly BlockDraft[], region: Span): readonly BlockDraft[] {
  let start = region.start
  return blocks.map((block, index) => {
    const isLast = index === blocks.length - 1
    const ownEnd = block.type === 'table' ? (block.rows.flat().at(-1)?.end ?? start) : block.end
    const end = isLast ? region.end : Math.max(start, ownEnd)
    const shared = { ...block, start, end }
    start = end
    return shared
  })
}

/** Reads a `<table>` that stands in a text, from `region.start` to `region.end`, as a page’s table is read. Null where its tags nest too deep. */
export function readHtmlTable(text: string, region: Span): HtmlTable | null {
  const file = text.slice(region.start, region.end)
  if (nestingOf(file) > mostNesting) return null
  const root = fromHtml(file, { fragment: true })
  const nothingApart = { dropped: new Map<never, never>(), kept: new Set<never>() }
  const layOut = new HtmlLayOut(new FileText(file), nothingApart, measure(root))
  layOut.layOut(root)
  const { writer, references } = layOut
  const { reading } = writer
  const relocation = new Relocation(reading.text, reading.origin, region.start)
  const blocks = writer.blocks.map((block) => relocation.block(block))
  const dropping = new Relocation(reading.text, reading.origin, region.start)
  const move = ({ start, end }: Span) => ({
    start: region.start + start,
    end: region.start + end,
  })
  return {
    blocks: sharedOut(blocks, region),
    dropped: writer.dropped.flatMap(({ span, reason }) =>
      dropping
        .pieces(span)
        .filter(({ start, end }) => start < end)
        .map(({ start, end }) => ({ span: { start, end }, reason })),
    ),
    references: references.map((reference) => ({
      ...reference,
      ...move(reference.file ?? { start: 0, end: 0 }),
      file: move(reference.file ?? { start: 0, end: 0 }),
    })),
  }
}
