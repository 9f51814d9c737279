import type { ItemId } from '../../model/index.js'
import { titleKey } from '../../text/index.js'

/** Longer titles are cut for the id; where that makes two alike, a suffix tells them apart. */
const longestKey = 40

/** A label as it stands in a path: （一） and 一、 keep what tells them apart, 1. and 1． are 1. */
export function pathLabel(label: string): string {
  return label.replace(/\s/g, '').replace(/[、.．]$/, '')
}

/** Ids of items and duties: part, printed path and key of the title, joined by /. */
export class ItemIds {
  readonly #taken = new Map<string, number>()

  /** The id of the next item of that path and title; a second one of the same gets ~2. */
  next(path: readonly string[], title: string): ItemId {
    const key = Array.from(titleKey(title)).slice(0, longestKey).join('').replaceAll('/', '／')
    const id = [...path, key === '' ? '无题' : key].join('/')
    const count = (this.#taken.get(id) ?? 0) + 1
    this.#taken.set(id, count)
    return (count === 1 ? id : `${id}~${count}`) as ItemId
  }
}
