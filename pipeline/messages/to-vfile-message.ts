import { VFileMessage } from 'vfile-message'

import type { Finding } from '../model/index.js'
import { relatedSentencesOf, sentenceOf, type MessageLanguage } from './sentence.js'

const fatal = { error: true, warning: false, info: undefined } as const

/**
 * A finding as the ecosystem’s currency: reason, place, `source` fengong, `ruleId`; `fatal` true, false or undefined for error, warning, info.
 * The first related place becomes the cause, itself a located message; all of them stand in `note`.
 */
export function toVFileMessage(finding: Finding, language: MessageLanguage): VFileMessage {
  const related = relatedSentencesOf(finding, language)
  const [first] = finding.related
  const cause =
    first?.place == null ? undefined : new VFileMessage(related[0] ?? '', { place: first.place })
  const message = new VFileMessage(sentenceOf(finding, language), {
    source: 'fengong',
    ruleId: finding.rule,
    ...(finding.place === null ? {} : { place: finding.place }),
    ...(cause === undefined ? {} : { cause }),
  })
  message.fatal = fatal[finding.severity]
  const { actual, expected } = finding.values
  if (typeof actual === 'string') message.actual = actual
  if (Array.isArray(expected)) message.expected = [...expected]
  if (related.length > 0) message.note = related.join('\n')
  return message
}
