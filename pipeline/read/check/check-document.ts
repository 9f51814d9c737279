import type { Finding, OfficialDocument } from '../../model/index.js'
import type { CheckContext, CheckRule } from './check-rule.js'
import { agencyIsKnown } from './rules/agency-is-known.js'
import { agencyIsSpelledOneWay } from './rules/agency-is-spelled-one-way.js'
import { agencyStillExists } from './rules/agency-still-exists.js'
import { attachmentNoteAgrees } from './rules/attachment-note-agrees.js'
import { chinesePunctuationIsFullWidth } from './rules/chinese-punctuation-is-full-width.js'
import { copyIsWhole } from './rules/copy-is-whole.js'
import { dateExists } from './rules/date-exists.js'
import { departmentCommandsNoGovernment } from './rules/department-commands-no-government.js'
import { itemHasAgency } from './rules/item-has-agency.js'
import { itemStandsOnce } from './rules/item-stands-once.js'
import { numberYearAgreesWithDate } from './rules/number-year-agrees-with-date.js'
import { secretIsHandledElsewhere } from './rules/secret-is-handled-elsewhere.js'
import { supportHasLead } from './rules/support-has-lead.js'

/** Every rule over the finished document; order has no meaning, messages are sorted by place. */
export const checkRules: readonly CheckRule[] = [
  agencyIsKnown,
  agencyIsSpelledOneWay,
  agencyStillExists,
  attachmentNoteAgrees,
  chinesePunctuationIsFullWidth,
  copyIsWhole,
  dateExists,
  departmentCommandsNoGovernment,
  itemHasAgency,
  itemStandsOnce,
  numberYearAgreesWithDate,
  secretIsHandledElsewhere,
  supportHasLead,
]

/** What the rules find in a document. */
export function checkDocument(
  document: OfficialDocument,
  context: CheckContext,
): readonly Finding[] {
  return checkRules.flatMap((rule) => rule.check(document, context))
}
