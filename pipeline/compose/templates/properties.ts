import type { Place, Properties } from '../../model/index.js'
import { renderText, type CompiledText, type Scope } from '../liquid/compiled-text.js'
import type { Compiler } from './compiler.js'
import type { PropertiesTemplate } from './template-schema.js'

/** The properties of a file, as texts. */
export interface CompiledProperties {
  readonly title: CompiledText
  readonly subject: CompiledText
  readonly author: CompiledText
  readonly keywords: readonly CompiledText[]
  readonly date: CompiledText
}

export function compileProperties(
  properties: PropertiesTemplate,
  compiler: Compiler,
  placeOf: (key: string) => Place,
): CompiledProperties {
  const text = (key: 'title' | 'subject' | 'author' | 'date'): CompiledText =>
    compiler.compile(properties[key], placeOf(key))
  return {
    title: text('title'),
    subject: text('subject'),
    author: text('author'),
    keywords: properties.keywords.map((each) => compiler.compile(each, placeOf('keywords'))),
    date: text('date'),
  }
}

/** The properties of one paper; a date only where it is an ISO date. Throws a TemplateProblem. */
export function composeProperties(properties: CompiledProperties, scope: Scope): Properties {
  const date = renderText(properties.date, scope).trim()
  return {
    title: renderText(properties.title, scope).trim(),
    subject: renderText(properties.subject, scope).trim(),
    author: renderText(properties.author, scope).trim(),
    keywords: properties.keywords
      .map((each) => renderText(each, scope).trim())
      .filter((each) => each !== ''),
    date: /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : null,
    lang: 'zh-CN',
  }
}
