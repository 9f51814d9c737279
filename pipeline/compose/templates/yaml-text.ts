import { LineCounter, parseDocument, isMap, isScalar, type Document } from 'yaml'
import type { z } from 'zod'

import type { Finding, Place, TemplateFile } from '../../model/index.js'
import { placeIn } from './place-in.js'
import { templateFinding } from './template-problem.js'

type Path = readonly PropertyKey[]

/** YAML out of a template file, checked against a schema. `value` is null where findings say why. */
export interface YamlText<Value> {
  readonly value: Value | null
  readonly findings: readonly Finding[]
  /** The place of the value under a path of keys, or of the nearest that holds it. */
  readonly placeOf: (path: Path) => Place
}

function rangeOf(document: Document, path: Path): readonly [number, number] | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    const range: unknown = (node as { range?: unknown } | undefined)?.range
    if (Array.isArray(range) && typeof range[0] === 'number' && typeof range[1] === 'number')
      return [range[0], range[1]]
  }
  return null
}

function keyRangeOf(document: Document, path: Path, key: string): readonly [number, number] | null {
  const holder = path.length === 0 ? document.contents : document.getIn(path, true)
  if (!isMap(holder)) return null
  const pair = holder.items.find((each) => isScalar(each.key) && each.key.value === key)
  const range = isScalar(pair?.key) ? pair.key.range : null
  return range == null ? null : [range[0], range[1]]
}

/** Keys that a schema knows at a path, for the message about one that it does not. */
export type KnownKeys = (path: Path) => readonly string[]

/** What the schema found wrong, each with its place. */
function findingsOfIssues(
  issues: readonly z.core.$ZodIssue[],
  about: {
    readonly file: TemplateFile
    readonly known: KnownKeys
    readonly keyPlace: (path: Path, key: string) => Place
    readonly placeOf: (path: Path) => Place
  },
): readonly Finding[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) =>
          templateFinding(
            'template-key-known',
            { file: about.file, place: about.keyPlace(issue.path, key) },
            { key, known: [...about.known(issue.path)] },
          ),
        )
      : [
          templateFinding(
            'template-value-valid',
            { file: about.file, place: about.placeOf(issue.path) },
            { key: issue.path.join('.'), expected: issue.message },
          ),
        ],
  )
}

/**
 * Reads YAML that stands in a template file from `start` to `end` (the whole file, or its front matter). No tags of one’s own, at most 100
 * aliases: YAML’s own defaults.
 */
export function readYamlText<Schema extends z.ZodType>(
  file: TemplateFile,
  range: { readonly start: number; readonly end: number },
  schema: Schema,
  known: KnownKeys,
): YamlText<z.output<Schema>> {
  const place = (from: number, to: number): Place =>
    placeIn(file.text, range.start + from, range.start + to)
  const document = parseDocument(file.text.slice(range.start, range.end), {
    lineCounter: new LineCounter(),
    prettyErrors: false,
  })
  const placeOf = (path: Path): Place => place(...(rangeOf(document, path) ?? [0, 0]))
  if (document.errors.length > 0) {
    const findings = document.errors.map((error) =>
      templateFinding(
        'template-parses',
        { file, place: place(...error.pos) },
        { what: error.message },
      ),
    )
    return { value: null, findings, placeOf }
  }
  const result = schema.safeParse(document.toJS())
  if (result.success) return { value: result.data, findings: [], placeOf }
  const keyPlace = (path: Path, key: string): Place =>
    place(...(keyRangeOf(document, path, key) ?? rangeOf(document, path) ?? [0, 0]))
  return {
    value: null,
    findings: findingsOfIssues(result.error.issues, { file, known, keyPlace, placeOf }),
    placeOf,
  }
}
