import type { Element, Root } from 'hast'

import type { DropReason } from '../drop-reason.js'
import { attributeOf, elementsIn, isElement, nameWordsOf, textOf } from './element.js'
import { furnitureReason } from './furniture.js'
import { isDataTable } from './html-table.js'
import { measure, measureOf, type Measure, type Measures } from './measure.js'
import { documentNames, titleEnding } from './page-furniture.js'

/** What of a page is not the document: elements with the reason, and elements within them that are part of it all the same. */
export interface SetApart {
  readonly dropped: ReadonlyMap<Element, DropReason>
  readonly kept: ReadonlySet<Element>
}

/** Elements that may hold a whole document. A page of some systems is one form, and older ones are laid out in tables. */
const containers = `body main article section div form center table tbody tr td span font`.split(
  ' ',
)

function isNamedDocument(element: Element): boolean {
  const names = [attributeOf(element, 'id'), ...attributeOf(element, 'className').split(' ')]
  return names.some((name) => documentNames.test(name))
}

/** The child that holds nearly all prose of an element. */
function nextOnPath(element: Element, measures: Measures): Element | undefined {
  const { prose } = measureOf(measures, element)
  return elementsIn(element).find((child) => {
    const share = measureOf(measures, child).prose / Math.max(1, prose)
    return isElement(child, ...containers) && share >= (isNamedDocument(child) ? 0.7 : 0.97)
  })
}

/** From the body down to the document: as long as one child holds nearly all prose of the page. */
function pathToDocument(body: Element, measures: Measures): readonly Element[] {
  const path = [body]
  for (let at = nextOnPath(body, measures); at !== undefined; at = nextOnPath(at, measures)) {
    path.push(at)
  }
  // A cell or a paragraph of a short document may hold nearly all its prose; a document is no less than what has blocks.
  const last = path.findLastIndex((element) => !isTooSmall(element, measures))
  return path.slice(0, Math.max(1, last + 1))
}

function isTooSmall(element: Element, measures: Measures): boolean {
  return (
    isElement(element, 'table', 'tbody', 'tr', 'span', 'font') ||
    (!isNamedDocument(element) && measureOf(measures, element).blocks < 3)
  )
}

/** What only a document begins with: a number, a secrecy mark, recipients. `国办发〔2018〕126号` */
const documentHead = /〔\d{4}〕|^\s*(?:绝密|机密|秘密|特急|加急)|：\s*$/u

/** What only a document ends with: an annex, a note, copies, a signature, a date. `附件：1.清单`, `国务院办公厅`, `2018年12月23日` */
const documentTail =
  /^\s*(?:附件|附[：:]|抄送|（此件|\(此件)|[〇○零一二三四五六七八九\d]{4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日\s*$|(?:政府|办公厅|办公室|委员会|国务院|部|局|厅)\s*$|印发\s*$/u

/** Is a block beside the document part of it? It is, unless it is mostly links, if it holds prose, a table or what only a document begins or ends with. */
function belongs(element: Element, measures: Measures, isBefore: boolean): boolean {
  const measured = measureOf(measures, element)
  if (measured.linked * 2 > measured.length) return false
  if (measured.prose >= 4 || measured.innerTable > 40) return true
  const text = textOf(element, 2000).trim()
  if (!isBefore) return documentTail.test(text)
  return documentHead.test(text) || (text.length < 60 && titleEnding.test(text))
}

const plain = (text: string) => text.replace(/[\s\u3000]/gu, '')

/** A title that stands outside the document: a heading or an element called title whose text ends as titles do. */
function isTitle(element: Element): boolean {
  const isNamed =
    isElement(element, 'h1', 'h2', 'h3', 'ucaptitle') ||
    nameWordsOf(element).some((word) => /^(?:title|tit|bt|biaoti|wzbt|xxgktitle)$/.test(word))
  if (!isNamed || elementsIn(element).some(isTitle)) return false
  const text = plain(textOf(element, 200))
  return text.length >= 6 && text.length <= 120 && titleEnding.test(text)
}

function titlesIn(element: Element): readonly Element[] {
  return isTitle(element) ? [element] : elementsIn(element).flatMap(titlesIn)
}

/** Sets apart what stands beside the path to the document. */
function setApartBeside(
  path: readonly Element[],
  measures: Measures,
  dropped: Map<Element, DropReason>,
  kept: Set<Element>,
): void {
  const root = path.at(-1)
  const opening = root === undefined ? '' : plain(textOf(root, 600))
  let title: Element | null = null
  for (const [index, parent] of path.slice(0, -1).entries()) {
    const children = elementsIn(parent)
    const turn = children.findIndex((child) => child === path[index + 1])
    for (const [place, child] of children.entries()) {
      if (place === turn || dropped.has(child)) continue
      if (place < turn) title = titlesIn(child).at(-1) ?? title
      if (!belongs(child, measures, place < turn)) dropped.set(child, 'page-chrome')
    }
  }
  if (title === null) return
  if (opening.includes(plain(textOf(title)))) dropped.set(title, 'repeated-title')
  else kept.add(title)
}

/** Marks furniture from an element downwards; the cells of a reader’s table are none, whatever they say. */
function markFurniture(
  parent: Element | Root,
  measures: Measures,
  whole: Measure,
  dropped: Map<Element, DropReason>,
): void {
  for (const child of elementsIn(parent)) {
    const reason = furnitureReason(child, measures, whole)
    if (reason !== null) dropped.set(child, reason)
    else if (!isDataTable(child, measures)) markFurniture(child, measures, whole, dropped)
  }
}

function bodyOf(root: Root): Element | null {
  const html = root.children.find((child): child is Element => isElement(child, 'html'))
  return html ? (elementsIn(html).find((child) => isElement(child, 'body')) ?? null) : null
}

/** A page of a site has furniture that its markup names, or many links; a document that an editor exported has neither. */
function isPage(
  body: Element,
  measures: Measures,
  dropped: ReadonlyMap<Element, DropReason>,
): boolean {
  return measureOf(measures, body).links >= 8 || [...dropped.values()].includes('page-chrome')
}

/**
 * Finds the document in a page that was saved from a web site. In a fragment, and in a page without furniture, all is the document but what
 * says itself that it is none.
 */
export function findDocument(root: Root, measures: Measures): SetApart {
  const dropped = new Map<Element, DropReason>()
  const kept = new Set<Element>()
  const body = bodyOf(root)
  const whole = body ?? root
  markFurniture(whole, measures, measureOf(measures, whole), dropped)
  if (body !== null && isPage(body, measures, dropped)) {
    const remaining = measure(body, dropped)
    setApartBeside(pathToDocument(body, remaining), remaining, dropped, kept)
  }
  return { dropped, kept }
}
