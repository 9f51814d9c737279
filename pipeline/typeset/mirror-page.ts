import { millimetre } from './page-geometry.js'
import type { PageDraft, SetShape } from './set-page.js'
import type { Setting } from './setting.js'

function moved(shape: SetShape, x: number, y: number): SetShape {
  return shape.type === 'rect'
    ? { ...shape, x: shape.x + x, y: shape.y + y }
    : { ...shape, x1: shape.x1 + x, x2: shape.x2 + x, y1: shape.y1 + y, y2: shape.y2 + y }
}

/**
 * The back of a leaf printed on both sides: its type area stands as far from the binding edge, which is now at the right, or on a turned sheet at the foot.
 * GB/T 9704-2012, 6 and 8.
 */
export function mirrorPage({ style, area }: Setting, draft: PageDraft): PageDraft {
  const by = (style.page.right - style.page.left) * millimetre
  const [x, y] = area.landscape ? [0, by] : [by, 0]
  return {
    marks: draft.marks.map((mark) => ({ ...mark, x: mark.x + x, y: mark.y + y })),
    shapes: draft.shapes.map((shape) => moved(shape, x, y)),
    bookmarks: draft.bookmarks.map((bookmark) => ({ ...bookmark, y: bookmark.y + y })),
    anchors: draft.anchors.map((anchor) => ({ ...anchor, y: anchor.y + y })),
  }
}
