import type { Place, StyleSheet, TemplateFile } from '../../model/index.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import type { Engine } from '../liquid/engine.js'
import { compileColumns, expressionOf, type CompiledColumn } from './compile-columns.js'
import { Compiler } from './compiler.js'
import { knownKeys } from './known-keys.js'
import type { Loaded, ProductTemplate } from './page-template.js'
import { compileProperties } from './properties.js'
import { templateFinding } from './template-problem.js'
import { workbookSchema, type BandTemplate, type SheetTemplate } from './template-schema.js'
import { readYamlText } from './yaml-text.js'

/** A piece of a band, its text parsed. */
export type CompiledPiece = Omit<BandTemplate[number], 'text'> & { readonly text: CompiledText }

type SheetTexts =
  | 'rows'
  | 'group'
  | 'anchor'
  | 'locked'
  | 'above'
  | 'below'
  | 'footer'
  | 'totals'
  | 'columns'
  | 'whenEmpty'

interface CompiledTotal {
  readonly title: CompiledText
  readonly formula: CompiledText
  readonly when: CompiledText
}

export interface CompiledSheet extends Omit<SheetTemplate, SheetTexts> {
  /** A list that templates see, or rows written out. */
  readonly rows: CompiledText | readonly Readonly<Record<string, CompiledText>>[]
  readonly group: CompiledText | null
  readonly anchor: CompiledText | null
  readonly locked: CompiledText | null
  readonly whenEmpty: CompiledText | null
  readonly above: readonly (readonly CompiledPiece[])[]
  readonly below: readonly (readonly CompiledPiece[])[]
  readonly footer: CompiledText
  readonly totals: readonly CompiledTotal[]
  readonly columns: readonly CompiledColumn[]
}

export interface WorkbookTemplate extends ProductTemplate {
  readonly type: 'workbook'
  readonly style: StyleSheet
  readonly formats: readonly ('xlsx' | 'csv' | 'ndjson')[]
  readonly names: Readonly<Record<string, CompiledText>>
  readonly sheets: readonly CompiledSheet[]
}

type PlaceOf = (path: readonly PropertyKey[]) => Place

function compileSheet(sheet: SheetTemplate, compiler: Compiler, placeOf: PlaceOf): CompiledSheet {
  const text = (source: string, ...path: readonly PropertyKey[]): CompiledText =>
    compiler.compile(source, placeOf(path))
  const optional = (key: 'group' | 'anchor' | 'locked' | 'whenEmpty'): CompiledText | null => {
    const source = sheet[key]
    return source === null ? null : text(source, key)
  }
  const bands = (key: 'above' | 'below'): readonly (readonly CompiledPiece[])[] =>
    sheet[key].map((band, line) =>
      band.map((piece, at) => ({ ...piece, text: text(piece.text, key, line, at, 'text') })),
    )
  const records = (rows: readonly Readonly<Record<string, string>>[]): CompiledSheet['rows'] =>
    rows.map((row, line) =>
      Object.fromEntries(
        Object.entries(row).map(([key, source]) => [key, text(source, 'rows', line, key)]),
      ),
    )
  return {
    ...sheet,
    rows:
      typeof sheet.rows === 'string' ? text(expressionOf(sheet.rows), 'rows') : records(sheet.rows),
    group: optional('group'),
    anchor: optional('anchor'),
    locked: optional('locked'),
    whenEmpty: optional('whenEmpty'),
    above: bands('above'),
    below: bands('below'),
    footer: text(sheet.footer, 'footer'),
    totals: sheet.totals.map((total, line) => ({
      title: text(total.title, 'totals', line, 'title'),
      formula: text(total.formula, 'totals', line, 'formula'),
      when: text(total.when, 'totals', line, 'when'),
    })),
    columns: compileColumns(sheet.columns, compiler, (index, key) =>
      placeOf(['columns', index, key]),
    ),
  }
}

/** Reads a workbook template (templates/*.yaml); everything that is wrong with it, with its place. */
export function loadWorkbook(
  file: TemplateFile,
  engine: Engine,
  styles: ReadonlyMap<string, StyleSheet>,
): Loaded<WorkbookTemplate> {
  const whole = { start: 0, end: file.text.length }
  const yaml = readYamlText(file, whole, workbookSchema, (path) => knownKeys(workbookSchema, path))
  if (yaml.value === null) return { template: null, findings: yaml.findings }
  const { placeOf, value } = yaml
  const compiler = new Compiler(engine, file)
  const style = styles.get(value.style)
  const parts = {
    fileName: compiler.compile(value.file, placeOf(['file'])),
    properties: compileProperties(value.properties, compiler, (key) =>
      placeOf(['properties', key]),
    ),
    names: Object.fromEntries(
      Object.entries(value.names).map(([name, source]) => [
        name,
        compiler.compile(source, placeOf(['names', name])),
      ]),
    ),
    sheets: value.sheets.map((sheet, index) =>
      compileSheet(sheet, compiler, (path) => placeOf(['sheets', index, ...path])),
    ),
  }
  if (style === undefined) {
    const at = { file, place: placeOf(['style']) }
    const values = { name: value.style, known: [...styles.keys()].sort() }
    return {
      template: null,
      findings: [templateFinding('template-style-exists', at, values), ...compiler.findings],
    }
  }
  const { findings, texts } = compiler
  if (findings.length > 0) return { template: null, findings }
  const { product, title, per, formats } = value
  const template = { type: 'workbook', file, product, title, per, style, formats } as const
  return { template: { ...template, ...parts, texts }, findings }
}
