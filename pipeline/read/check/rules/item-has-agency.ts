import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'
import { isAbridged, itemsOf, spanAt } from '../items-of.js'

/**
 * One message for all items that name nobody, where others of the same document do: a document without any assignment of work
 * asks for none, and items that the annex’s missing rows explain are told by that rule. In a text with parts left out (有删减) it is no news.
 */
export const itemHasAgency: CheckRule = {
  id: 'item-has-agency',
  check: (document) => {
    const all = itemsOf(document)
    const assigned = all.filter(({ item }) => item.responsibilities.length > 0)
    if (assigned.length === 0) return []
    const hasAnnex = all.some(({ item }) => item.origins.includes('annex'))
    const inherits = (pointer: string) =>
      assigned.some((each) => pointer.startsWith(`${each.pointer}/`))
    const bare = all.filter(
      ({ item, pointer }) =>
        item.responsibilities.length === 0 &&
        item.persons.length === 0 &&
        item.children.length === 0 &&
        !inherits(pointer) &&
        (!hasAnnex || item.origins.includes('annex')),
    )
    const [first] = bare
    return first === undefined
      ? []
      : [
          makeFinding('item-has-agency', {
            ...(isAbridged(document) ? { severity: 'info' } : {}),
            values: { titles: bare.map(({ item }) => item.title), number: bare.length },
            span: spanAt(document, `${first.pointer}/title`),
            item: first.item.id,
          }),
        ]
  },
}
