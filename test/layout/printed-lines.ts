import type { Glyph, PageReading, Rule } from '../../pipeline/measure/page/page-reading.js'

/*
 * Lines of print as glyph positions tell them: pdfjs reads them out of the file, and nothing of the code that broke and set the lines
 * is asked here, not even its tables.
 */

/** Text on one baseline between two upright rules. Lengths in pt from the page’s left and top edge. */
export interface PrintedLine {
  readonly page: number
  readonly glyphs: readonly Glyph[]
  readonly text: string
  readonly x: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly inTable: boolean
}

const closing = '。，、；：？！）》」』”’％'
const opening = '（《「『“‘￥'
/** What a line’s edge may not bear, as the office reads it: GB/T 15834-2011, 5.1. */
export const neverFirst: ReadonlySet<string> = new Set(closing + '〕】〉］｝')
export const neverLast: ReadonlySet<string> = new Set(opening + '〔【〈［｛')
/** Of two of these in a row neither is alone. */
export const neverParted: ReadonlySet<string> = new Set('—…')

const isUpright = ({ left, right, top, bottom }: Rule): boolean =>
  bottom - top > 8 && right - left < 3

/** A stroke on which something is to be written: low on the line, between two characters. */
const isBlank = (rule: Rule, { baseline, size }: Glyph, from: number, to: number): boolean =>
  rule.bottom - rule.top < 2 &&
  rule.top > baseline &&
  rule.top < baseline + 0.4 * size &&
  rule.left >= from - 1 &&
  rule.right <= to + 1

/** Wider than what stands between characters: another column of a page without rules. */
const otherColumn = 1.2

function isParted(before: Glyph, glyph: Glyph, rules: readonly Rule[]): boolean {
  const from = before.x + before.width
  if (glyph.x - from < 0.2 * glyph.size) return false
  const upright = rules.some(
    (rule) =>
      isUpright(rule) &&
      rule.left >= from - 1 &&
      rule.right <= glyph.x + 1 &&
      rule.top < glyph.baseline &&
      rule.bottom > glyph.baseline - glyph.size,
  )
  if (upright) return true
  if (glyph.x - from <= otherColumn * glyph.size) return false
  return !rules.some((rule) => isBlank(rule, before, from, glyph.x))
}

const between = ({ left, right }: { left: number; right: number }, x: number): boolean =>
  x > left - 1 && x < right + 1

function lineOf(page: number, glyphs: readonly Glyph[], rules: readonly Rule[]): PrintedLine[] {
  const [first] = glyphs
  const last = glyphs.at(-1)
  if (first === undefined || last === undefined) return []
  const { baseline, size } = first
  const sides = rules.filter(
    (rule) => isUpright(rule) && rule.top < baseline && rule.bottom > baseline - size,
  )
  const inTable =
    sides.some(({ left }) => left <= first.x + 1) && sides.some(({ left }) => left >= last.x)
  const text = glyphs.map((glyph) => glyph.text).join('')
  const right = last.x + last.width
  return [{ page, glyphs, text, x: first.x, right, baseline, size, inTable }]
}

/** The lines of a page from head to foot, those of cells apart; page numbers and turned text are left out. */
function linesOfPage(reading: PageReading, page: number): readonly PrintedLine[] {
  const rows: Glyph[][] = []
  const upright = reading.glyphs.filter(({ turn }) => turn === 0)
  for (const glyph of upright.toSorted((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && glyph.baseline - row[0].baseline < 0.6) row.push(glyph)
    else rows.push([glyph])
  }
  const rules = reading.rules.filter((rule) =>
    between({ left: 0, right: reading.width }, rule.left),
  )
  const lines: PrintedLine[] = []
  for (const row of rows) {
    let glyphs: Glyph[] = []
    for (const glyph of row.toSorted((a, b) => a.x - b.x)) {
      const before = glyphs.at(-1)
      if (before !== undefined && isParted(before, glyph, rules)) {
        lines.push(...lineOf(page, glyphs, rules))
        glyphs = []
      }
      glyphs.push(glyph)
    }
    lines.push(...lineOf(page, glyphs, rules))
  }
  return lines.filter(({ text }) => !/^—\d+—$/u.test(text))
}

export const printedLines = (pages: readonly PageReading[]): readonly PrintedLine[] =>
  pages.flatMap(linesOfPage)

/** Two characters before each space of a text and two after it: a place in a line where a gap is the text’s own. */
export function spacedPlaces(texts: Iterable<string>): ReadonlySet<string> {
  const places = new Set<string>()
  for (const text of texts)
    for (const { index, 0: space } of text.matchAll(/[\s\u3000]+/gu)) {
      const [before, after] = [text.slice(0, index), text.slice(index + space.length)]
      const bare = (part: string): readonly string[] =>
        Array.from(part.replace(/[\s\u3000]+/gu, ''))
      places.add(
        [...bare(before.slice(-8)).slice(-2), ...bare(after.slice(0, 8)).slice(0, 2)].join(''),
      )
    }
  return places
}

/**
 * Blank between neighbours, in ems of the line, from left to right; what is closed up is negative. Where the text itself has a space there is nothing to
 * measure: 0.
 */
export function gapsOf(
  { glyphs, size }: PrintedLine,
  spaced: ReadonlySet<string>,
): readonly number[] {
  return glyphs.slice(1).map((glyph, index) => {
    const before = glyphs[index]
    if (before === undefined) return 0
    const around = glyphs.slice(Math.max(0, index - 1), index + 3).map(({ text }) => text)
    return spaced.has(around.join('')) ? 0 : (glyph.x - before.x - before.width) / size
  })
}
