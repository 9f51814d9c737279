import type { Finding, SheetCell } from '../../model/index.js'

/** What a cell is for; decides face, fill and border. */
export type CellRole =
  | 'secrecy'
  | 'title'
  | 'label'
  | 'blank'
  | 'note'
  | 'head'
  | 'fillHead'
  | 'printed'
  | 'fill'
  | 'group'
  | 'total'

/** All that decides a cell’s style. */
export interface CellLook {
  readonly role: CellRole
  readonly align: 'left' | 'center' | 'right'
  readonly vertical: 'top' | 'middle' | 'bottom'
  readonly format: 'general' | 'text' | 'date'
  readonly mark: SheetCell['mark']
  /** May be written in when the sheet is protected. */
  readonly open: boolean
  readonly link: boolean
  /** Its text runs from top to bottom. */
  readonly turned: boolean
}

export interface PlacedCell {
  /** From 1. */
  readonly column: number
  /** A date is its serial number. */
  readonly value: string | number | null
  /** Without `=`; counts lines as the layout does until `shiftReferences` was over it. */
  readonly formula: string | null
  readonly look: CellLook
  /** The file that it leads to, as it lies from this one. */
  readonly file?: string
}

export interface PlacedRow {
  /** pt, at most 409 */
  readonly height: number
  readonly cells: readonly PlacedCell[]
}

/** Rows from 0 within a strip, from 1 within a sheet; columns from 1; ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A cell that leads to another place of the workbook, which counts lines as the layout does. */
export interface PlacedLink {
  readonly row: number
  readonly column: number
  readonly place: string
}

/** Where a line of the layout (a band, the head, a row) came to stand. */
export interface LineSpan {
  readonly first: number
  readonly last: number
}

/** Some rows one under the other, counted from 0. */
export interface Strip {
  readonly rows: readonly PlacedRow[]
  readonly merges: readonly Area[]
  readonly links: readonly PlacedLink[]
  readonly lines: readonly LineSpan[]
  /** Rows of the table’s body as merged cells hold them together; most are one row. */
  readonly blocks: readonly LineSpan[]
  readonly findings: readonly Finding[]
}

/** A sheet row by row, all texts cut to what a row can hold; rows count from 1. */
export interface PlacedSheet extends Strip {
  readonly headRow: number
  /** First and last row of the table’s body; null: it has none. */
  readonly body: LineSpan | null
  /** The rows with their cells, as `rows` but from a large sheet laid out anew: `rows` has its heights alone. */
  readonly written: () => Iterable<PlacedRow>
}

/** Puts strips one under the other; takes them one by one, so that none but the whole is kept. */
export function joinStrips(strips: Iterable<Strip>): Strip {
  const rows: PlacedRow[] = []
  const merges: Area[] = []
  const links: PlacedLink[] = []
  const lines: LineSpan[] = []
  const blocks: LineSpan[] = []
  const findings: Finding[] = []
  for (const strip of strips) {
    const by = rows.length
    for (const row of strip.rows) rows.push(row)
    for (const { top, left, bottom, right } of strip.merges)
      merges.push({ top: top + by, left, bottom: bottom + by, right })
    for (const link of strip.links) links.push({ ...link, row: link.row + by })
    for (const { first, last } of strip.lines) lines.push({ first: first + by, last: last + by })
    for (const { first, last } of strip.blocks) blocks.push({ first: first + by, last: last + by })
    for (const finding of strip.findings) findings.push(finding)
  }
  return { rows, merges, links, lines, blocks, findings }
}
