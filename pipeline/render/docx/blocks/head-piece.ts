import { Paragraph } from 'docx'

import type { JointMarkBlock, Run, SignersBlock, TextStyleName } from '../../../model/index.js'
import type { BlockHandler } from '../context.js'
import { childrenOf, plain } from '../runs.js'
import { styleIdOf } from '../styles.js'

/** Pieces of a head where no head is: a paragraph each, nothing of them lost. */
function paragraphs(
  style: TextStyleName,
  texts: readonly (readonly Run[])[],
  context: Parameters<BlockHandler<unknown>>[1],
): readonly Paragraph[] {
  return texts.map(
    (runs) =>
      new Paragraph({
        style: styleIdOf(context.style, style),
        keepNext: true,
        children: childrenOf(runs, context),
      }),
  )
}

export const jointMarkBlock: BlockHandler<JointMarkBlock> = (block, context) =>
  paragraphs(
    'masthead',
    [...block.issuers, ...(block.suffix === null ? [] : [block.suffix])].map(plain),
    context,
  )

export const signersBlock: BlockHandler<SignersBlock> = (block, context) =>
  paragraphs('number', [block.number, ...block.names.map(plain)], context)
