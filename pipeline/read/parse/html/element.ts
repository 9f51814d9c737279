import type { Element, Nodes, Parents } from 'hast'

/** Elements that stand on lines of their own. */
const blockNames = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)

export function isElement(node: Nodes, ...names: readonly string[]): node is Element {
  return node.type === 'element' && (names.length === 0 || names.includes(node.tagName))
}

export function isBlock(node: Nodes): node is Element {
  return isElement(node) && blockNames.has(node.tagName)
}

export function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : []
}

/** The elements among a node’s children. */
export function elementsIn(node: Parents): readonly Element[] {
  return (node.children as readonly Nodes[]).filter((child) => isElement(child))
}

/** An attribute as a string; '' where it is absent. */
export function attributeOf(element: Element, name: string): string {
  const value = element.properties[name]
  if (Array.isArray(value)) return value.join(' ')
  return value === null || value === undefined ? '' : String(value)
}

/** Words of an element’s id and classes, in lower case: `articleTitle nav-left` has article, title, nav, left. */
export function nameWordsOf(element: Element): readonly string[] {
  const names = `${attributeOf(element, 'id')} ${attributeOf(element, 'className')}`
  return names
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
}

/** Hidden from a reader by its own style or attribute. */
export function isHidden(element: Element): boolean {
  const style = attributeOf(element, 'style')
  return (
    'hidden' in element.properties ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style)
  )
}

/**
 * Keeps every place within a file of this length: of markup that ends in a control character, the parser (parse5 8.1) counts
 * one character more than the file has.
 */
export function keepWithin(node: Nodes, length: number): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point?.offset !== undefined) point.offset = Math.min(point.offset, length)
  }
  for (const child of childrenOf(node)) keepWithin(child, length)
}

/** Where a node stands in the file. Elements that the parser supplied have no place of their own. */
export function placeIn(node: Nodes): { readonly start: number; readonly end: number } {
  const start = node.position?.start.offset ?? 0
  return { start, end: Math.max(start, node.position?.end.offset ?? start) }
}

/** All text under a node as it stands; scripts and styles left out, and all after the first `most` characters. */
export function textOf(node: Nodes, most = Infinity): string {
  if (node.type === 'text') return node.value.slice(0, most)
  if (isElement(node, 'script', 'style', 'template')) return ''
  let text = ''
  for (const child of childrenOf(node)) {
    if (text.length >= most) break
    text += textOf(child, most - text.length)
  }
  return text
}
