import { PDFDict, PDFName, type PDFDocument } from '@cantoo/pdf-lib'

import { textOf, type Destinations } from './destinations.js'

/** A bookmark, and those below it. `page` counts from 0 in its own file. */
export interface Bookmark {
  readonly title: string
  readonly page: number
  /** pt from the page’s foot; null: its head. */
  readonly top: number | null
  readonly below: readonly Bookmark[]
}

const mostBookmarks = 5000

/** A PDF’s own bookmarks that lead to one of its pages, in order; those that lead nowhere give way to what is below them. */
export function bookmarksOf(
  document: PDFDocument,
  destinations: Destinations,
): readonly Bookmark[] {
  const seen = new Set<PDFDict>()
  const dictAt = (holder: PDFDict, key: string): PDFDict | null => {
    const found = holder.lookup(PDFName.of(key))
    return found instanceof PDFDict ? found : null
  }
  const listFrom = (parent: PDFDict): readonly Bookmark[] => {
    const list: Bookmark[] = []
    // A damaged list may go in circles.
    for (
      let item = dictAt(parent, 'First');
      item !== null && !seen.has(item) && seen.size < mostBookmarks;
      item = dictAt(item, 'Next')
    ) {
      seen.add(item)
      const target = destinations.targetOf(item)
      const title = textOf(item.lookup(PDFName.of('Title')))?.trim() ?? ''
      const below = listFrom(item)
      if (target === null || title === '') list.push(...below)
      else list.push({ title, page: target.page, top: target.top, below })
    }
    return list
  }
  const root = dictAt(document.catalog, 'Outlines')
  return root === null ? [] : listFrom(root)
}
