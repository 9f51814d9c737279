import type { Box, PageReading } from '../page/page-reading.js'
import { linesOf, mm, type Line } from './line.js'

/** A rule across the page; mm from its left and top edge. */
export interface Stroke {
  readonly page: number
  readonly left: number
  readonly right: number
  /** Of its middle. */
  readonly at: number
  readonly thickness: number
  readonly red: boolean
}

export interface PaperPage {
  readonly index: number
  readonly width: number
  readonly height: number
  readonly landscape: boolean
  /** All lines; those of the type area are what is left without numbers, marks and marginal notes. */
  readonly lines: readonly Line[]
  readonly strokes: readonly Stroke[]
  /** All rules and filled boxes, mm: how far a table reaches. */
  readonly boxes: readonly Box[]
  /** — 1 — at the foot, or turned at the side of a landscape page. */
  readonly number: Line | null
}

export interface Paper {
  readonly pages: readonly PaperPage[]
}

const numberText = /^[—–―－─-]\s*\d+\s*[—–―－─-]$/u

/** Red as the standard has it (Y 80 %, M 80 %), as any program writes it. */
export function isRed(colour: string): boolean {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
  return (red ?? 0) > 160 && (green ?? 0) < 100 && (blue ?? 0) < 100
}

function strokesOf(page: PageReading, index: number): readonly Stroke[] {
  return page.rules
    .filter(({ left, right, top, bottom }) => bottom - top < 6 && right - left > 60)
    .map(({ left, right, top, bottom, colour }) => ({
      page: index,
      left: mm(left),
      right: mm(right),
      at: mm((top + bottom) / 2),
      thickness: mm(bottom - top),
      red: isRed(colour),
    }))
    .sort((a, b) => a.at - b.at)
}

const inMillimetres = ({ left, top, right, bottom }: Box): Box => ({
  left: mm(left),
  top: mm(top),
  right: mm(right),
  bottom: mm(bottom),
})

function pageOf(reading: PageReading, index: number): PaperPage {
  const lines = linesOf(reading, index)
  const width = mm(reading.width)
  const height = mm(reading.height)
  const number = lines.find(
    (line) => numberText.test(line.text) && (line.turn !== 0 || line.top > height - 36),
  )
  return {
    index,
    width,
    height,
    landscape: width > height,
    lines,
    strokes: strokesOf(reading, index),
    boxes: reading.rules.map(inMillimetres),
    number: number ?? null,
  }
}

/** Pages as a reader with a ruler sees them. */
export function paperOf(pages: readonly PageReading[]): Paper {
  return { pages: pages.map(pageOf) }
}
