import type { Element, Nodes } from 'hast'

import type { Dropped, OriginRun, Piece, Span } from '../../../model/index.js'
import type { DropReason } from '../drop-reason.js'
import { ReadingText } from '../reading-text.js'
import type { Reference } from '../reference.js'
import type { BlockDraft, CellDraft, LeafDraft } from '../tree-of.js'
import { attributeOf, childrenOf, isBlock, isElement, isHidden, placeIn, textOf } from './element.js'
import type { SetApart } from './find-document.js'
import type { FileRun, FileText } from './file-text.js'
import { htmlRows, isDataTable, type HtmlCell } from './html-table.js'
import { InlineBuffer, type InlineRun } from './inline-buffer.js'
import type { Measures } from './measure.js'

type Heading = Extract<BlockDraft, { type: 'heading' }>

/** Elements that show what no text says, or hold a file of their own. */
const pictureNames = ['img', 'svg', 'canvas', 'video', 'audio', 'picture']
const frameNames = ['iframe', 'embed', 'object', 'frame']
const codeNames: Readonly<Partial<Record<string, DropReason>>> = {
  script: 'script',
  noscript: 'script',
  template: 'script',
  style: 'style',
  head: 'page-chrome',
}

function originOf(run: FileRun): OriginRun['at'] {
  return run.text.length === run.end - run.start
    ? { kind: 'offset', offset: run.start }
    : { kind: 'generated' }
}

/** Lays a page out as a reader meets it: block by block, tables cell by cell, what is dropped where it stands. */
export class HtmlLayOut {
  readonly reading = new ReadingText()
  readonly blocks: BlockDraft[] = []
  readonly dropped: Dropped[] = []
  readonly references: Reference[] = []
  private readonly buffer = new InlineBuffer()
  private depth: Heading['depth'] | null = null
  private preserved = false
  /** Within a cell blocks become lines of it. */
  private cell: Piece[] | null = null

  constructor(
    private readonly file: FileText,
    private readonly apart: SetApart,
    private readonly measures: Measures,
  ) {}

  /** Lays out a node and all under it. */
  layOut(node: Nodes): void {
    this.visit(node)
    this.flush()
  }

  private visit(node: Nodes): void {
    if (node.type === 'text') return this.text(node.value, placeIn(node))
    if (node.type === 'comment') return this.comment(node.value, placeIn(node))
    if (!isElement(node)) return this.visitChildren(node)
    const reason = this.reasonAgainst(node)
    if (reason !== null) return this.drop(node, reason)
    if (isElement(node, 'br')) return this.lineBreak(node)
    if (isElement(node, ...pictureNames)) return this.picture(node)
    if (isElement(node, ...frameNames)) this.link(node, attributeOf(node, 'src') || attributeOf(node, 'data'))
    if (isElement(node, 'a')) this.link(node, attributeOf(node, 'href'))
    if (isElement(node, 'table') && this.cell === null && isDataTable(node, this.measures)) {
      return this.table(node)
    }
    if (isBlock(node)) this.block(node)
    else this.visitChildren(node)
  }

  private visitChildren(node: Nodes): void {
    for (const child of childrenOf(node)) this.visit(child)
  }

  private reasonAgainst(element: Element): DropReason | null {
    if (this.apart.kept.has(element)) return null
    const apart = this.apart.dropped.get(element)
    if (apart !== undefined) return apart
    return codeNames[element.tagName] ?? (isHidden(element) ? 'hidden' : null)
  }

  private block(element: Element): void {
    this.flush()
    const before = { depth: this.depth, preserved: this.preserved }
    const heading = /^h([1-6])$/.exec(element.tagName)?.[1]
    if (heading !== undefined) this.depth = Number(heading) as Heading['depth']
    if (element.tagName === 'pre') this.preserved = true
    if (element.tagName === 'ol') this.numberedList(element)
    else this.visitChildren(element)
    this.flush()
    this.depth = before.depth
    this.preserved = before.preserved
  }

