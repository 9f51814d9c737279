import type { PhrasingContent } from 'mdast'

import type { FaceRole, Run } from '../../model/index.js'
import { textOfValue } from '../liquid/text-of-value.js'
import { Blank, piecesOf, type PrintedValue } from '../liquid/value-tokens.js'

/** Runs of text that holds tokens. A line of the template that ends inside a paragraph is no line break; one in a value is. Throws a NoTextError. */
export function runsOfText(
  text: string,
  values: readonly PrintedValue[],
  face: FaceRole | null = null,
): readonly Run[] {
  return piecesOf(text, values).map((piece): Run => {
    if (piece.type === 'value' && piece.value instanceof Blank)
      return { type: 'blank', width: piece.value.width }
    const content =
      piece.type === 'literal'
        ? piece.text.replace(/\n/gu, '')
        : textOfValue(piece.value, piece.origin)
    return { type: 'text', text: content, face, colour: null, link: null }
  })
}

function runsOfNode(
  node: PhrasingContent,
  values: readonly PrintedValue[],
  face: FaceRole | null,
): readonly Run[] {
  switch (node.type) {
    case 'text':
      return runsOfText(node.value, values, face)
    case 'break':
      return [{ type: 'text', text: '\n', face, colour: null, link: null }]
    case 'strong':
      return node.children.flatMap((child) => runsOfNode(child, values, 'hei'))
    case 'emphasis':
      return node.children.flatMap((child) => runsOfNode(child, values, 'kai'))
    case 'link':
      // An address in the text, which remark-gfm takes for a link: text.
      return node.children.flatMap((child) => runsOfNode(child, values, face))
    default:
      return []
  }
}

function joins(a: Run, b: Run): boolean {
  return a.type === 'text' && b.type === 'text' && a.face === b.face
}

/** Neighbours of one look become one run; empty ones go. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    if (run.type === 'text' && run.text === '') continue
    const last = joined.at(-1)
    if (last?.type === 'text' && run.type === 'text' && joins(last, run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** The runs of inline Markdown: `**` is hei, `*` is kai. */
export function runsOf(
  nodes: readonly PhrasingContent[],
  values: readonly PrintedValue[],
): readonly Run[] {
  return joinRuns(nodes.flatMap((node) => runsOfNode(node, values, null)))
}

/** A plain text as runs; none where it is empty. */
export function plainRuns(text: string): readonly Run[] {
  return text === '' ? [] : [{ type: 'text', text, face: null, colour: null, link: null }]
}
