import type { Paginator, Penalty } from './paginate.js'
import { setLine } from './set-line.js'
import type { Fill, PageDraft } from './set-page.js'
import { baselineOf } from './set-paragraph.js'
import type { Setting } from './setting.js'
import type { TableCell, TableModel, TableRow } from './table-model.js'

const above = 3
const below = 6
/** A head that takes more of a page than this is set once and not repeated. */
const tallestHead = 0.4
/** A row taller than this share of a page is parted where the page is full, rather than carried over whole. */
const tallRow = 0.45

/** A part of a cell on one page: the lines `from` to `to` between `top` and `bottom`, counted from the table’s head on that page. */
interface Box {
  readonly cell: TableCell
  readonly top: number
  readonly bottom: number
  readonly from: number
  readonly to: number
  /** Shown before: a head, or the label of a merged cell that goes on. */
  readonly repeated: boolean
}

/** A cell that has begun and not ended: rows still to come, lines still to be set. */
interface Open {
  readonly cell: TableCell
  rows: number
  next: number
  top: number
}

const open = (cell: TableCell, top: number): Open => ({
  cell,
  rows: cell.lastRow - cell.row + 1,
  next: 0,
  top,
})

const fills: Readonly<Record<TableCell['kind'], Fill | null>> = {
  head: 'light',
  group: 'light',
  row: null,
  total: null,
}

class TableSetter {
  private readonly head: readonly TableRow[]
  private readonly rows: readonly TableRow[]
  private readonly headBoxes: readonly Box[]
  private readonly headHeight: number
  private readonly paddingY: number
  private boxes: Box[] = []
  private cells: Open[] = []
  private y = 0
  private segments = 0
  private rowsHere = 0

  constructor(
    private readonly setting: Setting,
    private readonly paginator: Paginator,
    model: TableModel,
  ) {
    this.paddingY = setting.style.table.paddingY
    const laid = this.layHead(model.head)
    const repeats = laid.height <= paginator.capacity * tallestHead
    this.head = repeats ? model.head : []
    this.rows = repeats ? model.rows : [...model.head, ...model.rows]
    this.headBoxes = repeats ? laid.boxes : []
    this.headHeight = repeats ? laid.height : 0
  }

  run(breakBefore: Penalty): void {
    if (this.rows.length === 0 && this.head.length === 0) return
    this.paginator.makeRoom(this.headHeight + this.leastStart(0), above, breakBefore)
    this.startSegment()
    this.rows.forEach((row, index) => this.row(row, index))
    this.endSegment()
  }

  private heightOf(cell: TableCell, from: number): number {
    return Math.max(1, cell.lines.length - from) * cell.style.pitch + 2 * this.paddingY
  }

  private lowest(row: TableRow): number {
    const pitches = row.cells.map(({ style }) => style.pitch)
    return Math.max(this.setting.text('tableCell').pitch, ...pitches) + 2 * this.paddingY
  }

  /** Height of a row from the cells that end with it; merged cells from above may ask for more. */
  private natural(row: TableRow): number {
    const ending = row.cells.filter((cell) => cell.lastRow === cell.row)
    return Math.max(this.lowest(row), ...ending.map((cell) => this.heightOf(cell, 0)))
  }

  private get freshRoom(): number {
    return this.paginator.capacity - this.headHeight
  }

  /** Height that must be free for a row to begin here: the row, or of a tall one its first lines; with a group’s heading, the next row too. */
  private leastStart(index: number): number {
    const row = this.rows[index]
    if (row === undefined) return 0
    const whole = this.natural(row)
    const least =
      whole > this.freshRoom * tallRow ? 2 * this.lowest(row) - 2 * this.paddingY : whole
    return row.kind === 'group' && index + 1 < this.rows.length
      ? least + this.leastStart(index + 1)
      : least
  }

  private layHead(rows: readonly TableRow[]): { boxes: readonly Box[]; height: number } {
    const boxes: Box[] = []
    let cells: Open[] = []
    let y = 0
    for (const row of rows) {
      cells.push(...row.cells.map((cell) => open(cell, y)))
      const ending = cells.filter((each) => each.rows === 1)
      const wanted = ending.map((each) => this.heightOf(each.cell, 0) - (y - each.top))
      y += Math.max(this.lowest(row), ...wanted)
      for (const { cell, top } of ending)
        boxes.push({ cell, top, bottom: y, from: 0, to: cell.lines.length, repeated: false })
      cells = cells.filter((each) => each.rows > 1)
      for (const each of cells) each.rows -= 1
    }
    return { boxes, height: y }
  }

