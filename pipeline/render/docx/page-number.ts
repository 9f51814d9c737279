import {
  AlignmentType,
  FrameAnchorType,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
} from 'docx'

import type { FlowSection, StyleSheet } from '../../model/index.js'
import { characterWidthOf } from './characters.js'
import { geometryOf, twipsOfMillimetres, twipsOfPoints } from './geometry.js'
import { pitchOf, styleIdOf } from './styles.js'

export type Side = 'odd' | 'even'

/** From the edge of the type area to the dash: GB/T 9704-2012, 7.5. */
const distance = twipsOfMillimetres(7)

function number(): TextRun {
  return new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } })
}

/** Distance from the sheet’s lower edge to the number’s line, so that the dash stands 7 mm below the type area. */
export function footerDistance(style: StyleSheet): number {
  const sheet = geometryOf(style, 'portrait')
  const line = twipsOfPoints(pitchOf(style.text.pageNumber))
  return Math.max(twipsOfMillimetres(5), Math.round(sheet.bottom - distance - line / 2))
}

function uprightNumber(
  style: StyleSheet,
  side: Side,
  spacing: IParagraphOptions['spacing'],
): Paragraph {
  const empty = characterWidthOf(style.text.body)
  const outside = style.pageNumbers === 'outside'
  const alignment = outside
    ? side === 'odd'
      ? AlignmentType.RIGHT
      : AlignmentType.LEFT
    : AlignmentType.CENTER
  return new Paragraph({
    style: styleIdOf(style, 'pageNumber'),
    alignment,
    indent: {
      left: outside && side === 'even' ? empty : 0,
      right: outside && side === 'odd' ? empty : 0,
    },
    ...(spacing === undefined ? {} : { spacing }),
    children: [number()],
  })
}

/**
 * On a turned sheet the number keeps its place on the upright one: at the left edge, turned by 90°, odd low, even high. A frame does
 * it, for a footer has no such place. GB/T 9704-2012, 8.
 */
function turnedNumber(style: StyleSheet, side: Side): Paragraph {
  const sheet = geometryOf(style, 'landscape')
  const line = twipsOfPoints(pitchOf(style.text.pageNumber))
  const length = twipsOfMillimetres(30)
  const empty = characterWidthOf(style.text.body)
  return new Paragraph({
    style: styleIdOf(style, 'pageNumber'),
    alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
    frame: {
      type: 'absolute',
      position: {
        x: Math.round(sheet.left - distance - line / 2),
        y: side === 'odd' ? sheet.height - sheet.bottom - empty - length : sheet.top + empty,
      },
      width: line,
      height: length,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    children: [number()],
  })
}

/** Whether the number stands in a frame of its own. */
export function isFramed(style: StyleSheet, orientation: FlowSection['orientation']): boolean {
  return orientation === 'landscape' && style.pageNumbers === 'outside'
}

/** `— 1 —` for pages of one parity; the only field in the file, and one that every reader computes. `spacing`: above an upright one, where not the style’s. */
export function pageNumber(
  style: StyleSheet,
  orientation: FlowSection['orientation'],
  side: Side,
  spacing?: IParagraphOptions['spacing'],
): Paragraph {
  return isFramed(style, orientation)
    ? turnedNumber(style, side)
    : uprightNumber(style, side, spacing)
}