  /** A list shows numbers that the file holds nowhere, unless its items have theirs in the text. */
  private numberedList(list: Element): void {
    let number = Number.parseInt(attributeOf(list, 'start') || '1', 10)
    const isBare = /list-style(?:-type)?\s*:\s*none/i.test(attributeOf(list, 'style'))
    for (const child of list.children) {
      const hasOwn = /^[\s\u3000]*[（(]?[\d一二三四五六七八九十①-⑳]/u.test(textOf(child, 40))
      if (isElement(child, 'li') && !isBare && !hasOwn && this.reasonAgainst(child) === null) {
        this.flush()
        this.buffer.addGenerated(`${number}.`, placeIn(child).start)
      }
      if (isElement(child, 'li')) number += 1
      this.numberedItem(child)
    }
  }

  private numberedItem(child: Nodes): void {
    if (!isElement(child, 'li') || this.reasonAgainst(child) !== null) return this.visit(child)
    this.visitChildren(child)
    this.flush()
  }

  private text(value: string, place: Span): void {
    for (const run of this.file.runsOf(value, place.start, place.end)) {
      this.buffer.addText(run, this.preserved)
    }
  }

  private comment(value: string, place: Span): void {
    this.buffer.drop(this.file.runWithin(value, place.start, place.end), 'comment')
  }

  /** A break after an empty line ends the paragraph, as an empty line does in plain text. */
  private lineBreak(element: Element): void {
    if (this.buffer.isLineEmpty && this.cell === null) this.flush()
    else this.buffer.addBreak(placeIn(element))
  }

  private picture(element: Element): void {
    const target = attributeOf(element, 'src')
    const label = attributeOf(element, 'alt')
    // Spacers and icons say nothing: a picture of a few pixels holds no text.
    const isTiny = [attributeOf(element, 'width'), attributeOf(element, 'height')].some(
      (size) => size !== '' && Number.parseInt(size, 10) < 24,
    )
    if (isTiny || isHidden(element)) return
    this.references.push({ kind: 'picture', label, target, file: placeIn(element), ...this.here() })
    if (this.cell !== null) return
    this.flush()
    this.blocks.push({ type: 'image', url: target, alt: label, ...this.here() })
  }

  private link(element: Element, target: string): void {
    if (target === '' || target.startsWith('#') || /^javascript:/i.test(target)) return
    const label = textOf(element, 200).trim() || attributeOf(element, 'title')
    this.references.push({ kind: 'link', label, target, file: placeIn(element), ...this.here() })
  }

  private here(): Span {
    return { start: this.reading.end, end: this.reading.end }
  }

  /** Sets the text of an element apart, but for what within it is part of the document. */
  private drop(element: Element, reason: DropReason): void {
    if (isBlock(element)) this.flush()
    for (const child of childrenOf(element)) this.dropNode(child, reason)
    if (isBlock(element)) this.flush()
  }

  private dropNode(node: Nodes, reason: DropReason): void {
    if (node.type === 'text') this.dropText(node, reason)
    else if (node.type === 'comment') this.dropText(node, 'comment')
    else if (isElement(node) && this.apart.kept.has(node)) {
      this.flush()
      this.visit(node)
      this.flush()
    } else if (isElement(node)) {
      // An annex is often linked from a box beside the document.
      if (isElement(node, 'a')) this.link(node, attributeOf(node, 'href'))
      this.drop(node, codeNames[node.tagName] ?? reason)
    }
  }

  private dropText(node: Extract<Nodes, { value: string }>, reason: DropReason): void {
    const { start, end } = placeIn(node)
    const trimmed = node.value.trim()
    this.buffer.drop(this.file.runWithin(trimmed, start, end), reason)
  }

  /** Ends the block at hand: what was collected goes into the reading text. Within a cell it becomes a line of the cell. */
  private flush(): void {
    const runs = this.buffer.take()
    if (runs.length === 0) return
    const says = runs.some((run) => run.dropped === null && /\S/.test(run.text))
    const { start } = this.here()
    this.reading.separate('\n')
    const separator = { start, end: this.reading.end, text: '\n' }
    const leaf = this.write(runs, says)
    if (!says || leaf === null) return
    if (this.cell !== null) {
      if (this.cell.length > 0) this.cell.push(separator)
      this.cell.push(...leaf.pieces)
    } else if (this.depth !== null) this.blocks.push({ type: 'heading', depth: this.depth, ...leaf })
    else this.blocks.push({ type: 'paragraph', ...leaf })
  }

  private write(runs: readonly InlineRun[], says: boolean): LeafDraft | null {
    const pieces: Piece[] = []
    for (const run of runs) {
      if (run.dropped === null && !says) continue
      const span = this.reading.append(run.text, originOf(run))
      if (run.dropped === null) pieces.push({ ...span, text: run.text })
      else this.dropped.push({ span, reason: run.dropped })
    }
    const first = pieces[0]
    const last = pieces.at(-1)
    return first && last ? { pieces, start: first.start, end: last.end } : null
  }

  private table(element: Element): void {
    this.flush()
    for (const child of childrenOf(element)) {
      if (isElement(child, 'caption')) this.visit(child)
    }
    const rows = htmlRows(element)
    const { start } = this.here()
    const drafts = rows.map((row) => row.map((cell, index) => this.tableCell(cell, index)))
    const filled = drafts.flat().filter(({ pieces }) => pieces.length > 0)
    const from = filled[0]?.start ?? start
    this.blocks.push({
      type: 'table',
      rows: drafts,
      start: from,
      end: Math.max(from, filled.at(-1)?.end ?? from),
    })
  }

  private tableCell(cell: HtmlCell, index: number): CellDraft {
    this.reading.separate(index === 0 ? '\n' : '\t')
    const { rowSpan, colSpan, header } = cell
    const pieces: Piece[] = []
    this.cell = pieces
    const place = this.here()
    this.cellContent(cell.element)
    this.cell = null
    const start = pieces[0]?.start ?? place.start
    return { pieces, start, end: pieces.at(-1)?.end ?? start, rowSpan, colSpan, header }
  }

  private cellContent(element: Element): void {
    const reason = this.reasonAgainst(element)
    if (reason === null) this.visitChildren(element)
    else this.drop(element, reason)
    this.flush()
  }
}
