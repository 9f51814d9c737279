import type { NamingContext } from '../../agencies/index.js'
import type { ItemId, OfficialDocument, Span } from '../../model/index.js'
import { itemsOf, spanAt } from './items-of.js'

/** A body that the notice makes responsible for something, where it is first named so. */
export interface NamedBody {
  readonly text: string
  readonly agency: string
  readonly span: Span | null
  readonly item: ItemId
}

/** How short names are resolved in this document. */
export function namingOf(document: OfficialDocument): NamingContext {
  const { issuerLevel, issuerPlace, issueDate } = document
  return { level: issuerLevel, place: issuerPlace, date: issueDate }
}

/** Each body that an item names, once, by the name as printed; what a person entered is not the notice’s. */
export function bodiesOf(document: OfficialDocument): readonly NamedBody[] {
  const bodies = new Map<string, NamedBody>()
  for (const { item, pointer } of itemsOf(document))
    for (const [index, { kind, from, text, agency }] of item.responsibilities.entries())
      if (kind === 'agency' && from !== 'correction' && !bodies.has(text)) {
        const span = spanAt(document, `${pointer}/responsibilities/${index}`)
        bodies.set(text, { text, agency, span, item: item.id })
      }
  return [...bodies.values()]
}
