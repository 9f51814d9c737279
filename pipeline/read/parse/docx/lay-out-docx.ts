import type { Element, Nodes } from 'xast'

import { assertNever, type Span } from '../../../model/index.js'
import { BlockWriter, type BlockRun } from '../block-writer.js'
import type { DropReason } from '../drop-reason.js'
import type { Reference } from '../reference.js'
import { isDataTable, readDocxTable, type DocxCell, type DocxTable } from './docx-table.js'
import type { Numberings } from './numbering.js'
import {
  ParagraphReader,
  type Anchor,
  type InlineReference,
  type InlineText,
  type Reading,
} from './paragraph-content.js'
import type { Relationship } from './relationships.js'
import { numberReferenceIn, type Styles } from './styles.js'
import { attribute, chosenForm, elementsIn, find, integer } from './xml.js'

/** A place where revisions were neither accepted nor rejected, with both readings. */
export interface Revision extends Span {
  readonly accepted: string
  readonly rejected: string
}

/** What a part of a Word file is read with. */
export interface DocxContext {
  readonly part: string
  readonly styles: Styles
  readonly numberings: Numberings
  readonly relationships: ReadonlyMap<string, Relationship>
  readonly reading: Reading
}

/** What is remembered of a paragraph whose mark is not in the chosen reading: it goes on in the next one. */
interface Carried {
  readonly runs: readonly BlockRun[]
  readonly anchors: readonly Anchor[]
  readonly revised: boolean
  readonly accepted: string
  readonly rejected: string
}

/** Elements around paragraphs and tables that change nothing of them. */
const wrapperNames = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo'])

/** Characters before the mark of a note that show where it stands. */
const context = 8

const nothingCarried: Carried = {
  runs: [],
  anchors: [],
  revised: false,
  accepted: '',
  rejected: '',
}

/** Lays out a Word file’s document in reading order: paragraphs with their numbers, tables cell by cell, text boxes after the paragraph they are anchored in. */
export class DocxLayOut {
  readonly references: Reference[] = []
  readonly revisions: Revision[] = []
  readonly unknownFormats = new Set<string>()
  readonly undefinedNumbers: Span[] = []
  readonly boxes: Span[] = []
  /** What notes and comments are about, by kind and id: the characters before their mark, or those that a comment encloses. */
  readonly anchored = new Map<string, Span>()
  private readonly paragraphs: ParagraphReader
  private paragraph = -1
  private carried = nothingCarried
  private dropping: DropReason | null = null

  constructor(
    readonly writer: BlockWriter,
    private readonly context: DocxContext,
  ) {
    this.paragraphs = new ParagraphReader(context.styles, context.relationships, context.reading)
  }

  /** Lays out all under an element: the body, a text box. */
  layOut(parent: Element): void {
    this.visitAll(parent)
    this.finishCarried()
  }

  /** Lays out what is no part of the text: notes, headers, comments. */
  layOutDropped(parent: Element, reason: DropReason): void {
    const before = this.dropping
    this.dropping = reason
    this.layOut(parent)
    this.dropping = before
  }

  private visit(element: Element): void {
    if (element.name === 'w:p') this.readParagraph(element)
    else if (element.name === 'w:tbl') this.readTable(element)
    else if (element.name === 'w:altChunk') this.embedded(element)
    else if (element.name === 'mc:AlternateContent') this.visitAll(chosenForm(element))
    else if (wrapperNames.has(element.name)) this.visitAll(element)
  }

  private visitAll(parent: Element): void {
    for (const child of elementsIn(parent)) this.visit(child)
  }

  private readParagraph(element: Element): void {
    this.paragraph += 1
    const properties = find(element, 'w:pPr')
    const style = attribute(find(properties, 'w:pStyle'))
    const at = { kind: 'docx', part: this.context.part, paragraph: this.paragraph } as const
    const content = this.paragraphs.read(element)
    const isContents = this.context.styles.isContents(style)
    const reason = this.dropping ?? (isContents ? 'contents' : null)
    const own = content.texts.map(({ text, dropped }): BlockRun => ({
      text,
      at,
      dropped: reason ?? dropped,
    }))
    const before = this.carried
    const markRevised = ['w:ins', 'w:del'].some((name) => find(properties, 'w:rPr', name) !== null)
    const goesOn = find(properties, 'w:rPr', this.context.reading === 'accept' ? 'w:del' : 'w:ins')
    this.carried = {
      runs: [...before.runs, ...own],
      anchors: [
        ...before.anchors,
        ...content.anchors.map((each) => ({ ...each, after: before.runs.length + each.after })),
      ],
      revised: before.revised || content.hasRevisions || markRevised,
      accepted: before.accepted + said(content.texts, 'accepted'),
      rejected: before.rejected + said(content.texts, 'rejected'),
    }
    if (goesOn === null) this.writeCarried(properties, style)
    if (this.dropping === null) this.readReferences(content.references)
    for (const box of content.boxes) this.readBox(box)
  }

