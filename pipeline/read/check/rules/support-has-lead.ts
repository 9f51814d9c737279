import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'
import { itemsOf, spanAt } from '../items-of.js'

/** Somebody supports where nobody leads and nobody is responsible: the lead was lost, or the notice forgot it. */
export const supportHasLead: CheckRule = {
  id: 'support-has-lead',
  check: (document) =>
    itemsOf(document).flatMap(({ item, pointer }) => {
      const supports = item.responsibilities.findIndex((each) => each.role === 'support')
      const carried = item.responsibilities.some(
        (each) => each.role !== 'support' && each.role !== 'guide',
      )
      if (supports < 0 || carried || item.persons.length > 0) return []
      return [
        makeFinding('support-has-lead', {
          values: {
            title: item.title,
            names: item.responsibilities
              .filter((each) => each.role === 'support')
              .map((each) => each.text),
          },
          span: spanAt(document, `${pointer}/responsibilities/${supports}`),
          item: item.id,
        }),
      ]
    }),
}
