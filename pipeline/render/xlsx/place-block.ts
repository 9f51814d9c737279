import { makeFinding } from '../../messages/index.js'
import type { Finding, SheetColumn, SheetRow } from '../../model/index.js'
import { limits } from './limits.js'
import { lookOfCell, measureCells, type MeasuredCell } from './measure-cell.js'
import type { Area, PlacedCell, PlacedLink, Strip } from './placed-sheet.js'
import { columnsIn, heightOfLines, heightOfText, linesInHeight } from './row-height.js'
import { splitText } from './split-text.js'
import type { SheetWords } from './words.js'

/** A row of the sheet in the making; its height grows with what it has to hold. */
interface Slot {
  height: number
}
/** Rows below the last line of a merged cell, for what does not fit into it. */
interface Tail {
  readonly start: number
  readonly slots: Slot[]
}
interface Line {
  readonly own: Slot[]
  readonly tails: Tail[]
}

/** A cell with its text cut: the first piece stands in the cell, the others in rows below. */
interface CutCell extends MeasuredCell {
  readonly pieces: readonly string[]
}

export interface BlockContext {
  readonly columns: readonly SheetColumn[]
  /** How many columns from the left name a row. */
  readonly labels: number
  readonly words: SheetWords
  /** Name of the sheet, for messages. */
  readonly sheet: string
}

function cut(cell: MeasuredCell): readonly string[] {
  return typeof cell.value.value === 'string'
    ? splitText(cell.value.text, columnsIn(cell.role, cell.width), linesInHeight(cell.role))
    : [cell.value.text]
}

const heightOf = (cell: MeasuredCell, text: string): number =>
  heightOfText(cell.role, text, cell.width)

const newSlot = (): Slot => ({ height: heightOfLines('printed', 0) })

function raise(slot: Slot | undefined, height: number): void {
  if (slot !== undefined) slot.height = Math.max(slot.height, Math.min(height, limits.rowHeight))
}

function labelOf(cell: MeasuredCell, words: SheetWords): string {
  if (cell.value.text === '') return ''
  const label = words.continued(cell.value.text)
  return heightOf(cell, label) <= limits.rowHeight ? label : words.continued('')
}

/** Cells of one line: as many rows as the longest of them needs. */
function openLines(rows: number, cells: readonly CutCell[]): readonly Line[] {
  const lines = Array.from({ length: rows }, (): Line => ({ own: [newSlot()], tails: [] }))
  for (const cell of cells) {
    const own = lines[cell.start]?.own
    if (own === undefined || cell.end > cell.start) continue
    cell.pieces.forEach((piece, index) => {
      own[index] ??= newSlot()
      raise(own[index], heightOf(cell, piece))
    })
  }
  return lines
}

/** The rows that a merged cell covers: those of its lines, and what goes on below the narrower cells inside it. */
function slotsOf(lines: readonly Line[], start: number, end: number): readonly Slot[] {
  return lines.slice(start, end + 1).flatMap(({ own, tails }, index) => {
    const inside = start + index < end ? tails : tails.filter((tail) => tail.start > start)
    return [...own, ...inside.flatMap((tail) => tail.slots)]
  })
}

function addTail(line: Line | undefined, cell: CutCell): void {
  if (line === undefined) return
  let tail = line.tails.find((each) => each.start === cell.start)
  if (tail === undefined) {
    tail = { start: cell.start, slots: [] }
    line.tails.push(tail)
    line.tails.sort((a, b) => b.start - a.start)
  }
  for (const [index, piece] of cell.pieces.slice(1).entries()) {
    tail.slots[index] ??= newSlot()
    raise(tail.slots[index], heightOf(cell, piece))
  }
}

/** Merged cells: their rows are raised until the text fits; what needs more than one row could have goes on below them. */
function fitMerged(lines: readonly Line[], cell: MeasuredCell): CutCell {
  const slots = slotsOf(lines, cell.start, cell.end)
  const room = slots.reduce((sum, slot) => sum + slot.height, 0)
  const whole = heightOf(cell, cell.value.text)
  const fits = cell.value.text.length <= limits.cell && whole <= Math.max(room, limits.rowHeight)
  const pieces = fits ? [cell.value.text] : cut(cell)
  const missing = heightOf(cell, pieces[0] ?? '') - room
  for (const slot of slots)
    if (missing > 0) slot.height = Math.ceil((slot.height + missing / slots.length) * 2) / 2
  const fitted = { ...cell, pieces }
  if (pieces.length > 1) addTail(lines[cell.end], fitted)
  return fitted
}

/** Where the pieces of a cell stand: the rows it covers, then rows of its own below. */
interface Stand {
  readonly covered: readonly Slot[]
  readonly below: readonly Slot[]
}

function standOf(lines: readonly Line[], cell: CutCell): Stand {
  const line = lines[cell.end]
  if (cell.start === cell.end)
    return { covered: line?.own.slice(0, 1) ?? [], below: line?.own.slice(1) ?? [] }
  const tail = line?.tails.find(({ start }) => start === cell.start)
  return { covered: slotsOf(lines, cell.start, cell.end), below: tail?.slots ?? [] }
}

interface Grid {
  readonly order: ReadonlyMap<Slot, number>
  readonly cells: (PlacedCell | undefined)[][]
  readonly merges: Area[]
  readonly links: PlacedLink[]
}

