import type { PageGeometry } from './page-geometry.js'
import { newPageDraft, type PageDraft } from './set-page.js'

/**
 * How ill a page ends before a unit: 0 well; 1 leaves a paragraph’s first line alone at the foot; 2 carries a single line over; 3 leaves a
 * heading alone, or a signature without text; 4 parts what is one piece.
 */
export type Penalty = 0 | 1 | 2 | 3 | 4

/**
 * What each costs, in squares of lines that a page is left short by: a page is 22 lines, or 21 where a single line would be carried over
 * (20 where a heading goes with it), but not 20 for a first line at its foot.
 */
const costs: Readonly<Record<Penalty, number>> = { 0: 0, 1: 1.5, 2: 17, 3: 1e4, 4: 1e6 }

/** A piece of a page that is not parted: a line, a chart, a row of figures. Lengths in pt. */
export interface Unit {
  readonly height: number
  /** Blank above and below the ink, part of the height; a page’s edge swallows it. */
  readonly slack: number
  /** Space wanted above: swallowed at the head of a page, and by a greater one before it. */
  readonly before: number
  readonly after: number
  readonly breakBefore: Penalty
  /** A line of text, whose pitch may be changed a little where the page asks for it. */
  readonly stretches?: boolean
  /** A line of the text itself, not of its head. */
  readonly isText?: boolean
  /** Draws it; x of the type area’s left edge, y of the unit’s head. */
  readonly draw: (page: PageDraft, x: number, y: number) => void
}

interface Placed {
  readonly unit: Unit
  readonly y: number
}

const tolerance = 0.05

/** How far the lines of a page are closed up or opened so that a signature stands with text, as a share of their pitch. GB/T 9704-2012, 7.3.5.5. */
export const closest = 0.1
/** The same where no text can go along, for page 1 would be left without any. 7.3.3. */
export const closestOfAll = 0.22
/** Worse than a signature without text. */
const firstPageBare = 1e5
const widest = 0.17

/** The height of units that stand one under the other, what they want above and below them between them. */
export function heightOfUnits(units: readonly Unit[]): number {
  let height = 0
  let owed = 0
  units.forEach((unit, index) => {
    height += unit.height + (index === 0 ? 0 : Math.max(owed, unit.before))
    owed = unit.after
  })
  return height
}

const pitchesOf = (placed: readonly Placed[]): number =>
  placed.reduce((sum, { unit }) => sum + (unit.stretches === true ? unit.height : 0), 0)

/** Fills pages with units from head to foot. Each unit is placed once, on one page. */
export class Paginator {
  readonly pages: PageDraft[] = []
  private placed: Placed[] = []
  private y: number
  private owed = 0
  private onPage: ((page: PageDraft) => void)[] = []
  /** The page’s lines are opened to its foot if it is left short. */
  private opens = false
  /** Share of their height that the units of a signature take. */
  private pitch = 1

  /** @param opensWithText the first page must not end before its first line of text, GB/T 9704-2012, 7.3.3 */
  constructor(
    private readonly area: PageGeometry,
    private readonly opensWithText = false,
  ) {
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

  /**
   * Closes up the lines of this page where that makes room for a signature, so that it stands with the text; where too much is wanting, text goes along with
   * it to the next page, and the lines left here are opened to the page’s foot. GB/T 9704-2012, 7.3.5.5.
   *
   * @param signature all that belongs to the signature, from head to foot
   */
  makeRoomForSignature(signature: readonly Unit[]): void {
    const [first, last] = [signature[0], signature.at(-1)]
    if (first === undefined || last === undefined || this.isFresh) return
    const over = heightOfUnits(signature) - last.slack - this.remaining(first.before)
    if (over <= tolerance) return
    const placed = pitchesOf(this.placed)
    const share = over / (placed + heightOfUnits(signature) - last.height)
    const units = this.placed.map(({ unit }) => unit)
    const stays = this.bestBreak(units, first) === units.length
    if (share > (stays ? closestOfAll : closest)) {
      this.opens = true
      return
    }
    this.pitch = 1 - share
    if (placed > 0) this.respace(-share * placed)
  }

  /** Whether page 1 would bear no text if it ended after the unit at this place. */
  private isBare(last: number): boolean {
    if (!this.opensWithText || this.pages.length > 0) return false
    return !this.placed.slice(0, last + 1).some(({ unit }) => unit.isText === true)
  }

  /** All of the signature has been placed. */
  endSignature(): void {
    this.opens = false
    this.pitch = 1
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
    return this.isFresh
      ? this.area.top - unit.slack
      : this.y + Math.max(this.owed, unit.before) * this.pitch
  }

  private fits(unit: Unit): boolean {
    return this.headOf(unit) + unit.height - unit.slack <= this.area.bottom + tolerance
  }

  private place(unit: Unit): void {
    const y = this.headOf(unit)
    this.placed.push({ unit, y })
    this.y = y + unit.height * this.pitch
    this.owed = unit.after
  }

  /** Ends the page at the best place, and takes what stood after it along to the next. */
  private endPage(next: Unit): void {
    const units = this.placed.map(({ unit }) => unit)
    const at = this.bestBreak(units, next)
    const moved = units.slice(at)
    this.placed.length = at
    if (this.opens && moved.length > 0) this.openToFoot()
    this.opens = false
    this.newPage()
    for (const unit of moved) this.place(unit)
  }

  /** Moves what stands on the page so that its lines take more or less height together, each its share. */
  private respace(by: number): void {
    const whole = pitchesOf(this.placed)
    let moved = 0
    this.placed = this.placed.map(({ unit, y }) => {
      const at = y + moved
      if (unit.stretches === true) moved += (by * unit.height) / whole
      return { unit, y: at }
    })
    this.y += by
  }

  /** Opens the lines of a page that ends short, the last one to its foot; one that is too short stays as it is. */
  private openToFoot(): void {
    const last = this.placed.at(-1)
    if (last === undefined) return
    const spare = this.area.bottom - (last.y + last.unit.height - last.unit.slack)
    const inner = pitchesOf(this.placed.slice(0, -1))
    if (spare <= tolerance || spare > inner * widest) return
    // The last line’s own pitch lies below it, where nothing is moved.
    this.respace((spare * pitchesOf(this.placed)) / inner)
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
      const bare = this.isBare(at - 1) ? firstPageBare : 0
      if (costs[unit.breakBefore] + short + bare < cost) {
        best = at
        cost = costs[unit.breakBefore] + short + bare
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
