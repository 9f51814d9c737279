import {
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'

import type { FiguresBlock, TextStyleName } from '../../../model/index.js'
import type { BlockContext, BlockHandler } from '../context.js'
import { childrenOf, plain } from '../runs.js'
import { styleIdOf } from '../styles.js'
import { columnWidthsOf } from './table.js'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

function paragraph(text: string, style: TextStyleName, context: BlockContext): Paragraph {
  return new Paragraph({
    style: styleIdOf(context.style, style),
    children: childrenOf(plain(text), context),
  })
}

/** Figures side by side in a row without lines, each over what it counts. */
export const figuresBlock: BlockHandler<FiguresBlock> = (block, context) => {
  if (block.entries.length === 0) return []
  const widths = columnWidthsOf(
    block.entries.map(() => 1),
    context.textWidth,
  )
  const cells = block.entries.map(
    (entry, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        children: [
          paragraph(entry.value, 'figureValue', context),
          paragraph(entry.label, 'figureLabel', context),
        ],
      }),
  )
  return [
    new Table({
      width: { size: context.textWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      borders,
      rows: [new TableRow({ children: cells })],
    }),
  ]
}
