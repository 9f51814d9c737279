import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'
import { itemsOf, spanAt } from '../items-of.js'

/**
 * One message for all items that name nobody, where others of the same document do: a document without any assignment of work
 * asks for none, and items that the annex’s missing rows explain are told by that rule.
 */
export const itemHasAgency: CheckRule = {
  id: 'item-has-agency',
  check: (document) => {
    const all = itemsOf(document)
    const assigned = all.filter(({ item }) => item.responsibilities.length > 0)
    if (assigned.length === 0) return []
    const inherits = (pointer: string) =>
      assigned.some((each) => pointer.startsWith(`${each.pointer}/`))
    const bare = all.filter(
      ({ item, pointer }) =>
        item.responsibilities.length === 0 &&
        item.persons.length === 0 &&
        item.children.length === 0 &&
        !inherits(pointer) &&
        item.origins.includes('annex'),
    )
    const [first] = bare
    return first === undefined
      ? []
      : [
          makeFinding('item-has-agency', {
            values: { titles: bare.map(({ item }) => item.title), number: bare.length },
            span: spanAt(document, `${first.pointer}/title`),
            item: first.item.id,
          }),
        ]
  },
}
