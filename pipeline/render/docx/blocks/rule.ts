import { BorderStyle, LineRuleType, Paragraph } from 'docx'

import type { RuleBlock } from '../../../model/index.js'
import { hexOf } from '../characters.js'
import type { BlockHandler } from '../context.js'
import { twipsOfMillimetres } from '../geometry.js'
import { styleIdOf } from '../styles.js'

/** A border’s width in eighths of a point, as far as Word draws one. */
export function eighthsOf(points: number): number {
  return Math.min(96, Math.max(2, Math.round(points * 8)))
}

/** A line as wide as the type area, 4 mm below what stands above it: GB/T 9704-2012, 7.2.7. */
export const ruleBlock: BlockHandler<RuleBlock> = (block, context) => [
  new Paragraph({
    style: styleIdOf(context.style, 'small'),
    spacing: {
      before: 0,
      after: 0,
      line: twipsOfMillimetres(4),
      // Nothing stands in it that could be cut, and `atLeast` would give it the height of its face.
      lineRule: LineRuleType.EXACT,
    },
    indent: { left: 0, right: 0, firstLine: 0, firstLineChars: 0 },
    border: {
      bottom: {
        style: BorderStyle.SINGLE,
        size: eighthsOf(block.thickness),
        color: hexOf(block.colour),
        space: 0,
      },
    },
  }),
]
