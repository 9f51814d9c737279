import { holds, simpleConditionOf, type SimpleCondition } from './simple-condition.js'
import { outputValue, simpleOutputOf, unknownHere, type SimpleOutput } from './simple-output.js'
import {
  argumentOf,
  argumentSource,
  argumentValue,
  pathOf,
  pathSource,
  valueAt,
  type Argument,
  type Path,
  type Seen,
} from './simple-path.js'
import { hasTagLines } from './tag-lines.js'
import { Blank } from './value-tokens.js'

/** null: always. */
interface Branch {
  readonly when: SimpleCondition | 'unknown' | null
  /** `unless` */
  readonly negated: boolean
  readonly body: readonly SimpleNode[]
}

/** A piece of a text with simple tags. What only Liquid can do is `unknown`: it is asked where a rendering comes to it. */
export type SimpleNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'output'; readonly output: SimpleOutput }
  | { readonly type: 'choice'; readonly branches: readonly Branch[] }
  | {
      readonly type: 'each'
      readonly name: string
      readonly list: Path
      readonly body: readonly SimpleNode[]
    }
  | {
      readonly type: 'part'
      readonly name: string
      readonly given: readonly (readonly [string, Argument])[]
    }
  | { readonly type: 'break' }
  | { readonly type: 'unknown' }

const unknown: SimpleNode = { type: 'unknown' }

const parts = /\{\{(.*?)\}\}|\{%(.*?)%\}/gsu
const loop = new RegExp(String.raw`^([A-Za-z]\w*) +in +(${pathSource})$`, 'u')
const part = new RegExp(String.raw`^'([^']+)'((?:, *[A-Za-z]\w*: *(?:${argumentSource}) *)*)$`, 'u')
const given = new RegExp(String.raw`([A-Za-z]\w*): *(${argumentSource})`, 'gu')

interface Frame {
  readonly end: string
  /** Makes the node once its end is met. */
  readonly close: () => SimpleNode
  /** `elsif` and `else`; false where the block has none. */
  readonly branch: (tag: string, rest: string) => boolean
  body: SimpleNode[]
}

function choiceFrame(tag: string, rest: string): Frame {
  const branches: Branch[] = []
  let when: Branch['when'] = simpleConditionOf(rest) ?? 'unknown'
  let negated = tag === 'unless'
  const frame: Frame = {
    end: `end${tag}`,
    body: [],
    branch: (name, condition) => {
      branches.push({ when, negated, body: frame.body })
      when = name === 'else' ? null : (simpleConditionOf(condition) ?? 'unknown')
      negated = false
      frame.body = []
      return true
    },
    close: () => ({ type: 'choice', branches: [...branches, { when, negated, body: frame.body }] }),
  }
  return frame
}

function loopFrame(rest: string): Frame {
  const [, name = '', source = ''] = loop.exec(rest) ?? []
  const list = source === '' ? null : pathOf(source)
  const frame: Frame = {
    end: 'endfor',
    body: [],
    branch: () => false,
    close: () => (list === null ? unknown : { type: 'each', name, list, body: frame.body }),
  }
  return frame
}

function partNode(rest: string): SimpleNode {
  const [, name = '', values = ''] = part.exec(rest) ?? []
  if (name === '') return unknown
  const named = Array.from(
    values.matchAll(given),
    ([, key = '', value = '']) => [key, argumentOf(value)] as const,
  )
  const known = named.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]))
  return known.length === named.length ? { type: 'part', name, given: known } : unknown
}

/** Reads the tag into the frames; false where only Liquid knows how the text goes on behind it. */
function readTag(tag: string, rest: string, frames: Frame[]): boolean {
  const inner = frames.at(-1)
  if (inner === undefined) return false
  switch (tag) {
    case 'if':
    case 'unless':
      frames.push(choiceFrame(tag, rest))
      return true
    case 'for':
      frames.push(loopFrame(rest))
      return true
    case 'elsif':
    case 'else':
      return inner.branch(tag, rest)
    case 'render':
      inner.body.push(partNode(rest))
      return true
    case 'break':
      inner.body.push({ type: 'break' })
      return true
    case 'assign':
      inner.body.push(unknown)
      return true
    default:
      if (tag !== inner.end) return false
      frames.pop()
      frames.at(-1)?.body.push(inner.close())
      return true
  }
}

/**
 * A text with tags that need no Liquid, piece by piece; null where only Liquid can read it. A line of tags alone goes away after rendering: such a text is
 * Liquid’s.
 */
