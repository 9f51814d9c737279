import type { LayOut } from '../laid-out.js'
import { readLines, sliceLeaf } from '../read-lines.js'
import { treeOf, type BlockDraft } from '../tree-of.js'

/** Parses plain text: paragraphs as empty lines part them, and a table where bars stand above and below a delimiter row. Nothing else is markup. */
export function parseText(text: string): LayOut {
  const { blocks, findings } = readLines(text, { start: 0, end: text.length })
  const drafts = blocks.map((block): BlockDraft =>
    block.type === 'paragraph'
      ? { type: 'paragraph', ...sliceLeaf(text, block) }
      : {
          ...block,
          rows: block.rows.map((row) => row.map((cell) => sliceLeaf(text, cell))),
        },
  )
  return {
    text,
    origin: [{ start: 0, end: text.length, at: { kind: 'offset', offset: 0 } }],
    tree: treeOf(text, drafts),
    dropped: [],
    findings,
  }
}
