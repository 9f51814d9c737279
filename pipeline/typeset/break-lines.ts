import { breakPoints, type BreakPoint } from './break-points.js'
import type { Item } from './items.js'

/** A line: the items `from` to `to` (not included), spaces at its ends left out. Lengths in pt. */
export interface Line {
  readonly items: readonly Item[]
  readonly from: number
  readonly to: number
  /** Distance of its left edge from the paragraph’s. */
  readonly indent: number
  /** Width that it may fill. */
  readonly room: number
  /** Width of its items, neighbouring marks closed up. */
  readonly width: number
  /** How far each mark with a blank half is closed up further, so that one more character fits. */
  readonly closeUp: number
  /** Blank taken from the mark at the line’s end. */
  readonly endTrim: number
  /** Ends the paragraph, or a line break was asked for: never filled to the edge. */
  readonly ends: boolean
}

export interface LineShape {
  /** Width of the paragraph, pt. */
  readonly width: number
  readonly firstIndent: number
  readonly hangingIndent: number
}

/** Blank between characters, in ems, beyond which a number is parted from its unit rather than a line torn apart. */
const widestStretch = 0.15

/** Characters from which a line counts as long: a short one is stretched more before it looks torn. */
const longLine = 20

const isCharacter = ({ kind, text }: Item): boolean =>
  kind === 'narrow' ? /[\p{L}\p{N}]/u.test(text) : kind === 'wide' && !/^\p{P}/u.test(text)

/** Share of an em by which a mark is closed up to take one more character in. */
const closest = 0.25

/**
 * How far two neighbouring marks move together, pt: ）。 ：“ 》（ show the blank of one half, not of two. An item at a line’s
 * start has no neighbour.
 */
export function closedUp(before: Item, item: Item): number {
  const size = Math.min(before.size, item.size)
  if (before.blankHalf === 'right' && item.blankHalf !== null) return size / 2
  return before.blankHalf === 'left' && item.blankHalf === 'left' ? size / 2 : 0
}

/** Whether there is blank between two neighbours that could be closed up further. */
export function hasSlack(before: Item, item: Item): boolean {
  return (before.blankHalf === 'right' || item.blankHalf === 'left') && closedUp(before, item) === 0
}

/** A place to end a line: the first item after it, and the width before it. */
interface Point {
  readonly at: number
  readonly width: number
}

class Breaker {
  private readonly points: readonly BreakPoint[]
  private readonly lines: Line[] = []

  constructor(
    private readonly items: readonly Item[],
    private readonly shape: LineShape,
  ) {
    const narrowest = shape.width - Math.max(shape.firstIndent, shape.hangingIndent)
    this.points = breakPoints(items, narrowest)
  }

  run(): readonly Line[] {
    let from = 0
    while (from < this.items.length) from = this.line(from)
    if (this.lines.length === 0 || this.items.at(-1)?.kind === 'newline')
      this.push(this.items.length, this.items.length, 0, true)
    else this.helpLoneCharacter()
    return this.lines
  }

  /** 单字不成行: a last line of one character, be it with marks, takes company from the line before, where that line can spare it. */
  private helpLoneCharacter(): void {
    const last = this.lines.at(-1)
    const line = this.lines.at(-2)
    if (last === undefined || line === undefined || line.ends || last.items[last.to] !== undefined)
      return
    const characters = this.items.slice(last.from, last.to).filter(isCharacter)
    if (characters.length !== 1 || characters[0]?.kind !== 'wide') return
    const at = this.earlier(line)
    if (at === null) return
    const start = this.skipSpaces(at)
    if (this.widthOf(start, last.to) > this.room() + 0.01) return
    this.lines.length -= 2
    this.push(line.from, at, 0, false)
    this.push(start, last.to, 0, true)
  }

  /** Width of items on one line, neighbouring marks closed up. */
  private widthOf(from: number, to: number): number {
    let width = 0
    for (let index = from; index < to; index += 1) width += this.step(index, from)
    return width
  }

  /** The next place before a line’s end that leaves it not torn apart; null where there is none. */
  private earlier(line: Line): number | null {
    let { width } = line
    for (let at = line.to - 1; at > line.from + 1; at -= 1) {
      width -= this.step(at, line.from)
      const item = this.items[at]
      if (item === undefined || this.points[at] !== 'yes' || item.kind === 'space') continue
      const gaps = at - line.from - 1
      const wide = line.room >= longLine * item.size ? widestStretch : 2 * widestStretch
      return (line.room - width) / gaps <= wide * item.size ? at : null
    }
    return null
  }

