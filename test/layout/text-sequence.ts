import type { Element, Nodes } from 'xast'

import { elementsOf, partTree } from '../render/docx/read-docx.js'
import type { ReadPage, ReadPdf } from '../render/pdf/read-pdf.js'
import { bare } from './said-and-set.js'
import { footText } from './set-notice.js'

const textOf = (node: Nodes): string =>
  elementsOf(node, 'w:t')
    .flatMap(({ children }) => children)
    .map((child) => (child.type === 'text' ? child.value : ''))
    .join('')

/** Cells of a table, rows from head to foot, cells from left to right; merged ones apart. */
function tableTexts(table: Element): readonly string[] {
  return elementsOf(table, 'w:tc')
    .filter((cell) => elementsOf(cell, 'w:vMerge').length === 0)
    .map((cell) => bare(textOf(cell)))
}

/** Texts of cells that go over several rows: a page draws them where they end, and again on the next. */
export function mergedTexts(docx: Uint8Array): readonly string[] {
  return elementsOf(partTree(docx, 'word/document.xml'), 'w:tc')
    .filter((cell) => elementsOf(cell, 'w:vMerge').length > 0)
    .map((cell) => bare(textOf(cell)))
    .filter((text) => text !== '')
}

/** Every text of a Word file in reading order, cells as pieces of their own. */
export function wordSequence(docx: Uint8Array): readonly string[] {
  const [body] = elementsOf(partTree(docx, 'word/document.xml'), 'w:body')
  const blocks = (body?.children ?? []).filter(
    (child): child is Element => child.type === 'element',
  )
  return blocks
    .flatMap((block) => (block.name === 'w:tbl' ? tableTexts(block) : [bare(textOf(block))]))
    .filter((text) => text !== '')
}

/** Every text of a PDF in the order in which it was drawn, its numbers, foot and repeated heads among them. */
export function pdfSequence({ pages }: ReadPdf): string {
  const textOfPage = ({ items }: ReadPage): string =>
    bare(items.map(({ text }) => text).join('')).replace(/—\d+—/gu, '')
  return pages.map(textOfPage).join('').replace(footText, '')
}

/**
 * The first text of a Word file that the PDF does not go on with; null where it has all of them, one after the other. Between two texts the PDF may say again
 * only what stood before: a table’s head and the label of a merged cell on a page that it goes on to.
 */
export function difference(
  word: readonly string[],
  pdf: string,
  merged: readonly string[],
): string | null {
  let rest = pdf
  const said = new Set<string>(merged)
  for (const text of word) {
    let at = rest.indexOf(text)
    while (at > 0 && !isRepetition(rest.slice(0, at), said)) at = rest.indexOf(text, at + 1)
    if (at === -1) return `${text.slice(0, 40)} … not after … ${rest.slice(0, 40)}`
    rest = rest.slice(at + text.length)
    said.add(text)
  }
  return rest === '' || isRepetition(rest, said) ? null : `left over: ${rest.slice(0, 60)}`
}

/** Whether a stretch is put together from texts that were said already. */
function isRepetition(stretch: string, said: ReadonlySet<string>): boolean {
  let rest = stretch
  while (rest !== '') {
    const next = [...said]
      .filter((text) => rest.startsWith(text))
      .sort((a, b) => b.length - a.length)[0]
    if (next === undefined) return false
    rest = rest.slice(next.length)
  }
  return true
}
