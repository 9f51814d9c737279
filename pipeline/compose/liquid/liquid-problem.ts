import { LiquidError } from 'liquidjs'

import type { Finding, Place, TemplateFile } from '../../model/index.js'
import { templateFinding } from '../templates/template-problem.js'
import { allowedTags } from './engine.js'
import { builtInFilters, ownFilters } from './filters.js'

/** Where in a file a line and column of the Liquid text stand. */
export type PlaceOfLine = (line: number, column: number) => Place

/** What Liquid says, and in which words of its own (liquidjs 10.30.1; a test holds each). */
const readers: readonly {
  readonly pattern: RegExp
  readonly rule: Parameters<typeof templateFinding>[0]
  readonly values: (found: string) => Finding['values']
}[] = [
  {
    // undefined variable: documnt
    pattern: /^undefined variable: (\S+?)(?:,|$)/u,
    rule: 'template-variable-known',
    values: (variable) => ({ variable }),
  },
  {
    // undefined filter: raw
    pattern: /^undefined filter: (\S+?)(?:,|$)/u,
    rule: 'template-filter-known',
    values: (filter) => ({
      filter,
      known: [...builtInFilters, ...Object.keys(ownFilters)].sort(),
    }),
  },
  {
    // tag "include" not found
    pattern: /^tag "(.+?)" not found/u,
    rule: 'template-tag-known',
    values: (tag) => ({ tag, known: [...allowedTags] }),
  },
  {
    // template render limit exceeded
    pattern: /^(.+?) limit exceeded/u,
    rule: 'template-render-bounded',
    values: (what) => ({ what }),
  },
]

function withoutPosition(message: string): string {
  return message.replace(/(?:, file:[^,]*)?, line:\d+, col:\d+$/u, '').replace(/\s+/gu, ' ')
}

/** A text too long to be parsed is told of by an error that is none of Liquid’s own kinds. */
const isLimit = (error: unknown): error is Error =>
  error instanceof Error &&
  error.name === 'AssertionError' &&
  error.message.endsWith('limit exceeded')

/** The finding that an error of liquidjs stands for; null where it is none of liquidjs’ (a bug of ours, to be thrown on). */
export function findingOfLiquidError(
  error: unknown,
  file: TemplateFile,
  placeOf: PlaceOfLine,
): Finding | null {
  if (!(error instanceof LiquidError || isLimit(error))) return null
  const token = (error as { token?: { getPosition?: () => number[] } }).token
  const [line, column] = token?.getPosition?.() ?? [1, 1]
  const place = placeOf(line ?? 1, column ?? 1)
  const message = withoutPosition(error.message)
  for (const reader of readers) {
    const found = reader.pattern.exec(message)?.[1]
    if (found !== undefined)
      return templateFinding(reader.rule, { file, place }, reader.values(found))
  }
  const rule = error.name === 'RenderError' ? 'template-renders' : 'template-parses'
  return templateFinding(rule, { file, place }, { what: message })
}
