import {
  AlignmentType,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type IParagraphOptions,
  type ISpacingProperties,
} from 'docx'

import type { Run, SignatureBlock } from '../../../model/index.js'
import { characterWidthOf } from '../characters.js'
import { closedLine, closedSpace } from '../closed-line.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { placeSignature } from '../../../typeset/place-signature.js'
import { linesBetweenSeals, sealsInARow } from '../../../typeset/set-signature.js'
import { childrenOf } from '../runs.js'
import { pitchOf, spaceOf, styleIdOf } from '../styles.js'
import { widthInCharacters } from '../width-in-characters.js'

/**
 * Twips above the first issuer: what the style says, and with a seal a line more, so that the seal’s middle lies between issuer and
 * date and its top within one line of the text. GB/T 9704-2012, 7.3.5.1.
 */
function spaceAbove(block: SignatureBlock, context: BlockContext): number {
  const text = context.style.text.signature
  return spaceOf(context.style, text.before + (block.seal ? pitchOf(text) : 0))
}

/** Characters by which a line may pass the right edge before it is broken: LibreOffice draws the digits of a date apart. */
const overhang = 2

/** Space above a line, both closed up where its page is. */
function spacingAbove(before: number, context: BlockContext): ISpacingProperties {
  return { before: closedSpace(before, context), ...closedLine(context) }
}

interface Place {
  readonly align: 'left' | 'center' | 'right'
  /** From that edge, in characters; 0 in the middle. */
  readonly by: number
}

const alignmentNames = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const

function line(
  runs: readonly Run[],
  { align, by }: Place,
  before: number,
  keepNext: boolean,
  context: BlockContext,
): Paragraph {
  const indent = Math.round(by * characterWidthOf(context.style.text.signature))
  return new Paragraph({
    style: styleIdOf(context.style, 'signature'),
    alignment: AlignmentType[alignmentNames[align]],
    indent: {
      left: align === 'left' ? indent : 0,
      right:
        align === 'right'
          ? indent
          : align === 'center'
            ? 0
            : -overhang * characterWidthOf(context.style.text.signature),
      firstLine: 0,
      firstLineChars: 0,
    },
    spacing: spacingAbove(before, context),
    ...(keepNext ? { keepNext } : {}),
    children: childrenOf(runs, context),
  })
}

/**
 * Where the lines of a signature stand. Issuers and a shorter date are told by where they begin, as the standard does: LibreOffice draws digits apart, and what
 * an office fills in later must not move the beginning. 7.3.5.2.
 */
function placesOf(
  block: SignatureBlock,
  context: BlockContext,
): { readonly issuers: readonly Place[]; readonly date: Place } {
  const widths = block.issuers.map(widthInCharacters)
  const date = widthInCharacters(block.date)
  const place = placeSignature(widths, date, block.seal)
  const room = context.textWidth / characterWidthOf(context.style.text.signature)
  const longest = Math.max(0, ...widths)
  const begins = room - longest - (place.issuers[widths.indexOf(longest)] ?? 0)
  const middle: Place = { align: 'center', by: 0 }
  // A name over several lines has its date in the middle below it: there is no first character to stand right of.
  if (longest > room) return { issuers: widths.map(() => middle), date: middle }
  if (block.seal || widths.length === 0 || begins < 0)
    return {
      issuers: place.issuers.map((by) => ({ align: 'right', by })),
      date: { align: 'right', by: place.date },
    }
  return {
    issuers: widths.map(() => ({ align: 'left', by: begins })),
    date: date > longest ? { align: 'right', by: place.date } : { align: 'left', by: begins + 2 },
  }
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
      spacing: spacingAbove(
        row === 0
          ? spaceAbove(block, context)
          : spaceOf(context.style, linesBetweenSeals * pitchOf(context.style.text.signature)),
        context,
      ),
      keepNext: true,
      children: names.flatMap((runs) => [tab(), ...childrenOf(runs, context)]),
    })
  })
  const tabs = Array.from({ length: ((count - 1) % columns) + 1 }, tab)
  const date = new Paragraph({
    ...look,
    spacing: spacingAbove(0, context),
    children: [...tabs, ...childrenOf(block.date, context)],
  })
  return [...rows, date]
}

/** Who signs, and the date. All lines stay together and with the text before them. GB/T 9704-2012, 7.3.5. */
export const signatureBlock: BlockHandler<SignatureBlock> = (block, context) => {
  if (block.seal && block.issuers.length > 1) return sealedRows(block, context)
  const place = placesOf(block, context)
  const above = spaceAbove(block, context)
  return [
    ...block.issuers.map((runs, index) =>
      line(runs, place.issuers[index] ?? place.date, index === 0 ? above : 0, true, context),
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
