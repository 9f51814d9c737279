import type { Colour } from '../model/index.js'

/** Text of one look on one line. Lengths in pt, from the page’s left and top edge; `y` is the baseline. */
export interface SetMark {
  readonly x: number
  readonly y: number
  readonly text: string
  /** Id of a face of the set that it was measured with. */
  readonly face: string
  readonly size: number
  readonly colour: Colour
  /** Added after each glyph. */
  readonly characterSpacing: number
  /** From the first glyph’s box to the last one’s. */
  readonly width: number
  readonly link: string | null
  /** Key of the text in the flow that it shows (flow-texts.ts); null: repeated heads, page numbers, numbers of our own. */
  readonly from: string | null
  /** Turned clockwise about (x, y), in degrees: page numbers of a landscape page. */
  readonly turn: 0 | 90
}

/** light: a grey that text is still read on. */
export type Fill = Colour | 'light'

export type SetShape =
  | {
      readonly type: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly thickness: number
      readonly colour: Colour
    }
  | {
      readonly type: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: Fill | null
      /** Thickness of the outline. */
      readonly outline: number | null
    }

interface Bookmark {
  readonly level: number
  readonly title: string
  readonly y: number
}

interface Anchor {
  readonly name: string
  readonly y: number
}

/** A page as it will be seen. Shapes lie under the text. Plain JSON. */
export interface SetPage {
  readonly width: number
  readonly height: number
  /** The printed number; null where the page carries none. */
  readonly number: number | null
  readonly shapes: readonly SetShape[]
  readonly marks: readonly SetMark[]
  readonly bookmarks: readonly Bookmark[]
  readonly anchors: readonly Anchor[]
}

/** A page while it is being filled. */
export interface PageDraft {
  readonly shapes: SetShape[]
  readonly marks: SetMark[]
  readonly bookmarks: Bookmark[]
  readonly anchors: Anchor[]
}

export const newPageDraft = (): PageDraft => ({
  shapes: [],
  marks: [],
  bookmarks: [],
  anchors: [],
})
