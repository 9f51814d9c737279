import type { BarsBlock, FlowCell, FlowRow, TextBlock } from '../../../model/index.js'
import { barTotal } from '../../../typeset/flow-texts.js'
import type { BlockHandler } from '../context.js'
import { plain } from '../runs.js'
import { tableBlock } from './table.js'
import { textBlock } from './text.js'

function rowOf(texts: readonly string[]): FlowRow {
  return {
    kind: 'row',
    cells: texts.map((text, index): FlowCell => ({
      paragraphs: [plain(text)],
      align: index === 0 ? 'left' : 'center',
      colSpan: 1,
      rowSpan: 1,
    })),
  }
}

/** A chart as the table it is made of: a person can edit that in Word, and none of its figures is lost. */
export const barsBlock: BlockHandler<BarsBlock> = (block, context) => {
  const several = block.series.length > 1
  const title: TextBlock = {
    type: 'text',
    style: 'caption',
    runs: plain(block.title),
    outline: context.style.text.caption.outline,
    keepWithNext: true,
    anchor: null,
  }
  const columns = ['', ...(several ? block.series : []), '']
  return [
    ...textBlock(title, context),
    ...tableBlock(
      {
        type: 'table',
        anchor: null,
        columns: columns.map((name, index) => ({ title: name, width: index === 0 ? 3 : 1 })),
        head: several ? [rowOf(columns)] : [],
        rows: block.rows.map(({ label, values }) =>
          rowOf([label, ...(several ? values.map(String) : []), barTotal(values, block.unit)]),
        ),
      },
      context,
    ),
  ]
}
