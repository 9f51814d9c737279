import type { FlowSection, StyleSheet, TextStyle } from '../model/index.js'

/** pt in a millimetre. */
export const millimetre = 72 / 25.4

/** A page and its type area, pt from the page’s left and top edge. */
export interface PageGeometry {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly landscape: boolean
}

/**
 * The page of a section. Landscape: the upright sheet turned, its head at the binding edge, so that left becomes top and bottom
 * becomes left. GB/T 9704-2012, 8.
 */
export function pageGeometry(
  style: StyleSheet,
  orientation: FlowSection['orientation'],
): PageGeometry {
  const { width, height, top, right, bottom, left } = style.page
  const landscape = orientation === 'landscape'
  const sheet = landscape
    ? { width: height, height: width, top: left, right: top, bottom: right, left: bottom }
    : { width, height, top, right, bottom, left }
  return {
    width: sheet.width * millimetre,
    height: sheet.height * millimetre,
    left: sheet.left * millimetre,
    right: (sheet.width - sheet.right) * millimetre,
    top: sheet.top * millimetre,
    bottom: (sheet.height - sheet.bottom) * millimetre,
    landscape,
  }
}

/** A text style with every length in pt. */
export interface ResolvedStyle extends TextStyle {
  readonly pitch: number
}

/** Half a per cent: a style’s pitch counts as the grid’s where it is rounded from it. */
const rounding = 0.005

/**
 * The pitch of a style in pt. Where it is the grid’s (the type area’s height by its lines), the lines are spread so that the first
 * one’s head and the last one’s foot lie on the type area’s edges: 22 lines fill 225 mm. GB/T 9704-2012, 5.2.2.
 */
export function resolvePitch(
  style: StyleSheet,
  text: TextStyle,
  geometry: PageGeometry,
): ResolvedStyle {
  const pitch = text.pitch ?? text.size * 1.3
  if (style.grid === null || geometry.landscape) return { ...text, pitch }
  const height = geometry.bottom - geometry.top
  const even = height / style.grid.lines
  if (Math.abs(pitch - even) > even * rounding) return { ...text, pitch }
  return { ...text, pitch: (height - style.text.body.size) / (style.grid.lines - 1) }
}
