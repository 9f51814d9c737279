import { makeFinding } from '../../../messages/index.js'
import type { CheckRule } from '../check-rule.js'
import { spanAt } from '../items-of.js'

/** A number is given in the year in which the paper is issued; early January papers may still bear the old year’s. */
export const numberYearAgreesWithDate: CheckRule = {
  id: 'number-year-agrees-with-date',
  check: ({ documentNumber, issueDate, ...document }) => {
    if (documentNumber === null || issueDate === null) return []
    const year = Number(issueDate.slice(0, 4))
    const lateNumber = documentNumber.year === year - 1 && issueDate.slice(5, 7) === '01'
    if (documentNumber.year === year || lateNumber) return []
    const whole = { ...document, documentNumber, issueDate }
    return [
      makeFinding('number-year-agrees-with-date', {
        values: { number: documentNumber.text, date: issueDate },
        span: spanAt(whole, '/documentNumber'),
        related: [{ span: spanAt(whole, '/issueDate'), values: { date: issueDate } }],
      }),
    ]
  },
}
