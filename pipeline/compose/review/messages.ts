import type { Element } from 'hast'

import type { Finding, OfficialDocument } from '../../model/index.js'
import type { Context } from '../context/context-schema.js'
import { bySeverity } from '../context/message-rows.js'
import { element, type Content } from './element.js'
import type { Mark } from './passages.js'
import { words } from './words.js'

/** A message with its number on the page, errors first. */
export interface Message {
  readonly index: number
  readonly finding: Finding
  /** Its sentences. */
  readonly row: Context['messages'][number]
}

/** Findings beside their sentences, which stand in the same order. */
export function messagesOf(
  findings: readonly Finding[],
  rows: Context['messages'],
): readonly Message[] {
  return bySeverity(findings).flatMap((finding, index) => {
    const row = rows[index]
    return row === undefined ? [] : [{ index, finding, row }]
  })
}

/** Where messages and what they refer to stand in the reading text. */
export function messageMarks(messages: readonly Message[]): readonly Mark[] {
  return messages.flatMap(({ index, finding }) =>
    [finding, ...finding.related].flatMap(({ span }) =>
      span === null ? [] : [{ ...span, key: `m${index}` }],
    ),
  )
}

/** Whether a message stands at a place of the source; the others stand at their item or above. */
export function isPlaced({ finding }: Message, { text }: OfficialDocument): boolean {
  return finding.span !== null && finding.span.start <= text.length
}

/** A severity for eye and ear: sign and word. */
function severityOf({ row: { severity } }: Message): readonly Content[] {
  return [
    element('span', { ariaHidden: 'true' }, `${words.sign[severity]} `),
    element('strong', {}, `${words.severity[severity]}：`),
  ]
}

/** A message in full, where it belongs: what is wrong, what to do, where else to look, and its rule. */
export function messageElement(message: Message): Element {
  const { index, row } = message
  return element(
    'div',
    {
      id: `m${index}`,
      className: ['note', 'message', row.severity],
      dataV: `m${index}`,
      dataSeverity: row.severity,
      dataRule: row.rule,
    },
    element(
      'p',
      {},
      severityOf(message),
      row.text,
      element('small', {}, ` ${row.line === null ? '' : `${words.line(row.line)} · `}${row.rule}`),
    ),
    row.related.length === 0
      ? null
      : element(
          'ul',
          {},
          row.related.map((each) => element('li', {}, words.see, each)),
        ),
  )
}

/** A message on the card of an item whose source has it in full. */
export function messageLink(message: Message): Element {
  const { index, row } = message
  return element(
    'p',
    { className: ['message', row.severity] },
    severityOf(message),
    element('a', { href: `#m${index}` }, row.text),
  )
}
