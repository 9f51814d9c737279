import { LineRuleType, type ISpacingProperties } from 'docx'

import type { BlockContext } from './context.js'
import { linePitchOf } from './geometry.js'

/** The pitch of a line that is closed up for a signature; null where its style’s holds. GB/T 9704-2012, 7.3.5.5. */
export function closedLine({
  closedTo,
}: BlockContext): Pick<ISpacingProperties, 'line' | 'lineRule'> | null {
  return closedTo === null ? null : { line: closedTo, lineRule: LineRuleType.EXACT }
}

/** Space above lines that are closed up, in twips: whole lines are closed up too. */
export function closedSpace(twips: number, { closedTo, style }: BlockContext): number {
  const pitch = linePitchOf(style)
  return closedTo === null || pitch === null ? twips : Math.floor((twips * closedTo) / pitch)
}

/** The same as options of a paragraph that has no other spacing of its own. */
export function closedSpacing(context: BlockContext): { readonly spacing?: ISpacingProperties } {
  const spacing = closedLine(context)
  return spacing === null ? {} : { spacing }
}
