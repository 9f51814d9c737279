import type { Place } from '../../model/index.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import type { Compiler } from './compiler.js'
import type { ColumnTemplate } from './template-schema.js'

type Texts = 'title' | 'value' | 'prompt' | 'mark' | 'each' | 'link'

/** A column with its texts parsed. */
export interface CompiledColumn extends Omit<ColumnTemplate, Texts> {
  readonly title: CompiledText
  readonly value: CompiledText
  readonly prompt: CompiledText | null
  readonly mark: CompiledText | null
  readonly each: CompiledText | null
  /** `sheet` null: `to` is the path of a file in the output. */
  readonly link: { readonly sheet: string | null; readonly to: CompiledText } | null
}

/** A path into what templates see (items.all) as the text that gives its value. */
export function expressionOf(path: string): string {
  return /^\s*\{[{%]/u.test(path) ? path : `{{ ${path} }}`
}

/** A row’s own value, or nothing in a column that is there to be filled in. */
function defaultValue(column: ColumnTemplate): string {
  return column.use === 'fill' ? '' : `{{ row.${column.key} }}`
}

/** Parses the texts of columns; `placeOf` gives the place of a key of the column with this index. */
export function compileColumns(
  columns: readonly ColumnTemplate[],
  compiler: Compiler,
  placeOf: (index: number, key: string) => Place,
): readonly CompiledColumn[] {
  return columns.map((column, index) => {
    const at = (key: string): Place => placeOf(index, key)
    const optional = (key: string, text: string | null): CompiledText | null =>
      text === null ? null : compiler.compile(text, at(key))
    return {
      ...column,
      title: compiler.compile(column.title, at('title')),
      value: compiler.compile(column.value ?? defaultValue(column), at('value')),
      prompt: optional('prompt', column.prompt),
      mark: optional('mark', column.mark),
      each: optional('each', column.each === null ? null : expressionOf(column.each)),
      link:
        column.link === null
          ? null
          : {
              sheet: 'sheet' in column.link ? column.link.sheet : null,
              to: compiler.compile(
                'sheet' in column.link ? column.link.to : column.link.file,
                at('link'),
              ),
            },
    }
  })
}
