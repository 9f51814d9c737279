import {
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  LineRuleType,
  Paragraph,
  type IParagraphOptions,
} from 'docx'

import type { StyleSheet } from '../../model/index.js'
import { hexOf } from './characters.js'
import { geometryOf, twipsOfMillimetres, twipsOfPoints } from './geometry.js'
import { styleIdOf } from './styles.js'

/** Both double rules are 170 mm long and centred on the sheet. GB/T 9704-2012, 10.1. */
const ruleLength = twipsOfMillimetres(170)

/** Heavy and light line together, in eighths of a point. */
const ruleSize = 24

/**
 * The issuer’s mark of a letter, its top 30 mm below the sheet’s upper edge, with the upper double rule, heavy over light, 4 mm below
 * it. In a frame, for it stands higher than the type area, and on the first page alone.
 */
export function masthead(style: StyleSheet): IParagraphOptions {
  const sheet = geometryOf(style, 'portrait')
  const line = twipsOfPoints(style.text.masthead.size)
  return {
    frame: {
      type: 'absolute',
      position: {
        x: Math.round((sheet.width - ruleLength) / 2),
        y: twipsOfMillimetres(30),
      },
      width: ruleLength,
      height: line,
      rule: HeightRule.ATLEAST,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.NOT_BESIDE,
      // 4.94 mm, seven eighths of a 3号 character, to what follows.
      space: { horizontal: 0, vertical: twipsOfMillimetres(4.94) },
    },
    // The line is no higher than the type, so that the mark’s own top is at its place.
    spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT },
    border: {
      bottom: {
        style: BorderStyle.THICK_THIN_SMALL_GAP,
        size: ruleSize,
        color: hexOf('red'),
        space: 11,
      },
    },
  }
}

/** The lower double rule, light over heavy, 20 mm above the sheet’s lower edge: for the footer of the first page. */
export function lowerRule(style: StyleSheet): Paragraph {
  const sheet = geometryOf(style, 'portrait')
  return new Paragraph({
    style: styleIdOf(style, 'small'),
    frame: {
      type: 'absolute',
      position: {
        x: Math.round((sheet.width - ruleLength) / 2),
        y: sheet.height - twipsOfMillimetres(20) - twipsOfPoints(1),
      },
      width: ruleLength,
      height: twipsOfPoints(1),
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    spacing: { before: 0, after: 0, line: twipsOfPoints(1), lineRule: LineRuleType.EXACT },
    border: {
      bottom: {
        style: BorderStyle.THIN_THICK_SMALL_GAP,
        size: ruleSize,
        color: hexOf('red'),
        space: 0,
      },
    },
  })
}
