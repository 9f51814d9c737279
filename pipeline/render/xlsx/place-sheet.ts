import type { Sheet, SheetColumn, SheetRow } from '../../model/index.js'
import { limits } from './limits.js'
import { placeBand } from './place-band.js'
import { placeBlock, type BlockContext } from './place-block.js'
import {
  joinStrips,
  type CellLook,
  type PlacedCell,
  type PlacedRow,
  type PlacedSheet,
  type Strip,
} from './placed-sheet.js'
import { heightOfText, heightOfTurned } from './row-height.js'
import { sharedCells } from './shared-cells.js'
import type { SheetWords } from './words.js'

const plain: Omit<CellLook, 'role'> = {
  align: 'left',
  vertical: 'middle',
  format: 'general',
  mark: null,
  open: false,
  link: false,
  turned: false,
}

function placeSecrecy(secrecy: string, columns: readonly SheetColumn[]): Strip {
  const right = Math.max(1, Math.min(3, columns.length))
  const look: CellLook = { ...plain, role: 'secrecy' }
  const cells = Array.from({ length: right }, (_, index): PlacedCell => ({
    column: index + 1,
    value: index === 0 ? secrecy : null,
    formula: null,
    look,
  }))
  return {
    rows: [{ height: heightOfText('secrecy', secrecy, 40), cells }],
    merges: right > 1 ? [{ top: 0, left: 1, bottom: 0, right }] : [],
    links: [],
    lines: [],
    blocks: [],
    findings: [],
  }
}

function placeHead(columns: readonly SheetColumn[]): Strip {
  const cells = columns.map((column, index): PlacedCell => {
    const role = column.use === 'fill' ? 'fillHead' : 'head'
    const look: CellLook = { ...plain, role, align: 'center', turned: column.turned }
    return {
      column: index + 1,
      value: column.title === '' ? null : column.title,
      formula: null,
      look,
    }
  })
  const heightOf = ({ title, width, turned }: SheetColumn): number =>
    turned ? heightOfTurned('head', title) : heightOfText('head', title, width)
  const height = Math.min(limits.rowHeight, Math.max(...columns.map(heightOf)))
  return {
    rows: [{ height, cells }],
    merges: [],
    links: [],
    lines: [{ first: 0, last: 0 }],
    blocks: [],
    findings: [],
  }
}

/** Rows that merged cells hold together, as groups; most groups are one row. */
function* blocksOf(rows: readonly SheetRow[]): Generator<readonly SheetRow[]> {
  let begin = 0
  let end = 0
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) end = Math.max(end, index + (cell?.rowSpan ?? 1) - 1)
    if (index < end) continue
    yield rows.slice(begin, index + 1)
    begin = index + 1
  }
  if (begin < rows.length) yield rows.slice(begin)
}

function* placeBlocks(rows: readonly SheetRow[], context: BlockContext): Generator<Strip> {
  for (const block of blocksOf(rows)) yield placeBlock(block, context)
}

/** How many columns name a row, so that they are repeated where it goes on: those that stay in sight, and at least the first. */
function labelsOf(sheet: Sheet): number {
  return Math.max(1, sheet.frozenColumns)
}

/** An empty row before the first: rows of a sheet count from 1. */
const zero: Strip = {
  rows: [{ height: 0, cells: [] }],
  merges: [],
  links: [],
  lines: [{ first: 0, last: 0 }],
  blocks: [],
  findings: [],
}

/** Lets the cells of rows go; of rows that are equally high one is kept. */
function withoutCells(): (strip: Strip) => Strip {
  const known = new Map<number, PlacedRow>()
  const bare = ({ height }: PlacedRow): PlacedRow => {
    const row = known.get(height) ?? { height, cells: [] }
    known.set(height, row)
    return row
  }
  return (strip) => ({ ...strip, rows: strip.rows.map(bare) })
}

function* eachOf(strips: Iterable<Strip>, change: (strip: Strip) => Strip): Generator<Strip> {
  for (const strip of strips) yield change(strip)
}

function* rowsIn(parts: readonly Iterable<Strip>[]): Generator<PlacedRow> {
  for (const strips of parts) for (const { rows } of strips) yield* rows
}

/**
 * Lays a sheet out row by row: secrecy, bands above, the head, the rows, bands below; heights computed, texts that are too tall cut
 * into rows of their own, merged cells as areas. Pure: knows nothing of exceljs.
 *
 * @param keep whether its cells stay; else they are laid out anew when they are written, row by row: a ledger’s would be a million
 */
export function placeSheet(
  sheet: Sheet,
  secrecy: string | null,
  words: SheetWords,
  keep = true,
): PlacedSheet {
  const { columns } = sheet
  const context = {
    columns,
    labels: labelsOf(sheet),
    words,
    sheet: sheet.name,
    shared: sharedCells(),
  }
  const above = joinStrips([
    ...(secrecy === null ? [] : [placeSecrecy(secrecy, columns)]),
    ...sheet.above.map((band) => placeBand(band, columns)),
  ])
  const below = joinStrips(sheet.below.map((band) => placeBand(band, columns)))
  const begin = [zero, above, placeHead(columns)]
  const body = (): Iterable<Strip> => placeBlocks(sheet.rows, context)
  const whole = joinStrips(
    (function* () {
      yield* begin
      yield* keep ? body() : eachOf(body(), withoutCells())
      yield below
    })(),
  )
  const headRow = above.rows.length + 1
  const last = whole.rows.length - 1 - below.rows.length
  return {
    ...whole,
    headRow,
    body: last === headRow ? null : { first: headRow + 1, last },
    written: () => (keep ? whole.rows : rowsIn([begin, body(), [below]])),
  }
}
