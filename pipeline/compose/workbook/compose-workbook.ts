import type { Workbook } from '../../model/index.js'
import { renderText, type Scope } from '../liquid/compiled-text.js'
import { cellOf, within } from '../table/grid.js'
import type { CompiledColumn } from '../templates/compile-columns.js'
import { composeProperties } from '../templates/properties.js'
import type { WorkbookTemplate } from '../templates/workbook-template.js'
import { quotedSheet } from './column-letters.js'
import { anchorsOf, composeSheet } from './compose-sheet.js'
import { composeSheetGrid, type SheetGrid } from './sheet-grid.js'

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
        cellOf({ template: column, title: '', names: null }, within(scope, { row, index: 1 }))
          .text !== '',
    )
    answers.set(column, filled)
    return filled
  }
}

/** A workbook product. Throws a TemplateProblem. */
export function composeWorkbook(
  template: WorkbookTemplate,
  scope: Scope,
  secrecy: string | null,
  filledElsewhere: FilledElsewhere,
): Workbook {
  const sheets = template.sheets.flatMap((sheet): SheetGrid[] => {
    const grid = composeSheetGrid(sheet, scope, filledElsewhere)
    return grid === null ? [] : [grid]
  })
  const anchors = new Map(sheets.map((sheet) => [sheet.template.name, anchorsOf(sheet)]))
  const findLink = (name: string, anchor: string): string | null => {
    const line = anchors.get(name)?.get(anchor)
    return line === undefined ? null : `${quotedSheet(name)}!A${line}`
  }
  const { faces } = template.style
  return {
    type: 'workbook',
    properties: composeProperties(template.properties, scope),
    faces: { text: faces.fang.word, head: faces.hei.word, title: faces.title.word },
    secrecy,
    sheets: sheets.map((sheet) => composeSheet(sheet, scope, findLink)),
    names: Object.fromEntries(
      Object.entries(template.names).map(([name, text]) => [name, renderText(text, scope)]),
    ),
  }
}
