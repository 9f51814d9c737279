import { Paragraph } from 'docx'

import type { SpaceBlock } from '../../../model/index.js'
import type { BlockHandler } from '../context.js'
import { closedSpacing } from '../closed-line.js'
import { styleIdOf } from '../styles.js'

/** Empty lines of the body, one paragraph each, as a person in Word would have made them. */
export const spaceBlock: BlockHandler<SpaceBlock> = (block, context) =>
  Array.from(
    { length: Math.max(0, Math.round(block.lines)) },
    () =>
      new Paragraph({
        style: styleIdOf(context.style, 'body'),
        ...(context.keepWithNext ? { keepNext: true } : {}),
        ...closedSpacing(context),
      }),
  )
