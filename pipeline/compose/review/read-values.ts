import type { Item, OfficialDocument } from '../../model/index.js'
import type { Mark } from './passages.js'

/** An item, or a part of one, as it stands in the order of reading. */
export interface ReadItem {
  readonly item: Item
  /** From 0, through all levels: the beginning of the keys of its values. */
  readonly index: number
  readonly depth: number
  readonly parent: ReadItem | null
}

/** The fields of an item in keys: `12t` is the title of item 12, `12r0` its first responsibility. */
const fieldCodes: Readonly<Record<string, string>> = {
  serial: 'n',
  label: 'l',
  title: 't',
  content: 'c',
  category: 'g',
  scope: 's',
  responsibilities: 'r',
  deadlines: 'd',
  persons: 'p',
  text: 't',
}

/** The key of one value of an item: `itemKey(12, 'responsibilities', 0)` is `12r0`. */
export function itemKey(index: number, field: string, at: number | '' = ''): string {
  return `${index}${fieldCodes[field] ?? 'x'}${at}`
}

/** The key of one value of a duty in running text: `u0r1`. */
export function dutyKey(index: number, field: string, at: number | '' = ''): string {
  return `u${itemKey(index, field, at)}`
}

/** The key of one value of the document itself: `f/issuers/0`. */
export function factKey(pointer: string): string {
  return `f${pointer}`
}

/** All items and parts of items in reading order, each with the pointer to it. */
export function readItemsOf(document: OfficialDocument): ReadonlyMap<string, ReadItem> {
  const all = new Map<string, ReadItem>()
  const visit = (items: readonly Item[], above: string, parent: ReadItem | null): void => {
    for (const [at, item] of items.entries()) {
      const pointer = `${above}/${at}`
      const depth = parent === null ? 0 : parent.depth + 1
      const read: ReadItem = { item, index: all.size, depth, parent }
      all.set(pointer, read)
      visit(item.children, `${pointer}/children`, read)
    }
  }
  visit(document.items, '/items', null)
  return all
}

function keyOf(pointer: string, items: ReadonlyMap<string, ReadItem>): string | null {
  const inItem = /^(\/items\/\d+(?:\/children\/\d+)*)\/([a-z]+)(?:\/(\d+))?$/i.exec(pointer)
  if (inItem !== null) {
    const [, owner = '', field = '', at] = inItem
    const read = items.get(owner)
    return read === undefined
      ? null
      : itemKey(read.index, field, at === undefined ? '' : Number(at))
  }
  const inDuty = /^\/duties\/(\d+)\/([a-z]+)(?:\/(\d+))?$/i.exec(pointer)
  if (inDuty !== null) {
    const [, duty = '', field = '', at] = inDuty
    return dutyKey(Number(duty), field, at === undefined ? '' : Number(at))
  }
  return /^\/(items|duties|parts)\b/.test(pointer) ? null : factKey(pointer)
}

/** Where each value that was read stands in the reading text. */
export function valueMarks(
  document: OfficialDocument,
  items: ReadonlyMap<string, ReadItem>,
): readonly Mark[] {
  return Object.entries(document.places).flatMap(([pointer, spans]) => {
    const key = keyOf(pointer, items)
    return key === null ? [] : spans.map(({ start, end }) => ({ start, end, key }))
  })
}
