import type { TableCell } from 'mdast'

import type { SourceText, Span } from '../../model/index.js'
import { type Leaf, leavesOf } from '../../model/leaf.js'
import { isNumberLine } from './document-number.js'
import { readLabel } from './label.js'
import { cut, type Line, lineOf } from './line.js'
import { endsAsTitle, isDateLine } from './line-shape.js'
import { findLostTables } from './lost-tables.js'
import { isOfficeName, splitOfficeNames } from './office-name.js'
import { splitFlattened } from './split-flattened.js'

/** A cell of a table, where it begins. */
export interface GridCell {
  readonly line: Line
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
}

/** What a notice is made of, in reading order: printed lines, tables, pictures. */
export type Entry =
  | { readonly type: 'line'; readonly line: Line; readonly depth: number | null }
  | { readonly type: 'table'; readonly span: Span; readonly rows: readonly (readonly GridCell[])[] }
  | { readonly type: 'image'; readonly span: Span; readonly description: string }
export type LineEntry = Extract<Entry, { type: 'line' }>
export type TableEntry = Extract<Entry, { type: 'table' }>

/** A line that runs to the edge of a narrow page and ends in the middle of a sentence goes on in the next one. */
const shortestWrapped = 24
const endsSentence = /[。；！？：:;.!?”』」）)】〕]$/

/** Whether a bracket that the line opens is closed in the next one. */
function isInBracket(line: Line, next: Line): boolean {
  const open = line.text.lastIndexOf('（')
  const closed = next.text.indexOf('）')
  const reopened = next.text.indexOf('（')
  return open > line.text.lastIndexOf('）') && closed >= 0 && (reopened < 0 || closed < reopened)
}

/** A row of a table that became a line: its columns are parted by tabs. */
function isColumns(line: Line): boolean {
  return /\S\t+\S.*\S\t+\S/.test(line.text)
}

/** A line of the head or the signature is whole, however wide blanks make it: 某政发〔2024〕3号　　签发人：…, 财政部　　教育部. */
function isWhole(line: Line): boolean {
  return (
    isNumberLine(line.text) || splitOfficeNames(line.text).every(({ name }) => isOfficeName(name))
  )
}

function goesOn(line: Line, next: Line, widest: number): boolean {
  const begins = isNumberLine(next.text) || isDateLine(next.text)
  const isTitle = endsAsTitle(line.text) && /[:：]$/.test(next.text)
  if (isWhole(line) || begins || isTitle || isColumns(line) || isColumns(next)) return false
  if (readLabel(next.text) === null && isInBracket(line, next)) return true
  return (
    line.text.length >= shortestWrapped &&
    line.text.length >= widest * 0.85 &&
    next.text.length <= widest &&
    !endsSentence.test(line.text) &&
    readLabel(next.text) === null
  )
}

/** The printed lines of a leaf; lines that only wrapping parted stay one. */
function linesOf(leaf: Leaf): readonly Line[] {
  const whole = lineOf(leaf)
  if (!whole.text.includes('\n')) return whole.text === '' ? [] : [whole]
  const lines: Line[] = []
  let at = 0
  for (const text of whole.text.split('\n')) {
    const line = cut(whole, at, at + text.length)
    if (line.text !== '') lines.push(line)
    at += text.length + 1
  }
  return joinWrapped(whole, lines)
}

function joinWrapped(whole: Line, lines: readonly Line[]): readonly Line[] {
  const widest = Math.max(...lines.slice(0, 500).map((line) => line.text.length))
  const joined: Line[] = []
  let first: Line | undefined
  for (const [index, line] of lines.entries()) {
    first ??= line
    const next = lines[index + 1]
    if (next !== undefined && goesOn(line, next, widest)) continue
    joined.push(
      first === line
        ? line
        : cut(whole, first.from - whole.from, line.from - whole.from + line.text.length),
    )
    first = undefined
  }
  return joined
}

function gridCellOf(cell: TableCell, leaf: Leaf): GridCell {
  return {
    line: lineOf(leaf),
    rowSpan: Math.max(1, cell.data?.rowSpan ?? 1),
    colSpan: Math.max(1, cell.data?.colSpan ?? 1),
    header: cell.data?.header ?? false,
  }
}

/** The entries of a source. Paragraphs whose breaks were lost are split where a heading, a number or a signature begins. */
export function readEntries(source: Pick<SourceText, 'tree'>): readonly Entry[] {
  const leafOf = new Map(leavesOf(source).map((leaf) => [leaf.node, leaf]))
  const entries: Entry[] = []
  for (const node of source.tree.children) {
    if (node.type === 'heading' || node.type === 'paragraph') {
      const leaf = leafOf.get(node)
      const depth = node.type === 'heading' ? node.depth : null
      if (leaf !== undefined) {
        entries.push(...linesOf(leaf).map((line) => ({ type: 'line', line, depth }) as const))
      }
    } else if (node.type === 'table') {
      const rows = node.children.map((row) =>
        row.children.flatMap((cell) => {
          const leaf = leafOf.get(cell)
          return leaf === undefined ? [] : [gridCellOf(cell, leaf)]
        }),
      )
      entries.push({ type: 'table', span: spanOfNode(node.position), rows })
    } else if (node.type === 'image') {
      entries.push({ type: 'image', span: spanOfNode(node.position), description: node.alt ?? '' })
    }
  }
  return findLostTables(splitFlattened(entries))
}

function spanOfNode(
  position:
    { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined,
): Span {
  const start = position?.start.offset ?? 0
  return { start, end: position?.end.offset ?? start }
}
