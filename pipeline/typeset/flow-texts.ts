import type { Flow, FlowBlock, FlowRow, ImprintBlock, Run } from '../model/index.js'

/*
 * The texts of a flow that a page has to show, each once, by a key that says where it stands in the flow. What was placed is
 * compared with this list and nothing else, so it knows nothing of how pages are made.
 */

export type TextKey = string

export const blockKey = (section: number, block: number): TextKey => `${section}/${block}`
export const cellKey = (block: TextKey, part: 'head' | 'row', row: number, cell: number): TextKey =>
  `${block}/${part}/${row}/${cell}`
export const partKey = (block: TextKey, part: string, index: number): TextKey =>
  `${block}/${part}/${index}`

/** The text of runs; blanks are no text. */
export const textOfRuns = (runs: readonly Run[]): string =>
  runs.map((run) => (run.type === 'text' ? run.text : '')).join('')

/** What a bar says at its end: the sum and its unit. */
export const barTotal = (values: readonly number[], unit: string): string =>
  `${values.reduce((sum, value) => sum + value, 0)}${unit}`

function* rowTexts(
  key: TextKey,
  part: 'head' | 'row',
  rows: readonly FlowRow[],
): Generator<[TextKey, string]> {
  for (const [row, { cells }] of rows.entries())
    for (const [cell, { paragraphs }] of cells.entries())
      for (const [index, runs] of paragraphs.entries())
        yield [partKey(cellKey(key, part, row, cell), 'p', index), textOfRuns(runs)]
}

function* imprintTexts(key: TextKey, block: ImprintBlock): Generator<[TextKey, string]> {
  if (block.recipients !== null) yield [partKey(key, 'recipients', 0), textOfRuns(block.recipients)]
  for (const [index, runs] of block.copiesTo.entries())
    yield [partKey(key, 'copies', index), textOfRuns(runs)]
  if (block.printedBy !== null) yield [partKey(key, 'by', 0), textOfRuns(block.printedBy)]
  if (block.printedOn !== null) yield [partKey(key, 'on', 0), textOfRuns(block.printedOn)]
}

function* blockTexts(key: TextKey, block: FlowBlock): Generator<[TextKey, string]> {
  switch (block.type) {
    case 'text':
      yield [key, textOfRuns(block.runs)]
      break
    case 'table':
      yield* rowTexts(key, 'head', block.head)
      yield* rowTexts(key, 'row', block.rows)
      break
    case 'bars':
      yield [partKey(key, 'title', 0), block.title]
      if (block.series.length > 1)
        for (const [index, name] of block.series.entries())
          yield [partKey(key, 'series', index), name]
      for (const [index, { label, values }] of block.rows.entries()) {
        yield [partKey(key, 'label', index), label]
        yield [partKey(key, 'total', index), barTotal(values, block.unit)]
      }
      break
    case 'figures':
      for (const [index, { value, label }] of block.entries.entries()) {
        yield [partKey(key, 'value', index), value]
        yield [partKey(key, 'label', index), label]
      }
      break
    case 'attachmentNote':
      for (const [index, name] of block.names.entries()) yield [partKey(key, 'name', index), name]
      break
    case 'signature':
      for (const [index, runs] of block.issuers.entries())
        yield [partKey(key, 'issuer', index), textOfRuns(runs)]
      yield [partKey(key, 'date', 0), textOfRuns(block.date)]
      break
    case 'stamp':
      if (block.office !== null) yield [partKey(key, 'office', 0), textOfRuns(block.office)]
      yield [partKey(key, 'name', 0), textOfRuns(block.name)]
      if (block.date !== null) yield [partKey(key, 'date', 0), textOfRuns(block.date)]
      break
    case 'jointMark':
      for (const [index, name] of block.issuers.entries())
        yield [partKey(key, 'issuer', index), name]
      if (block.suffix !== null) yield [partKey(key, 'suffix', 0), block.suffix]
      break
    case 'signers':
      yield [partKey(key, 'number', 0), textOfRuns(block.number)]
      for (const [index, name] of block.names.entries()) yield [partKey(key, 'name', index), name]
      break
    case 'imprint':
      yield* imprintTexts(key, block)
      break
    case 'foot':
      yield [key, textOfRuns(block.runs)]
      break
    case 'rule':
    case 'space':
      break
  }
}

/** Every text that the pages of a flow have to show, in reading order. */
export function* flowTexts(flow: Flow): Generator<[TextKey, string]> {
  if (flow.secrecy !== null) yield ['secrecy', flow.secrecy]
  if (flow.urgency !== null) yield ['urgency', flow.urgency]
  for (const [section, { blocks }] of flow.sections.entries())
    for (const [block, value] of blocks.entries())
      yield* blockTexts(blockKey(section, block), value)
}
