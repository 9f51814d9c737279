import { BorderStyle, FrameAnchorType, FrameWrap, HeightRule, LineRuleType, Paragraph } from 'docx'

import type { Colour } from '../../model/index.js'
import { hexOf } from './characters.js'

/** Height of a frame that has no text, twips. */
const height = 20

/** Where a rule lies; twips from the sheet’s left and upper edge, thickness in pt. */
export interface RuleFrame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly thickness: number
  readonly colour: Colour
}

/** A rule at its place on the sheet, its upper edge at `y`, in a frame of its own: a border of text would move with the text’s face. */
export function ruleFrame(
  { x, y, width, thickness, colour }: RuleFrame,
  styleId: string,
): Paragraph {
  return new Paragraph({
    style: styleId,
    frame: {
      type: 'absolute',
      width,
      height,
      rule: HeightRule.ATLEAST,
      wrap: FrameWrap.NOT_BESIDE,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      position: { x, y },
    },
    spacing: { before: 0, after: 0, line: height, lineRule: LineRuleType.EXACT },
    indent: { left: 0, right: 0, firstLine: 0 },
    border: {
      top: {
        style: BorderStyle.SINGLE,
        size: Math.round(thickness * 8),
        color: hexOf(colour),
        space: 0,
      },
    },
    run: { size: 2 },
  })
}
