import { AlignmentType, Bookmark, Paragraph, type ParagraphChild } from 'docx'

import type { TextBlock } from '../../../model/index.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { masthead } from '../letter.js'
import { breakTitle } from '../break-title.js'
import { childrenOf } from '../runs.js'
import { styleIdOf } from '../styles.js'

/** The children with a bookmark around them where something points at this paragraph. */
export function anchored(
  children: ParagraphChild[],
  anchor: string | null,
  context: BlockContext,
): ParagraphChild[] {
  const id = anchor === null ? undefined : context.bookmarks.get(anchor)
  return id === undefined ? children : [new Bookmark({ id, children })]
}

/** A paragraph in its style; level, keeping and form are said only where they differ from the style’s. */
export const textBlock: BlockHandler<TextBlock> = (block, context) => {
  const own = context.style.text[block.style].outline
  const inLetter = context.form === 'letter'
  const text = context.style.text[block.style]
  const runs = breakTitle(block.runs, text, context.textWidth / 20)
  return [
    new Paragraph({
      style: styleIdOf(context.style, block.style),
      ...(block.outline === own
        ? {}
        : { outlineLevel: block.outline === null ? 9 : block.outline - 1 }),
      ...(block.keepWithNext || context.keepWithNext ? { keepNext: true } : {}),
      ...(inLetter && block.style === 'masthead' ? masthead(context.style) : {}),
      // GB/T 9704-2012, 10.1: in a letter the number stands at the right edge.
      ...(inLetter && block.style === 'number' ? { alignment: AlignmentType.RIGHT } : {}),
      children: anchored(childrenOf(runs, context), block.anchor, context),
    }),
  ]
}
