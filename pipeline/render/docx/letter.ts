import {
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  LineRuleType,
  Paragraph,
  type IParagraphOptions,
} from 'docx'

import type { StyleSheet } from '../../model/index.js'
import { millimetre } from '../../typeset/index.js'
import { doubleRule, doubleRuleHeight } from '../../typeset/plan-head.js'
import { boxBelow } from './fixed-line.js'
import { geometryOf, twipsOfMillimetres, twipsOfPoints } from './geometry.js'
import { ruleFrame } from './rule-frame.js'
import { styleIdOf } from './styles.js'

/** Both double rules are 170 mm long and centred on the sheet. GB/T 9704-2012, 10.1. */
const ruleLength = twipsOfMillimetres(170)

/**
 * The issuer’s mark of a letter, in a frame: it stands higher than the type area, and on the first page alone.
 *
 * @param top of its characters’ boxes, pt from the sheet’s upper edge
 * @param line height of a line, pt
 */
export function masthead(
  style: StyleSheet,
  top: number,
  size: number,
  line: number,
  lines: number,
): IParagraphOptions {
  const sheet = geometryOf(style, 'portrait')
  return {
    frame: {
      type: 'absolute',
      position: {
        x: Math.round((sheet.width - ruleLength) / 2),
        y: twipsOfPoints(top - boxBelow(line, size)),
      },
      width: ruleLength,
      height: twipsOfPoints(line * lines),
      rule: HeightRule.ATLEAST,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
      wrap: FrameWrap.NOT_BESIDE,
    },
    spacing: {
      before: 0,
      after: 0,
      line: twipsOfPoints(line),
      lineRule: LineRuleType.EXACT,
    },
  }
}

/** Two red rules, each in a frame; pt from the sheet’s upper edge. */
function doubleRuleAt(style: StyleSheet, top: number, order: readonly [number, number]) {
  const sheet = geometryOf(style, 'portrait')
  const x = Math.round((sheet.width - ruleLength) / 2)
  const [first, second] = order
  const rule = (y: number, thickness: number): Paragraph =>
    ruleFrame(
      { x, y: twipsOfPoints(y), width: ruleLength, thickness, colour: 'red' },
      styleIdOf(style, 'small'),
    )
  return [rule(top, first), rule(top + first + doubleRule.gap, second)]
}

/** The upper double rule, heavy over light. */
export function upperRule(style: StyleSheet, top: number): readonly Paragraph[] {
  return doubleRuleAt(style, top, [doubleRule.heavy, doubleRule.light])
}

/** The lower double rule, light over heavy, 20 mm above the sheet’s lower edge: for the footer of the first page. */
export function lowerRule(style: StyleSheet): readonly Paragraph[] {
  const top = style.page.height * millimetre - doubleRule.fromFoot - doubleRuleHeight
  return doubleRuleAt(style, top, [doubleRule.light, doubleRule.heavy])
}
