import {
  Bookmark,
  LineRuleType,
  Paragraph,
  type ISpacingProperties,
  type ParagraphChild,
} from 'docx'

import type { TextBlock } from '../../../model/index.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { breakTitle } from '../break-title.js'
import { fixedHeight } from '../fixed-line.js'
import { twipsOfPoints } from '../geometry.js'
import { childrenOf } from '../runs.js'
import { closedSpacing } from '../closed-line.js'
import { pitchOf, standsOnGrid, styleIdOf } from '../styles.js'

/** The children with a bookmark around them where something points at this paragraph. */
export function anchored(
  children: ParagraphChild[],
  anchor: string | null,
  context: BlockContext,
): ParagraphChild[] {
  const id = anchor === null ? undefined : context.bookmarks.get(anchor)
  return id === undefined ? children : [new Bookmark({ id, children })]
}

/** An attachment’s label stands at the type area’s head itself, on an upright sheet and on a turned one; its line is as high as others. 7.3.7 and 8. */
function atHead({ style }: BlockContext): ISpacingProperties {
  const { size } = style.text.attachmentLabel
  const line = twipsOfPoints(fixedHeight(size))
  const pitch = twipsOfPoints(pitchOf(style.text.attachmentLabel))
  return { before: 0, after: Math.max(0, pitch - line), line, lineRule: LineRuleType.EXACT }
}

/** A paragraph of a page whose lines are closed up for a signature. */
function closedUp(
  context: BlockContext,
  style: TextBlock['style'],
): { readonly spacing?: ISpacingProperties } {
  const whole = standsOnGrid(context.style, style) && !context.style.text[style].balance
  return whole ? closedSpacing(context) : {}
}

/** A paragraph in its style; level, keeping and form are said only where they differ from the style’s. */
export const textBlock: BlockHandler<TextBlock> = (block, context) => {
  const own = context.style.text[block.style].outline
  const text = context.style.text[block.style]
  const runs = breakTitle(block.runs, text, context.textWidth / 20)
  return [
    new Paragraph({
      style: styleIdOf(context.style, block.style),
      ...(block.outline === own
        ? {}
        : { outlineLevel: block.outline === null ? 9 : block.outline - 1 }),
      ...(block.keepWithNext || context.keepWithNext ? { keepNext: true } : {}),
      ...(context.inTwos ? { widowControl: true } : {}),
      ...(block.style === 'attachmentLabel' && context.first
        ? { spacing: atHead(context) }
        : closedUp(context, block.style)),
      children: anchored(childrenOf(runs, context), block.anchor, context),
    }),
  ]
}
