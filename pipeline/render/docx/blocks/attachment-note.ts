import { Paragraph, type ISpacingProperties } from 'docx'

import type { AttachmentNoteBlock } from '../../../model/index.js'
import { characterWidthOf } from '../characters.js'
import { closedLine, closedSpace } from '../closed-line.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { childrenOf, plain } from '../runs.js'
import { spaceOf, styleIdOf } from '../styles.js'
import { widthInCharacters } from '../width-in-characters.js'

const label = '附件：'

/** The style’s space stands above the note, not between its lines. */
function spacingOf(
  context: BlockContext,
  index: number,
): { readonly spacing?: ISpacingProperties } {
  const closed = closedLine(context)
  const before = spaceOf(context.style, context.style.text.attachmentNote.before)
  if (index > 0) return { spacing: { before: 0, ...closed } }
  return closed === null ? {} : { spacing: { before: closedSpace(before, context), ...closed } }
}

/**
 * Empty by two, as far below the text as its style says; one name bears no number, several bear 1. 2. …, and a continuation line begins under the
 * name’s first character: GB/T 9704-2012, 7.3.4. No space after a number: Word would take the rest of the line for one word (docx 713).
 */
export const attachmentNoteBlock: BlockHandler<AttachmentNoteBlock> = (block, context) => {
  const text = context.style.text.attachmentNote
  const character = characterWidthOf(text)
  const several = block.names.length > 1
  const labelWidth = widthInCharacters(plain(label))
  return block.names.map((name, index) => {
    const number = several ? `${index + 1}.` : ''
    const numberWidth = widthInCharacters(plain(number))
    const left = text.firstIndent + labelWidth + numberWidth
    const hanging = numberWidth + (index === 0 ? labelWidth : 0)
    return new Paragraph({
      style: styleIdOf(context.style, 'attachmentNote'),
      indent: {
        left: Math.round(left * character),
        hanging: Math.round(hanging * character),
      },
      ...spacingOf(context, index),
      ...(context.keepWithNext ? { keepNext: true } : {}),
      children: childrenOf(plain(`${index === 0 ? label : ''}${number}${name}`), context),
    })
  })
}
