import { makeFinding } from '../../../messages/index.js'
import { findChineseDates } from '../../../text/index.js'
import type { CheckRule } from '../check-rule.js'

/** A date in the text that no calendar has: 2023年2月30日. */
export const dateExists: CheckRule = {
  id: 'date-exists',
  check: (document) =>
    findChineseDates(document.text)
      .filter(({ date }) => date === null)
      .map(({ start, end, text }) =>
        makeFinding('date-exists', { values: { text }, span: { start, end } }),
      ),
}
