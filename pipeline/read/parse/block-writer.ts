import type { Dropped, OriginRun, Piece, Span } from '../../model/index.js'
import type { DropReason } from './drop-reason.js'
import { ReadingText } from './reading-text.js'
import type { BlockDraft, CellDraft } from './tree-of.js'
import { trimPieces } from './trim-pieces.js'

/** A run of a block’s text, or of what is dropped in its midst, with where the file holds it. */
export interface BlockRun {
  readonly text: string
  readonly at: OriginRun['at']
  readonly dropped: DropReason | null
}

export type HeadingDepth = Extract<BlockDraft, { type: 'heading' }>['depth']

/** What of a cell is known before its text is. */
export interface CellShape {
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
}

/** Writes the blocks of a file whose reading text is laid out (HTML, Word): one after another, parted by line ends, the cells of a row by tabs. */
export class BlockWriter {
  readonly reading = new ReadingText()
  readonly blocks: BlockDraft[] = []
  readonly dropped: Dropped[] = []
  /** Within a cell blocks become lines of it. */
  private cell: Piece[] | null = null

  get isInCell(): boolean {
    return this.cell !== null
  }

  /** The place where the next block will stand. */
  here(): Span {
    return { start: this.reading.end, end: this.reading.end }
  }

  /** Writes a paragraph, or a heading where a depth is given. Runs that say nothing write nothing but what is dropped among them. */
  paragraph(runs: readonly BlockRun[], depth: HeadingDepth | null): void {
    const says = runs.some((run) => run.dropped === null && /\S/.test(run.text))
    const written = runs.filter(({ text, dropped }) =>
      dropped === null ? says && text !== '' : /\S/.test(text),
    )
    if (written.length === 0) return
    const { start } = this.here()
    if (!this.reading.isSeparated) this.reading.separate('\n')
    const separator = { start, end: this.reading.end, text: '\n' }
    const pieces = this.write(written)
    const [first] = pieces
    if (first === undefined) return
    if (this.cell !== null) {
      if (this.cell.length > 0) this.cell.push(separator)
      this.cell.push(...pieces)
      return
    }
    const leaf = { pieces, start: first.start, end: pieces.at(-1)?.end ?? first.end }
    if (depth === null) this.blocks.push({ type: 'paragraph', ...leaf })
    else this.blocks.push({ type: 'heading', depth, ...leaf })
  }

  /** Writes a table cell by cell; `write` fills each. */
  table<Cell extends CellShape>(
    rows: readonly (readonly Cell[])[],
    write: (cell: Cell) => void,
  ): void {
    const { start } = this.here()
    const drafts = rows.map((row) =>
      row.map((cell, index) => this.writeCell(cell, index === 0, write)),
    )
    const filled = drafts.flat().filter(({ pieces }) => pieces.length > 0)
    const from = filled[0]?.start ?? start
    const end = Math.max(from, filled.at(-1)?.end ?? from)
    this.blocks.push({ type: 'table', rows: drafts, start: from, end })
  }

  /** A picture on its own; in a cell it has no place of its own. */
  image(url: string, alt: string): void {
    if (this.cell === null) this.blocks.push({ type: 'image', url, alt, ...this.here() })
  }

  private writeCell<Cell extends CellShape>(
    cell: Cell,
    isFirst: boolean,
    write: (cell: Cell) => void,
  ): CellDraft {
    this.reading.separate(isFirst ? '\n' : '\t')
    const pieces: Piece[] = []
    const { start: place } = this.here()
    this.cell = pieces
    write(cell)
    this.cell = null
    const start = pieces[0]?.start ?? place
    const { rowSpan, colSpan, header } = cell
    return { pieces, start, end: pieces.at(-1)?.end ?? start, rowSpan, colSpan, header }
  }

  private write(runs: readonly BlockRun[]): readonly Piece[] {
    const pieces: Piece[] = []
    for (const run of runs) {
      const span = this.reading.append(run.text, run.at)
      if (run.dropped === null) pieces.push({ ...span, text: run.text })
      else this.dropped.push({ span, reason: run.dropped })
    }
    return trimPieces(pieces)
  }
}