  private startSegment(): void {
    const repeated = this.segments > 0
    this.boxes = this.headBoxes.map((box) => ({ ...box, repeated }))
    this.y = this.headHeight
    this.rowsHere = 0
    this.segments += 1
    for (const each of this.cells) each.top = this.y
  }

  private endSegment(): void {
    const { boxes, y, setting } = this
    if (boxes.length === 0) return
    this.paginator.add({
      height: y,
      slack: 0,
      before: above,
      after: below,
      breakBefore: 0,
      draw: (page, x, top) => boxes.forEach((box) => drawBox(setting, page, box, x, top)),
    })
  }

  private breakSegment(): void {
    for (const each of this.cells) if (this.y > each.top) this.drawPart(each, this.y)
    this.endSegment()
    this.paginator.newPage()
    this.startSegment()
  }

  /** Draws what of a cell fits between its head on this page and a line; the rest stays open. */
  private drawPart(each: Open, bottom: number): void {
    const { cell } = each
    const room = bottom - each.top - 2 * this.paddingY
    const fitting = Math.max(0, Math.floor(room / cell.style.pitch + 0.001))
    const count = cell.lines.length
    // A merged cell that goes on though its text is set shows it again, so that the page can be read alone.
    const again = each.next >= count && cell.lastRow > cell.row && fitting >= count
    const from = again ? 0 : each.next
    const to = again ? count : Math.min(count, each.next + fitting)
    this.boxes.push({ cell, top: each.top, bottom, from, to, repeated: again })
    each.next = Math.max(each.next, to)
  }

  private wanted(row: TableRow): number {
    const ending = this.cells.filter((each) => each.rows === 1)
    const heights = ending.map((each) => this.heightOf(each.cell, each.next) - (this.y - each.top))
    return Math.max(this.lowest(row), ...heights)
  }

  /** Height that has to stay free below a row: the row under a group’s heading, the sum under the last row. */
  private tail(row: TableRow, index: number): number {
    const next = this.rows[index + 1]
    if (next === undefined) return 0
    if (row.kind === 'group') return this.leastStart(index + 1)
    return next.kind === 'total' && index + 2 === this.rows.length ? this.natural(next) : 0
  }

  private row(row: TableRow, index: number): void {
    this.cells.push(...row.cells.map((cell) => open(cell, this.y)))
    for (;;) {
      const room = this.paginator.remaining(above) - this.y + 0.05
      const height = this.wanted(row)
      const first = this.rowsHere === 0
      if (height + this.tail(row, index) <= room || (first && height <= room)) {
        this.finishRow(height)
        return
      }
      if (!first && height <= this.freshRoom * tallRow) this.breakSegment()
      else this.partRow(row, room, first)
    }
  }

  /** Fills the page with what fits of a tall row. */
  private partRow(row: TableRow, room: number, first: boolean): void {
    const enough = 2 * this.lowest(row) - 2 * this.paddingY
    const canMove = !first || !this.paginator.isFresh
    if (room < enough && canMove) {
      this.breakSegment()
      return
    }
    this.y += Math.max(room - 0.05, this.lowest(row))
    this.breakSegment()
  }

  private finishRow(height: number): void {
    this.y += height
    this.rowsHere += 1
    const going: Open[] = []
    for (const each of this.cells) {
      if (each.rows === 1) this.drawPart(each, this.y)
      else going.push({ ...each, rows: each.rows - 1 })
    }
    this.cells = going
  }
}

function drawBox(setting: Setting, page: PageDraft, box: Box, x: number, y: number): void {
  const { cell } = box
  const left = x + cell.x
  const top = y + box.top
  const height = box.bottom - box.top
  page.shapes.push({
    type: 'rect',
    x: left,
    y: top,
    width: cell.width,
    height,
    fill: fills[cell.kind],
    outline: setting.style.table.rule,
  })
  const lines = cell.lines.slice(box.from, box.to)
  const whole = lines.length === cell.lines.length
  const rest = height - lines.length * cell.style.pitch
  const padding = whole ? rest / 2 : setting.style.table.paddingY
  const indent = (cell.width - (cell.lines[0]?.line.room ?? cell.width)) / 2
  lines.forEach(({ line, from }, index) =>
    setLine(
      page,
      line,
      cell.align,
      left + indent,
      top + padding + index * cell.style.pitch + baselineOf(cell.style),
      box.repeated ? null : from,
    ),
  )
}

/**
 * Sets a table over as many pages as it takes: its head on each, rows whole where they can be, a tall row parted between lines, merged
 * cells going on from page to page. Linear in the cells.
 */
export function setTable(
  setting: Setting,
  paginator: Paginator,
  model: TableModel,
  breakBefore: Penalty,
): void {
  new TableSetter(setting, paginator, model).run(breakBefore)
}
