import { isMap, isScalar, type Document } from 'yaml'
import type { z } from 'zod'

import type { Finding, Place, TemplateFile } from '../../model/index.js'
import { parseYaml, type ParsedYaml } from '../../text/parse-yaml.js'
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

/** Ten times the longest of the package’s own: every key is known to every text that is rendered. In characters. */
const longest = 200_000
/** So many problems of one kind are told of: a file of another kind has thousands. */
const mostTold = 20

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
      ? issue.keys
          .slice(0, mostTold)
          .map((key) =>
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

/** Files that were parsed: the formats of a product are asked for before all else that its file says. */
const parsed = new WeakMap<TemplateFile, { readonly start: number; readonly yaml: ParsedYaml }>()

function parseOnce(
  file: TemplateFile,
  { start, end }: { readonly start: number; readonly end: number },
): ParsedYaml {
  const known = parsed.get(file)
  if (known?.start === start) return known.yaml
  const yaml = parseYaml(file.text.slice(start, end), longest)
  parsed.set(file, { start, yaml })
  return yaml
}

/** A place that is looked up when it is asked for: by a message, which sound templates have none of. */
function whenAsked(find: () => Place): Place {
  let found: Place | null = null
  const place = () => (found ??= find())
  return {
    get start() {
      return place().start
    },
    get end() {
      return place().end
    },
  }
}

/**
 * Reads YAML that stands in a template file from `start` to `end` (the whole file, or its front matter).
 */
export function readYamlText<Schema extends z.ZodType>(
  file: TemplateFile,
  range: { readonly start: number; readonly end: number },
  schema: Schema,
  known: KnownKeys,
): YamlText<z.output<Schema>> {
  const place = (from: number, to: number): Place =>
    placeIn(file.text, range.start + from, range.start + to)
  const placeOf = (path: Path): Place =>
    whenAsked(() => place(...(rangeOf(parseOnce(file, range).document, path) ?? [0, 0])))
  const before = file.yaml === undefined ? null : schema.safeParse(file.yaml.value)
  if (before?.success === true) return { value: before.data, findings: [], placeOf }
  const { document, problems, value } = parseOnce(file, range)
  if (problems.length > 0) {
    const findings = problems
      .slice(0, mostTold)
      .map((problem) =>
        templateFinding(
          'template-parses',
          { file, place: place(...problem.pos) },
          { what: problem.message },
        ),
      )
    return { value: null, findings, placeOf }
  }
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data, findings: [], placeOf }
  const keyPlace = (path: Path, key: string): Place =>
    place(...(keyRangeOf(document, path, key) ?? rangeOf(document, path) ?? [0, 0]))
  return {
    value: null,
    findings: findingsOfIssues(result.error.issues, { file, known, keyPlace, placeOf }),
    placeOf,
  }
}
