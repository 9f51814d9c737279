import { unzipSync } from 'fflate'
import mammoth from 'mammoth'

import { elementsOf, paragraphsOf, partTree } from '../render/docx/read-docx.js'
import { readPdf, type ReadPage, type ReadPdf } from '../render/pdf/read-pdf.js'
import { bare } from './said-and-set.js'
import { difference, mergedTexts } from './text-sequence.js'

/** Texts of the headers and footers of a Word file, which a PDF has on every page: marks and numbers. */
function marginTexts(docx: Uint8Array): ReadonlySet<string> {
  const parts = Object.keys(unzipSync(docx)).filter((name) =>
    /^word\/(?:header|footer)\d+\.xml$/u.test(name),
  )
  const texts = parts.flatMap((part) => paragraphsOf(docx, part))
  const pieces = texts.flatMap((text) => [text, ...text.split('\t')]).map(bare)
  return new Set(pieces.filter((text) => text !== ''))
}

/** pt from a page’s head and foot: what stands there may be a mark, a number or a line of the foot. */
const margin = 90

/** Items of a page that a header or a footer says, a line together. */
function marginItems(page: ReadPage, margins: ReadonlySet<string>): ReadonlySet<unknown> {
  const lines = new Map<number, ReadPage['items'][number][]>()
  for (const item of page.items)
    if (item.y < margin || item.y > page.height - margin)
      lines.set(Math.round(item.y), [...(lines.get(Math.round(item.y)) ?? []), item])
  return new Set(
    [...lines.values()].flatMap((items) => {
      const text = bare(items.map((item) => item.text).join(''))
      return margins.has(text) ? items : []
    }),
  )
}

/** What a PDF’s pages say, in the order in which it was drawn; no page number, nor what its margins say. */
function pdfText({ pages }: ReadPdf, margins: ReadonlySet<string>): string {
  return pages
    .flatMap((page) => {
      const around = marginItems(page, margins)
      return page.items.filter((item) => !around.has(item))
    })
    .map(({ text }) => bare(text))
    .join('')
    .replace(/—\d+—/gu, '')
}

/** How often each text stands in a list. */
function counted(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Paragraphs of a Word file as mammoth reads them, without white space. */
async function wordTexts(docx: Uint8Array): Promise<readonly string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
  return value
    .split('\n\n')
    .map(bare)
    .filter((text) => text !== '')
}

/** A list without the first of each of some texts. */
function without(texts: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map(counted(taken))
  return texts.filter((text) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}

/** Merged cells that the PDF has less often than the Word file: it draws each where it ends, and again on the next page. */
function lostMerged(merged: readonly string[], pdf: string): readonly string[] {
  return [...counted(merged)].flatMap(([text, count]) =>
    pdf.split(text).length - 1 < count ? [text] : [],
  )
}

/** Paragraphs of cells that go over several rows. */
function mergedParagraphs(docx: Uint8Array): readonly string[] {
  return elementsOf(partTree(docx, 'word/document.xml'), 'w:tc')
    .filter((cell) => elementsOf(cell, 'w:vMerge').length > 0)
    .flatMap((cell) => elementsOf(cell, 'w:p'))
    .map((paragraph) =>
      bare(
        elementsOf(paragraph, 'w:t')
          .flatMap(({ children }) => children)
          .map((child) => (child.type === 'text' ? child.value : ''))
          .join(''),
      ),
    )
    .filter((text) => text !== '')
}

const countedCharacters = (text: string): ReadonlyMap<string, number> => counted(Array.from(text))

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const textOfHtml = (html: string): string =>
  bare(
    html
      .replace(/<[^>]*>/gu, '')
      .replace(/&(?:amp|lt|gt|quot|#39);/gu, (each) => entities[each] ?? ''),
  )

/**
 * Where a row of a table goes over a page’s end, the PDF has the heads of its cells on one page and their rest on the next, so that no cell stands whole: then
 * what stands outside of tables is held against the PDF in order, and all of it character by character.
 */
async function partedDifference(docx: Uint8Array, text: string): Promise<string | null> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) })
  const outside = value.replace(/<table>.*?<\/table>/gsu, '')
  let at = 0
  for (const paragraph of outside.split(/<\/(?:p|h[1-6]|li)>/u).map(textOfHtml)) {
    const found = text.indexOf(paragraph, at)
    if (found === -1) return `not in order: ${paragraph.slice(0, 40)}`
    at = found + paragraph.length
  }
  const again = [...value.matchAll(/<thead>.*?<\/thead>|<t[dh][^>]* rowspan=.*?<\/t[dh]>/gsu)]
  const repeatable = textOfHtml(again.map(([each]) => each).join(''))
  const word = countedCharacters(textOfHtml(value))
  const pdf = countedCharacters(text)
  const lost = [...word].filter(([each, count]) => (pdf.get(each) ?? 0) < count)
  const added = [...pdf].filter(
    ([each, count]) => count > (word.get(each) ?? 0) && !repeatable.includes(each),
  )
  if (lost.length + added.length === 0) return null
  return `lost ${lost.map(([each]) => each).join('')}, added ${added.map(([each]) => each).join('')}`
}

/**
 * Where a Word file, read back by mammoth, and a PDF of the same product, read back by pdfjs, do not say the same in the same order; null where they do. A PDF
 * may say again, on a page that a table goes on to, its head and a merged cell’s label.
 */
export async function readBackDifference(
  docx: Uint8Array,
  pdf: Uint8Array,
): Promise<string | null> {
  const word = await wordTexts(docx)
  const text = pdfText(await readPdf(pdf), marginTexts(docx))
  const merged = mergedParagraphs(docx)
  const strict = difference(without(word, merged), text, [...merged, ...mergedTexts(docx)])
  const lost = lostMerged(merged, text)
  return strict === null && lost.length === 0 ? null : partedDifference(docx, text)
}
