/** A rectangle on a page: pt from its left and top edge. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A character as it stands on the page. */
export interface Glyph {
  readonly text: string
  /** Left edge of its advance, and its baseline: pt from the page’s left and top edge. */
  readonly x: number
  readonly baseline: number
  /** pt */
  readonly size: number
  /** Advance, pt. */
  readonly width: number
  /** What is black of it; null for a blank or where the font has no outline to ask. */
  readonly ink: Box | null
  /** The font’s name in the file, without the subset’s tag. */
  readonly face: string
  /** #rrggbb */
  readonly colour: string
  /** Degrees by which the line is turned, counter-clockwise: 0, 90, 180, 270. */
  readonly turn: number
}

/** A straight rule or a filled rectangle. */
export interface Rule extends Box {
  /** #rrggbb */
  readonly colour: string
}

/** What is printed on one page, as another library than the one that wrote it reads it. */
export interface PageReading {
  /** pt, as the page is shown. */
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
}
