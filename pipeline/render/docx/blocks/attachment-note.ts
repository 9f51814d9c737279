import { Paragraph } from 'docx'

import type { AttachmentNoteBlock } from '../../../model/index.js'
import type { BlockHandler } from '../context.js'
import { characterWidthOf } from '../characters.js'
import { childrenOf, plain } from '../runs.js'
import { styleIdOf } from '../styles.js'
import { widthInCharacters } from '../width-in-characters.js'

const label = '附件：'

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
      // The style’s space stands above the note, not between its lines.
      ...(index > 0 ? { spacing: { before: 0 } } : {}),
      ...(context.keepWithNext ? { keepNext: true } : {}),
      children: childrenOf(plain(`${index === 0 ? label : ''}${number}${name}`), context),
    })
  })
}
