import type { Context, Task } from '../context/context-schema.js'
import type { OfficialDocument } from '../../model/index.js'
import { itemKey, type ReadItem } from './read-values.js'
import { words } from './words.js'

/** A number in the source that leads to the item that was read there. */
export interface Badge {
  readonly index: number
  /** The number that all papers give the task; a sign for what is no task of its own. */
  readonly text: string
  readonly name: string
  /** Where the item’s own link leads. */
  readonly isFirst: boolean
}

/** What an item is called beside its title: 第12项, 条目（一）. */
export function nameOf({ item }: ReadItem, task: Task | undefined): string {
  return task === undefined ? `${words.part}${item.label ?? ''}` : words.number(task.number)
}

/** Tasks by the id of their item. */
export function tasksById(context: Context): ReadonlyMap<string, Task> {
  return new Map(context.items.all.map((task) => [task.id, task]))
}

/** The first offset of an item in each block that its title stands in; where its title stands nowhere, the first of its places. */
function offsetsOf(
  read: ReadItem,
  places: ReadonlyMap<string, readonly number[]>,
  blockAt: (offset: number) => number,
): readonly number[] {
  const title = places.get(itemKey(read.index, 'title')) ?? []
  const others = ['content', 'serial', 'label'].flatMap(
    (field) => places.get(itemKey(read.index, field)) ?? [],
  )
  const starts = title.length > 0 ? title : others.slice(0, 1)
  const firsts = new Map<number, number>()
  for (const start of starts) {
    const block = blockAt(start)
    firsts.set(block, Math.min(start, firsts.get(block) ?? Infinity))
  }
  return [...firsts.values()].sort((a, b) => a - b)
}

/** Which leaf an offset stands in: two lines of one paragraph are one place. */
function blockFinder(document: OfficialDocument): (offset: number) => number {
  const starts = document.parts
    .flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'table'
          ? block.rows.flat().map(({ span }) => span.start)
          : [block.span.start],
      ),
    )
    .sort((a, b) => a - b)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Badges by the offset that they stand before. */
export function badgesOf(
  document: OfficialDocument,
  items: readonly ReadItem[],
  context: Context,
  marks: readonly { readonly start: number; readonly key: string }[],
): ReadonlyMap<number, readonly Badge[]> {
  const places = new Map<string, number[]>()
  for (const { start, key } of marks) {
    const there = places.get(key)
    if (there === undefined) places.set(key, [start])
    else there.push(start)
  }
  const tasks = tasksById(context)
  const blockAt = blockFinder(document)
  const badges = new Map<number, Badge[]>()
  for (const read of items) {
    const task = tasks.get(read.item.id)
    const text = task === undefined ? '§' : String(task.number)
    for (const [at, offset] of offsetsOf(read, places, blockAt).entries()) {
      const badge = { index: read.index, text, name: nameOf(read, task), isFirst: at === 0 }
      badges.set(offset, [...(badges.get(offset) ?? []), badge])
    }
  }
  return badges
}
