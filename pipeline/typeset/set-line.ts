import { closedUp, hasSlack, type Line } from './break-lines.js'
import type { Item } from './items.js'
import type { PageDraft, SetMark } from './set-page.js'

export type Alignment = 'left' | 'center' | 'right' | 'justify'

/** Beyond this, in ems a gap, a line is left short rather than torn apart. */
const widestGap = 0.6

/** Whether blank may be put between two neighbours: not inside a word. */
const stretches = (before: Item, item: Item): boolean =>
  !(before.kind === 'narrow' && item.kind === 'narrow')

function gapsOf(line: Line): number {
  let gaps = 0
  for (let index = line.from + 1; index < line.to; index += 1) {
    const before = line.items[index - 1]
    const item = line.items[index]
    if (before !== undefined && item !== undefined && stretches(before, item)) gaps += 1
  }
  return gaps
}

const blanksOf = (line: Line): number =>
  line.items.slice(line.from, line.to).filter(({ kind }) => kind === 'blank').length

/** Width added to each space to write on: a line that has some is filled by them, its characters stay where they are. */
function widenOf(line: Line, alignment: Alignment): number {
  if (alignment !== 'justify' || line.ends) return 0
  const blanks = blanksOf(line)
  return blanks === 0 ? 0 : Math.max(0, line.room - (line.width - line.endTrim)) / blanks
}

/** Blank added at every gap of a line that is filled to both edges, pt. */
export function stretchOf(line: Line, alignment: Alignment): number {
  if (alignment !== 'justify' || line.ends || blanksOf(line) > 0) return 0
  const rest = line.room - (line.width - line.endTrim)
  const gaps = gapsOf(line)
  if (gaps === 0 || rest <= 0) return 0
  const stretch = rest / gaps
  return stretch <= widestGap * (line.items[line.from]?.size ?? 0) ? stretch : 0
}

const round = (value: number): number => Math.round(value * 1000) / 1000
const fine = (value: number): number => Math.round(value * 10_000) / 10_000

interface Pending {
  readonly x: number
  readonly first: Item
  text: string
  width: number
  count: number
  spacing: number
}

/** Whether an item continues a mark: one look, one glyph a cluster, one spacing. */
function continues(mark: Pending, last: Item, item: Item, gap: number): boolean {
  const { first } = mark
  if (first.face !== item.face || first.size !== item.size || first.colour !== item.colour)
    return false
  if (first.link !== item.link) return false
  if (gap !== 0 && (last.glyphs !== 1 || item.glyphs !== 1)) return false
  return mark.count === 1 || Math.abs(mark.spacing - gap) < 0.0005
}

class LineSetter {
  private pending: Pending | null = null
  constructor(
    private readonly page: PageDraft,
    private readonly y: number,
    private readonly from: string | null,
  ) {}

  add(item: Item, last: Item | null, gap: number, x: number): void {
    const mark = this.pending
    if (mark !== null && last !== null && continues(mark, last, item, gap)) {
      if (mark.count === 1) mark.spacing = gap
      mark.text += item.text
      mark.width = x + item.width - mark.x
      mark.count += 1
      return
    }
    this.flush()
    this.pending = { x, first: item, text: item.text, width: item.width, count: 1, spacing: 0 }
  }

  flush(): void {
    const mark = this.pending
    this.pending = null
    if (mark?.first.face == null) return
    const set: SetMark = {
      x: round(mark.x),
      y: round(this.y),
      text: mark.text,
      face: mark.first.face.id,
      size: mark.first.size,
      colour: mark.first.colour,
      characterSpacing: fine(mark.spacing),
      width: round(mark.width),
      link: mark.first.link,
      from: this.from,
      turn: 0,
    }
    this.page.marks.push(set)
  }

  rule(x: number, width: number, size: number): void {
    this.flush()
    const y = round(this.y + size * 0.12)
    this.page.shapes.push({
      type: 'line',
      x1: round(x),
      y1: y,
      x2: round(x + width),
      y2: y,
      thickness: 0.6,
      colour: 'black',
    })
  }
}

/** Width of full-width spaces at a line’s end: they are not seen, and must not push a centred line aside. */
function endBlankOf({ items, from, to }: Line): number {
  let width = 0
  for (let index = to - 1; index > from && items[index]?.text.trim() === ''; index -= 1)
    width += items[index]?.kind === 'blank' ? 0 : (items[index]?.width ?? 0)
  return width
}

function startOf(line: Line, alignment: Alignment): number {
  const rest = Math.max(0, line.room - line.width + endBlankOf(line))
  if (alignment === 'center') return line.indent + rest / 2
  return alignment === 'right' ? line.indent + rest : line.indent
}

/**
 * Puts a line on a page.
 *
 * @param x left edge of the paragraph, pt
 * @param y baseline, pt from the page’s top
 * @param from key of the text that it shows, null for text of our own
 */
export function setLine(
  page: PageDraft,
  line: Line,
  alignment: Alignment,
  x: number,
  y: number,
  from: string | null,
): void {
  const setter = new LineSetter(page, y, from)
  const stretch = stretchOf(line, alignment)
  const widen = widenOf(line, alignment)
  let at = x + startOf(line, alignment)
  let last: Item | null = null
  for (let index = line.from; index < line.to; index += 1) {
    const item = line.items[index]
    if (item === undefined) continue
    let gap = 0
    if (last !== null) {
      gap = (stretches(last, item) ? stretch : 0) - closedUp(last, item)
      if (line.closeUp > 0 && hasSlack(last, item)) gap -= line.closeUp
    }
    at += gap
    const width = item.kind === 'blank' ? item.width + widen : item.width
    if (item.kind === 'blank') setter.rule(at, width, item.size)
    else setter.add(item, last, gap, at)
    at += width
    last = item
  }
  setter.flush()
}
