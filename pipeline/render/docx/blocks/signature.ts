import { AlignmentType, Paragraph, Tab, TabStopType, TextRun, type IParagraphOptions } from 'docx'

import type { Run, SignatureBlock } from '../../../model/index.js'
import { characterWidthOf } from '../characters.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { placeSignature } from '../place-signature.js'
import { childrenOf } from '../runs.js'
import { pitchOf, spaceOf, styleIdOf } from '../styles.js'
import { widthInCharacters } from '../width-in-characters.js'

/** Seals that stand beside each other inside the type area: three of 42 mm in 156 mm. */
const sealsInARow = 3

/**
 * Twips above the first issuer: what the style says, and with a seal a line more, so that the seal’s middle lies between issuer and
 * date and its top within one line of the text. GB/T 9704-2012, 7.3.5.1.
 */
function spaceAbove(block: SignatureBlock, context: BlockContext): number {
  const text = context.style.text.signature
  return spaceOf(context.style, text.before + (block.seal ? pitchOf(text) : 0))
}

function line(
  runs: readonly Run[],
  right: number,
  before: number,
  keepNext: boolean,
  context: BlockContext,
): Paragraph {
  const character = characterWidthOf(context.style.text.signature)
  return new Paragraph({
    style: styleIdOf(context.style, 'signature'),
    alignment: AlignmentType.RIGHT,
    indent: { left: 0, right: Math.round(right * character), firstLine: 0, firstLineChars: 0 },
    spacing: { before },
    ...(keepNext ? { keepNext } : {}),
    children: childrenOf(runs, context),
  })
}

/** Joint issuers with seals: rows of at most three, each name in the middle of its place. GB/T 9704-2012, 7.3.5.1. */
function sealedRows(block: SignatureBlock, context: BlockContext): readonly Paragraph[] {
  const count = block.issuers.length
  const columns = Math.ceil(count / Math.ceil(count / sealsInARow))
  const look: IParagraphOptions = {
    style: styleIdOf(context.style, 'signature'),
    alignment: AlignmentType.LEFT,
    indent: { left: 0, right: 0, firstLine: 0, firstLineChars: 0 },
    tabStops: Array.from({ length: columns }, (_, column) => ({
      type: TabStopType.CENTER,
      position: Math.round((context.textWidth * (column + 0.5)) / columns),
    })),
  }
  const tab = () => new TextRun({ children: [new Tab()] })
  const rows = Array.from({ length: Math.ceil(count / columns) }, (_, row) => {
    const names = block.issuers.slice(row * columns, (row + 1) * columns)
    return new Paragraph({
      ...look,
      // Two empty lines between rows: seals neither touch nor cross.
      spacing: {
        before:
          row === 0
            ? spaceAbove(block, context)
            : spaceOf(context.style, 2 * pitchOf(context.style.text.signature)),
      },
      keepNext: true,
      children: names.flatMap((runs) => [tab(), ...childrenOf(runs, context)]),
    })
  })
  const tabs = Array.from({ length: ((count - 1) % columns) + 1 }, tab)
  const date = new Paragraph({
    ...look,
    spacing: { before: 0 },
    children: [...tabs, ...childrenOf(block.date, context)],
  })
  return [...rows, date]
}

/** Who signs, and the date. All lines stay together and with the text before them. GB/T 9704-2012, 7.3.5. */
export const signatureBlock: BlockHandler<SignatureBlock> = (block, context) => {
  if (block.seal && block.issuers.length > 1) return sealedRows(block, context)
  const place = placeSignature(
    block.issuers.map(widthInCharacters),
    widthInCharacters(block.date),
    block.seal,
  )
  const above = spaceAbove(block, context)
  return [
    ...block.issuers.map((runs, index) =>
      line(runs, place.issuers[index] ?? 0, index === 0 ? above : 0, true, context),
    ),
    line(
      block.date,
      place.date,
      block.issuers.length === 0 ? above : 0,
      context.keepWithNext,
      context,
    ),
  ]
}
