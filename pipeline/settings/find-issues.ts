import { isMap, isNode, isPair, isScalar, type Document, type Node } from 'yaml'
import type { z } from 'zod'

import { makeFinding, type RuleId } from '../messages/index.js'
import type { Finding, Place } from '../model/index.js'
import { nearestMatch } from '../text/index.js'
import { knownKeys } from './known-keys.js'
import type { PlaceOf } from './read-yaml.js'

type Issue = z.core.$ZodIssue
type Path = readonly (string | number)[]

interface Reading {
  readonly path: string
  readonly document: Document.Parsed
  readonly schema: z.ZodType
  readonly placeOf: PlaceOf
}

const pathOf = (issue: Issue): Path =>
  issue.path.map((key) => (typeof key === 'number' ? key : String(key)))

/** `corrections › #2 › set`: entries of a list are counted from 1, as people count. */
function sayPath(path: Path, file: string): string {
  if (path.length === 0) return file
  return path.map((key) => (typeof key === 'number' ? `#${key + 1}` : key)).join(' › ')
}

function nodeAt(document: Document.Parsed, path: Path): Node | null {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true)
  return isNode(node) ? node : null
}

function keyNode(document: Document.Parsed, path: Path, key: string): Node | null {
  const map = nodeAt(document, path)
  if (!isMap(map)) return null
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
  return isPair(pair) && isNode(pair.key) ? pair.key : null
}

/** Where a node stands; for what is not there, the nearest thing around it that is. */
export function placeInYaml(
  { document, placeOf }: Pick<Reading, 'document' | 'placeOf'>,
  path: Path,
): Place | null {
  const range = nodeAt(document, path)?.range
  if (range != null) return placeOf(range[0], range[1])
  return path.length === 0 ? null : placeInYaml({ document, placeOf }, path.slice(0, -1))
}

/** A value as a message shows it: scalars as they are, the rest by what they are. */
function found({ document }: Reading, path: Path): string {
  const node = nodeAt(document, path)
  if (node === null) return ''
  const value: unknown = node.toJS(document)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const isMissing = ({ document }: Reading, path: Path) => path.length > 0 && !document.hasIn(path)

/** How far a branch of a union is from what was written: a wrong kind of value weighs more than a wrong key, and deep slips least. */
function distanceOf(issues: readonly Issue[]): number {
  return issues
    .map((issue) => {
      if (issue.code === 'unrecognized_keys') return 3 * issue.keys.length
      if (issue.path.length === 0) return issue.code === 'invalid_type' ? 10 : 4
      return issue.path.length === 1 ? 3 : 1
    })
    .reduce((sum, each) => sum + each, 0)
}

/**
 * The issues that are worth telling of a union: those of the branch that is nearest to what was written. A misspelt key explains the
 * missing one beside it, so where a key is not known, what is missing is not told as well.
 */
function issuesOfUnion(
  reading: Reading,
  issue: Issue & { code: 'invalid_union' },
): readonly Issue[] {
  const base = pathOf(issue)
  const branches = [...issue.errors].sort((a, b) => distanceOf(a) - distanceOf(b))
  const nearest = branches[0] ?? []
  const unknown = nearest.some(
    (each) => each.code === 'unrecognized_keys' && each.path.length === 0,
  )
  return nearest
    .map((each): Issue => ({ ...each, path: [...base, ...each.path] }))
    .filter(
      (each) =>
        !unknown || each.path.length !== base.length + 1 || !isMissing(reading, pathOf(each)),
    )
}

/** So many unknown keys of one mapping are told of; a file of another kind has thousands. */
const mostTold = 20

function unknownKeys(reading: Reading, path: Path, keys: readonly string[]): Finding[] {
  const known = knownKeys(reading.schema, path)
  return keys.slice(0, mostTold).map((key) => {
    const near = nearestMatch(key, known)
    const range = keyNode(reading.document, path, key)?.range
    return makeFinding('settings-keys-known', {
      path: reading.path,
      values: {
        key: sayPath([...path, key], reading.path),
        expected: near === null ? [...known] : [near.value],
      },
      place: range == null ? placeInYaml(reading, path) : reading.placeOf(range[0], range[1]),
    })
  })
}

const ruleOfType: Readonly<Record<string, RuleId>> = {
  string: 'settings-value-is-text',
  number: 'settings-value-is-number',
  int: 'settings-value-is-number',
  boolean: 'settings-value-is-yes-or-no',
  array: 'settings-value-is-list',
  object: 'settings-value-is-mapping',
  record: 'settings-value-is-mapping',
}

function ruleAndValues(issue: Issue): readonly [RuleId, Finding['values']] {
  switch (issue.code) {
    case 'invalid_type':
      return [
        ruleOfType[issue.expected] ?? 'settings-value-well-formed',
        { problem: issue.message },
      ]
    case 'invalid_value':
      return ['settings-value-is-one-of', { expected: issue.values.map(String) }]
    case 'invalid_format':
      return issue.format === 'date'
        ? ['settings-value-is-date', {}]
        : ['settings-value-well-formed', { problem: issue.message }]
    case 'too_small':
      return ['settings-value-in-range', { bound: `≥ ${String(issue.minimum)}` }]
    case 'too_big':
      return ['settings-value-in-range', { bound: `≤ ${String(issue.maximum)}` }]
    default:
      return ['settings-value-well-formed', { problem: issue.message }]
  }
}

function findIssue(reading: Reading, issue: Issue): readonly Finding[] {
  const path = pathOf(issue)
  if (issue.code === 'unrecognized_keys') return unknownKeys(reading, path, issue.keys)
  if (isMissing(reading, path)) {
    const parent = path.slice(0, -1)
    const values = { key: sayPath(parent, reading.path), expected: [String(path.at(-1))] }
    return [
      makeFinding('settings-keys-complete', {
        path: reading.path,
        values,
        place: placeInYaml(reading, parent),
      }),
    ]
  }
  if (issue.code === 'invalid_union') {
    return issuesOfUnion(reading, issue).flatMap((each) => findIssue(reading, each))
  }
  const [rule, values] = ruleAndValues(issue)
  return [
    makeFinding(rule, {
      path: reading.path,
      values: { key: sayPath(path, reading.path), found: found(reading, path), ...values },
      place: placeInYaml(reading, path),
    }),
  ]
}

/** What a schema has against a YAML file, one finding a problem, in the order of the file. */
export function findIssues(
  input: Reading & { readonly issues: readonly Issue[] },
): readonly Finding[] {
  return input.issues
    .flatMap((issue) => findIssue(input, issue))
    .sort((a, b) => (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0))
}
