import { assertNever, type Flow, type FlowBlock, type Run } from '../../../pipeline/model/index.js'

function textOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === 'blank' ? '\u3000'.repeat(run.width) : run.text)).join('')
}

function textsOf(block: FlowBlock): string[] {
  switch (block.type) {
    case 'text':
      return [textOfRuns(block.runs)]
    case 'table':
      return [...block.head, ...block.rows].flatMap((row) =>
        row.cells.flatMap((cell) => cell.paragraphs.map(textOfRuns)),
      )
    case 'attachmentNote':
      return block.names.map(
        (name, index) =>
          `${index === 0 ? '附件：' : ''}${block.names.length > 1 ? `${index + 1}.` : ''}${name}`,
      )
    case 'signature':
      return [...block.issuers.map(textOfRuns), textOfRuns(block.date)]
    case 'bars':
      return [
        block.title,
        ...(block.series.length > 1 ? block.series : []),
        ...block.rows.flatMap((row) => [
          row.label,
          ...(block.series.length > 1 ? row.values.map(String) : []),
          `${row.values.reduce((sum, value) => sum + value, 0)}${block.unit}`,
        ]),
      ]
    case 'figures':
      return block.entries.flatMap((entry) => [entry.value, entry.label])
    case 'rule':
    case 'space':
      return []
    default:
      return assertNever(block)
  }
}

/** The paragraphs that a reader of a flow should find, in order; empty ones left out. */
export function textOfFlow(flow: Flow): string[] {
  return flow.sections
    .flatMap((section) => section.blocks.flatMap(textsOf))
    .filter((text) => text !== '')
}
