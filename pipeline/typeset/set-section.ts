import {
  assertNever,
  type FlowBlock,
  type FlowSection,
  type JointMarkBlock,
  type Run,
  type SignersBlock,
  type TextBlock,
} from '../model/index.js'
import { blockKey, partKey, textOfRuns } from './flow-texts.js'
import { plainRun } from './items.js'
import { setFoot } from './page-furniture.js'
import { Paginator, type Penalty, type Unit } from './paginate.js'
import { setAttachmentNote } from './set-attachment-note.js'
import { setBars } from './set-bars.js'
import { setFigures } from './set-figures.js'
import { setHead, type HeadLine } from './set-head.js'
import { setImprint } from './set-imprint.js'
import type { PageDraft } from './set-page.js'
import { lineUnits, linesOf } from './set-paragraph.js'
import { setSignature } from './set-signature.js'
import { setStamp } from './set-stamp.js'
import { setTable } from './set-table.js'
import type { Setting } from './setting.js'
import { tableModel } from './table-model.js'

/** Blocks between the text and who signs it, which stay with it. */
const belongsToSignature = new Set<FlowBlock['type']>([
  'attachmentNote',
  'space',
  'signature',
  'stamp',
])

/** Whether a block is the text that a signature’s page has to bear. GB/T 9704-2012, 7.3.5.5. */
function leadsToSignature(blocks: readonly FlowBlock[], index: number): boolean {
  for (let next = index + 1; next < blocks.length; next += 1) {
    const block = blocks[next]
    if (block === undefined || !belongsToSignature.has(block.type)) return false
    if (block.type === 'signature' || block.type === 'stamp') return true
  }
  return false
}

/** What the first page has to show some of. GB/T 9704-2012, 7.3.3. */
const textStyles = new Set<TextBlock['style']>([
  'body',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
])

const isNote = (block: FlowBlock): boolean => block.type === 'text' && block.style === 'note'

class SectionSetter {
  private readonly paginator: Paginator
  /** Empty space asked for by `space` blocks, for the next unit. */
  private space = 0
  private keep: Penalty = 0

  constructor(
    private readonly setting: Setting,
    private readonly section: FlowSection,
    private readonly index: number,
  ) {
    this.paginator = new Paginator(setting.area, section.form !== 'plain')
  }

  run(head: readonly HeadLine[]): readonly PageDraft[] {
    const set = setHead(this.setting, this.section, this.index, head)
    if (set === null) for (const line of head) this.headLine(line)
    else this.paginator.add(set.unit)
    const inHead = set?.count ?? 0
    this.section.blocks.forEach((block, index) => {
      if (index >= inHead || block.type === 'foot') this.block(block, index)
    })
    return this.paginator.end()
  }

  private headLine({ key, text }: HeadLine): void {
    const style = { ...this.setting.text('attachmentLabel'), before: 0, after: 0 }
    const lines = linesOf(this.setting, [plainRun(text)], style, this.setting.width)
    const options = { from: key, whole: true, breakBefore: 0, onFirst: () => undefined } as const
    for (const unit of lineUnits(lines, style, 'left', options)) this.paginator.add(unit)
  }

  private add(units: readonly Unit[]): void {
    units.forEach((unit, index) => {
      if (index > 0 || this.space === 0) this.paginator.add(unit)
      else if (this.paginator.isFresh && this.paginator.pages.length === 0) {
        // At the head of a section, empty lines are wanted; at the head of a later page they are swallowed.
        const { space } = this
        const empty = { slack: 0, before: 0, after: 0, draw: () => undefined } as const
        this.paginator.add({ ...empty, height: space, breakBefore: 0 })
        this.paginator.add(unit)
      } else this.paginator.add({ ...unit, before: Math.max(unit.before, this.space) })
    })
    if (units.length > 0) this.space = 0
  }

  /** All that belongs to a signature from its first block on, and the note below it; empty spaces in the units’ own. */
  private signatureUnits(from: number): readonly Unit[] {
    const units: Unit[] = []
    let space = 0
    for (let index = from; index < this.section.blocks.length; index += 1) {
      const block = this.section.blocks[index]
      if (block === undefined || !(belongsToSignature.has(block.type) || isNote(block))) break
      if (block.type === 'space') space = block.lines * this.setting.text('body').pitch
      else {
        const [first, ...others] = this.unitsOf(block, index)
        if (first !== undefined)
          units.push({ ...first, before: Math.max(first.before, space) }, ...others)
        space = 0
      }
    }
    return units
  }

  private unitsOf(block: FlowBlock, index: number): readonly Unit[] {
    const key = blockKey(this.index, index)
    if (block.type === 'attachmentNote') return setAttachmentNote(this.setting, block, key, 0)
    if (block.type === 'signature') return setSignature(this.setting, block, key)
    if (block.type === 'stamp') return setStamp(this.setting, block, key)
    return block.type === 'text' ? this.text(block, index, key) : []
  }

  /** The first of the blocks that a signature takes with it. */
  private opensSignature(index: number): boolean {
    const [before, block] = [this.section.blocks[index - 1], this.section.blocks[index]]
    if (before === undefined || block === undefined) return false
    return (
      belongsToSignature.has(block.type) &&
      !belongsToSignature.has(before.type) &&
      this.beforeSignature(index - 1)
    )
  }

