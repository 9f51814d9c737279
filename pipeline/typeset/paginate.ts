import type { PageGeometry } from './page-geometry.js'
import { newPageDraft, type PageDraft } from './set-page.js'

/**
 * How ill a page ends before a unit: 0 well; 1 leaves a paragraph’s first line alone at the foot; 2 carries a single line over; 3 leaves a
 * heading alone, or a signature without text; 4 parts what is one piece.
 */
export type Penalty = 0 | 1 | 2 | 3 | 4

/**
 * What each costs, in squares of lines that a page is left short by: a page is 22 lines, or 21 where a single line would be carried over,
 * but not 20 for a first line at its foot.
 */
const costs: Readonly<Record<Penalty, number>> = { 0: 0, 1: 1.5, 2: 4, 3: 1e4, 4: 1e6 }

/** A piece of a page that is not parted: a line, a chart, a row of figures. Lengths in pt. */
export interface Unit {
  readonly height: number
  /** Blank above and below the ink, part of the height; a page’s edge swallows it. */
  readonly slack: number
  /** Space wanted above: swallowed at the head of a page, and by a greater one before it. */
  readonly before: number
  readonly after: number
  readonly breakBefore: Penalty
  /** Draws it; x of the type area’s left edge, y of the unit’s head. */
  readonly draw: (page: PageDraft, x: number, y: number) => void
}

interface Placed {
  readonly unit: Unit
  readonly y: number
}

const tolerance = 0.05

/** Fills pages with units from head to foot. Each unit is placed once, on one page. */
export class Paginator {
  readonly pages: PageDraft[] = []
  private placed: Placed[] = []
  private y: number
  private owed = 0
  private onPage: ((page: PageDraft) => void)[] = []

  constructor(private readonly area: PageGeometry) {
    this.y = area.top
  }

  /** Nothing stands on the page yet. */
  get isFresh(): boolean {
    return this.placed.length === 0
  }

  /** Height left for a unit that wants `before` above it, pt. */
  remaining(before = 0): number {
    return this.area.bottom - (this.isFresh ? this.area.top : this.y + Math.max(this.owed, before))
  }

  /** Height of an empty page. */
  get capacity(): number {
    return this.area.bottom - this.area.top
  }

  add(unit: Unit): void {
    if (!this.fits(unit) && !this.isFresh) this.endPage(unit)
    this.place(unit)
  }

  /**
   * Makes sure that a piece of this height could stand next, taking along what must not be parted from it. Where even an empty page is too
   * low, the piece starts one.
   */
  makeRoom(height: number, before: number, breakBefore: Penalty): void {
    const unit: Unit = { height, slack: 0, before, after: 0, breakBefore, draw: () => undefined }
    if (!this.fits(unit) && !this.isFresh) this.endPage(unit)
  }

  newPage(): void {
    this.finish()
    this.placed = []
    this.y = this.area.top
    this.owed = 0
  }

  /** Draws something on the page that is being filled, outside of what fills it. */
  drawOnPage(draw: (page: PageDraft) => void): void {
    this.onPage.push(draw)
  }

  /** Puts a piece at the foot of the page that is being filled, or where it has no room, of the next: nothing stands below it. */
  addAtFoot(height: number, before: number, draw: Unit['draw']): void {
    if (!this.isFresh && this.remaining(before) < height - tolerance) this.newPage()
    const y = this.area.bottom - height
    const unit: Unit = { height, slack: 0, before: 0, after: 0, breakBefore: 0, draw }
    this.placed.push({ unit, y })
    this.y = this.area.bottom
  }

  /** Draws the last page; the pages are complete. At least one, be it empty. */
  end(): readonly PageDraft[] {
    if (!this.isFresh || this.pages.length === 0) this.finish()
    this.placed = []
    return this.pages
  }

  private headOf(unit: Unit): number {
    return this.isFresh ? this.area.top - unit.slack : this.y + Math.max(this.owed, unit.before)
  }

  private fits(unit: Unit): boolean {
    return this.headOf(unit) + unit.height - unit.slack <= this.area.bottom + tolerance
  }

  private place(unit: Unit): void {
    const y = this.headOf(unit)
    this.placed.push({ unit, y })
    this.y = y + unit.height
    this.owed = unit.after
  }

  /** Ends the page at the best place, and takes what stood after it along to the next. */
  private endPage(next: Unit): void {
    const units = this.placed.map(({ unit }) => unit)
    const at = this.bestBreak(units, next)
    const moved = units.slice(at)
    this.placed.length = at
    this.newPage()
    for (const unit of moved) this.place(unit)
  }

  private bestBreak(units: readonly Unit[], next: Unit): number {
    let best = units.length
    let cost = costs[next.breakBefore]
    let height = next.height
    for (let at = units.length - 1; at > 0; at -= 1) {
      const unit = units[at]
      const short = (units.length - at) ** 2
      if (unit === undefined || short >= cost) break
      height += unit.height + unit.before
      if (height > this.capacity) break
      if (costs[unit.breakBefore] + short < cost) {
        best = at
        cost = costs[unit.breakBefore] + short
      }
    }
    return best
  }

  private finish(): void {
    const page = newPageDraft()
    for (const { unit, y } of this.placed) unit.draw(page, this.area.left, y)
    for (const draw of this.onPage) draw(page)
    this.onPage = []
    this.pages.push(page)
  }
}