  private indent(): number {
    return this.lines.length === 0 ? this.shape.firstIndent : this.shape.hangingIndent
  }

  private room(): number {
    return this.shape.width - this.indent()
  }

  private step(index: number, from: number): number {
    const item = this.items[index]
    const before = this.items[index - 1]
    if (item === undefined) return 0
    return item.width - (index > from && before !== undefined ? closedUp(before, item) : 0)
  }

  /** Sets one line from an item on; returns the first item of the next. */
  private line(from: number): number {
    const start = this.lines.length === 0 ? from : this.skipSpaces(from)
    const room = this.room()
    let width = 0
    let point: Point | null = null
    let soft: Point | null = null
    for (let index = start; index < this.items.length; index += 1) {
      const item = this.items[index]
      if (item?.kind === 'newline') {
        this.push(start, index, 0, true)
        return index + 1
      }
      if (index > start && this.points[index] === 'yes') point = { at: index, width }
      if (index > start && this.points[index] === 'soft') soft = { at: index, width }
      width += this.step(index, start)
      if (width <= room + 0.01 || item?.kind === 'space') continue
      if (index === start) continue
      const best = this.better(start, point, soft)
      return best === null ? this.force(start, index) : this.takeIn(start, best)
    }
    this.push(start, this.items.length, 0, true)
    return this.items.length
  }

  /** The later of two places to end a line, but the soft one only where the line would be torn apart without it. */
  private better(start: number, point: Point | null, soft: Point | null): Point | null {
    if (point === null || soft === null || soft.at < point.at) return point ?? soft
    const gaps = Math.max(1, point.at - start - 1)
    const size = this.items[start]?.size ?? 0
    return (this.room() - point.width) / gaps > widestStretch * size ? soft : point
  }

  private skipSpaces(from: number): number {
    let index = from
    while (this.items[index]?.kind === 'space') index += 1
    return index
  }

  /** No place to end the line: a row of marks wider than the line is parted where it is full. */
  private force(start: number, index: number): number {
    this.push(start, index, 0, false)
    return index
  }

  /** Takes the next stretch in where closing up marks makes room for it; else the line ends at the point. */
  private takeIn(start: number, point: Point): number {
    const last = this.items[point.at - 1]
    const size = last?.size ?? 0
    let { width, at: next } = point
    do width += this.step(next++, start)
    while (next < this.items.length && this.points[next] !== 'yes')
    const end = this.items[next - 1]
    const endTrim = end?.blankHalf === 'right' ? end.size / 2 : 0
    const over = width - endTrim - this.room()
    const leftOver = this.room() - point.width
    if (leftOver > 0.9 * size && next < this.items.length) {
      const spots = this.spots(start, next)
      if (over <= 0) {
        this.push(start, next, 0, false, Math.max(0, width - this.room()))
        return next
      }
      if (spots > 0 && over / spots <= closest * size) {
        this.push(start, next, over / spots, false, endTrim)
        return next
      }
    }
    this.push(start, point.at, 0, false)
    return point.at
  }

  private spots(from: number, to: number): number {
    let spots = 0
    for (let index = from + 1; index < to; index += 1) {
      const before = this.items[index - 1]
      const item = this.items[index]
      if (before !== undefined && item !== undefined && hasSlack(before, item)) spots += 1
    }
    return spots
  }

  private push(from: number, to: number, closeUp: number, ends: boolean, endTrim = 0): void {
    let last = to
    while (last > from && this.items[last - 1]?.kind === 'space') last -= 1
    const width = this.widthOf(from, last) - (closeUp > 0 ? closeUp * this.spots(from, last) : 0)
    this.lines.push({
      items: this.items,
      from,
      to: last,
      indent: this.indent(),
      room: this.room(),
      width,
      closeUp,
      endTrim,
      ends,
    })
  }
}

/** Breaks a paragraph into lines, each as full as 避头尾 lets it be. At least one line. Linear in the items. */
export function breakLines(items: readonly Item[], shape: LineShape): readonly Line[] {
  return new Breaker(items, shape).run()
}