  private block(block: FlowBlock, index: number): void {
    const key = blockKey(this.index, index)
    const { setting, keep } = this
    if (this.opensSignature(index)) this.paginator.makeRoomForSignature(this.signatureUnits(index))
    switch (block.type) {
      case 'text':
        this.add(this.text(block, index, key))
        break
      case 'table':
        setTable(setting, this.paginator, tableModel(setting, block, key), keep)
        break
      case 'bars':
        this.add(setBars(setting, block, key, keep))
        break
      case 'figures':
        this.add(setFigures(setting, block, key, keep))
        break
      case 'rule':
        this.add([ruleUnit(setting, block.thickness, block.colour, keep)])
        break
      case 'attachmentNote':
        this.add(setAttachmentNote(setting, block, key, this.beforeSignature(index) ? 3 : keep))
        break
      case 'signature':
        this.add(setSignature(setting, block, key))
        this.paginator.endSignature()
        break
      case 'stamp':
        this.add(setStamp(setting, block, key))
        this.paginator.endSignature()
        break
      case 'jointMark':
      case 'signers':
        this.add(this.plain(block, key))
        break
      case 'imprint': {
        const { height, draw, rows } = setImprint(setting, block, key)
        if (height > this.paginator.capacity) this.add(rows)
        else this.paginator.addAtFoot(height, setting.text('body').pitch, draw)
        break
      }
      case 'foot':
        this.paginator.drawOnPage((page) => setFoot(setting, page, block.runs, key))
        return
      case 'space':
        this.space = Math.max(this.space, block.lines * setting.text('body').pitch)
        return
      default:
        assertNever(block)
    }
    this.keep = this.keepAfter(block, index)
  }

  private beforeSignature(index: number): boolean {
    return leadsToSignature(this.section.blocks, index)
  }

  /** How ill a page ends after a block. */
  private keepAfter(block: FlowBlock, index: number): Penalty {
    if (block.type === 'text') return block.keepWithNext ? 3 : 0
    const next = this.section.blocks[index + 1]
    const signs = block.type === 'signature' || block.type === 'stamp'
    // A note stays with the date above it; a paper that follows need not.
    return signs && next !== undefined && isNote(next) ? 3 : 0
  }

  /** Pieces of a head where no head is: lines like any other, nothing of them lost. */
  private plain(block: JointMarkBlock | SignersBlock, key: string): readonly Unit[] {
    const texts: readonly (readonly [string, readonly Run[]])[] =
      block.type === 'jointMark'
        ? [
            ...block.issuers.map(
              (name, at) => [partKey(key, 'issuer', at), [plainRun(name)]] as const,
            ),
            ...(block.suffix === null
              ? []
              : [[partKey(key, 'suffix', 0), [plainRun(block.suffix)]] as const]),
          ]
        : [
            [partKey(key, 'number', 0), block.number] as const,
            ...block.names.map((name, at) => [partKey(key, 'name', at), [plainRun(name)]] as const),
          ]
    const style = this.setting.text(block.type === 'jointMark' ? 'masthead' : 'number')
    const options = { whole: true, breakBefore: this.keep, onFirst: () => undefined } as const
    return texts.flatMap(([from, runs]) =>
      lineUnits(linesOf(this.setting, runs, style, this.setting.width), style, style.align, {
        ...options,
        from,
      }),
    )
  }

  private text(block: TextBlock, index: number, key: string): readonly Unit[] {
    const { setting } = this
    const style = setting.text(block.style)
    const lines = linesOf(setting, block.runs, style, setting.width)
    const isText = textStyles.has(block.style)
    const title = textOfRuns(block.runs).replace(/\s+/g, ' ').trim()
    const units = lineUnits(lines, style, style.align, {
      from: key,
      whole: block.keepWithNext || style.balance,
      breakBefore: this.keep,
      onFirst: (page, y) => {
        if (block.outline !== null) page.bookmarks.push({ level: block.outline, title, y })
        if (block.anchor !== null) page.anchors.push({ name: block.anchor, y })
      },
    }).map((unit): Unit => ({ ...unit, isText }))
    if (!this.beforeSignature(index) || units.length < 2) return units
    // Two lines of text go with the signature, not one.
    return units.map((unit, at) => (at === units.length - 1 ? { ...unit, breakBefore: 3 } : unit))
  }
}

function ruleUnit(
  setting: Setting,
  thickness: number,
  colour: 'black' | 'red' | 'grey' | 'white',
  breakBefore: Penalty,
): Unit {
  return {
    height: thickness,
    slack: 0,
    before: 4,
    after: 6,
    breakBefore: breakBefore === 0 ? 2 : breakBefore,
    draw: (page, x, y) =>
      page.shapes.push({
        type: 'line',
        x1: x,
        x2: x + setting.width,
        y1: y + thickness / 2,
        y2: y + thickness / 2,
        thickness,
        colour,
      }),
  }
}

/** Sets a section on pages of its own, without page numbers and marks of the whole document. At least one page. */
export function setSection(
  setting: Setting,
  section: FlowSection,
  index: number,
  head: readonly HeadLine[],
): readonly PageDraft[] {
  return new SectionSetter(setting, section, index).run(head)
}
