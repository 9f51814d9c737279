import { LineRuleType, type ISpacingProperties } from 'docx'

import { faceAscent } from '../../typeset/index.js'
import { twipsOfPoints } from './geometry.js'

/** Of a line of fixed height, above its baseline: Word’s rule and LibreOffice’s, whatever the face. */
const aboveBaseline = 0.8

/** The height at which a fixed line’s own head is the head of its characters’ boxes, pt. */
export const fixedHeight = (size: number): number => (size * faceAscent) / aboveBaseline

/** How far the boxes of the characters stand below the head of a fixed line, pt. */
export const boxBelow = (height: number, size: number): number =>
  height * aboveBaseline - size * faceAscent

/** Puts lines at heights of their own, one below the other, by the space above each. Lengths in pt from the sheet’s upper edge. */
export class LineStack {
  constructor(private foot: number) {}

  /** Where the last line ends. */
  get bottom(): number {
    return this.foot
  }

  /** Spacing of a paragraph whose first line’s boxes have their head at `top`. */
  at(top: number, size: number, height = fixedHeight(size), lines = 1): ISpacingProperties {
    const head = Math.max(this.foot, top - boxBelow(height, size))
    const before = head - this.foot
    this.foot = head + height * lines
    return {
      before: twipsOfPoints(before),
      after: 0,
      line: twipsOfPoints(height),
      lineRule: LineRuleType.EXACT,
    }
  }

  /** Leaves room for something whose head is at `top`; the height to be left empty above it. */
  leaveRoom(top: number, height: number): number {
    const empty = Math.max(1, top - this.foot)
    this.foot += empty + height
    return empty
  }
}
