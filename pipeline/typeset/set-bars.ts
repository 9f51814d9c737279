import type { BarsBlock, TextStyleName } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { barTotal, partKey } from './flow-texts.js'
import { plainRun } from './items.js'
import type { Penalty, Unit } from './paginate.js'
import { setLine, type Alignment } from './set-line.js'
import { baselineOf, lookOf } from './set-paragraph.js'
import type { Fill, PageDraft } from './set-page.js'
import type { Setting } from './setting.js'

/** How a series looks: told apart in black-and-white print, and on a screen that shows no colours. */
interface Pattern {
  readonly fill: Fill
  readonly hatched: boolean
}
const patterns: readonly Pattern[] = [
  { fill: 'grey', hatched: false },
  { fill: 'light', hatched: false },
  { fill: 'white', hatched: true },
  { fill: 'white', hatched: false },
]
const patternOf = (index: number): Pattern =>
  patterns[index % patterns.length] ?? { fill: 'white', hatched: false }

/** Shares of the width that the labels may take, at most. */
const widestLabel = 0.3
const between = 6
/** A chart of more bars than this may be parted between pages. */
const wholeChart = 24

const outline = 0.6

/** Slanted lines inside a box, 3.5 pt apart, cut at its edges. */
function hatch(page: PageDraft, x: number, y: number, width: number, height: number): void {
  for (let start = -height + 3.5; start < width; start += 3.5) {
    const from = Math.max(0, start)
    const to = Math.min(width, start + height)
    page.shapes.push({
      type: 'line',
      x1: x + from,
      y1: y + height - (from - start),
      x2: x + to,
      y2: y + height - (to - start),
      thickness: 0.5,
      colour: 'black',
    })
  }
}

function drawBox(
  page: PageDraft,
  pattern: Pattern,
  box: { x: number; y: number; width: number; height: number },
): void {
  page.shapes.push({ type: 'rect', ...box, fill: pattern.fill, outline })
  if (pattern.hatched) hatch(page, box.x, box.y, box.width, box.height)
}

/** Whether a bar has several parts: one alone is told by the sum. */
const isParted = (values: readonly number[]): boolean =>
  values.filter((value) => value > 0).length > 1

class Chart {
  private readonly caption
  private readonly text
  private readonly label: number
  private readonly bar: number
  private readonly most: number
  private readonly labels: readonly (readonly Line[])[]

