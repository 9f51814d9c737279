import { nameOfTag, tagsOf } from './map-tags.js'

interface Piece {
  readonly name: string
  readonly xml: string
}

interface Collector {
  readonly depth: number
  readonly contentStart: number
  readonly pieces: Piece[]
  childStart: number
  childName: string
}

function sorted(pieces: readonly Piece[], order: readonly string[]): string | null {
  if (pieces.some((piece) => !order.includes(piece.name))) return null
  return [...pieces]
    .sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    .map((piece) => piece.xml)
    .join('')
}

/**
 * Puts the child elements of every `parent` element in the order that its schema asks for, equals as they stood. An element with a
 * child that `order` does not name, or with text of its own, stays as it is: better a file in another order than one with something lost.
 */
export function orderChildren(xml: string, parent: string, order: readonly string[]): string {
  let depth = 0
  let written = 0
  let result = ''
  let open: Collector | null = null
  for (const { tag, at } of tagsOf(xml)) {
    if (tag.startsWith('<?') || tag.startsWith('<!')) continue
    const end = at + tag.length
    const closes = tag.startsWith('</')
    const empty = tag.endsWith('/>')
    const name = nameOfTag(tag)
    if (open !== null && !closes && depth === open.depth + 1) {
      open.childStart = at
      open.childName = name
    }
    if (closes) depth -= 1
    else if (!empty) depth += 1
    if (open === null) {
      if (name === parent && !closes && !empty)
        open = { depth: depth - 1, contentStart: end, pieces: [], childStart: end, childName: '' }
      continue
    }
    if (closes && depth === open.depth) {
      const content = xml.slice(open.contentStart, at)
      const whole = open.pieces.map((piece) => piece.xml).join('') === content
      result += xml.slice(written, open.contentStart)
      result += whole ? (sorted(open.pieces, order) ?? content) : content
      written = at
      open = null
    } else if ((closes || empty) && depth === open.depth + 1) {
      open.pieces.push({ name: open.childName, xml: xml.slice(open.childStart, end) })
    }
  }
  return result + xml.slice(written)
}
