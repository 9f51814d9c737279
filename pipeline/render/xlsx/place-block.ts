import { makeFinding } from '../../messages/index.js'
import type { Finding, SheetColumn, SheetRow } from '../../model/index.js'
import { limits } from './limits.js'
import { blockGrid, type Slot, type SlotKind, type Stand } from './block-grid.js'
import { cutText, measureCells, type MeasuredCell } from './measure-cell.js'
import type { Strip } from './placed-sheet.js'
import { heightOfLines, heightOfText } from './row-height.js'
import type { SharedCells } from './shared-cells.js'
import type { SheetWords } from './words.js'

/** Rows below the last line of a merged cell, for what does not fit into it. */
interface Tail {
  readonly start: number
  readonly slots: Slot[]
}
interface Line {
  readonly own: Slot[]
  readonly tails: Tail[]
}

export interface BlockContext {
  readonly columns: readonly SheetColumn[]
  /** How many columns from the left name a row. */
  readonly labels: number
  readonly words: SheetWords
  /** Name of the sheet, for messages. */
  readonly sheet: string
  readonly shared: SharedCells
}

const heightOf = ({ role, width }: MeasuredCell, text: string): number =>
  width === 0 ? 0 : heightOfText(role, text, width)

const newSlot = (): Slot => ({ height: heightOfLines('printed', 0) })

function raise(slot: Slot | undefined, height: number): void {
  if (slot !== undefined) slot.height = Math.max(slot.height, Math.min(height, limits.rowHeight))
}

function labelOf(cell: MeasuredCell, words: SheetWords): string {
  if (!cell.label || cell.value.text === '') return ''
  const label = words.continued(cell.value.text)
  return heightOf(cell, label) <= limits.rowHeight ? label : words.continued('')
}

/** Cells of one line: as many rows as the longest of them needs. */
function openLines(rows: number, cells: readonly MeasuredCell[]): readonly Line[] {
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

function addTail(line: Line | undefined, cell: MeasuredCell): void {
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
function fitMerged(lines: readonly Line[], cell: MeasuredCell): MeasuredCell {
  const slots = slotsOf(lines, cell.start, cell.end)
  const room = slots.reduce((sum, slot) => sum + slot.height, 0)
  const whole = heightOf(cell, cell.value.text)
  const fits = cell.value.text.length <= limits.cell && whole <= Math.max(room, limits.rowHeight)
  const pieces = fits ? cell.pieces : cutText(cell.value, cell.role, cell.width)
  const missing = heightOf(cell, pieces[0] ?? '') - room
  for (const slot of slots)
    if (missing > 0) slot.height = Math.ceil((slot.height + missing / slots.length) * 2) / 2
  const fitted = { ...cell, pieces }
  if (pieces.length > 1) addTail(lines[cell.end], fitted)
  return fitted
}

/** Where the pieces of a cell stand. */
function standOf(lines: readonly Line[], cell: MeasuredCell): Stand {
  const line = lines[cell.end]
  if (cell.start === cell.end)
    return { covered: line?.own.slice(0, 1) ?? [], below: line?.own.slice(1) ?? [] }
  const tail = line?.tails.find(({ start }) => start === cell.start)
  return { covered: slotsOf(lines, cell.start, cell.end), below: tail?.slots ?? [] }
}

/** Labels that are repeated need their room too. */
function raiseForLabels(lines: readonly Line[], cells: readonly MeasuredCell[], words: SheetWords) {
  for (const cell of cells.filter((each) => each.label))
    for (const slot of standOf(lines, cell).below.slice(cell.pieces.length - 1))
      raise(slot, heightOf(cell, labelOf(cell, words)))
}

/** What somebody should know: a text that goes on below, one that no cell could hold, a value of another kind than said. */
function findingsOf(cells: readonly MeasuredCell[], context: BlockContext): readonly Finding[] {
  return cells.flatMap((cell) => {
    const { text, misfit } = cell.value
    const rows = cell.pieces.length
    const place = { sheet: context.sheet, column: context.columns[cell.left - 1]?.title ?? '' }
    const found: Finding[] = []
    if (misfit) found.push(makeFinding('sheet-value-kind', { values: { ...place, value: text } }))
    if (text.length > limits.cell)
      found.push(
        makeFinding('sheet-cell-length', { values: { ...place, rows, length: text.length } }),
      )
    else if (rows > 1)
      found.push(makeFinding('sheet-row-height', { values: { ...place, rows: rows - 1 } }))
    return found
  })
}

/** What each row of the block is to its line of the layout: where nothing stands in it, that decides what it looks like. */
function kindsOf(lines: readonly Line[], rows: readonly SheetRow[]): readonly SlotKind[] {
  return lines.flatMap(({ own, tails }, line) => {
    const { kind, locked } = rows[line] ?? { kind: 'row', locked: false }
    const below = tails.flatMap(({ slots }) => slots)
    return [
      ...own.map((_, index): SlotKind => ({ kind, locked, is: index === 0 ? 'own' : 'more' })),
      ...below.map((): SlotKind => ({ kind, locked, is: 'tail' })),
    ]
  })
}

/**
 * Lays out rows that merged cells hold together. Every row is as high as its text needs; what needs more than 409 pt goes on in rows
 * below, where the columns that name the row are repeated with 续. Throws on cells that overlap: a bug of whoever made the layout.
 */
export function placeBlock(rows: readonly SheetRow[], context: BlockContext): Strip {
  const measured = measureCells(rows, context.columns, context.labels, context.shared)
  const single = measured.filter((cell) => cell.start === cell.end)
  const lines = openLines(rows.length, single)
  const merged = measured
    .filter((cell) => cell.start < cell.end)
    .sort((a, b) => a.end - b.end || b.start - a.start)
    .map((cell) => fitMerged(lines, cell))
  const cells = merged.length === 0 ? single : [...single, ...merged]
  raiseForLabels(lines, cells, context.words)

  const slots = lines.flatMap(({ own, tails }) => [...own, ...tails.flatMap((tail) => tail.slots)])
  const grid = blockGrid(slots, context)
  for (const cell of cells) grid.put(cell, standOf(lines, cell), labelOf(cell, context.words))
  let next = 0
  return {
    ...grid.finish(kindsOf(lines, rows)),
    lines: lines.map(({ own, tails }) => {
      const first = next
      next += own.length + tails.reduce((sum, tail) => sum + tail.slots.length, 0)
      return { first, last: next - 1 }
    }),
    blocks: [{ first: 0, last: slots.length - 1 }],
    findings: findingsOf(cells, context),
  }
}
