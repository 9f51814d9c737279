import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { z } from 'zod'

import type { Finding, Place, TemplateFile } from '../../model/index.js'
import { directives } from '../flow/directives/index.js'
import { noticeAttributes, noticeName } from '../flow/directives/notice.js'
import { maskCharacter } from '../liquid/mask-liquid.js'
import { knownKeys } from '../templates/known-keys.js'
import { placeIn } from '../templates/place-in.js'
import { templateFinding } from '../templates/template-problem.js'
import { sectionSchema } from '../templates/template-schema.js'
import { isDirective, type DirectiveNode } from './directive-node.js'

/** The name of the one container, and the deepest heading that a page has. */
export const sectionName = 'section'
const deepestHeading = 5

interface Checked {
  readonly file: TemplateFile
  readonly place: Place
}

function checkAttributes(
  node: DirectiveNode,
  schema: z.ZodObject,
  at: Checked,
): readonly Finding[] {
  const attributes = node.attributes ?? {}
  const masked = Object.keys(attributes).filter((key) => attributes[key]?.includes(maskCharacter))
  const plain = Object.entries(attributes)
    .filter(([key]) => !masked.includes(key))
    .map(([key, value]): [string, string] => [key, value ?? ''])
  const known = knownKeys(schema, [])
  const unknown = Object.keys(attributes).filter((key) => !known.includes(key))
  const result = schema.safeParse(Object.fromEntries(plain))
  const wrong = (result.error?.issues ?? []).filter(
    (issue) => issue.code !== 'unrecognized_keys' && !masked.includes(String(issue.path[0])),
  )
  return [
    ...unknown.map((key) =>
      templateFinding('template-key-known', at, {
        key,
        known: known.length > 0 ? [...known] : '—',
      }),
    ),
    ...wrong.map((issue) =>
      templateFinding('template-directive-complete', at, {
        directive: node.name,
        attribute: issue.path.join('.'),
        expected: issue.message,
      }),
    ),
  ]
}

function checkDirective(node: DirectiveNode, at: Checked): readonly Finding[] {
  const container = node.type === 'containerDirective'
  if (container && node.name === sectionName) return checkAttributes(node, sectionSchema, at)
  if (node.type === 'leafDirective' && node.name === noticeName && node.children.length === 0)
    return checkAttributes(node, noticeAttributes, at)
  const known = Object.hasOwn(directives, node.name) ? directives[node.name] : undefined
  if (container || known === undefined) {
    const all = [
      ...Object.keys(directives).map((name) => `::${name}`),
      `::${noticeName}`,
      `:::${sectionName}`,
    ]
    return [
      templateFinding('template-directive-known', at, {
        directive: `${container ? ':::' : '::'}${node.name}`,
        known: all.sort(),
      }),
    ]
  }
  const labelled = node.children.length > 0
  const label =
    labelled === (known.label === 'required')
      ? []
      : [
          templateFinding('template-directive-complete', at, {
            directive: node.name,
            attribute: '[…]',
            expected: known.label === 'required' ? '[text]' : '—',
          }),
        ]
  return [...label, ...checkAttributes(node, known.attributes, at)]
}

function checkNode(node: Nodes, source: string, at: Checked): readonly Finding[] {
  if (isDirective(node)) return checkDirective(node, at)
  if (node.type === 'heading' && node.depth > deepestHeading)
    return [templateFinding('template-markup-supported', at, { what: '#'.repeat(node.depth) })]
  if (node.type === 'text' && node.position !== undefined) {
    const slice = source.slice(node.position.start.offset, node.position.end.offset)
    const stray = /(?<!\\)\*+/u.exec(slice)
    if (stray !== null) {
      const text = slice.slice(Math.max(0, stray.index - 8), stray.index + 10)
      return [templateFinding('template-emphasis-closed', at, { text: text.trim() })]
    }
  }
  return []
}

/** Checks the parsed, masked body of a page before any document is there: directives, headings and asterisks, each with its place. */
export function checkPage(root: Root, masked: string, file: TemplateFile): readonly Finding[] {
  const findings: Finding[] = []
  visit(root, (node) => {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? start
    const line = file.text.indexOf('\n', start)
    const place = placeIn(file.text, start, line === -1 ? end : Math.min(end, line))
    findings.push(...checkNode(node, masked, { file, place }))
  })
  return findings
}
