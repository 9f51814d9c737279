import type { Finding, Place, TemplateFile } from '../../model/index.js'
import type { CompiledText } from '../liquid/compiled-text.js'
import { simpleTextOf } from '../liquid/simple-text.js'
import type { Engine } from '../liquid/engine.js'
import { findingOfLiquidError, type PlaceOfLine } from '../liquid/liquid-problem.js'
import { markTagLines } from '../liquid/tag-lines.js'
import { reservedCharacters } from '../liquid/value-tokens.js'
import { templateFinding } from './template-problem.js'

/** Parses the Liquid texts of one template file and keeps what was wrong with them. */
export class Compiler {
  readonly findings: Finding[] = []
  readonly texts: CompiledText[] = []
  constructor(
    readonly engine: Engine,
    readonly file: TemplateFile,
  ) {}

  /** A text that stands at `place`. */
  compile(source: string, place: Place): CompiledText {
    return this.compileMarked(markTagLines(source), source, place, () => place)
  }

  /** A text that carries marks of ours; `source` is what the file has, and `placeOf` finds its lines there. */
  compileMarked(marked: string, source: string, place: Place, placeOf: PlaceOfLine): CompiledText {
    const compiled = { source, file: this.file, place, placeOf, simple: simpleTextOf(marked) }
    const reserved = reservedCharacters.exec(source)
    if (reserved !== null) {
      const code = reserved[0].codePointAt(0) ?? 0
      const character = `U+${code.toString(16).toUpperCase()}`
      this.findings.push(
        templateFinding('template-characters-free', { file: this.file, place }, { character }),
      )
      return { ...compiled, templates: [] }
    }
    try {
      const text = { ...compiled, templates: this.engine.parse(marked) }
      this.texts.push(text)
      return text
    } catch (error) {
      const finding = findingOfLiquidError(error, this.file, placeOf)
      if (finding === null) throw error
      this.findings.push(finding)
      return { ...compiled, templates: [] }
    }
  }
}