function put(grid: Grid, cell: CutCell, area: Area, content: Partial<PlacedCell>): void {
  for (let row = area.top; row <= area.bottom; row += 1)
    for (let column = area.left; column <= area.right; column += 1) {
      const line = grid.cells[row]
      if (line === undefined) continue
      if (line[column - 1] !== undefined)
        throw new Error(`cells overlap in row ${row}, column ${column} of a block`)
      const first = row === area.top && column === area.left
      line[column - 1] = {
        column,
        value: null,
        formula: null,
        look: cell.look,
        ...(first ? content : {}),
      }
    }
  if (area.bottom > area.top || area.right > area.left) grid.merges.push(area)
}

function putCell(grid: Grid, cell: CutCell, stand: Stand, words: SheetWords): void {
  const { left, right } = cell
  const rowOf = (slot: Slot | undefined): number =>
    (slot === undefined ? undefined : grid.order.get(slot)) ?? 0
  const { covered } = stand
  const top = rowOf(covered[0])
  const tall = covered.reduce((sum, slot) => sum + slot.height, 0) > limits.rowHeight
  const look = tall ? { ...cell.look, vertical: 'top' as const } : cell.look
  const value = cell.pieces.length > 1 ? (cell.pieces[0] ?? null) : cell.value.value
  put(
    grid,
    { ...cell, look },
    { top, left, bottom: rowOf(covered.at(-1)), right },
    { value, formula: cell.value.formula },
  )
  if (cell.link !== null) grid.links.push({ row: top, column: left, place: cell.link })
  const label = cell.label ? labelOf(cell, words) : ''
  stand.below.forEach((slot, index) => {
    const piece = cell.pieces[index + 1]
    const text = piece ?? label
    const row = rowOf(slot)
    // What is written below a cell to fill in would be read by nobody: only the cell itself is open.
    const below = { ...cell.look, link: false, open: cell.look.open && piece !== undefined }
    put(
      grid,
      { ...cell, look: below },
      { top: row, left, bottom: row, right },
      { value: text === '' ? null : text },
    )
  })
}

/** Labels that are repeated need their room too. */
function raiseForLabels(lines: readonly Line[], cells: readonly CutCell[], words: SheetWords) {
  for (const cell of cells.filter((each) => each.label))
    for (const slot of standOf(lines, cell).below.slice(cell.pieces.length - 1))
      raise(slot, heightOf(cell, labelOf(cell, words)))
}

/** What somebody should know: a text that goes on below, one that no cell could hold, a value of another kind than said. */
function findingsOf(cells: readonly CutCell[], context: BlockContext): readonly Finding[] {
  return cells.flatMap((cell) => {
    const values = {
      sheet: context.sheet,
      column: context.columns[cell.left - 1]?.title ?? '',
      rows: cell.pieces.length,
      length: cell.value.text.length,
      value: cell.value.text,
    }
    const found: Finding[] = []
    if (cell.value.misfit) found.push(makeFinding('sheet-value-kind', { values }))
    if (cell.value.text.length > limits.cell)
      found.push(makeFinding('sheet-cell-length', { values }))
    else if (cell.pieces.length > 1)
      found.push(
        makeFinding('sheet-row-height', { values: { ...values, rows: cell.pieces.length - 1 } }),
      )
    return found
  })
}

function fillGaps(grid: Grid, rows: readonly SheetRow[], context: BlockContext): void {
  const kind = rows[0]?.kind ?? 'row'
  for (const line of grid.cells)
    for (const [index, column] of context.columns.entries())
      line[index] ??= {
        column: index + 1,
        value: null,
        formula: null,
        look: lookOfCell(kind === 'row' ? 'printed' : kind, column, null, null),
      }
}

/**
 * Lays out rows that merged cells hold together. Every row is as high as its text needs; what needs more than 409 pt goes on in rows
 * below, where the columns that name the row are repeated with 续. Throws on cells that overlap: a bug of whoever made the layout.
 */
export function placeBlock(rows: readonly SheetRow[], context: BlockContext): Strip {
  const measured = measureCells(rows, context.columns, context.labels)
  const single = measured
    .filter((cell) => cell.start === cell.end)
    .map((cell): CutCell => ({ ...cell, pieces: cut(cell) }))
  const lines = openLines(rows.length, single)
  const merged = measured
    .filter((cell) => cell.start < cell.end)
    .sort((a, b) => a.end - b.end || b.start - a.start)
    .map((cell) => fitMerged(lines, cell))
  const cells = [...single, ...merged]
  raiseForLabels(lines, cells, context.words)

  const slots = lines.flatMap(({ own, tails }) => [...own, ...tails.flatMap((tail) => tail.slots)])
  const order = new Map(slots.map((slot, index) => [slot, index]))
  const grid: Grid = { order, cells: slots.map(() => []), merges: [], links: [] }
  for (const cell of cells) putCell(grid, cell, standOf(lines, cell), context.words)
  fillGaps(grid, rows, context)
  let next = 0
  return {
    rows: slots.map((slot, index) => ({
      height: slot.height,
      cells: (grid.cells[index] ?? []).flatMap((cell) => (cell === undefined ? [] : [cell])),
    })),
    merges: grid.merges,
    links: grid.links,
    lines: lines.map(({ own, tails }) => {
      const first = next
      next += own.length + tails.reduce((sum, tail) => sum + tail.slots.length, 0)
      return { first, last: next - 1 }
    }),
    findings: findingsOf(cells, context),
  }
}