export function simpleTagsOf(source: string): readonly SimpleNode[] | null {
  if (hasTagLines(source)) return null
  const whole: Frame = { end: '', body: [], branch: () => false, close: () => unknown }
  const frames = [whole]
  let end = 0
  for (const match of source.matchAll(parts)) {
    const [all, output, tag] = match
    const body = frames.at(-1)?.body
    if (match.index > end) body?.push({ type: 'text', text: source.slice(end, match.index) })
    end = match.index + all.length
    const said = output ?? tag ?? ''
    // Hyphens take away what stands beside, quotes may hold the end of the tag.
    if (/^-|-$/u.test(said) || (said.match(/['"]/gu)?.length ?? 0) % 2 === 1) return null
    if (output !== undefined) {
      const simple = simpleOutputOf(output)
      body?.push(simple === null ? unknown : { type: 'output', output: simple })
    } else {
      const [, name = '', rest = ''] = /^\s*(\S*)\s*(.*?)\s*$/su.exec(said) ?? []
      if (!readTag(name, rest, frames)) return null
    }
  }
  if (frames.length > 1 || /\{[{%]/u.test(source.slice(end))) return null
  if (end < source.length) whole.body.push({ type: 'text', text: source.slice(end) })
  return whole.body
}

/** Where partials are found; null: there is none that is simple. */
export type FindPart = (name: string) => readonly SimpleNode[] | null

type Piece = { readonly text: string } | { readonly value: unknown }
type Outcome = 'done' | 'break' | typeof unknownHere

/** Partials within partials that are followed: more is a loop, of which Liquid says where it is. */
const deepest = 8
/** Nodes that are run for one text: a template that multiplies itself is Liquid’s, which stops it. */
const mostSteps = 1_000_000

/** What a run has written, and how much it has done. */
interface Account {
  readonly pieces: Piece[]
  steps: number
}

function runEach(
  { name, list, body }: Extract<SimpleNode, { type: 'each' }>,
  seen: Seen,
  run: (nodes: readonly SimpleNode[], seen: Seen) => Outcome,
): Outcome {
  const members = valueAt(list, seen)
  if (members === null) return 'done'
  if (!Array.isArray(members)) return unknownHere
  for (const [index, member] of members.entries()) {
    const forloop = { first: index === 0, last: index === members.length - 1 }
    const near = { ...seen.near, [name]: member as unknown, forloop }
    const outcome = run(body, { ...seen, near })
    if (outcome === unknownHere) return unknownHere
    if (outcome === 'break') break
  }
  return 'done'
}

/** The branch to take; null: none, or none that can be told. */
function chosen(branches: readonly Branch[], seen: Seen): Branch | null | typeof unknownHere {
  for (const branch of branches) {
    const { when, negated } = branch
    if (when === 'unknown') return unknownHere
    const held = when === null || holds(when, seen)
    if (held === unknownHere) return unknownHere
    if (held !== negated) return branch
  }
  return null
}

function runPart(
  { name, given: values }: Extract<SimpleNode, { type: 'part' }>,
  seen: Seen,
  run: (nodes: readonly SimpleNode[], seen: Seen) => Outcome,
  find: FindPart,
): Outcome {
  const nodes = find(name)
  const scope = Object.fromEntries(values.map(([key, each]) => [key, argumentValue(each, seen)]))
  if (nodes === null || Object.values(scope).includes(undefined)) return unknownHere
  return run(nodes, { scope, globals: seen.globals }) === 'done' ? 'done' : unknownHere
}

function runNodes(
  nodes: readonly SimpleNode[],
  seen: Seen,
  find: FindPart,
  depth: number,
  out: Account,
): Outcome {
  const run = (inner: readonly SimpleNode[], as: Seen) => runNodes(inner, as, find, depth, out)
  for (const node of nodes) {
    let outcome: Outcome = 'done'
    out.steps += 1
    if (out.steps > mostSteps) return unknownHere
    if (node.type === 'text') out.pieces.push({ text: node.text })
    else if (node.type === 'output') {
      const value = outputValue(node.output, seen)
      if (value === unknownHere) return unknownHere
      out.pieces.push({ value })
    } else if (node.type === 'choice') {
      const branch = chosen(node.branches, seen)
      if (branch === unknownHere) return unknownHere
      if (branch !== null) outcome = run(branch.body, seen)
    } else if (node.type === 'each') outcome = runEach(node, seen, run)
    else if (node.type === 'part') {
      const inside: typeof run = (inner, as) => runNodes(inner, as, find, depth + 1, out)
      outcome = depth < deepest ? runPart(node, seen, inside, find) : unknownHere
    } else return node.type === 'break' ? 'break' : unknownHere
    if (outcome !== 'done') return outcome
  }
  return 'done'
}

function textOf(piece: Piece): string | null {
  if ('text' in piece) return piece.text
  const { value } = piece
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return value instanceof Blank ? '　'.repeat(value.width) : null
}

/** What the text comes to: the value of its one output, else its text; `unknownHere` where only Liquid can tell. */
export function tagsValue(nodes: readonly SimpleNode[], seen: Seen, find: FindPart): unknown {
  const pieces: Piece[] = []
  if (runNodes(nodes, seen, find, 0, { pieces, steps: 0 }) !== 'done') return unknownHere
  const [piece, ...more] = pieces
  if (piece !== undefined && more.length === 0 && 'value' in piece) return piece.value
  const texts = pieces.map(textOf)
  return texts.includes(null) ? unknownHere : texts.join('')
}
