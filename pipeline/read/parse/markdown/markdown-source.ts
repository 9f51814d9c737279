import type { Heading, Root } from 'mdast'

import { makeFinding } from '../../../messages/index.js'
import type { Dropped, Finding, Place, SourceText, Span } from '../../../model/index.js'
import type { DropReason } from '../drop-reason.js'
import { readHtmlTable } from '../html/read-html-table.js'
import type { LayOut } from '../laid-out.js'
import { readLines } from '../read-lines.js'
import { findingOfReference, type Reference } from '../reference.js'
import { placed, placesOf, treeOf, type BlockDraft, type CellDraft } from '../tree-of.js'
import { inlinePieces, type Inline } from './inline-pieces.js'
import { setAside, type Region } from './set-aside.js'

/** What the block structure of a Markdown file is made of: headings, and the lines between them. */
export type MarkdownBlock =
  | ({
      readonly type: 'heading'
      readonly depth: Heading['depth']
      readonly content: Span
    } & Span)
  | ({ readonly type: 'lines' } & Span)

function contentOf(heading: Heading, base: number, end: number): Span {
  const from = heading.children[0]?.position?.start.offset
  const to = heading.children.at(-1)?.position?.end.offset
  return from === undefined || to === undefined
    ? { start: end, end }
    : { start: base + from, end: base + to }
}

/** The blocks of a tree whose offsets begin at `base`. Whatever is no heading counts as lines, so a foreign node loses nothing. */
export function markdownBlocks(tree: Root, base: number): readonly MarkdownBlock[] {
  return tree.children.flatMap((node): MarkdownBlock[] => {
    const from = node.position?.start.offset
    const to = node.position?.end.offset
    if (from === undefined || to === undefined) return []
    const span = { start: base + from, end: base + to }
    return node.type === 'heading'
      ? [{ type: 'heading', depth: node.depth, content: contentOf(node, base, span.end), ...span }]
      : [{ type: 'lines', ...span }]
  })
}

/** Lines between two headings are one group: a table, and what GFM took for a row of it or for a paragraph beside it, are read anew together. */
function groupLines(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const groups: MarkdownBlock[] = []
  for (const block of blocks) {
    const before = groups.at(-1)
    if (before?.type === 'lines' && block.type === 'lines') {
      groups[groups.length - 1] = { type: 'lines', start: before.start, end: block.end }
    } else groups.push(block)
  }
  return groups
}

/** Takes regions out of blocks: what they cover is read apart. */
function without(
  blocks: readonly MarkdownBlock[],
  regions: readonly Region[],
): readonly MarkdownBlock[] {
  let next = 0
  return blocks.flatMap((block) => {
    while (next < regions.length && (regions[next]?.end ?? 0) <= block.start) next += 1
    const rest: MarkdownBlock[] = []
    let at = block.start
    for (let index = next; (regions[index]?.start ?? Infinity) < block.end; index += 1) {
      const region = regions[index]
      if (!region) break
      if (region.start > at) rest.push({ type: 'lines', start: at, end: region.start })
      at = Math.max(at, region.end)
    }
    if (at === block.start) return [block]
    if (at < block.end) rest.push({ type: 'lines', start: at, end: block.end })
    return rest
  })
}

const says = ({ pieces }: Inline) => pieces.some(({ text }) => /\S/.test(text))

/** Collects the blocks of a Markdown source with what is dropped and found on the way. */
class MarkdownReader {
  readonly blocks: BlockDraft[] = []
  readonly dropped: Dropped[] = []
  readonly findings: Finding[] = []

  private readonly position: (span: Span) => Place

  constructor(private readonly text: string) {
    this.position = placesOf(text)
  }

  read(block: MarkdownBlock | Region): void {
    if ('kind' in block) this.readRegion(block)
    else if (block.type === 'heading') this.readHeading(block)
    else this.readGroup(block)
  }

  private drop(span: Span, reason: DropReason): void {
    this.dropped.push({ span: { start: span.start, end: span.end }, reason })
  }

  private readRegion(region: Region): void {
    if (region.kind === 'html-table') this.readHtmlTable(region)
    else this.drop(region, region.kind)
    if (region.kind === 'annotation') this.tellNote(region)
  }

