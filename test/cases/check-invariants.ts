import { expect } from 'vitest'

import {
  officialDocumentSchema,
  type Item,
  type OfficialDocument,
} from '../../pipeline/model/index.js'
import { titleKey } from '../../pipeline/text/index.js'

const sliceAt = (document: OfficialDocument, pointer: string): string | null => {
  const spans = document.places[pointer]
  return spans === undefined
    ? null
    : spans.map(({ start, end }) => document.text.slice(start, end)).join('')
}

function checkItem(document: OfficialDocument, item: Item, pointer: string): void {
  for (const [index, each] of item.responsibilities.entries()) {
    if (each.from !== 'notice') continue
    // Two origins may name one agency; the place is where the printed name stands.
    expect(
      sliceAt(document, `${pointer}/responsibilities/${index}`),
      `${item.id} ${each.text}`,
    ).toBe(each.text)
  }
  const title = sliceAt(document, `${pointer}/title`)
  if (title !== null) expect(titleKey(title), item.id).toContain(titleKey(item.title))
  item.children.forEach((child, index) =>
    checkItem(document, child, `${pointer}/children/${index}`),
  )
}

/** What holds of every document that was ever read. */
export function checkInvariants(document: OfficialDocument): void {
  expect(officialDocumentSchema.safeParse(document).error?.issues ?? []).toEqual([])
  expect(officialDocumentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document)
  document.items.forEach((item, index) => checkItem(document, item, `/items/${index}`))
  const ids = (items: readonly Item[]): readonly string[] =>
    items.flatMap((item) => [item.id, ...ids(item.children)])
  expect(new Set(ids(document.items)).size).toBe(ids(document.items).length)
  for (const [pointer, spans] of Object.entries(document.places))
    for (const { start, end } of spans) {
      expect(start, pointer).toBeLessThanOrEqual(end)
      expect(end, pointer).toBeLessThanOrEqual(document.text.length)
    }
}
