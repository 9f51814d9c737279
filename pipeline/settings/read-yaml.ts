import type { LineCounter } from 'yaml'
import type { z } from 'zod'

import { makeFinding } from '../messages/index.js'
import type { Finding, Place } from '../model/index.js'
import { parseYaml, type YamlProblem } from '../text/parse-yaml.js'
import { findIssues, placeInYaml } from './find-issues.js'
import { decodeUtf8 } from './read-file.js'

/** What a YAML file says, checked; `value` is null where an error stands among the findings. */
export interface YamlReading<Value> {
  readonly value: Value | null
  readonly findings: readonly Finding[]
  /** Where the value at a path stands in the file; what is not there: the nearest thing around it that is. */
  readonly placeAt: (path: readonly (string | number)[]) => Place | null
}

const nowhere = () => null

/** From offsets of the decoded text to a place. */
export type PlaceOf = (start: number, end: number) => Place

function placesIn(lines: LineCounter): PlaceOf {
  const pointAt = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col), offset }
  }
  return (start, end) => ({ start: pointAt(start), end: pointAt(Math.max(start, end)) })
}

/** The first error of the syntax: what follows it is mostly its consequence. */
function syntaxFinding(path: string, text: string, error: YamlProblem, placeOf: PlaceOf): Finding {
  const [start, end] = error.pos
  const parts = { path, place: placeOf(start, end) }
  if (error.code === 'TAB_AS_INDENT') {
    return makeFinding('settings-indented-with-spaces', { ...parts, values: { path } })
  }
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\n]*/.exec(text.slice(start))?.[0].trim() ?? ''
    return makeFinding('settings-keys-unique', { ...parts, values: { path, key } })
  }
  const problem = error.message.replace(/ at line \d+, column \d+[\s\S]*$/, '')
  return makeFinding('settings-file-is-yaml', { ...parts, values: { path, problem } })
}

/** Reads a YAML file of people against its schema: every problem with the line and column where it stands. */
export function readYaml<Schema extends z.ZodType>(
  path: string,
  bytes: Uint8Array,
  schema: Schema,
): YamlReading<z.infer<Schema>> {
  const text = decodeUtf8(bytes)
  if (text === null) {
    return {
      value: null,
      findings: [makeFinding('settings-file-is-text', { path, values: { path } })],
      placeAt: nowhere,
    }
  }
  const { document, lines, problems, value } = parseYaml(text)
  const placeOf = placesIn(lines)
  const [problem] = problems
  if (problem !== undefined) {
    const findings = [syntaxFinding(path, text, problem, placeOf)]
    return { value: null, findings, placeAt: nowhere }
  }
  const result = schema.safeParse(document.contents === null ? {} : value)
  const placeAt = (at: readonly (string | number)[]) => placeInYaml({ document, placeOf }, at)
  return result.success
    ? { value: result.data, findings: [], placeAt }
    : {
        value: null,
        findings: findIssues({ path, document, schema, issues: result.error.issues, placeOf }),
        placeAt,
      }
}
