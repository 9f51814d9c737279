import { pairItems } from '../../match/index.js'
import { makeFinding } from '../../messages/index.js'
import type { DocumentDraft, DraftItem, Finding, ItemId } from '../../model/index.js'
import { nearestMatch } from '../../text/index.js'

/** An item and all below it. */
const withChildren = (item: DraftItem): readonly DraftItem[] => [
  item,
  ...item.children.flatMap(withChildren),
]

export interface Targets {
  /** The item as each origin has it: of the text first, then of the annex. */
  readonly targets: readonly DraftItem[]
  readonly finding: Finding | null
}

/** The two ids of each item that stands in both text and annex: annex → body. */
function partners(draft: DocumentDraft): ReadonlyMap<ItemId, ItemId> {
  return new Map(
    pairItems(draft.bodyItems, draft.annexItems).flatMap(({ body, annex }) => {
      const [one, other] = [draft.bodyItems[body], draft.annexItems[annex]]
      return one === undefined || other === undefined ? [] : [[other.id, one.id] as const]
    }),
  )
}

/** The id that an item has once text and annex are joined: the text’s where it stands in both. */
export function joinedId(draft: DocumentDraft, id: ItemId): ItemId {
  return partners(draft).get(id) ?? id
}

/** The items that a correction names: by id as shown, by the id that the annex alone gives, or by the annex’s serial number. */
export function findTargets(
  draft: DocumentDraft,
  reference: ItemId | number,
  path: string | null,
): Targets {
  const all = [...draft.bodyItems, ...draft.annexItems].flatMap(withChildren)
  const joined = partners(draft)
  const named = all
    .filter((item) => (typeof reference === 'number' ? item.serial : item.id) === reference)
    .map((item) => joined.get(item.id) ?? item.id)
  const targets = all.filter((item) => named.includes(joined.get(item.id) ?? item.id))
  if (targets.length > 0) return { targets, finding: null }
  const nearest = nearestMatch(
    String(reference),
    all.map((item) => item.id),
  )
  const hint = nearest === null ? '' : `${nearest.value}？`
  return {
    targets,
    finding: makeFinding('correction-finds-its-item', { values: { item: reference, hint }, path }),
  }
}

/** A draft in which the named items went through their changes; null takes an item out. */
export function updateItems(
  draft: DocumentDraft,
  changes: ReadonlyMap<ItemId, readonly ((item: DraftItem) => DraftItem | null)[]>,
): DocumentDraft {
  const update = (items: readonly DraftItem[]): readonly DraftItem[] =>
    items.flatMap((item) => {
      const inside: DraftItem = { ...item, children: update(item.children) }
      const changed = (changes.get(item.id) ?? []).reduce<DraftItem | null>(
        (each, change) => (each === null ? null : change(each)),
        inside,
      )
      return changed === null ? [] : [changed]
    })
  return { ...draft, bodyItems: update(draft.bodyItems), annexItems: update(draft.annexItems) }
}
