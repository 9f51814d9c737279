import type { Nodes } from 'mdast'
// Brings the nodes of directives into mdast’s types.
import type {} from 'remark-directive'

export type DirectiveNode = Extract<Nodes, { type: 'leafDirective' | 'containerDirective' }>

export function isDirective(node: Nodes): node is DirectiveNode {
  return node.type === 'leafDirective' || node.type === 'containerDirective'
}

/** The attribute that remembers where in the template a directive stands: Liquid has changed the lines by the time it is read. */
const placeAttribute = 'at'

/** `12:3` for the place attribute. */
export function placeAttributeOf(line: number, column: number): string {
  return `${placeAttribute}=${line}:${column}`
}

/** The line and column that a directive remembers; its own where it has none. */
export function rememberedPlace(node: DirectiveNode): { line: number; column: number } {
  const match = /^(\d+):(\d+)$/u.exec(node.attributes?.[placeAttribute] ?? '')
  return match === null
    ? { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    : { line: Number(match[1]), column: Number(match[2]) }
}

/** The directive’s attributes without the one that is ours. */
export function attributesOf(node: DirectiveNode): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(node.attributes ?? {})
      .filter(([key]) => key !== placeAttribute)
      .map(([key, value]) => [key, value ?? '']),
  )
}
