import { makeFinding } from '../../messages/index.js'
import {
  sha256,
  type Finding,
  type Packet,
  type PacketPart,
  type TakeSupply,
} from '../../model/index.js'
import type { FaceSet, SetPage } from '../../typeset/index.js'
import { assemblePacket, type Piece } from './assemble-packet.js'
import { contentsLines, fillContents } from './fill-contents.js'
import { openPart } from './open-part.js'
import { drawOwnPages, setOwnPages } from './own-pages.js'
import type { Bookmark } from './part-bookmarks.js'
import { placeParts, type PlacedParts } from './place-parts.js'

interface RenderedPacket {
  /** null where an error among the findings says why the file must not be written. */
  readonly bytes: Uint8Array | null
  readonly findings: readonly Finding[]
}

/** A part whose pages are at hand; null: it is missing. */
type Content =
  | { readonly type: 'own'; readonly pages: readonly SetPage[] }
  | {
      readonly type: 'copied'
      readonly pages: Extract<Piece['pages'], { type: 'copied' }>
      readonly length: number
    }

const isError = ({ severity }: Finding): boolean => severity === 'error'

/** Bookmarks of own pages as a tree, measured from a page’s foot. */
function bookmarksOfPages(pages: readonly SetPage[]): readonly Bookmark[] {
  const flat = pages.flatMap(({ bookmarks, height }, page) =>
    bookmarks.map(({ level, title, y }) => ({ level, title, page, top: height - y })),
  )
  const treeFrom = (from: number, to: number): Bookmark[] => {
    const list: Bookmark[] = []
    for (let at = from; at < to;) {
      const head = flat[at]
      if (head === undefined) break
      let next = at + 1
      while (next < to && (flat[next]?.level ?? 0) > head.level) next += 1
      const { title, page, top } = head
      list.push({ title, page, top, below: treeFrom(at + 1, next) })
      at = next
    }
    return list
  }
  return treeFrom(0, flat.length)
}

/** Gathers the parts of one packet, and what there is to say of them. */
class Gathering {
  readonly findings: Finding[] = []

  constructor(
    private readonly packet: Packet,
    private readonly faces: FaceSet,
    private readonly take: TakeSupply,
  ) {}

  /** The pages of an own section. */
  own(section: number, flow = this.packet.flow): readonly SetPage[] {
    const { pages, findings } = setOwnPages(flow, section, this.faces)
    this.findings.push(...findings)
    return pages
  }

  async content({ title, from }: PacketPart): Promise<Content | null> {
    if (from.type === 'missing') return null
    if (from.type === 'section') return { type: 'own', pages: this.own(from.section) }
    const bytes = await this.take(from)
    if (bytes === null) return null
    const opened = await openPart(bytes)
    if (opened.type === 'pdf') {
      const { document, pages } = opened
      return {
        type: 'copied',
        pages: { type: 'copied', document, hash: sha256(bytes) },
        length: pages,
      }
    }
    const values = { file: from.path, title }
    const rule = opened.type === 'encrypted' ? 'packet-part-is-open' : 'packet-part-is-sound'
    this.findings.push(makeFinding(rule, { path: from.path, values }))
    return null
  }
}

const lengthOf = (content: Content | null): number | null =>
  content === null ? null : content.type === 'own' ? content.pages.length : content.length

/** How often the cover is set anew, so that its contents name the pages that its own length leads to. */
const mostRounds = 4

/** Sets the cover with the pages of the parts in it. */
function setCover(
  gathering: Gathering,
  packet: Packet,
  lengths: readonly (number | null)[],
): { readonly cover: readonly SetPage[]; readonly placed: PlacedParts } {
  let cover: readonly SetPage[] = []
  let placed = placeParts([1, ...lengths], packet.duplex)
  for (let round = 0; round < mostRounds; round += 1) {
    const before = gathering.findings.length
    cover = gathering.own(0, fillContents(packet, placed.firsts.slice(1)))
    const next = placeParts([cover.length, ...lengths], packet.duplex)
    const settled = JSON.stringify(next) === JSON.stringify(placed)
    placed = next
    if (settled) break
    gathering.findings.length = before
  }
  return { cover, placed }
}

/** The part that each piece is, in order, with the first of its pages in the packet’s own PDF where it has some there. */
function piecesOf(
  packet: Packet,
  contents: readonly (Content | null)[],
  cover: readonly SetPage[],
  { firsts }: PlacedParts,
): { readonly pieces: readonly Piece[]; readonly own: readonly SetPage[] } {
  const own: SetPage[] = [...cover]
  const ownPiece = (title: string | null, first: number, from: number, pages: typeof cover) => ({
    title,
    first,
    pages: {
      type: 'own',
      from,
      count: pages.length,
      bookmarks: bookmarksOfPages(pages),
    } as const,
  })
  const pieces: Piece[] = [ownPiece(null, 1, 0, cover)]
  contents.forEach((content, index) => {
    const first = firsts[index + 1]
    const title = packet.parts[index]?.title ?? ''
    if (content === null || first == null) return
    if (content.type === 'copied') pieces.push({ title, first, pages: content.pages })
    else {
      pieces.push(ownPiece(title, first, own.length, content.pages))
      own.push(...content.pages)
    }
  })
  return { pieces, own }
}

/**
 * Puts a packet together from pages that were rendered already, between a cover and leaves of its own. A part that is not there, or cannot be
 * opened, stands in the contents as missing and does not sink the packet. The same bytes for the same parts.
 */
export async function renderPacket(
  packet: Packet,
  faces: FaceSet,
  take: TakeSupply,
): Promise<RenderedPacket> {
  const gathering = new Gathering(packet, faces, take)
  const { findings } = gathering
  const contents: (Content | null)[] = []
  for (const part of packet.parts) contents.push(await gathering.content(part))
  const { cover, placed } = setCover(gathering, packet, contents.map(lengthOf))
  if (findings.some(isError)) return { bytes: null, findings }

  const { pieces, own } = piecesOf(packet, contents, cover, placed)
  const { flow } = packet
  const { properties } = flow
  const drawing = { pages: own, numbers: placed.total, properties }
  const drawn = await drawOwnPages(flow, drawing, faces)
  findings.push(...drawn.findings)
  const missing = packet.parts.filter((_part, index) => contents[index] === null)
  if (missing.length > 0) {
    const values = { packet: properties.title, parts: missing.map(({ title }) => title) }
    findings.push(makeFinding('packet-is-whole', { values }))
  }
  if (findings.some(isError)) return { bytes: null, findings }
  const lines = contentsLines(packet, cover)
  const bytes = await assemblePacket({
    own: drawn.bytes,
    ownPages: own.length,
    pieces,
    total: placed.total,
    links: lines.flatMap((line) => {
      const to = placed.firsts[line.part + 1]
      return to == null ? [] : [{ ...line, to }]
    }),
    properties,
    sheet: flow.style.page,
  })
  return { bytes, findings }
}
