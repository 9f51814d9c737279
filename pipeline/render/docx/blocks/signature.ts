import { AlignmentType, Paragraph, TabStopType, TextRun, type IParagraphOptions } from 'docx'

import type { Run, SignatureBlock } from '../../../model/index.js'
import { characterWidthOf } from '../characters.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { placeSignature } from '../place-signature.js'
import { childrenOf } from '../runs.js'
import { styleIdOf } from '../styles.js'
import { widthInCharacters } from '../width-in-characters.js'
import { emptyLines } from './space.js'

/** Seals that stand beside each other inside the type area: three of 42 mm in 156 mm. */
const sealsInARow = 3
/** Empty lines above an issuer, so that a seal’s top stands within one line of the text. */
const linesForSeal = 2

function line(
  runs: readonly Run[],
  right: number,
  context: BlockContext,
  keepNext: boolean,
): Paragraph {
  const character = characterWidthOf(context.style.text.signature)
  return new Paragraph({
    style: styleIdOf(context.style, 'signature'),
    alignment: AlignmentType.RIGHT,
    indent: { left: 0, right: Math.round(right * character), firstLine: 0, firstLineChars: 0 },
    keepNext,
    children: childrenOf(runs, context),
  })
}

/** Joint issuers with seals: rows of at most three, each name in the middle of its place. GB/T 9704-2012, 7.3.5.1. */
function sealedRows(block: SignatureBlock, context: BlockContext): readonly Paragraph[] {
  const rowCount = Math.ceil(block.issuers.length / sealsInARow)
  const columns = Math.ceil(block.issuers.length / rowCount)
  const middle = (column: number) => Math.round((context.textWidth * (column + 0.5)) / columns)
  const look: IParagraphOptions = {
    style: styleIdOf(context.style, 'signature'),
    alignment: AlignmentType.LEFT,
    indent: { left: 0, right: 0, firstLine: 0, firstLineChars: 0 },
    tabStops: Array.from({ length: columns }, (_, column) => ({
      type: TabStopType.CENTER,
      position: middle(column),
    })),
  }
  const tab = () => new TextRun({ children: ['\t'] })
  const rows: Paragraph[] = []
  for (let from = 0; from < block.issuers.length; from += columns) {
    const row = block.issuers.slice(from, from + columns)
    // Room for the row’s seals above every row.
    const above = from === 0 ? context.emptyAbove : 0
    rows.push(...emptyLines(linesForSeal - above, { ...context, keepWithNext: true }))
    rows.push(
      new Paragraph({
        ...look,
        keepNext: true,
        children: row.flatMap((runs) => [tab(), ...childrenOf(runs, context)]),
      }),
    )
  }
  const last = (block.issuers.length - 1) % columns
  const tabs = Array.from({ length: last + 1 }, tab)
  rows.push(new Paragraph({ ...look, children: [...tabs, ...childrenOf(block.date, context)] }))
  return rows
}

/**
 * Who signs, and the date. A seal’s top stands within one line of the text and its middle between issuer and date: two empty lines
 * above; without a seal one (GB/T 9704-2012, 7.3.5.1 and 7.3.5.2). All lines stay together and with the text before them.
 */
export const signatureBlock: BlockHandler<SignatureBlock> = (block, context) => {
  if (block.seal && block.issuers.length > 1) return sealedRows(block, context)
  const place = placeSignature(
    block.issuers.map(widthInCharacters),
    widthInCharacters(block.date),
    block.seal,
  )
  return [
    ...emptyLines((block.seal ? linesForSeal : 1) - context.emptyAbove, {
      ...context,
      keepWithNext: true,
    }),
    ...block.issuers.map((runs, index) => line(runs, place.issuers[index] ?? 0, context, true)),
    line(block.date, place.date, context, context.keepWithNext),
  ]
}
