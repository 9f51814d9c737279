import type { Nodes } from 'hast'

import { childrenOf, isElement, isHidden } from './element.js'

/** What an element holds, in characters that are no white space; hidden text, scripts and styles do not count. */
export interface Measure {
  readonly length: number
  /** Of them, in links. */
  readonly linked: number
  /** Marks of Chinese sentences outside links: what a notice has many of and the furniture of a page few. */
  readonly prose: number
  /** Links. */
  readonly links: number
  /** Blocks with text that stand directly in it. */
  readonly blocks: number
  /** Length of the longest table within. */
  readonly innerTable: number
}
export type Measures = ReadonlyMap<Nodes, Measure>

const nothing: Measure = { length: 0, linked: 0, prose: 0, links: 0, blocks: 0, innerTable: 0 }
const silent = ['script', 'style', 'template', 'noscript', 'head', 'select', 'textarea']

function measureText(value: string, inLink: boolean): Measure {
  const length = value.replace(/\s/g, '').length
  const prose = inLink ? 0 : (value.match(/[，。；：、]/gu)?.length ?? 0)
  return { ...nothing, length, prose, linked: inLink ? length : 0 }
}

function measureElement(node: Nodes, parts: readonly Measure[], isTable: boolean): Measure {
  const sum = (key: keyof Measure) => parts.reduce((total, part) => total + part[key], 0)
  const inner = parts.reduce((most, part) => Math.max(most, part.innerTable), 0)
  return {
    length: sum('length'),
    linked: sum('linked'),
    prose: sum('prose'),
    links: sum('links') + (isElement(node, 'a') ? 1 : 0),
    blocks: parts.filter(({ length }) => length > 0).length,
    innerTable: isTable ? Math.max(inner, sum('length')) : inner,
  }
}

/** Measures a tree once, so that every question about an element is answered without another walk. What `apart` has does not count. */
export function measure(root: Nodes, apart: ReadonlyMap<Nodes, unknown> = new Map()): Measures {
  const measures = new Map<Nodes, Measure>()
  const visit = (node: Nodes, inLink: boolean): Measure => {
    if (node.type === 'text') return measureText(node.value, inLink)
    if (apart.has(node) || isElement(node, ...silent)) return nothing
    if (isElement(node) && isHidden(node)) return nothing
    const parts = childrenOf(node).map((child) => visit(child, inLink || isElement(node, 'a')))
    const result = measureElement(node, parts, isElement(node, 'table'))
    measures.set(node, result)
    return result
  }
  visit(root, false)
  return measures
}

export function measureOf(measures: Measures, element: Nodes): Measure {
  return measures.get(element) ?? nothing
}
