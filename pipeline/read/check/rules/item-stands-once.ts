import { makeFinding } from '../../../messages/index.js'
import { titleKey } from '../../../text/index.js'
import type { CheckRule } from '../check-rule.js'
import { itemsOf, spanAt } from '../items-of.js'

/** Two items of one document with the same name: a row copied twice, or two tasks that nobody can tell apart. */
export const itemStandsOnce: CheckRule = {
  id: 'item-stands-once',
  check: (document) => {
    const seen = new Map<string, string>()
    return itemsOf(document).flatMap(({ item, pointer }) => {
      const key = titleKey(item.title)
      const before = seen.get(key)
      if (before === undefined) {
        seen.set(key, pointer)
        return []
      }
      // A child that repeats the name of the item above it is that item’s own head.
      if (pointer.startsWith(`${before}/`)) return []
      return [
        makeFinding('item-stands-once', {
          values: { title: item.title },
          span: spanAt(document, `${pointer}/title`),
          item: item.id,
          related: [{ span: spanAt(document, `${before}/title`), values: { title: item.title } }],
        }),
      ]
    })
  },
}
