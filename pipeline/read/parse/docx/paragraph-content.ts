import type { Element, Nodes } from 'xast'

import type { DropReason } from '../drop-reason.js'
import type { Relationship } from './relationships.js'
import type { Styles } from './styles.js'
import {
  attribute,
  childrenOf,
  chosenForm,
  elementsIn,
  find,
  findAll,
  textIn,
  toggle,
} from './xml.js'

/** Which reading of revisions is taken as the text. */
export type Reading = 'accept' | 'reject'

export interface InlineText {
  readonly text: string
  readonly dropped: DropReason | null
  /** In the text as it would be with all revisions accepted, and with all rejected. */
  readonly accepted: boolean
  readonly rejected: boolean
}

export interface InlineReference {
  readonly kind: 'picture' | 'link'
  readonly label: string
  readonly target: string
}

/** Where a note or a comment is anchored: behind so many texts of its paragraph. */
export interface Anchor {
  readonly kind: 'footnote' | 'endnote' | 'comment' | 'comment-start'
  readonly id: string
  readonly after: number
}

/** What a paragraph of a Word file holds, its number aside. */
export interface ParagraphContent {
  readonly texts: readonly InlineText[]
  readonly references: readonly InlineReference[]
  /** Contents of text boxes anchored in it. */
  readonly boxes: readonly Element[]
  readonly anchors: readonly Anchor[]
  readonly hasRevisions: boolean
}

interface Around {
  readonly inserted: boolean
  readonly deleted: boolean
  readonly moved: boolean
  readonly hidden: boolean | null
}

/** Elements that hold no text of the document: properties, field codes, the small print of ruby. */
const silentNames = new Set(
  'w:pPr w:rPr w:sectPr w:sdtPr w:sdtEndPr w:instrText w:delInstrText w:rt w:footnoteRef w:endnoteRef w:annotationRef w:separator w:continuationSeparator'.split(
    ' ',
  ),
)

/** Elements that stand for a character. */
const characterNames: Readonly<Partial<Record<string, string>>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
}

/** Elements around what was revised. */
const revisionNames: Readonly<Partial<Record<string, Partial<Around>>>> = {
  'w:ins': { inserted: true },
  'w:del': { deleted: true },
  'w:moveTo': { inserted: true, moved: true },
  'w:moveFrom': { deleted: true, moved: true },
}

/** Elements that mark where something beside the text belongs. */
const anchorNames: Readonly<Partial<Record<string, Anchor['kind']>>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
  'w:commentReference': 'comment',
  'w:commentRangeStart': 'comment-start',
}

const drawingNames = new Set(['w:drawing', 'w:pict', 'w:object'])

/** What an element says itself, where it holds text or stands for a character. */
function saidBy(element: Element): string | null {
  if (['w:t', 'w:delText', 'm:t'].includes(element.name)) return spaced(element)
  if (element.name === 'w:sym') return symbol(element)
  return characterNames[element.name] ?? null
}

/** Reads what stands in the paragraphs of one part. Fields may go on from one paragraph to the next, so one reader reads them all, in order. */
export class ParagraphReader {
  /** For each field that is open: do its code’s runs still come (which nobody sees), or its result’s? */
  private readonly fields: ('code' | 'result')[] = []
  private texts: InlineText[] = []
  private references: InlineReference[] = []
  private boxes: Element[] = []
  private anchors: Anchor[] = []
  private hasRevisions = false

  constructor(
    private readonly styles: Styles,
    private readonly relationships: ReadonlyMap<string, Relationship>,
    private readonly reading: Reading,
  ) {}

  read(paragraph: Element): ParagraphContent {
    this.texts = []
    this.references = []
    this.boxes = []
    this.anchors = []
    this.hasRevisions = false
    const style = attribute(find(paragraph, 'w:pPr', 'w:pStyle'))
    const hidden = this.styles.isHidden(style)
    this.visitChildren(paragraph, { inserted: false, deleted: false, moved: false, hidden })
    const { texts, references, boxes, anchors, hasRevisions } = this
    return { texts, references, boxes, anchors, hasRevisions }
  }

  private visitChildren(node: Nodes, around: Around): void {
    for (const child of elementsIn(node)) this.visit(child, around)
  }

