import type { FlowBlock } from '../../model/index.js'

function join(a: FlowBlock, b: FlowBlock): FlowBlock | null {
  if (a.type === 'attachmentNote' && b.type === 'attachmentNote')
    return { ...a, names: [...a.names, ...b.names] }
  if (a.type === 'figures' && b.type === 'figures')
    return { ...a, entries: [...a.entries, ...b.entries] }
  return null
}

/** Neighbours that make one block: the lines of an attachment note, figures side by side. */
export function joinBlocks(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  const joined: FlowBlock[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    const both = last === undefined ? null : join(last, block)
    if (both === null) joined.push(block)
    else joined[joined.length - 1] = both
  }
  return joined
}
