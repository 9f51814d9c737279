import { directive } from './handler.js'
import { table } from './table.js'

/** By which a packet finds the table of its parts, to put their pages in. */
export const contentsAnchor = 'contents'

/**
 * `::contents{rows={{ parts }} columns=contents}`: a table of a packet’s parts. Its last column takes the page that each begins on, once the
 * packet is put together: `keep: true`, and nothing in it.
 */
export const contents = directive({
  ...table,
  handle: (attributes, context) =>
    table
      .handle(attributes, context)
      .map((block) => (block.type === 'table' ? { ...block, anchor: contentsAnchor } : block)),
})
