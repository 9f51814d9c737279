import type { Finding, Format, Layout, OfficialDocument } from '../model/index.js'
import { composeFlow } from './flow/compose-flow.js'
import { renderText, type Scope } from './liquid/compiled-text.js'
import type { Template } from './templates/template.js'
import { bareWorkbook } from './workbook/bare-workbook.js'
import { composeWorkbook, type FilledElsewhere } from './workbook/compose-workbook.js'
import { composeRecords } from './workbook/compose-records.js'

/** How secret and how urgent a paper is: as its sources are, the highest of them. */
export interface Marks {
  readonly secrecy: string | null
  readonly urgency: string | null
}

/** Secrecy and urgency as a workbook prints them: 机密★1年　特急. */
function marksOf({ secrecy, urgency }: Marks): string | null {
  const marks = [secrecy, urgency].filter((mark) => mark !== null)
  return marks.length === 0 ? null : marks.join('　')
}

/** The formats that a product is made in. */
export function formatsOf(template: Template): readonly Format[] {
  return template.type === 'text' ? ['txt'] : template.formats
}

const shownIn = (format: Format, layout: Layout): Layout =>
  format === 'csv' && layout.type === 'workbook' ? bareWorkbook(layout) : layout

/** A paper’s layout for each of its formats; `path` is where it will lie, for links. Formats that show the same share one. Throws a TemplateProblem. */
export function layOut(
  template: Template,
  scope: Scope,
  around: {
    readonly marks: Marks
    /** null: all documents together. */
    readonly document: OfficialDocument | null
    readonly filledElsewhere: FilledElsewhere
    readonly path?: string
  },
): { readonly layouts: ReadonlyMap<Format, Layout>; readonly findings: readonly Finding[] } {
  const formats = formatsOf(template)
  const records = formats.filter((format) => format === 'ndjson')
  const shown = formats.filter((format) => format !== 'ndjson')
  const findings: Finding[] = []
  const layoutOf = (): Layout => {
    switch (template.type) {
      case 'page': {
        const { secrecy, urgency } = around.marks
        const source = { document: around.document, secrecy, urgency }
        const composed = composeFlow(template, scope, source)
        findings.push(...composed.findings)
        return composed.flow
      }
      case 'workbook':
        return composeWorkbook(
          template,
          scope,
          marksOf(around.marks),
          around.filledElsewhere,
          around.path,
        )
      case 'bundle':
        throw new Error('a ZIP is bound from papers, not laid out')
      case 'text':
        return { type: 'text', text: `${renderText(template.body, scope).trim()}\n` }
    }
  }
  const layout = shown.length === 0 ? null : layoutOf()
  const layouts = new Map<Format, Layout>([
    ...(layout === null ? [] : shown.map((format) => [format, shownIn(format, layout)] as const)),
    ...records.map((format) => [format, composeRecords(template, scope)] as const),
  ])
  return { layouts, findings }
}

/** A workbook without sheets, a page without anything on it: the paper has nothing to say. */
export function isEmpty(layout: Layout): boolean {
  if (layout.type === 'workbook') return layout.sheets.length === 0
  return layout.type === 'flow' && layout.sections.length === 0
}
