import type { Sheet, Workbook } from '../../model/index.js'
import { renderText, type Scope } from '../liquid/compiled-text.js'
import { cellOf, within } from '../table/grid.js'
import type { CompiledColumn } from '../templates/compile-columns.js'
import { composeProperties } from '../templates/properties.js'
import type { WorkbookTemplate } from '../templates/workbook-template.js'
import { quotedSheet } from './column-letters.js'
import { composeSheet, type FindLink } from './compose-sheet.js'
import { anchorsOf, composeSheetGrid } from './sheet-grid.js'

/** Whether any of the document’s tasks fills a column; asked once a column and document. */
export type FilledElsewhere = (column: CompiledColumn) => boolean

/** Remembers the answers, since every agency’s sheet asks the same. To be asked about columns over tasks alone. */
export function filledByTasks(tasks: readonly unknown[], scope: Scope): FilledElsewhere {
  const answers = new Map<CompiledColumn, boolean>()
  return (column) => {
    const known = answers.get(column)
    if (known !== undefined) return known
    const filled = tasks.some(
      (row) =>
        cellOf(
          { template: column, title: '', turned: false, names: null },
          within(scope, { row, index: 1 }),
        ).text !== '',
    )
    answers.set(column, filled)
    return filled
  }
}

/** A file’s path in the output as a link from a file at `path`: always with ./ or ../ before it. */
function linkToFile(path: string, to: string): string {
  const up = path.split('/').length - 1
  return `${up === 0 ? './' : '../'.repeat(up)}${to}`
}

/** Where the rows of a sheet stand, by what they are anchored by; worked out when a link first leads to it. */
function anchoredLines(
  template: WorkbookTemplate,
  scope: Scope,
): (sheet: string) => ReadonlyMap<string, number> {
  const known = new Map<string, ReadonlyMap<string, number>>()
  return (name) => {
    let lines = known.get(name)
    if (lines === undefined) {
      const sheet = template.sheets.find((each) => each.name === name)
      lines = sheet === undefined ? new Map<string, number>() : anchorsOf(sheet, scope)
      known.set(name, lines)
    }
    return lines
  }
}

/** A workbook product; `path` is where it will lie in the output, for links to other files. Throws a TemplateProblem. */
export function composeWorkbook(
  template: WorkbookTemplate,
  scope: Scope,
  secrecy: string | null,
  filledElsewhere: FilledElsewhere,
  path = '',
): Workbook {
  const lines = anchoredLines(template, scope)
  const findLink: FindLink = (name, anchor) => {
    if (name === null) return linkToFile(path, anchor)
    const line = lines(name).get(anchor)
    return line === undefined ? null : `${quotedSheet(name)}!A${line}`
  }
  const { faces } = template.style
  // One sheet after the other, so that its values can be let go once it is laid out: of a ledger they are a million.
  const composed = template.sheets.flatMap((sheet): Sheet[] => {
    const grid = composeSheetGrid(sheet, scope, filledElsewhere)
    return grid === null ? [] : [composeSheet(grid, scope, findLink)]
  })
  return {
    type: 'workbook',
    properties: composeProperties(template.properties, scope),
    faces: { text: faces.fang.word, head: faces.hei.word, title: faces.title.word },
    secrecy,
    sheets: composed,
    names: Object.fromEntries(
      Object.entries(template.names).map(([name, text]) => [name, renderText(text, scope)]),
    ),
  }
}