  constructor(
    private readonly setting: Setting,
    private readonly block: BarsBlock,
    private readonly key: string,
  ) {
    this.caption = setting.text('caption')
    this.text = setting.text('tableCell')
    const widest = setting.width * widestLabel
    const sets = block.rows.map(({ label }) => this.lines(label, 'tableCell', widest))
    this.labels = sets
    this.label = Math.max(0, ...sets.flatMap((lines) => lines.map(({ width }) => width)))
    const ends = block.rows.map((row) => this.line(this.endText(row.values), 'tableCell').width)
    this.bar = setting.width - this.label - between - Math.max(0, ...ends) - between
    const sums = block.rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0))
    this.most = Math.max(1, ...sums)
  }

  private lines(text: string, name: TextStyleName, width: number): readonly Line[] {
    const look = lookOf(this.setting.text(name))
    const shape = { width, firstIndent: 0, hangingIndent: 0 }
    return breakLines(this.setting.measure.items([plainRun(text)], look), shape)
  }

  private line(text: string, name: TextStyleName): Line {
    const [line] = this.lines(text, name, Number.MAX_SAFE_INTEGER)
    if (line === undefined) throw new Error('a paragraph without a line')
    return line
  }

  private put(
    page: PageDraft,
    line: Line,
    x: number,
    y: number,
    from: string | null,
    room = line.width,
    alignment: Alignment = 'left',
  ): void {
    setLine(page, { ...line, room }, alignment, x, y, from)
  }

  /** What is said after a bar of several parts whose numbers do not fit into it. */
  private parts(values: readonly number[]): string {
    return `（${values.join('、')}）`
  }

  private fitsInside(values: readonly number[]): boolean {
    return values.every(
      (value) =>
        value === 0 ||
        (value / this.most) * this.setting.width * 0.5 >
          this.line(String(value), 'tableCell').width + 6,
    )
  }

  private endText(values: readonly number[]): string {
    const total = barTotal(values, this.block.unit)
    const apart = isParted(values) && !this.fitsInside(values)
    return apart ? total + this.parts(values) : total
  }

  private title(breakBefore: Penalty): Unit {
    const { caption, block, key } = this
    return {
      height: caption.pitch,
      slack: (caption.pitch - caption.size) / 2,
      before: caption.before,
      after: caption.after,
      breakBefore,
      draw: (page, x, y) => {
        const line = this.line(block.title, 'caption')
        this.put(page, line, x, y + baselineOf(caption), partKey(key, 'title', 0))
      },
    }
  }

  private legend(): Unit {
    const { text, block, key } = this
    const side = text.size * 0.8
    return {
      height: text.pitch,
      slack: 0,
      before: 0,
      after: 2,
      breakBefore: 4,
      draw: (page, x, y) => {
        let at = x + this.label + between
        block.series.forEach((name, index) => {
          const head = y + (text.pitch - side) / 2
          drawBox(page, patternOf(index), { x: at, y: head, width: side * 1.6, height: side })
          const line = this.line(name, 'tableCell')
          const from = partKey(key, 'series', index)
          this.put(page, line, at + side * 1.6 + 4, y + baselineOf(text), from)
          at += side * 1.6 + line.width + 18
        })
      },
    }
  }

  private row(index: number): Unit {
    const { text, block } = this
    const values = block.rows[index]?.values ?? []
    const label = this.labels[index] ?? []
    const height = Math.max(1, label.length) * text.pitch + 1.5
    return {
      height,
      slack: 0,
      before: 0,
      after: index === block.rows.length - 1 ? 6 : 0,
      breakBefore: block.rows.length <= wholeChart || index < 2 ? 4 : 0,
      draw: (page, x, y) => {
        const middle = y + (height - text.pitch) / 2
        label.forEach((line, row) =>
          this.put(
            page,
            line,
            x,
            y + (height - label.length * text.pitch) / 2 + row * text.pitch + baselineOf(text),
            partKey(this.key, 'label', index),
            this.label,
            'right',
          ),
        )
        const end = this.bars(page, values, x + this.label + between, middle)
        this.total(page, values, end + 4, middle + baselineOf(text), index)
      },
    }
  }

  /** Draws the parts of one bar and their numbers; returns its right end. */
  private bars(page: PageDraft, values: readonly number[], x: number, y: number): number {
    const { text } = this
    const height = text.size * 1.05
    const head = y + (text.pitch - height) / 2
    let at = x
    values.forEach((value, index) => {
      if (value <= 0) return
      const width = (value / this.most) * this.bar
      const pattern = patternOf(index)
      drawBox(page, pattern, { x: at, y: head, width, height })
      if (isParted(values) && this.fitsInside(values))
        this.number(page, value, pattern, { x: at, y: head, width, height })
      at += width
    })
    return at
  }

  private number(
    page: PageDraft,
    value: number,
    pattern: Pattern,
    box: { x: number; y: number; width: number; height: number },
  ): void {
    const { text } = this
    const colour = pattern.fill === 'grey' ? 'white' : 'black'
    const items = this.setting.measure.items([plainRun(String(value))], {
      face: text.face,
      size: text.size,
      colour,
    })
    const [line] = breakLines(items, { width: box.width, firstIndent: 0, hangingIndent: 0 })
    if (line === undefined) return
    const left = box.x + (box.width - line.width) / 2
    if (pattern.hatched)
      page.shapes.push({
        type: 'rect',
        x: left - 2,
        y: box.y + outline,
        width: line.width + 4,
        height: box.height - 2 * outline,
        fill: 'white',
        outline: null,
      })
    setLine(page, line, 'left', left, box.y + box.height / 2 + text.size * 0.36, null)
  }

  private total(
    page: PageDraft,
    values: readonly number[],
    x: number,
    y: number,
    index: number,
  ): void {
    const total = this.line(barTotal(values, this.block.unit), 'tableCell')
    this.put(page, total, x, y, partKey(this.key, 'total', index))
    if (isParted(values) && !this.fitsInside(values))
      this.put(page, this.line(this.parts(values), 'tableCell'), x + total.width, y, null)
  }

  units(breakBefore: Penalty): readonly Unit[] {
    return [
      this.title(breakBefore),
      ...(this.block.series.length > 1 ? [this.legend()] : []),
      ...this.block.rows.map((_, index) => this.row(index)),
    ]
  }
}

/** A chart of horizontal bars: one a row, its parts told apart by fill, hatching and outline, every number written out. */
export function setBars(
  setting: Setting,
  block: BarsBlock,
  key: string,
  breakBefore: Penalty,
): readonly Unit[] {
  return new Chart(setting, block, key).units(breakBefore)
}
