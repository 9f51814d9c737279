import {
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  LineRuleType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type IParagraphOptions,
} from 'docx'

import type { ImprintBlock, Run } from '../../../model/index.js'
import { estimateLines } from '../../../typeset/estimate-lines.js'
import { textOfRuns } from '../../../typeset/flow-texts.js'
import { imprintEmpty, imprintLeaders, imprintRules } from '../../../typeset/set-imprint.js'
import { characterWidthOf } from '../characters.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { geometryOf, twipsOfPoints } from '../geometry.js'
import { ruleFrame } from '../rule-frame.js'
import { childrenOf, plain } from '../runs.js'
import { pitchOf, styleIdOf } from '../styles.js'

type Frame = NonNullable<IParagraphOptions['frame']>

/** A rule as wide as the type area, its upper edge at `y` twips. */
function rule(thickness: number, y: number, context: BlockContext): Paragraph {
  const { left: x } = geometryOf(context.style, 'portrait')
  const at = { x, y, width: context.textWidth, thickness, colour: 'black' as const }
  return ruleFrame(at, styleIdOf(context.style, 'imprint'))
}

/** By its place and not as `bottom`, which LibreOffice does not know of a frame of text. */
function frameAt(y: number, height: number, x: number, context: BlockContext): Frame {
  return {
    type: 'absolute',
    width: context.textWidth,
    height,
    rule: HeightRule.ATLEAST,
    wrap: FrameWrap.NOT_BESIDE,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    position: { x, y },
  }
}

class ImprintWriter {
  private readonly character: number
  private readonly empty: number

  constructor(
    private readonly context: BlockContext,
    private readonly frame: Frame,
  ) {
    this.character = characterWidthOf(context.style.text.imprint)
    this.empty = imprintEmpty * this.character
  }

  private line(options: IParagraphOptions): Paragraph {
    const line = twipsOfPoints(pitchOf(this.context.style.text.imprint))
    return new Paragraph({
      style: styleIdOf(this.context.style, 'imprint'),
      frame: this.frame,
      spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT },
      ...options,
    })
  }

  /** 抄送： and the names, a group a line, continuation under the first name. 7.4.2. */
  list(leader: string, groups: readonly (readonly Run[])[]): readonly Paragraph[] {
    const hanging = Array.from(leader).length * this.character
    const { empty } = this
    return groups.map((runs, index) =>
      this.line({
        indent: {
          left: empty + hanging,
          right: empty,
          ...(index === 0 ? { hanging } : { firstLine: 0 }),
        },
        children: childrenOf(index === 0 ? [...plain(leader), ...runs] : runs, this.context),
      }),
    )
  }

  /** Who printed it at the left, when at the right, empty by one. 7.4.3. */
  printed(block: ImprintBlock): readonly Paragraph[] {
    const { context, empty } = this
    if (block.printedBy === null && block.printedOn === null) return []
    const position = context.textWidth - empty
    return [
      this.line({
        alignment: 'left',
        indent: { left: empty, right: empty, firstLine: 0 },
        tabStops: [{ type: TabStopType.RIGHT, position }],
        children: [
          ...(block.printedBy === null ? [] : childrenOf(block.printedBy, context)),
          new TextRun({ children: [new Tab()] }),
          ...(block.printedOn === null ? [] : childrenOf(block.printedOn, context)),
        ],
      }),
    ]
  }
}

/** How many lines names take: Chinese faces have the same widths. */
function linesOf(groups: readonly (readonly Run[])[], context: BlockContext): number {
  const { size } = context.style.text.imprint
  const room = context.textWidth / (size * 20) - 2 * imprintEmpty - imprintLeaders.copiesTo.length
  return groups.reduce((sum, runs) => sum + estimateLines(textOfRuns(runs), 2 * room), 0)
}

/**
 * The imprint in a frame at the foot of its page’s type area, its rules, as wide as that, in frames of their own: LibreOffice sets a floating table that is as
 * wide as the text where it stands, and parts a frame whose paragraphs have different borders. GB/T 9704-2012, 7.4.
 */
export const imprintBlock: BlockHandler<ImprintBlock> = (block, context) => {
  const { style } = context
  const sheet = geometryOf(style, 'portrait')
  const line = twipsOfPoints(pitchOf(style.text.imprint))
  const lists = [...(block.recipients === null ? [] : [block.recipients]), ...block.copiesTo]
  const listed = linesOf(lists, context) * line
  const printedLines = block.printedBy === null && block.printedOn === null ? 0 : 1
  const bottom = sheet.height - sheet.bottom
  const top = bottom - listed - printedLines * line
  const writer = new ImprintWriter(context, frameAt(top, bottom - top, sheet.left, context))
  const text = [
    ...(block.recipients === null
      ? []
      : writer.list(imprintLeaders.recipients, [block.recipients])),
    ...writer.list(imprintLeaders.copiesTo, block.copiesTo),
    ...writer.printed(block),
  ]
  if (!block.rules || text.length === 0) return text
  return [
    ...text,
    rule(imprintRules.heavy, top, context),
    ...(listed > 0 && printedLines > 0 ? [rule(imprintRules.light, top + listed, context)] : []),
    rule(imprintRules.heavy, bottom, context),
  ]
}
