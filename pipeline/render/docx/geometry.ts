import type { FlowSection, StyleSheet } from '../../model/index.js'

/** Word counts lengths in twentieths of a point. */
const twipsPerPoint = 20
const twipsPerMillimetre = 1440 / 25.4

export function twipsOfMillimetres(millimetres: number): number {
  return Math.round(millimetres * twipsPerMillimetre)
}

export function twipsOfPoints(points: number): number {
  return Math.round(points * twipsPerPoint)
}

/** A section’s sheet as it lies before the reader, in twips. */
export interface SectionGeometry {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  readonly textWidth: number
  readonly textHeight: number
}

/** The upright sheet, or the sheet turned so that its left edge is at the top: GB/T 9704-2012, 8. */
function edgesOf(page: StyleSheet['page'], orientation: FlowSection['orientation']) {
  if (orientation === 'portrait') return page
  return {
    width: page.height,
    height: page.width,
    top: page.left,
    right: page.top,
    bottom: page.right,
    left: page.bottom,
  }
}

export function geometryOf(
  style: StyleSheet,
  orientation: FlowSection['orientation'],
): SectionGeometry {
  const edges = edgesOf(style.page, orientation)
  const twips = twipsOfMillimetres
  return {
    width: twips(edges.width),
    height: twips(edges.height),
    top: twips(edges.top),
    right: twips(edges.right),
    bottom: twips(edges.bottom),
    left: twips(edges.left),
    textWidth: twips(edges.width - edges.left - edges.right),
    textHeight: twips(edges.height - edges.top - edges.bottom),
  }
}

/** The pitch of the grid in twips, rounded down: with 580 for 22 lines in 225 mm Word sets 21. null: the sheet has no grid. */
export function linePitchOf(style: StyleSheet): number | null {
  if (style.grid === null) return null
  const upright = geometryOf(style, 'portrait')
  return Math.floor(upright.textHeight / style.grid.lines)
}
