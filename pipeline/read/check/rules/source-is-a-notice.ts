import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'

/** A text with neither title nor number, signature, recipients or items is no notice: nothing is made of it. */
export const sourceIsANotice: CheckRule = {
  id: 'source-is-a-notice',
  check: (document) => {
    const signs = [
      document.documentNumber !== null,
      document.issuers.length > 0,
      document.mainRecipients.length > 0,
      document.issueDate !== null,
      document.items.length > 0,
    ]
    return signs.some((each) => each)
      ? []
      : [makeFinding('source-is-a-notice', { blocks: { what: 'source' } })]
  },
}