  /** Writes what was collected as one paragraph, numbered as the last of the paragraphs that were joined to it. */
  private writeCarried(properties: Element | null, style: string | null): void {
    const { runs, anchors, revised, accepted, rejected } = this.carried
    this.carried = nothingCarried
    const number = this.isGone(runs) ? null : this.numberOf(properties, style)
    const depth = this.context.styles.headingDepth(style, integer(find(properties, 'w:outlineLvl')))
    const { start: before } = this.writer.here()
    const all = number === null ? runs : [number, ...runs]
    this.writer.paragraph(all, depth)
    const start = before + (/^[\n\t]*/.exec(this.writer.reading.since(before))?.[0].length ?? 0)
    for (const anchor of anchors) {
      const after = anchor.after + all.length - runs.length
      this.anchor(anchor, start, start + lengthOf(all.slice(0, after)))
    }
    if (revised && accepted !== rejected) {
      this.revisions.push({ accepted, rejected, start, end: this.writer.here().end })
    }
  }

  private anchor({ kind, id }: Anchor, start: number, at: number): void {
    const begun = this.anchored.get(`comment-start ${id}`)?.start
    const from = kind === 'comment' && begun !== undefined ? begun : Math.max(start, at - context)
    const span = { start: kind === 'comment-start' ? at : Math.min(from, at), end: at }
    this.anchored.set(`${kind} ${id}`, span)
  }

  private readReferences(references: readonly InlineReference[]): void {
    for (const reference of references) {
      this.references.push({ ...reference, ...this.writer.here() })
      if (reference.kind === 'picture') this.writer.image(reference.target, reference.label)
    }
  }

  private finishCarried(): void {
    if (this.carried.runs.length > 0) this.writeCarried(null, null)
  }

  /** A paragraph whose text is all left out is not numbered: Word does not show it. */
  private isGone(runs: readonly BlockRun[]): boolean {
    return runs.length > 0 && runs.every(({ dropped }) => dropped !== null)
  }

  private numberOf(properties: Element | null, style: string | null): BlockRun | null {
    const own = numberReferenceIn(properties)
    const inherited = this.context.styles.numberOf(style)
    const numId = own?.numId ?? inherited?.numId ?? null
    if (numId === null || numId === 0) return null
    const { numberings } = this.context
    const bound = inherited === null ? null : numberings.levelOfStyle(numId, inherited.style)
    const level = own?.level ?? bound ?? inherited?.level ?? 0
    const label = numberings.next(numId, level)
    if (label === null) {
      this.undefinedNumbers.push(this.writer.here())
      return null
    }
    if (label.unknownFormat !== null) this.unknownFormats.add(label.unknownFormat)
    return { text: label.text, at: { kind: 'generated' }, dropped: this.dropping }
  }

  private readBox(box: Element): void {
    const { start } = this.writer.here()
    this.layOut(box)
    if (this.dropping === null) this.boxes.push({ start, end: this.writer.here().end })
  }

  private embedded(element: Element): void {
    const id = attribute(element, 'r:id') ?? ''
    const target = this.context.relationships.get(id)?.target ?? ''
    this.references.push({ kind: 'link', label: target, target, ...this.writer.here() })
  }

  private readTable(element: Element): void {
    this.finishCarried()
    const table = readDocxTable(element, this.context.reading)
    if (this.dropping !== null || this.writer.isInCell || !isDataTable(table)) this.readFrame(table)
    else this.writer.table(table.rows, (cell) => this.readCell(cell))
    for (const { row, reason } of table.dropped) this.layOutDroppedRow(row, reason)
    if (table.hasRevisions) this.tellRows(element)
  }

  private readFrame(table: DocxTable): void {
    for (const cell of table.rows.flat()) this.readCell(cell)
  }

  private readCell({ element, covered }: DocxCell): void {
    if (element !== null) this.layOut(element)
    for (const cell of covered) this.layOutDropped(cell, 'hidden')
  }

  private layOutDroppedRow(row: Element, reason: DropReason): void {
    for (const cell of elementsIn(row, 'w:tc')) this.layOutDropped(cell, reason)
  }

  /** Rows that were inserted or deleted as a whole, as lines of their text. */
  private tellRows(table: Element): void {
    for (const row of elementsIn(table, 'w:tr')) {
      const inserted = find(row, 'w:trPr', 'w:ins') !== null
      const deleted = find(row, 'w:trPr', 'w:del') !== null
      if (!inserted && !deleted) continue
      const text = elementsIn(row, 'w:tc').map(plainText).join(' ')
      this.revisions.push({
        accepted: deleted ? '' : text,
        rejected: inserted ? '' : text,
        ...this.writer.here(),
      })
    }
  }
}

/** Characters that runs take up in the reading text; blank ones that are left out take none. */
function lengthOf(runs: readonly BlockRun[]): number {
  return runs.reduce(
    (sum, { text, dropped }) => sum + (dropped === null || /\S/.test(text) ? text.length : 0),
    0,
  )
}

function said(texts: readonly InlineText[], reading: 'accepted' | 'rejected'): string {
  return texts.map((each) => (each[reading] ? each.text : '')).join('')
}

/** All text under an element, deleted or not. */
function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'cdata':
      return node.value
    case 'element':
    case 'root':
      return node.children.map(plainText).join('')
    case 'comment':
    case 'doctype':
    case 'instruction':
      return ''
    default:
      return assertNever(node)
  }
}
