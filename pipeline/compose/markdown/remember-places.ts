import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

import { isDirective, placeAttributeOf } from './directive-node.js'

/** Whether a directive’s line ends in attributes: in a brace that closes no output of Liquid. {a={{ b }}} does, [{{ b }}] does not. */
function hasAttributes(opening: string): boolean {
  return opening.endsWith('}}}') || (opening.endsWith('}') && !opening.endsWith('}}'))
}

/** Writes into each directive where it stands, so that a problem of its values is told with the template’s line. Nothing before it on its line moves. */
export function rememberPlaces(root: Root, text: string): string {
  const inserts: { readonly offset: number; readonly insert: string }[] = []
  visit(root, (node) => {
    if (!isDirective(node) || node.position === undefined) return
    const { line, column, offset = 0 } = node.position.start
    const lineEnd = text.indexOf('\n', offset)
    const opening = text.slice(offset, lineEnd === -1 ? text.length : lineEnd).trimEnd()
    const attribute = placeAttributeOf(line, column)
    inserts.push(
      hasAttributes(opening)
        ? { offset: offset + opening.length - 1, insert: ` ${attribute}` }
        : { offset: offset + opening.length, insert: `{${attribute}}` },
    )
  })
  return inserts
    .sort((a, b) => b.offset - a.offset)
    .reduce((out, { offset, insert }) => out.slice(0, offset) + insert + out.slice(offset), text)
}
