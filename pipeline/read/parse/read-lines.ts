import { makeFinding } from '../../messages/index.js'
import type { Finding, Span } from '../../model/index.js'
import type { LeafDraft } from './tree-of.js'

/** What lines hold: paragraphs and tables, without their inline markup read yet. */
export type LineBlock =
  | ({ readonly type: 'paragraph' } & Span)
  | ({ readonly type: 'table'; readonly rows: readonly (readonly Span[])[] } & Span)

/** `|` that no backslash stands before: what parts the cells of a row. */
function barsOf(line: string): readonly number[] {
  const bars: number[] = []
  for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) {
    let backslashes = 0
    while (line.charAt(at - 1 - backslashes) === '\\') backslashes += 1
    if (backslashes % 2 === 0) bars.push(at)
  }
  return bars
}

/** A span without the spaces and tabs at its ends; full-width spaces are text. */
export function trimBlanks(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  const isBlank = (at: number) => ' \t\n'.includes(text.charAt(at))
  while (from < to && isBlank(from)) from += 1
  while (to > from && isBlank(to - 1)) to -= 1
  return { start: from, end: to }
}

/** The cells of a row, without the bars and the blanks beside them: `| 1 | 名称 |` has two. */
export function cellsOf(text: string, line: Span): readonly Span[] {
  const row = trimBlanks(text, line)
  const bars = barsOf(text.slice(row.start, row.end)).map((at) => row.start + at)
  const edges = [row.start - 1, ...bars, row.end]
  if (bars[0] === row.start) edges.shift()
  if (bars.length > 1 && bars.at(-1) === row.end - 1) edges.pop()
  return edges
    .slice(0, -1)
    .map((edge, index) => trimBlanks(text, { start: edge + 1, end: edges[index + 1] ?? row.end }))
}

/** How many columns a delimiter row declares; 0 where the line is none: `|---|:-:|` has two. */
function delimiterColumns(text: string, line: Span): number {
  const row = text.slice(line.start, line.end)
  if (!/^[\s|:-]+$/.test(row) || !row.includes('|')) return 0
  const cells = cellsOf(text, line)
  return cells.every(({ start, end }) => /^:?-+:?$/.test(text.slice(start, end))) ? cells.length : 0
}

function linesOf(text: string, span: Span): readonly Span[] {
  const lines: Span[] = []
  let start = span.start
  while (start < span.end) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? span.end : Math.min(newline, span.end)
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

/** Collects what lines hold, one line after another. */
class LineReader {
  readonly blocks: LineBlock[] = []
  readonly findings: Finding[] = []
  private readonly lines: readonly Span[]
  /** Columns of the table that the lines at hand may still belong to; 0: none since the last empty line. */
  private columns = 0
  private intruder: Span | null = null

  constructor(
    private readonly text: string,
    span: Span,
  ) {
    this.lines = linesOf(text, span)
  }

  read(): void {
    let at = 0
    while (at < this.lines.length) {
      if (this.isEmpty(at)) {
        this.columns = 0
        this.intruder = null
        at += 1
      } else if (this.startsTable(at)) at = this.readTable(at, at + 2)
      else if (this.goesOn(at)) at = this.readTable(at, at)
      else at = this.readParagraph(at)
    }
  }

  private lineAt(at: number): Span {
    return this.lines[at] ?? { start: this.text.length, end: this.text.length }
  }

  private contentAt(at: number): string {
    const { start, end } = this.lineAt(at)
    return this.text.slice(start, end)
  }

  private isEmpty(at: number): boolean {
    return !/\S/.test(this.contentAt(at))
  }

  private isRow(at: number): boolean {
    return at < this.lines.length && barsOf(this.contentAt(at)).length > 0
  }

  private startsTable(at: number): boolean {
    return this.isRow(at) && delimiterColumns(this.text, this.lineAt(at + 1)) > 0
  }

  /** Rows after a line that stands in the midst of a table belong to the table still. */
  private goesOn(at: number): boolean {
    return (
      this.columns > 1 &&
      this.isRow(at) &&
      cellsOf(this.text, this.lineAt(at)).length === this.columns
    )
  }

  /** Reads a table from its first line, whose further rows begin at `next`; returns the line after it. */
  private readTable(first: number, next: number): number {
    const rows = [cellsOf(this.text, this.lineAt(first))]
    let at = Math.max(next, first + 1)
    while (this.isRow(at)) {
      rows.push(cellsOf(this.text, this.lineAt(at)))
      at += 1
    }
    const whole = { start: this.lineAt(first).start, end: this.lineAt(at - 1).end }
    this.blocks.push({ type: 'table', rows, ...trimBlanks(this.text, whole) })
    const goesOn = next === first
    if (goesOn && this.intruder) {
      this.findings.push(makeFinding('table-unbroken', { span: this.intruder }))
    } else this.checkDelimiter(first, rows[0]?.length ?? 0)
    this.checkRows(rows, goesOn ? this.columns : (rows[0]?.length ?? 0))
    this.columns = goesOn ? this.columns : (rows[0]?.length ?? 0)
    this.intruder = null
    return at
  }

  private checkDelimiter(first: number, head: number): void {
    const delimiter = delimiterColumns(this.text, this.lineAt(first + 1))
    if (delimiter === head) return
    const span = trimBlanks(this.text, this.lineAt(first + 1))
    this.findings.push(
      makeFinding('table-delimiter-matches-head', { values: { head, delimiter }, span }),
    )
  }

  private checkRows(rows: readonly (readonly Span[])[], columns: number): void {
    const uneven = rows.filter((row) => row.length !== columns)
    const [first] = uneven
    if (first === undefined) return
    const rowSpan = { start: first[0]?.start ?? 0, end: first.at(-1)?.end ?? 0 }
    this.findings.push(
      makeFinding('table-rows-even', {
        values: { rows: uneven.length, columns, cells: first.length },
        span: rowSpan,
      }),
    )
  }

  private readParagraph(first: number): number {
    let at = first
    do at += 1
    while (at < this.lines.length && !this.isEmpty(at) && !this.startsTable(at) && !this.goesOn(at))
    const whole = { start: this.lineAt(first).start, end: this.lineAt(at - 1).end }
    const span = trimBlanks(this.text, whole)
    this.blocks.push({ type: 'paragraph', ...span })
    this.intruder = this.columns > 0 ? span : null
    return at
  }
}

/**
 * Reads lines of Markdown or plain text: empty lines part paragraphs; a line with bars above a delimiter row begins a table, which ends
 * before the first line without a bar. (GFM takes such a line for a row, and gives up a table whose delimiter row has another number of columns.)
 */
export function readLines(
  text: string,
  span: Span,
): { readonly blocks: readonly LineBlock[]; readonly findings: readonly Finding[] } {
  const reader = new LineReader(text, span)
  reader.read()
  return { blocks: reader.blocks, findings: reader.findings }
}

/** A leaf that is its slice of the text. */
export function sliceLeaf(text: string, span: Span): LeafDraft {
  return { ...span, pieces: [{ ...span, text: text.slice(span.start, span.end) }] }
}
