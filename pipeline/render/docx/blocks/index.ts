import type { Paragraph, Table } from 'docx'

import { assertNever, type FlowBlock } from '../../../model/index.js'
import type { BlockContext } from '../context.js'
import { attachmentNoteBlock } from './attachment-note.js'
import { barsBlock } from './bars.js'
import { figuresBlock } from './figures.js'
import { jointMarkBlock, signersBlock } from './head-piece.js'
import { imprintBlock } from './imprint.js'
import { ruleBlock } from './rule.js'
import { signatureBlock } from './signature.js'
import { spaceBlock } from './space.js'
import { stampBlock } from './stamp.js'
import { tableBlock } from './table.js'
import { textBlock } from './text.js'

/** What a block becomes in Word: paragraphs and tables, by its type. */
export function renderBlock(
  block: FlowBlock,
  context: BlockContext,
): readonly (Paragraph | Table)[] {
  switch (block.type) {
    case 'text':
      return textBlock(block, context)
    case 'table':
      return tableBlock(block, context)
    case 'bars':
      return barsBlock(block, context)
    case 'figures':
      return figuresBlock(block, context)
    case 'rule':
      return ruleBlock(block, context)
    case 'attachmentNote':
      return attachmentNoteBlock(block, context)
    case 'signature':
      return signatureBlock(block, context)
    case 'stamp':
      return stampBlock(block, context)
    case 'jointMark':
      return jointMarkBlock(block, context)
    case 'signers':
      return signersBlock(block, context)
    case 'imprint':
      return imprintBlock(block, context)
    case 'foot':
      // It stands in the first page’s footer.
      return []
    case 'space':
      return spaceBlock(block, context)
    default:
      return assertNever(block)
  }
}
