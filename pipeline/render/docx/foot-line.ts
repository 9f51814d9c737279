import { AlignmentType, FrameAnchorType, HeightRule, Paragraph } from 'docx'

import type { FootBlock } from '../../model/index.js'
import type { BlockContext } from './context.js'
import { geometryOf, twipsOfMillimetres, twipsOfPoints } from './geometry.js'
import { childrenOf } from './runs.js'
import { pitchOf, styleIdOf } from './styles.js'

/** Below the type area, beside the page number: as far as that. */
const below = twipsOfMillimetres(7)

/** A small line in the middle of the first page’s foot, in a frame: the footer’s own line is the page number’s. */
export function footLine(block: FootBlock, context: BlockContext): Paragraph {
  const { style } = context
  const sheet = geometryOf(style, 'portrait')
  const line = twipsOfPoints(pitchOf(style.text.small))
  return new Paragraph({
    style: styleIdOf(style, 'small'),
    alignment: AlignmentType.CENTER,
    frame: {
      type: 'absolute',
      position: { x: sheet.left, y: Math.round(sheet.height - sheet.bottom + below - line / 2) },
      width: sheet.textWidth,
      height: line,
      rule: HeightRule.ATLEAST,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    children: childrenOf(block.runs, context),
  })
}
