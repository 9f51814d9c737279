import type { Element, Nodes, Root } from 'xast'
import { VFileMessage } from 'vfile-message'
import { fromXml } from 'xast-util-from-xml'

/** Deepest nesting of elements. Word’s own files have some 40. */
const mostNesting = 300

function nestsWithin(xml: string, most: number): boolean {
  let depth = 0
  for (const match of xml.matchAll(/<(\/?)[A-Za-z_][^<>]*?(\/?)>/g)) {
    if (match[1] === '/') depth -= 1
    else if (match[2] !== '/') depth += 1
    if (depth > most) return false
  }
  return true
}

/** Parses a part of a Word file; null where it is not well-formed, declares a document type (and with it entities) or nests too deep. */
export function parsePart(xml: string | undefined): Root | null {
  if (xml === undefined || /<!DOCTYPE/i.test(xml) || !nestsWithin(xml, mostNesting)) return null
  try {
    return fromXml(xml.startsWith('\uFEFF') ? xml.slice(1) : xml)
  } catch (error) {
    if (error instanceof VFileMessage) return null
    throw error
  }
}

export function childrenOf(node: Nodes | null): readonly Nodes[] {
  return node !== null && 'children' in node ? node.children : []
}

/** The elements directly in a node, those of a name where one is given. */
export function elementsIn(node: Nodes | null, name?: string): readonly Element[] {
  return childrenOf(node).filter(
    (child): child is Element => child.type === 'element' && (!name || child.name === name),
  )
}

/** The element at the end of a path of names: `find(paragraph, 'w:pPr', 'w:numPr')`. */
export function find(node: Nodes | null, ...path: readonly string[]): Element | null {
  let at: Nodes | null = node
  for (const name of path) at = elementsIn(at, name)[0] ?? null
  return at?.type === 'element' ? at : null
}

/** All elements of a name under a node, in order, none within another of them. */
export function findAll(node: Nodes, name: string): readonly Element[] {
  return elementsIn(node).flatMap((child) => (child.name === name ? [child] : findAll(child, name)))
}

/** Of what stands in a file twice, in a newer form and an older one, the form to read. */
export function chosenForm(alternatives: Element): Element {
  return find(alternatives, 'mc:Choice') ?? find(alternatives, 'mc:Fallback') ?? alternatives
}

/** An attribute, with the prefix of Word’s own where it has none. */
export function attribute(element: Element | null, name = 'w:val'): string | null {
  return element?.attributes[name] ?? null
}

export function integer(element: Element | null, name = 'w:val'): number | null {
  const value = Number.parseInt(attribute(element, name) ?? '', 10)
  return Number.isNaN(value) ? null : value
}

/** A property that is switched on by being there, off by a value of 0, false or off; null where it is absent. */
export function toggle(element: Element | null): boolean | null {
  if (element === null) return null
  return !['0', 'false', 'off'].includes(attribute(element) ?? '1')
}

/** Text under a node as it stands. */
export function textIn(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value
  return childrenOf(node).map(textIn).join('')
}