  private visit(element: Element, around: Around): void {
    const { name } = element
    if (silentNames.has(name)) return
    const said = saidBy(element)
    const revision = revisionNames[name]
    const anchor = anchorNames[name]
    if (said !== null) this.say(said, around)
    else if (anchor !== undefined) {
      const id = attribute(element, 'w:id') ?? ''
      this.anchors.push({ kind: anchor, id, after: this.texts.length })
    } else if (revision !== undefined) this.revise(element, { ...around, ...revision })
    else if (drawingNames.has(name)) this.drawing(element)
    else if (name === 'w:r') {
      this.visitChildren(element, { ...around, hidden: this.hiddenIn(element, around) })
    } else if (name === 'w:fldChar') this.field(attribute(element, 'w:fldCharType'))
    else if (name === 'mc:AlternateContent') this.visitChildren(chosenForm(element), around)
    else {
      if (name === 'w:hyperlink') this.link(element)
      this.visitChildren(element, around)
    }
  }

  private revise(element: Element, around: Around): void {
    this.hasRevisions = true
    this.visitChildren(element, around)
  }

  private hiddenIn(run: Element, around: Around): boolean | null {
    const properties = find(run, 'w:rPr')
    return (
      toggle(find(properties, 'w:vanish')) ??
      this.styles.isHidden(attribute(find(properties, 'w:rStyle'))) ??
      around.hidden
    )
  }

  private say(text: string, around: Around): void {
    if (text === '') return
    // Text among the code of a field is not shown. A field that was never closed would swallow the rest without a word, so it is dropped, and told.
    const hidden = around.hidden === true || this.fields.includes('code')
    const accepted = !around.deleted && !hidden
    const rejected = !around.inserted && !hidden
    const dropped = this.reasonAgainst({ ...around, hidden })
    this.texts.push({ text, dropped, accepted, rejected })
  }

  private reasonAgainst(around: Around): DropReason | null {
    const leavesOut = this.reading === 'accept' ? around.deleted : around.inserted
    if (leavesOut) {
      if (around.moved) return 'moved'
      return this.reading === 'accept' ? 'deleted' : 'inserted'
    }
    return around.hidden === true ? 'hidden' : null
  }

  private field(type: string | null): void {
    if (type === 'begin') this.fields.push('code')
    else if (type === 'separate' && this.fields.length > 0) {
      this.fields[this.fields.length - 1] = 'result'
    } else if (type === 'end') this.fields.pop()
  }

  private targetOf(id: string | null): string {
    return (id === null ? undefined : this.relationships.get(id)?.target) ?? ''
  }

  private link(element: Element): void {
    const target = this.targetOf(attribute(element, 'r:id'))
    const label = findAll(element, 'w:t').map(textIn).join('')
    if (target !== '') this.references.push({ kind: 'link', label, target })
  }

  /** A drawing is a text box, whose text is read, or something that must be looked at. */
  private drawing(element: Element): void {
    const boxes = boxesIn(element)
    this.boxes.push(...boxes)
    const blips = [...findAll(element, 'a:blip'), ...findAll(element, 'v:imagedata')]
    const label =
      attribute(findAll(element, 'wp:docPr')[0] ?? null, 'descr') ??
      attribute(findAll(element, 'v:textpath')[0] ?? null, 'string') ??
      attribute(findAll(element, 'o:OLEObject')[0] ?? null, 'ProgID') ??
      ''
    const targets = blips.map((blip) =>
      this.targetOf(
        attribute(blip, 'r:embed') ?? attribute(blip, 'r:link') ?? attribute(blip, 'r:id'),
      ),
    )
    const isFigure =
      findAll(element, 'c:chart').length > 0 ||
      findAll(element, 'dgm:relIds').length > 0 ||
      label !== ''
    if (targets.length === 0 && isFigure && boxes.length === 0) targets.push(element.name)
    for (const target of targets) this.references.push({ kind: 'picture', label, target })
  }
}

/** Contents of the text boxes in a drawing, of two forms of one box the first. */
function boxesIn(element: Element): readonly Element[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === 'w:txbxContent') return [child]
    return boxesIn(child.name === 'mc:AlternateContent' ? chosenForm(child) : child)
  })
}

/** The text of a w:t: blanks at its ends count only where it says so. */
function spaced(element: Element): string {
  const text = childrenOf(element)
    .map(textIn)
    .join('')
    .replace(/[\r\n]+/g, ' ')
  return attribute(element, 'xml:space') === 'preserve'
    ? text
    : text.replace(/^[ \t]+|[ \t]+$/g, '')
}

function symbol(element: Element): string {
  const code = Number.parseInt(attribute(element, 'w:char') ?? '', 16)
  return Number.isNaN(code) || code === 0 || code > 0xffff ? '' : String.fromCharCode(code)
}
