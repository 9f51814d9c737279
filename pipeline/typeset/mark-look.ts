import type { TextStyle } from '../model/index.js'
import { columnsOf } from '../text/index.js'

/** Below this a mark is no mark: a longer one is broken into lines. 2号, as a title. */
const smallest = 22
/** What a short mark is spread to, as a share of the width, and how far its characters are drawn apart at most, in ems. */
const spread = 0.64
const widestGap = 0.5

/** How an issuer’s mark is set. */
export interface MarkLook {
  /** pt */
  readonly size: number
  /** Between two characters, pt. */
  readonly spacing: number
}

/**
 * The look of a mark: on one line, as large as the style allows, short ones drawn apart. The standard leaves the size to be 醒目、美观、庄重 (GB/T 9704-2012,
 * 7.2.4). Without any face, so that Word and PDF agree.
 *
 * @param width of the type area, pt
 */
export function markLook(text: string, style: Pick<TextStyle, 'size'>, width: number): MarkLook {
  const characters = Math.max(1, columnsOf(text) / 2)
  const size = Math.max(smallest, Math.min(style.size, Math.floor((width / characters) * 2) / 2))
  const rest = spread * width - characters * size
  const spacing = characters < 2 ? 0 : Math.min(widestGap * size, rest / (characters - 1))
  return { size, spacing: Math.max(0, Math.round(spacing * 20) / 20) }
}

/** How many lines a mark takes: one, unless it is longer than the width even when small. */
export function markLines(text: string, look: MarkLook, width: number): number {
  return Math.max(1, Math.ceil((columnsOf(text) / 2) * (look.size / width) - 0.001))
}
