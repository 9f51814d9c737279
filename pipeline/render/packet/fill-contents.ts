import type { Flow, FlowBlock, FlowRow, FlowTable, Packet } from '../../model/index.js'
import type { SetPage } from '../../typeset/index.js'
import { blockKey, cellKey } from '../../typeset/flow-texts.js'

interface Contents {
  readonly table: FlowTable
  readonly block: number
}

function contentsOf({ flow, contents, parts }: Packet): Contents | null {
  const blocks = flow.sections[0]?.blocks ?? []
  const block = blocks.findIndex(
    (each) => each.type === 'table' && each.anchor !== null && each.anchor === contents,
  )
  const table = blocks[block]
  if (table?.type !== 'table') return null
  if (table.rows.length !== parts.length)
    throw new Error('a packet’s contents do not list its parts')
  return { table, block }
}

function withPage(row: FlowRow, text: string): FlowRow {
  const cells = row.cells.map((cell, index) =>
    index < row.cells.length - 1
      ? cell
      : {
          ...cell,
          paragraphs: [[{ type: 'text', text, face: null, colour: null, link: null } as const]],
        },
  )
  return { ...row, cells }
}

/** The packet’s own flow with the first page of each part in its contents; null: it is missing. */
export function fillContents(packet: Packet, firsts: readonly (number | null)[]): Flow {
  const found = contentsOf(packet)
  const { flow, missing } = packet
  if (found === null) return flow
  const rows = found.table.rows.map((row, index) => {
    const first = firsts[index] ?? null
    return withPage(row, first === null ? missing : String(first))
  })
  const filled: FlowTable = { ...found.table, rows }
  const sections = flow.sections.map((section, index) => {
    if (index > 0) return section
    const blocks = section.blocks.map((block, at): FlowBlock =>
      at === found.block ? filled : block,
    )
    return { ...section, blocks }
  })
  return { ...flow, sections }
}

/** A row of the contents on a page of the cover; pt from the page’s left and top edge. */
export interface ContentsLine {
  readonly part: number
  /** Page of the cover, from 0. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where the rows of the contents stand on the cover’s pages, so that they can be made links. */
export function contentsLines(packet: Packet, cover: readonly SetPage[]): readonly ContentsLine[] {
  const found = contentsOf(packet)
  if (found === null) return []
  const key = blockKey(0, found.block)
  return packet.parts.flatMap((_part, part) =>
    cover.flatMap((page, index): ContentsLine[] => {
      const cells = found.table.rows[part]?.cells ?? []
      const starts = cells.map((_cell, cell) => `${cellKey(key, 'row', part, cell)}/`)
      const marks = page.marks.filter(({ from }) => starts.some((start) => from?.startsWith(start)))
      if (marks.length === 0) return []
      return [
        {
          part,
          page: index,
          left: Math.min(...marks.map(({ x }) => x)),
          top: Math.min(...marks.map(({ y, size }) => y - size)),
          right: Math.max(...marks.map(({ x, width }) => x + width)),
          bottom: Math.max(...marks.map(({ y, size }) => y + size * 0.25)),
        },
      ]
    }),
  )
}
