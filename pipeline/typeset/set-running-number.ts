import type { StyleSheet } from '../model/index.js'
import { breakLines } from './break-lines.js'
import type { FaceSet } from './faces/face.js'
import { makeMeasure, plainRun } from './items.js'
import { pageGeometry, resolvePitch } from './page-geometry.js'
import { setLine } from './set-line.js'
import { lookOf } from './set-paragraph.js'
import { newPageDraft, type SetPage } from './set-page.js'

/** Width of a running number’s slip in ems of its style: six digits fit. */
const slipWidth = 6

/**
 * The numbers 1 to `count`, each on a slip of its own, to be laid over the pages of a packet: centred, in the style’s `pageNumber`, as high
 * as a line of it.
 */
export function setRunningNumbers(
  style: StyleSheet,
  faces: FaceSet,
  count: number,
): readonly SetPage[] {
  const measure = makeMeasure(faces)
  const look = resolvePitch(style, style.text.pageNumber, pageGeometry(style, 'portrait'))
  const width = slipWidth * look.size
  const shape = { width, firstIndent: 0, hangingIndent: 0 }
  return Array.from({ length: count }, (_, index) => {
    const page = newPageDraft()
    for (const line of breakLines(
      measure.items([plainRun(String(index + 1))], lookOf(look)),
      shape,
    ))
      setLine(page, line, 'center', 0, look.size, null)
    return { width, height: look.pitch, number: null, ...page }
  })
}
