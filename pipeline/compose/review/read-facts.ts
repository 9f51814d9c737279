import type { Element } from 'hast'

import type { OfficialDocument } from '../../model/index.js'
import { element } from './element.js'
import { deadlineText, responsibleLines } from './responsible-lines.js'
import { dutyKey, factKey } from './read-values.js'
import { words } from './words.js'

type FactName = keyof typeof words.fact

/** Each value of the document itself: what it is called, what was read, and the pointer to its place. */
function factsOf(document: OfficialDocument): readonly (readonly [FactName, string, string])[] {
  const one = (
    name: FactName,
    value: string | null,
  ): readonly (readonly [FactName, string, string])[] =>
    value === null ? [] : [[name, value, `/${name}`]]
  const many = (name: FactName, values: readonly string[]) =>
    values.map((value, at) => [name, value, `/${name}/${at}`] as const)
  return [
    ...one('secrecy', document.secrecy),
    ...one('urgency', document.urgency),
    ...one('copyNumber', document.copyNumber),
    ...one('documentNumber', document.documentNumber?.text ?? null),
    ...many('signers', document.signers),
    ...one('title', document.title),
    ...many('mainRecipients', document.mainRecipients),
    ...many('issuers', document.issuers),
    ...one('issueDate', document.issueDate),
    ...document.attachments.map(({ label, title, part }, at) => {
      const missing = part === null ? words.attachmentMissing : ''
      const number = label === null ? '' : `${label}. `
      return ['attachments', `${number}${title}${missing}`, `/attachments/${at}/title`] as const
    }),
    ...many('notes', document.notes),
    ...many('copiesTo', document.copiesTo),
    ...one('printedBy', document.printedBy),
    ...one('printedOn', document.printedOn),
    ...document.counts.map(
      ({ of, said, counted, unit }, at) =>
        ['counts', words.count(of, said, counted, unit), `/counts/${at}`] as const,
    ),
    ...document.rules.map(({ text }, at) => ['rules', text, `/rules/${at}`] as const),
  ]
}

/** Title, number, issuers and what else the document says of itself. */
export function factList(document: OfficialDocument): Element {
  const lines: Element[] = []
  let before: FactName | null = null
  for (const [name, value, pointer] of factsOf(document)) {
    if (name !== before) lines.push(element('dt', {}, words.fact[name]))
    before = name
    lines.push(element('dd', { dataV: factKey(pointer) }, value))
  }
  return element('dl', { id: 'facts', className: ['facts'] }, lines)
}

/** What running text asks of somebody, a card each. */
export function dutyCards(document: OfficialDocument): readonly Element[] {
  return document.duties.map((duty, index) =>
    element(
      'article',
      { id: `u${index}`, className: ['card', 'duty'], tabIndex: -1, ariaLabel: duty.text },
      element('h3', { dataV: dutyKey(index, 'text') }, duty.text),
      responsibleLines(duty.responsibilities, (at) => dutyKey(index, 'responsibilities', at)),
      duty.deadlines.length === 0
        ? null
        : element(
            'dl',
            {},
            duty.deadlines.flatMap((each, at) => [
              element('dt', {}, words.deadline),
              element('dd', { dataV: dutyKey(index, 'deadlines', at) }, deadlineText(each)),
            ]),
          ),
    ),
  )
}
