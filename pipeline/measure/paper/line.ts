import type { Glyph, PageReading, Rule } from '../page/page-reading.js'

/** A line of characters as a reader sees it; lengths in mm from the page’s left and top edge. */
export interface Line {
  /** From 0. */
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  /** With the blank half of a closing mark at its end: what centring counts. */
  readonly end: number
  readonly baseline: number
  /** Of the characters’ boxes: 0.88 of the size above the baseline, 0.12 below. */
  readonly top: number
  readonly bottom: number
  /** Where its ink begins and ends; the box where the font tells no outline. */
  readonly inkTop: number
  /** pt, of most of its characters. */
  readonly size: number
  /** Of its first character. */
  readonly face: string
  /** #rrggbb, of its first character. */
  readonly colour: string
  /** Degrees; 0 reads from left to right. */
  readonly turn: number
  /** Between upright rules. */
  readonly inTable: boolean
  readonly glyphs: readonly Glyph[]
}

const pointsToMm = 25.4 / 72
export const mm = (points: number): number => points * pointsToMm

const ascent = 0.88
const descent = 0.12

function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Glyphs that stand on one baseline, give or take a third of their size. */
function rows(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const found: Glyph[][] = []
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = found.at(-1)
    const before = row?.[0]
    if (row !== undefined && before !== undefined) {
      if (glyph.baseline - before.baseline < Math.min(glyph.size, before.size) / 3) {
        row.push(glyph)
        continue
      }
    }
    found.push([glyph])
  }
  return found.map((row) => row.sort((a, b) => a.x - b.x))
}

const isUpright = ({ left, top, right, bottom }: Rule): boolean =>
  bottom - top > 8 && right - left < 3 && bottom - top > right - left

/** Where a character ends: the blank half of a closing mark at a line’s end is no part of the line. */
function rightOf({ x, width, ink }: Glyph): number {
  const half = x + width / 2
  return ink !== null && ink.right <= half ? half : x + width
}

function lineOf(page: number, glyphs: readonly Glyph[], upright: readonly Rule[]): Line | null {
  const [first] = glyphs
  if (first === undefined) return null
  const size = commonest(glyphs.map((glyph) => Math.round(glyph.size * 20) / 20))
  const baseline = first.baseline
  const middle = baseline - size * 0.38
  const inks = glyphs.map(({ ink, baseline: own, size: em }) => ink?.top ?? own - em * ascent)
  const ends = glyphs.map(rightOf)
  return {
    page,
    text: glyphs.map(({ text }) => text).join(''),
    left: mm(Math.min(...glyphs.map(({ x }) => x))),
    right: mm(Math.max(...ends)),
    end: mm(Math.max(...glyphs.map(({ x, width }) => x + width))),
    baseline: mm(baseline),
    top: mm(baseline - size * ascent),
    bottom: mm(baseline + size * descent),
    inkTop: mm(Math.min(...inks)),
    size,
    face: first.face,
    colour: first.colour,
    turn: first.turn,
    inTable: upright.some(({ top, bottom }) => top < middle && middle < bottom),
    glyphs,
  }
}

/** The turned characters of a page as one line: a landscape page’s number. */
function turnedLine(page: number, glyphs: readonly Glyph[]): Line | null {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline)
  const line = lineOf(page, sorted, [])
  const [first] = sorted
  const last = sorted.at(-1)
  if (line === null || first === undefined || last === undefined) return null
  return {
    ...line,
    top: mm(first.baseline),
    bottom: mm(last.baseline + last.width),
    left: mm(Math.min(...sorted.map(({ x }) => x))),
    right: mm(Math.max(...sorted.map(({ x, size }) => x + size))),
  }
}

/** A page’s lines from top to bottom; what is turned comes last. */
export function linesOf(page: PageReading, index: number): readonly Line[] {
  const upright = page.rules.filter(isUpright)
  const straight = page.glyphs.filter(({ turn }) => turn === 0)
  const turned = page.glyphs.filter(({ turn }) => turn !== 0)
  const lines = rows(straight).map((row) => lineOf(index, row, upright))
  return [...lines, turnedLine(index, turned)].filter((line) => line !== null)
}
