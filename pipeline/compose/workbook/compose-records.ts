import type { TextLayout } from '../../model/index.js'
import type { Scope } from '../liquid/compiled-text.js'
import type { Template } from '../templates/template.js'
import { rowsOf } from './sheet-grid.js'

/**
 * The records behind the rows of a workbook’s first sheet, whole and under the model’s names, one a line (ndjson): for an analyst, who wants no
 * columns and no wrapped text. Throws a TemplateProblem.
 */
export function composeRecords(template: Template, scope: Scope): TextLayout {
  const sheet = template.type === 'workbook' ? template.sheets[0] : undefined
  const rows = sheet === undefined ? [] : rowsOf(sheet, scope)
  return { type: 'text', text: rows.map((row) => `${JSON.stringify(row)}\n`).join('') }
}
