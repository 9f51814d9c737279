import { Paragraph } from 'docx'

import type { SpaceBlock } from '../../../model/index.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { styleIdOf } from '../styles.js'

/** Empty lines of the body, one paragraph each, as a person in Word would have made them. */
export function emptyLines(count: number, context: BlockContext): readonly Paragraph[] {
  return Array.from(
    { length: Math.max(0, Math.round(count)) },
    () =>
      new Paragraph({
        style: styleIdOf(context.style, 'body'),
        ...(context.keepWithNext ? { keepNext: true } : {}),
      }),
  )
}

export const spaceBlock: BlockHandler<SpaceBlock> = (block, context) =>
  emptyLines(block.lines, context)
