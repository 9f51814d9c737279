import type { Item, OfficialDocument, Span } from '../../model/index.js'

/** An item with the JSON pointer at which it stands in the document. */
export interface PlacedItem {
  readonly item: Item
  readonly pointer: string
}

const place = (items: readonly Item[], above: string): readonly PlacedItem[] =>
  items.flatMap((item, index) => {
    const pointer = `${above}/${index}`
    return [{ item, pointer }, ...place(item.children, `${pointer}/children`)]
  })

/** All items, those below others after them, each with its pointer. */
export function itemsOf(document: OfficialDocument): readonly PlacedItem[] {
  return place(document.items, '/items')
}

/** Whether the text says of itself that something was left out: what lacks is no fault of the copy. */
export function isAbridged({ notes }: OfficialDocument): boolean {
  return notes.some((note) => /删减|删节|删改|节选|摘要/u.test(note))
}

/** The first span of the value at a pointer; of the nearest value above it where it has none of its own. */
export function spanAt(document: OfficialDocument, pointer: string): Span | null {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const span = document.places[at]?.[0]
    if (span !== undefined) return span
  }
  return null
}
