import type { Element } from 'hast'

import type { Deadline, Responsibility } from '../../model/index.js'
import { element } from './element.js'
import { words } from './words.js'

/** Who is named, a line each: the role, the name, and how the source comes to say so. */
export function responsibleLines(
  responsibilities: readonly Responsibility[],
  keyOf: (at: number) => string,
): Element | null {
  if (responsibilities.length === 0) return null
  const lines = responsibilities.map(({ role, name, text, word, part, kind, from }, at) => {
    const said = [
      part,
      text === name ? null : words.printedAs(text),
      word === null ? null : words.byWord(word),
      kind === 'generic' ? words.generic : null,
      words.from[from],
    ].filter((each) => each !== null)
    return element(
      'li',
      { dataV: keyOf(at) },
      element('b', { className: ['role', role] }, words.role[role]),
      ` ${name}`,
      said.length === 0 ? null : element('small', {}, `（${said.join('；')}）`),
    )
  })
  return element('ul', { className: ['responsible'] }, lines)
}

/** What a deadline says, and the date or the kind that was read from it. */
export function deadlineText({ text, kind, date }: Deadline): string {
  return `${text}（${words.deadlineKind[kind]}${date === null ? `，${words.undated}` : `，${date}`}）`
}
