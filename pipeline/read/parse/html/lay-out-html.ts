import type { Element, Nodes } from 'hast'

import type { OriginRun, Span } from '../../../model/index.js'
import { BlockWriter, type HeadingDepth } from '../block-writer.js'
import type { DropReason } from '../drop-reason.js'
import type { Reference } from '../reference.js'
import {
  attributeOf,
  childrenOf,
  isBlock,
  isElement,
  isHidden,
  placeIn,
  textOf,
} from './element.js'
import type { SetApart } from './find-document.js'
import type { FileRun, FileText } from './file-text.js'
import { htmlRows, isDataTable, type HtmlCell } from './html-table.js'
import { InlineBuffer } from './inline-buffer.js'
import type { Measures } from './measure.js'

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
  readonly writer = new BlockWriter()
  readonly references: Reference[] = []
  private readonly buffer = new InlineBuffer()
  private depth: HeadingDepth | null = null
  private preserved = false

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
    if (node.type === 'text') this.text(node.value, placeIn(node))
    else if (node.type === 'comment') this.comment(node.value, placeIn(node))
    else if (isElement(node)) this.visitElement(node)
    else this.visitChildren(node)
  }

  private visitElement(element: Element): void {
    const reason = this.reasonAgainst(element)
    if (isElement(element, ...frameNames, 'a')) this.link(element)
    if (reason !== null) this.drop(element, reason)
    else if (isElement(element, 'br')) this.lineBreak(element)
    else if (isElement(element, ...pictureNames)) this.picture(element)
    else if (!this.writer.isInCell && isDataTable(element, this.measures)) this.table(element)
    else if (isBlock(element)) this.block(element)
    else this.visitChildren(element)
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
    if (heading !== undefined) this.depth = Number(heading) as HeadingDepth
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
    if (!isElement(child, 'li') || this.reasonAgainst(child) !== null) {
      this.visit(child)
      return
    }
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
    if (this.buffer.isLineEmpty && !this.writer.isInCell) this.flush()
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
    this.references.push({
      kind: 'picture',
      label,
      target,
      file: placeIn(element),
      ...this.writer.here(),
    })
    if (this.writer.isInCell) return
    this.flush()
    this.writer.image(target, label)
  }

  /** A link or a frame: what it leads to may be an annex. */
  private link(element: Element): void {
    const [target = ''] = ['href', 'src', 'data']
      .map((name) => attributeOf(element, name))
      .filter((each) => each !== '')
    if (target === '' || target.startsWith('#') || /^javascript:/i.test(target)) return
    const label = textOf(element, 200).trim() || attributeOf(element, 'title')
    const file = placeIn(element)
    this.references.push({ kind: 'link', label, target, file, ...this.writer.here() })
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
      if (isElement(node, 'a')) this.link(node)
      this.drop(node, codeNames[node.tagName] ?? reason)
    }
  }

  private dropText(node: Extract<Nodes, { value: string }>, reason: DropReason): void {
    const { start, end } = placeIn(node)
    const trimmed = node.value.trim()
    this.buffer.drop(this.file.runWithin(trimmed, start, end), reason)
  }

  /** Ends the block at hand: what was collected is written. */
  private flush(): void {
    const runs = this.buffer.take()
    this.writer.paragraph(
      runs.map((run) => ({ text: run.text, at: originOf(run), dropped: run.dropped })),
      this.depth,
    )
  }

  private table(element: Element): void {
    this.flush()
    for (const child of childrenOf(element)) {
      if (isElement(child, 'caption')) this.visit(child)
    }
    this.writer.table(htmlRows(element), (cell) => this.cell(cell))
  }

  private cell({ element }: HtmlCell): void {
    const reason = this.reasonAgainst(element)
    if (reason === null) this.visitChildren(element)
    else this.drop(element, reason)
    this.flush()
  }
}
