import type { z } from 'zod'

import type { Finding, TemplateFile } from '../../model/index.js'
import { contextSchema } from '../context/context-schema.js'
import { checkShapes, shapeOfText, type Names, type ShapeCheck } from '../liquid/check-shapes.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import type { Engine } from '../liquid/engine.js'
import { findingOfLiquidError } from '../liquid/liquid-problem.js'
import { overviewSchema } from '../overview/overview-schema.js'
import { anyShape, memberOf, schemaShape, type Shape } from '../liquid/shape.js'
import type { CompiledColumn } from './compile-columns.js'
import type { Partials } from './partials.js'
import { offsetIn, placeIn } from './place-in.js'
import { templateFinding } from './template-problem.js'
import type { Template } from './template.js'
import type { Per, Words } from './template-schema.js'

/** Made from all documents together; what such templates see is another context. */
const overDocuments: ReadonlySet<Per> = new Set(['agency', 'all'])

interface Sources {
  readonly partials: Partials
  readonly engine: Engine
  readonly globals: Names
}

/** The rest of the line where a name stands. */
function placeOfLine(file: TemplateFile, line: number, column: number): ReturnType<typeof placeIn> {
  const start = offsetIn(file.text, line, column)
  const end = file.text.indexOf('\n', start)
  return placeIn(file.text, start, end === -1 ? file.text.length : end)
}

/** Partials that are followed from one text: some that render each other twice over would be followed without end. Rendering has limits of its own. */
const mostPartials = 1000

/** Checks one text, and the partials that it renders with the names that it gives them. */
function checkText(text: CompiledText, names: Names, sources: Sources): readonly Finding[] {
  const findings: Finding[] = []
  const open = new Set<string>()
  let followed = 0
  const checkIn = (at: Pick<CompiledText, 'file' | 'placeOf'>): ShapeCheck => ({
    problem: ({ type, name, line, column }) => {
      const place = { file: at.file, place: at.placeOf(line, column) }
      findings.push(
        type === 'variable'
          ? templateFinding('template-variable-known', place, { variable: name })
          : templateFinding('template-partial-exists', place, {
              name,
              known: [...sources.partials.files.keys()],
            }),
      )
    },
    partial: (name, inner) => {
      const file = sources.partials.files.get(name)
      if (file === undefined) return false
      if (open.has(name) || followed >= mostPartials) return true
      followed += 1
      open.add(name)
      const placeOf: CompiledText['placeOf'] = (line, column) => placeOfLine(file, line, column)
      try {
        const parsed = sources.engine.parse(sources.partials.texts[name] ?? '')
        checkShapes(parsed, new Map([...sources.globals, ...inner]), checkIn({ file, placeOf }))
      } catch (error) {
        const finding = findingOfLiquidError(error, file, placeOf)
        if (finding === null) throw error
        findings.push(finding)
      }
      open.delete(name)
      return true
    },
  })
  checkShapes(text.templates, names, checkIn(text))
  return findings
}

function textsOfColumn(column: CompiledColumn): readonly (CompiledText | null)[] {
  return [column.title, column.value, column.prompt, column.mark, column.link?.to ?? null]
}

/** What `row` is under the columns of a page’s tables: the member of the list that its ::table or ::contents names. */
function rowShapes(template: Template, names: Names, engine: Engine): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>()
  if (template.type !== 'page') return shapes
  for (const [line] of template.body.source.matchAll(/^[ \t]*::(?:table|contents)\{.*$/gmu)) {
    const rows = /\brows=(\{\{.*?\}\})/u.exec(line)?.[1]
    const columns = /\bcolumns=(\w+)/u.exec(line)?.[1]
    if (rows !== undefined && columns !== undefined)
      shapes.set(columns, memberOf(shapeOfText(engine.parse(rows), names)))
  }
  return shapes
}

/** Each text of a template with the names that it sees beside those of every text. */
function* textsWithNames(
  template: Template,
  names: Names,
  engine: Engine,
): Generator<readonly [CompiledText, Names]> {
  const seen = new Set<CompiledText>()
  function* columns(
    list: readonly CompiledColumn[],
    row: Shape,
  ): Generator<readonly [CompiledText, Names]> {
    for (const column of list) {
      const member =
        column.each === null ? anyShape : memberOf(shapeOfText(column.each.templates, names))
      const extra: [string, Shape][] = [
        ['row', row],
        ['index', anyShape],
      ]
      if (column.each !== null) extra.push(['column', member])
      for (const text of textsOfColumn(column)) {
        if (text === null) continue
        seen.add(text)
        yield [text, new Map([...names, ...extra])]
      }
    }
  }
  if (template.type === 'page') {
    const shapes = rowShapes(template, names, engine)
    for (const [name, list] of Object.entries(template.columns))
      yield* columns(list, shapes.get(name) ?? anyShape)
    for (const { title } of template.packet?.parts ?? []) {
      seen.add(title)
      yield [title, new Map([...names, ['row', anyShape] as const])]
    }
  }
  if (template.type === 'workbook')
    for (const sheet of template.sheets) {
      const row =
        'templates' in sheet.rows ? memberOf(shapeOfText(sheet.rows.templates, names)) : anyShape
      yield* columns(sheet.columns, row)
      for (const text of [sheet.group, sheet.anchor, sheet.locked]) {
        if (text === null) continue
        seen.add(text)
        yield [text, new Map([...names, ['row', row] as const])]
      }
      for (const { formula } of sheet.totals) {
        seen.add(formula)
        yield [formula, new Map([...names, ['range', anyShape] as const])]
      }
    }
  for (const text of template.texts) if (!seen.has(text)) yield [text, names]
}

/**
 * Checks every name that templates use against what there is (contextSchema, words), before any document is read. Templates with a name that does
 * not exist are left out.
 */
export function checkVariables(
  templates: readonly Template[],
  partials: Partials,
  engine: Engine,
  words: Words,
): { readonly sound: readonly Template[]; readonly findings: readonly Finding[] } {
  const globals: Names = new Map([['words', { kind: 'data', value: words }]])
  const namesOf = (schema: { readonly shape: Readonly<Record<string, z.core.$ZodType>> }): Names =>
    new Map([
      ...globals,
      ...Object.entries(schema.shape).map(([name, each]) => [name, schemaShape(each)] as const),
    ])
  const ofDocument = namesOf(contextSchema)
  const ofAll = namesOf(overviewSchema)
  const sources = { partials, engine, globals }
  const findings: Finding[] = []
  const sound = templates.filter((template) => {
    const seen = [
      ...(template.per.some((per) => !overDocuments.has(per)) ? [ofDocument] : []),
      ...(template.per.some((per) => overDocuments.has(per)) ? [ofAll] : []),
    ]
    const own = seen.flatMap((names) =>
      [...textsWithNames(template, names, engine)].flatMap(([text, known]) =>
        checkText(text, known, sources),
      ),
    )
    findings.push(...own)
    return own.length === 0
  })
  const unique = new Map(findings.map((finding) => [JSON.stringify(finding), finding]))
  return { sound, findings: [...unique.values()] }
}