  private tellNote({ start, end }: Span): void {
    const span = { start, end }
    const texts = [this.text.slice(start, end).replace(/^\[[^\]]*\]:\s*/, '')]
    this.findings.push(
      makeFinding('notes-in-text', {
        values: { count: 1, texts },
        span,
        place: this.position(span),
      }),
    )
  }

  private readHtmlTable(region: Region): void {
    const table = readHtmlTable(this.text, region)
    if (table === null) this.readGroup(region)
    else if (table.blocks.length === 0) this.drop(region, 'markup')
    else {
      this.blocks.push(...table.blocks)
      this.dropped.push(...table.dropped)
      this.tell(table.references)
    }
  }

  private readHeading(block: MarkdownBlock & { readonly type: 'heading' }): void {
    const { start, end, depth } = block
    const inline = this.inline(block.content)
    if (says(inline)) {
      this.dropComments(inline)
      this.blocks.push({ type: 'heading', depth, pieces: inline.pieces, start, end })
    } else this.dropSilent(block, inline)
  }

  private readGroup(span: Span): void {
    const { blocks, findings } = readLines(this.text, span)
    this.findings.push(...findings)
    for (const block of blocks) {
      if (block.type === 'paragraph') this.readParagraph(block)
      else this.blocks.push({ ...block, rows: block.rows.map((row) => row.map(this.readCell)) })
    }
  }

  private readonly readCell = (cell: Span): CellDraft => {
    const inline = this.inline(cell)
    this.dropComments(inline)
    return { ...cell, pieces: inline.pieces }
  }

  private readParagraph(span: Span): void {
    const inline = this.inline(span)
    const pictures = inline.references.filter(({ kind }) => kind === 'picture')
    if (!says(inline) && pictures.length === 0) {
      this.dropSilent(span, inline)
      return
    }
    this.dropComments(inline)
    if (says(inline)) this.blocks.push({ type: 'paragraph', pieces: inline.pieces, ...span })
    else this.readPictures(span, pictures)
  }

  /** A paragraph of pictures alone: they share it out, with the markup between them. */
  private readPictures(span: Span, pictures: readonly Reference[]): void {
    let { start } = span
    for (const [index, { target, label, end: own }] of pictures.entries()) {
      const end = index === pictures.length - 1 ? span.end : own
      this.blocks.push({ type: 'image', url: target, alt: label, start, end })
      start = end
    }
  }

  /** Reads a stretch with its markup, and tells what it refers to. */
  private inline(span: Span): Inline {
    const inline = inlinePieces(this.text, span)
    this.tell(inline.references)
    return inline
  }

  private dropComments(inline: Inline): void {
    for (const comment of inline.comments) this.drop(comment, 'comment')
  }

  /** A block without text: comments or markup alone. */
  private dropSilent(span: Span, inline: Inline): void {
    this.drop(span, inline.comments.length > 0 ? 'comment' : 'markup')
  }

  private tell(references: readonly Reference[]): void {
    for (const reference of references) {
      const finding = findingOfReference(reference, this.position)
      if (finding) this.findings.push(finding)
    }
  }
}

/** A Markdown file laid out from its blocks, wherever they come from. */
export function layOutBlocks(blocks: readonly MarkdownBlock[], text: string): LayOut {
  const regions = setAside(text)
  const reader = new MarkdownReader(text)
  const parts = [...without(groupLines(blocks), regions), ...regions]
  for (const part of parts.sort((one, other) => one.start - other.start)) reader.read(part)
  return {
    text,
    origin: [{ start: 0, end: text.length, at: { kind: 'offset', offset: 0 } }],
    tree: treeOf(text, reader.blocks),
    dropped: reader.dropped,
    findings: reader.findings,
  }
}

/**
 * A source from a stranger’s tree: mdast made by remark-parse and remark-gfm with noticeSyntax, from `text`, which has no BOM and LF line
 * ends. The stranger decoded the file; the encoding is told as utf-8.
 */
export function markdownSource(
  tree: Root,
  text: string,
): { readonly source: SourceText; readonly findings: readonly Finding[] } {
  const { findings, ...layOut } = layOutBlocks(markdownBlocks(tree, 0), text)
  const position = placesOf(text)
  return {
    source: { ...layOut, format: 'markdown', encoding: 'utf-8' },
    findings: findings.map((finding) => placed(finding, position)),
  }
}
