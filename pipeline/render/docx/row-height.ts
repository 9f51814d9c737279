import type { FlowCell, StyleSheet, TextStyleName } from '../../model/index.js'
import { estimateLines } from '../../typeset/estimate-lines.js'
import { twipsOfPoints } from './geometry.js'
import { pitchOf } from './styles.js'

function textOf(cell: FlowCell): string {
  return cell.paragraphs
    .map((runs) =>
      runs.map((run) => (run.type === 'text' ? run.text : '\u3000'.repeat(run.width))).join(''),
    )
    .join('\n')
}

/** About how high a cell’s text stands, in twips, in a column of `width` twips; the face is Word’s to find. */
export function cellHeight(
  cell: FlowCell,
  width: number,
  name: TextStyleName,
  style: StyleSheet,
): number {
  const text = style.text[name]
  const room = width - 2 * twipsOfPoints(style.table.padding)
  const columns = room / (twipsOfPoints(text.size) / 2)
  return (
    estimateLines(textOf(cell), columns) * twipsOfPoints(pitchOf(text)) +
    2 * twipsOfPoints(style.table.paddingY)
  )
}
