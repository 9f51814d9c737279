import { cut, hullOf, type Line } from './line.js'
import type { Entry, GridCell, TableEntry } from './read-entries.js'
import { meaningOf } from './table-columns.js'

/** A table needs a number, something to do and somebody who does it. */
const fewestColumns = 3
/** More columns than that are prose with many blanks. */
const mostColumns = 12

interface Piece {
  readonly start: number
  readonly end: number
}

/** Pieces between tabs; blanks count where there is no tab. */
function piecesOf(text: string): readonly Piece[] {
  const gap = text.includes('\t') ? /[^\t]+/g : /\S+/g
  return [...text.matchAll(gap)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** 序号 工 作 任 务 负责部门: letters that blanks spread over a head are one piece. */
function joinLetters(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const joined: { start: number; end: number }[] = []
  let letters = false
  for (const piece of pieces) {
    const isLetter = text.slice(piece.start, piece.end).trim().length === 1
    const last = joined.at(-1)
    if (isLetter && letters && last !== undefined) last.end = piece.end
    else joined.push({ ...piece })
    letters = isLetter
  }
  return joined
}

/** The columns of a line that is the head of a table: a number first, and bodies among the others. Where only blanks part them, each must be known. */
function headOf(line: Line): readonly Piece[] | null {
  const pieces = joinLetters(line.text, piecesOf(line.text))
  if (pieces.length < fewestColumns || pieces.length > mostColumns) return null
  const kinds = pieces.map(({ start, end }) => meaningOf(line.text.slice(start, end))?.kind)
  const isHead =
    kinds[0] === 'serial' &&
    kinds.includes('role') &&
    (line.text.includes('\t') || kinds.every((kind) => kind !== undefined))
  return isHead ? pieces : null
}

/** A line as a row of so many columns: a number first. Of three columns the middle one may hold blanks. */
function rowOf(line: Line, columns: number): readonly Piece[] | null {
  const pieces = piecesOf(line.text)
  const [first, second] = pieces
  const last = pieces.at(-1)
  if (
    first === undefined ||
    !/^\d{1,3}[.．、]?$/.test(line.text.slice(first.start, first.end).trim())
  )
    return null
  if (pieces.length === columns) return pieces
  if (columns !== 3 || pieces.length < 3 || second === undefined || last === undefined) return null
  const before = pieces.at(-2)
  return before === undefined ? null : [first, { start: second.start, end: before.end }, last]
}

function cellsOf(line: Line, pieces: readonly Piece[], header: boolean): readonly GridCell[] {
  return pieces.map(({ start, end }) => ({
    line: cut(line, start, end),
    rowSpan: 1,
    colSpan: 1,
    header,
  }))
}

function tableAt(
  entries: readonly Entry[],
  at: number,
): { readonly table: TableEntry; readonly length: number } | null {
  const head = entries[at]
  const columns = head?.type === 'line' ? headOf(head.line) : null
  if (head?.type !== 'line' || columns === null) return null
  const rows = [cellsOf(head.line, columns, true)]
  let last = head.line
  for (
    let next = entries[at + rows.length];
    next?.type === 'line';
    next = entries[at + rows.length]
  ) {
    const row = rowOf(next.line, columns.length)
    if (row === null) break
    rows.push(cellsOf(next.line, row, false))
    last = next.line
  }
  if (rows.length < 2) return null
  const span = { start: hullOf(head.line).start, end: hullOf(last).end }
  return { table: { type: 'table', span, rows }, length: rows.length }
}

/**
 * Tables that whoever stored the text made lines of, their columns parted by tabs or blanks: a line of known heads, then lines that begin with a number. Where a row does
 * not fit, the table ends: nothing is guessed.
 */
export function findLostTables(entries: readonly Entry[]): readonly Entry[] {
  const found: Entry[] = []
  for (let at = 0; at < entries.length;) {
    const entry = entries[at]
    if (entry === undefined) break
    const table =
      entry.type === 'line' && /^\s*(?:序\s*号|编\s*号|项\s*次)\s/.test(entry.line.text)
        ? tableAt(entries, at)
        : null
    found.push(table?.table ?? entry)
    at += table?.length ?? 1
  }
  return found
}
