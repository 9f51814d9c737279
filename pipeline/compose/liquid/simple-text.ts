import { outputValue, simpleOutputOf, type SimpleOutput } from './simple-output.js'
import type { Seen } from './simple-path.js'
import { simpleTagsOf, tagsValue, type FindPart, type SimpleNode } from './simple-tags.js'

/**
 * A text that needs no Liquid: fixed, one output (`{{ row.leads | names }}`), or outputs among tags (`{% if row.serial %}…{% endif %}`). Most texts of a
 * ledger’s columns are of these kinds, and Liquid makes tens of kilobytes of garbage for each.
 */
export type SimpleText =
  | { readonly type: 'fixed' }
  | { readonly type: 'output'; readonly output: SimpleOutput }
  | { readonly type: 'tags'; readonly nodes: readonly SimpleNode[] }

const oneOutput = /^\{\{((?:(?!\}\}).)*)\}\}$/su

/** Tells whether a text is so simple that it needs no Liquid. */
export function simpleTextOf(source: string): SimpleText | null {
  if (!/\{[{%]/u.test(source)) return { type: 'fixed' }
  const output = simpleOutputOf(oneOutput.exec(source)?.[1] ?? '')
  if (output !== null) return { type: 'output', output }
  const nodes = simpleTagsOf(source)
  // An output that is not simple alone is Liquid’s.
  return nodes === null || nodes.every(({ type }) => type === 'unknown')
    ? null
    : { type: 'tags', nodes }
}

/** The value of a simple text that is not fixed; `unknownHere` where only Liquid can tell. */
export function simpleValue(
  simple: Exclude<SimpleText, { type: 'fixed' }>,
  seen: Seen,
  find: FindPart,
): unknown {
  return simple.type === 'output'
    ? outputValue(simple.output, seen)
    : tagsValue(simple.nodes, seen, find)
}
