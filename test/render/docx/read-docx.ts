import { strFromU8, unzipSync } from 'fflate'
import { fromXml } from 'xast-util-from-xml'
import type { Element, Nodes } from 'xast'

/** The text of an XML part of a file. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name]
  if (part === undefined) throw new Error(`no part ${name}`)
  return strFromU8(part)
}

export function elementsOf(node: Nodes, name: string): Element[] {
  const own = node.type === 'element' && node.name === name ? [node] : []
  const inner = 'children' in node ? node.children.flatMap((child) => elementsOf(child, name)) : []
  return [...own, ...inner]
}

export function partTree(bytes: Uint8Array, name: string): Nodes {
  return fromXml(partOf(bytes, name))
}

/** What a reader sees of a paragraph: its text, line breaks and tabs; fields without their instructions. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return 'children' in node ? node.children.map(textOf).join('') : ''
  if (node.name === 'w:br') return '\n'
  if (node.name === 'w:tab') return '\t'
  if (node.name === 'w:instrText' || node.name === 'w:pPr') return ''
  if (node.name === 'w:t') return node.children.map(textOf).join('')
  return node.children
    .filter((child) => child.type === 'element')
    .map(textOf)
    .join('')
}

/** Paragraphs of a part in order, those of cells among them. */
export function paragraphsOf(bytes: Uint8Array, part = 'word/document.xml'): string[] {
  return elementsOf(partTree(bytes, part), 'w:p').map(textOf)
}

/** Rows of the tables in order: [text of the cell, columns it spans, whether a merged cell goes on]. */
export function rowsOf(bytes: Uint8Array): { text: string; span: number; goesOn: boolean }[][] {
  return elementsOf(partTree(bytes, 'word/document.xml'), 'w:tr').map((row) =>
    elementsOf(row, 'w:tc').map((cell) => ({
      text: elementsOf(cell, 'w:p').map(textOf).join('\n'),
      span: Number(elementsOf(cell, 'w:gridSpan')[0]?.attributes['w:val'] ?? 1),
      goesOn: elementsOf(cell, 'w:vMerge').some((each) => each.attributes['w:val'] === 'continue'),
    })),
  )
}

/** A style’s element by the name that a person sees. */
export function styleNamed(bytes: Uint8Array, name: string): Element {
  const found = elementsOf(partTree(bytes, 'word/styles.xml'), 'w:style').find((style) =>
    elementsOf(style, 'w:name').some((each) => each.attributes['w:val'] === name),
  )
  if (found === undefined) throw new Error(`no style ${name}`)
  return found
}

/** Attributes of the first element of a name inside another. */
export function attributesOf(node: Nodes, name: string): Record<string, string> {
  const attributes = elementsOf(node, name)[0]?.attributes ?? {}
  return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, String(value)]))
}

/** Each run’s text in a part, tabs and breaks left out. */
export function runsOf(bytes: Uint8Array, part = 'word/document.xml') {
  return elementsOf(partTree(bytes, part), 'w:r').map((run) => ({
    text: textOf(run),
    fonts: attributesOf(run, 'w:rFonts'),
    underline: attributesOf(run, 'w:u')['w:val'] ?? null,
  }))
}
