import { AlignmentType, Paragraph } from 'docx'

import type { Run, StampBlock } from '../../../model/index.js'
import { stampFigures } from '../../../typeset/set-stamp.js'
import { characterWidthOf } from '../characters.js'
import { closedLine, closedSpace } from '../closed-line.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { childrenOf, plain } from '../runs.js'
import { pitchOf, spaceOf, styleIdOf } from '../styles.js'

/** Office and name on a line, the date a line below: GB/T 9704-2012, 7.3.5.3. */
export const stampBlock: BlockHandler<StampBlock> = (block, context: BlockContext) => {
  const text = context.style.text.signature
  const lines = (count: number) => spaceOf(context.style, count * pitchOf(text))
  const line = (runs: readonly Run[], before: number, keepNext: boolean) =>
    new Paragraph({
      style: styleIdOf(context.style, 'signature'),
      alignment: AlignmentType.RIGHT,
      indent: {
        left: 0,
        right: Math.round(stampFigures.emptyRight * characterWidthOf(text)),
        firstLine: 0,
      },
      spacing: { before: closedSpace(before, context), ...closedLine(context) },
      ...(keepNext ? { keepNext } : {}),
      children: childrenOf(runs, context),
    })
  const beside =
    block.office === null ? [] : [...block.office, ...plain('　'.repeat(stampFigures.beside))]
  return [
    line([...beside, ...block.name], lines(stampFigures.above), block.date !== null),
    ...(block.date === null ? [] : [line(block.date, lines(stampFigures.between), false)]),
  ]
}
