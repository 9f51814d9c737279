import type { Run } from '../model/index.js'
import { balanceTitle } from './balance-title.js'
import { breakLines, type Line, type LineShape } from './break-lines.js'
import { faceAscent } from './faces/face.js'
import type { Look } from './items.js'
import type { ResolvedStyle } from './page-geometry.js'
import type { Penalty, Unit } from './paginate.js'
import { setLine, type Alignment } from './set-line.js'
import type { PageDraft } from './set-page.js'
import type { Setting } from './setting.js'

export const lookOf = (style: ResolvedStyle): Look => ({
  face: style.face,
  size: style.size,
  colour: style.colour,
})

/** Distance of the baseline from the head of a line of a style: the em box stands in the middle of the pitch. */
export const baselineOf = (style: Pick<ResolvedStyle, 'pitch' | 'size'>): number =>
  (style.pitch - style.size) / 2 + faceAscent * style.size

/** Lines of a paragraph of a style in a column, indents from the style. */
export function linesOf(
  setting: Setting,
  runs: readonly Run[],
  style: ResolvedStyle,
  width: number,
): readonly Line[] {
  const items = setting.measure.items(runs, lookOf(style))
  const shape: LineShape = {
    width: width - style.indentRight * style.size,
    firstIndent: style.firstIndent * style.size,
    hangingIndent: style.hangingIndent * style.size,
  }
  return style.balance ? balanceTitle(items, shape) : breakLines(items, shape)
}

/** How ill a page ends before a line of a paragraph: its last line is not carried over alone, its first not left alone. */
function penaltyOf(index: number, count: number, whole: boolean): Penalty {
  if (index === 0) return 0
  if (whole) return 4
  if (index === count - 1) return 2
  return index === 1 ? 1 : 0
}

export interface ParagraphOptions {
  /** Key of its text in the flow. */
  readonly from: string | null
  /** It stays on one page with what follows. */
  readonly whole: boolean
  /** How ill a page ends before its first line. */
  readonly breakBefore: Penalty
  /** Called when its first line is drawn; y of the line’s head. */
  readonly onFirst: (page: PageDraft, y: number) => void
}

/** The lines of a paragraph as units of a page. */
export function lineUnits(
  lines: readonly Line[],
  style: ResolvedStyle,
  alignment: Alignment,
  options: ParagraphOptions,
): readonly Unit[] {
  return lines.map((line, index): Unit => ({
    height: style.pitch,
    slack: Math.max(0, (style.pitch - style.size) / 2),
    before: index === 0 ? style.before : 0,
    after: index === lines.length - 1 ? style.after : 0,
    breakBefore: index === 0 ? options.breakBefore : penaltyOf(index, lines.length, options.whole),
    stretches: !style.balance,
    draw: (page, x, y) => {
      if (index === 0) options.onFirst(page, y)
      setLine(page, line, alignment, x, y + baselineOf(style), options.from)
    },
  }))
}
