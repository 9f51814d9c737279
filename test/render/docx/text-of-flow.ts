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
    case 'stamp':
      return [
        [...(block.office === null ? [] : [textOfRuns(block.office)]), textOfRuns(block.name)].join(
          '\u3000\u3000',
        ),
        ...(block.date === null ? [] : [textOfRuns(block.date)]),
      ]
    case 'jointMark':
      return [...block.issuers, ...(block.suffix === null ? [] : [block.suffix])]
    case 'signers':
      return [`${textOfRuns(block.number)}签发人：${block.names.join('')}`]
    case 'imprint':
      return [
        ...(block.recipients === null ? [] : [`主送：${textOfRuns(block.recipients)}`]),
        ...block.copiesTo.map((runs, index) => `${index === 0 ? '抄送：' : ''}${textOfRuns(runs)}`),
        [block.printedBy, block.printedOn].map((runs) => textOfRuns(runs ?? [])).join(''),
      ]
    case 'foot':
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
