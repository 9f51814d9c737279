import type { PhrasingContent, Root, RootContent, TableCell } from 'mdast'
import { location } from 'vfile-location'

import type { Finding, OriginRun, Piece, Place, Span } from '../../model/index.js'

/** A leaf before it is a node: its pieces in order, and the stretch that it takes with its markup. */
export interface LeafDraft extends Span {
  readonly pieces: readonly Piece[]
}

export interface CellDraft extends LeafDraft {
  readonly rowSpan?: number
  readonly colSpan?: number
  readonly header?: boolean
}

/** A block of a source, before it is a node of the tree. Spans count in the reading text. */
export type BlockDraft =
  | ({ readonly type: 'heading'; readonly depth: 1 | 2 | 3 | 4 | 5 | 6 } & LeafDraft)
  | ({ readonly type: 'paragraph' } & LeafDraft)
  | ({ readonly type: 'table'; readonly rows: readonly (readonly CellDraft[])[] } & Span)
  | ({ readonly type: 'image'; readonly url: string; readonly alt: string } & Span)

/** Turns a span of a text into a place with lines and columns. */
export function placesOf(text: string): (span: Span) => Place {
  const file = location(text)
  const pointAt = (offset: number) => {
    const point = file.toPoint(offset)
    if (point?.offset === undefined) throw new Error(`no point at offset ${offset}`)
    return { line: point.line, column: point.column, offset: point.offset }
  }
  return ({ start, end }) => ({ start: pointAt(start), end: pointAt(end) })
}

/** Index of the first run that ends after an offset. Runs are in order. */
function firstRunAfter(origin: readonly OriginRun[], offset: number): number {
  let low = 0
  let high = origin.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((origin[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Where spans of a reading text stand in the decoded file: from the first character that the file holds to the last; null where it holds none. */
export function filePlaces(
  origin: readonly OriginRun[],
  fileText: string,
): (span: Span) => Place | null {
  const position = placesOf(fileText)
  return (span) => {
    let from: number | null = null
    let to = 0
    for (let index = firstRunAfter(origin, span.start); ; index += 1) {
      const run = origin[index]
      if (!run || (run.start >= span.end && run.start > span.start)) break
      if (run.at.kind !== 'offset') continue
      from ??= run.at.offset + Math.max(0, span.start - run.start)
      to = run.at.offset + Math.max(0, Math.min(run.end, span.end) - run.start)
    }
    return from === null ? null : position({ start: from, end: Math.max(from, to) })
  }
}

/** A finding with its place in the file, where its span has one. */
export function placed(finding: Finding, placeOf: (span: Span) => Place | null): Finding {
  return finding.span === null || finding.place !== null
    ? finding
    : { ...finding, place: placeOf(finding.span) }
}

/** Pieces that follow each other without a gap become one, so that a plain leaf has one text node. */
function joined(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    if (piece.text === '') continue
    const before = result.at(-1)
    const touches = before?.end === piece.start
    if (before && touches && isSlice(text, before) && isSlice(text, piece)) {
      result[result.length - 1] = {
        start: before.start,
        end: piece.end,
        text: before.text + piece.text,
      }
    } else result.push(piece)
  }
  return result
}

function isSlice(text: string, piece: Piece): boolean {
  return piece.text === text.slice(piece.start, piece.end)
}

/** The mdast root of a source: blocks in order, every node with its position in the reading text. */
export function treeOf(text: string, blocks: readonly BlockDraft[]): Root {
  const position = placesOf(text)
  const phrasing = (leaf: LeafDraft): PhrasingContent[] =>
    joined(text, leaf.pieces).map((piece) =>
      piece.text === '\n' && !isSlice(text, piece)
        ? { type: 'break', position: position(piece) }
        : { type: 'text', value: piece.text, position: position(piece) },
    )
  const cellOf = (cell: CellDraft): TableCell => {
    const data = {
      ...((cell.rowSpan ?? 1) > 1 && { rowSpan: cell.rowSpan }),
      ...((cell.colSpan ?? 1) > 1 && { colSpan: cell.colSpan }),
      ...(cell.header === true && { header: true }),
    }
    return {
      type: 'tableCell',
      children: phrasing(cell),
      ...(Object.keys(data).length > 0 && { data }),
      position: position(cell),
    }
  }
  const nodeOf = (block: BlockDraft): RootContent => {
    switch (block.type) {
      case 'heading':
        return {
          type: 'heading',
          depth: block.depth,
          children: phrasing(block),
          position: position(block),
        }
      case 'paragraph':
        return { type: 'paragraph', children: phrasing(block), position: position(block) }
      case 'image':
        return { type: 'image', url: block.url, alt: block.alt, position: position(block) }
      case 'table':
        return {
          type: 'table',
          children: block.rows.map((row) => ({
            type: 'tableRow',
            children: row.map(cellOf),
            position: position({
              start: row[0]?.start ?? block.start,
              end: row.at(-1)?.end ?? block.start,
            }),
          })),
          position: position(block),
        }
    }
  }
  return {
    type: 'root',
    children: blocks.map(nodeOf),
    position: position({ start: 0, end: text.length }),
  }
}
