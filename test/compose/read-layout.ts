import type { Flow, FlowBlock, Job, Run, Sheet, Workbook } from '../../pipeline/model/index.js'
import type { Composed } from '../../pipeline/compose/index.js'

/** Runs as a reader sees them: blanks as underscores. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === 'text' ? run.text : '_'.repeat(run.width))).join('')
}

/** A block as lines of text; table cells are parted by ` | `. */
function linesOfBlock(block: FlowBlock): readonly string[] {
  switch (block.type) {
    case 'text':
      return [`${block.style}: ${textOfRuns(block.runs)}`]
    case 'table':
      return [...block.head, ...block.rows].map(
        (row) =>
          `${row.kind}: ${row.cells.map((cell) => cell.paragraphs.map(textOfRuns).join('/')).join(' | ')}`,
      )
    case 'figures':
      return [
        `figures: ${block.entries.map(({ value, label }) => `${value} ${label}`).join(' | ')}`,
      ]
    case 'attachmentNote':
      return block.names.map((name) => `attachment: ${name}`)
    case 'signature':
      return [`signature: ${block.issuers.map(textOfRuns).join('、')} ${textOfRuns(block.date)}`]
    case 'bars':
      return [`bars: ${block.title} ${block.series.join('/')}`]
    case 'rule':
      return ['rule']
    case 'space':
      return [`space: ${block.lines}`]
    case 'stamp':
      return [`stamp: ${textOfRuns(block.name)} ${textOfRuns(block.date ?? [])}`]
    case 'jointMark':
      return [`mark: ${block.issuers.join('、')}`]
    case 'signers':
      return [`signers: ${block.names.join('、')}`]
    case 'imprint':
      return block.copiesTo.map((group) => `copies: ${textOfRuns(group)}`)
    case 'foot':
      return [`foot: ${textOfRuns(block.runs)}`]
  }
}

/** The only job with this path. */
export function jobAt(composed: Composed, path: string): Job {
  const found = composed.jobs.filter((job) => job.path === path)
  const [job] = found
  if (job === undefined || found.length !== 1)
    throw new Error(
      `${found.length} × ${path} among ${composed.jobs.map((each) => each.path).join(' ')}`,
    )
  return job
}

export function flowAt(composed: Composed, path: string): Flow {
  const { layout } = jobAt(composed, path)
  const flow = layout.type === 'packet' ? layout.flow : layout
  if (flow.type !== 'flow') throw new Error(`${path} is no flow`)
  return flow
}

/** Every line of a page product. */
export function linesAt(composed: Composed, path: string): readonly string[] {
  return flowAt(composed, path).sections.flatMap((section) => section.blocks.flatMap(linesOfBlock))
}

export function workbookAt(composed: Composed, path: string): Workbook {
  const { layout } = jobAt(composed, path)
  if (layout.type !== 'workbook') throw new Error(`${path} is no workbook`)
  return layout
}

export function sheetNamed(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((each) => each.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** The values under one column, group and total rows left out. */
export function columnValues(sheet: Sheet, title: string): readonly (string | number | null)[] {
  const at = sheet.columns.findIndex((column) => column.title === title)
  if (at === -1)
    throw new Error(`no column ${title} in ${sheet.columns.map((each) => each.title).join(' ')}`)
  return sheet.rows.filter((row) => row.kind === 'row').map((row) => row.cells[at]?.value ?? null)
}

/** The text of a .txt or .json job. */
export function textAt(composed: Composed, path: string): string {
  const { layout } = jobAt(composed, path)
  if (layout.type !== 'text') throw new Error(`${path} is no text`)
  return layout.text
}
