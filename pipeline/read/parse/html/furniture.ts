import type { Element } from 'hast'

import type { DropReason } from '../drop-reason.js'
import { pointsToDocument } from '../reference.js'
import {
  attributeOf,
  childrenOf,
  elementsIn,
  isBlock,
  isElement,
  nameWordsOf,
  textOf,
} from './element.js'
import { measureOf, type Measure, type Measures } from './measure.js'
import {
  footMarks,
  furnitureNames,
  indexEntry,
  indexLabels,
  indexNumber,
  loosePhrases,
  surePhrases,
} from './page-furniture.js'

const formNames = ['button', 'select', 'textarea', 'input', 'datalist', 'output']
const furnitureTags = ['nav', 'footer', 'aside', 'menu']
/** Longest text of one block of furniture, and of a table of index numbers. */
const mostInBlock = 100
const mostInIndex = 800

/** Takes phrases out of a text; tells how many there were and what is left. */
function without(text: string, phrases: readonly RegExp[]): { count: number; rest: string } {
  let count = 0
  let rest = text
  for (const phrase of phrases) {
    rest = rest.replace(phrase, () => {
      count += 1
      return ' '
    })
  }
  return { count, rest }
}

/** Nothing but phrases of furniture, marks, dates, counts? */
function isFurniturePhrase(text: string): boolean {
  if (text.length > mostInBlock) return false
  if (footMarks.test(text)) return true
  const sure = without(text, surePhrases)
  const loose = without(sure.rest, loosePhrases)
  return (sure.count > 0 || loose.count > 1) && !/[\p{Script=Han}a-z]/iu.test(loose.rest)
}

/** Labels of index numbers that stand in the cells, items or lines of an element, those with a colon counted apart. */
function indexLabelsIn(element: Element): { all: number; withColon: number } {
  const inner = elementsIn(element)
  const own = textOf(element, mostInBlock)
  if (!inner.some((child) => isBlock(child)) && (indexLabels.test(own) || indexEntry.test(own))) {
    return { all: 1, withColon: /[:：]/.test(own) ? 1 : 0 }
  }
  const counts = inner.map(indexLabelsIn)
  return {
    all: counts.reduce((sum, { all }) => sum + all, 0),
    withColon: counts.reduce((sum, { withColon }) => sum + withColon, 0),
  }
}

/** A table of index numbers has 索引号 among others, or many labels with colons; an annex may have columns called 文号, 名称, 发文日期. */
function isIndexTable(element: Element, measured: Measure): boolean {
  if (measured.length > mostInIndex || measured.length < 12) return false
  if (!isElement(element, 'table', 'tbody', 'div', 'ul', 'dl', 'section')) return false
  const labels = indexLabelsIn(element)
  return (
    labels.withColon >= 4 ||
    ((labels.all >= 3 || labels.withColon >= 2) && indexNumber.test(textOf(element, mostInIndex)))
  )
}

/** Does a link lead to an annex, by its target or by how it is called? */
function hasAnnexLinks(element: Element): boolean {
  if (!isElement(element, 'a')) return elementsIn(element).some(hasAnnexLinks)
  return (
    pointsToDocument(attributeOf(element, 'href')) ||
    /^\s*(?:附件|附表|附录|\d+[.．、])/u.test(textOf(element, mostInBlock))
  )
}

/** A menu, a list of other papers: links and hardly anything else. */
function isListOfLinks(element: Element, { links, linked, length, prose }: Measure): boolean {
  return (
    isElement(element, 'ul', 'ol', 'dl', 'div', 'section', 'table') &&
    links >= 2 &&
    prose < 3 &&
    linked > length * (links < 5 ? 0.9 : 0.7) &&
    !hasAnnexLinks(element)
  )
}

/**
 * Why an element is furniture of the page rather than text of the document, by what it is and says itself; null where nothing says so. `whole` is the
 * page: what holds a good part of its prose is never furniture, whatever it is called.
 */
export function furnitureReason(
  element: Element,
  measures: Measures,
  whole: Measure,
): DropReason | null {
  if (isElement(element, ...formNames)) return 'form'
  const measured = measureOf(measures, element)
  if (measured.length === 0 || measured.prose > 8 + whole.prose * 0.05) return null
  if (isIndexTable(element, measured)) return 'index-table'
  if (isElement(element, ...furnitureTags)) return 'page-chrome'
  const isNamed = nameWordsOf(element).some((word) => furnitureNames.has(word))
  if (isNamed && (measured.prose < 3 || measured.linked * 2 > measured.length)) return 'page-chrome'
  if (isListOfLinks(element, measured)) return 'page-chrome'
  const isLeaf = isBlock(element) && !childrenOf(element).some((child) => isBlock(child))
  return isLeaf && isFurniturePhrase(textOf(element, mostInBlock + 1).trim()) ? 'page-chrome' : null
}
