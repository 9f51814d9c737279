import { pairItems } from '../../match/index.js'
import { makeFinding } from '../../messages/index.js'
import type {
  DocumentDraft,
  DraftItem,
  Finding,
  Item,
  OfficialDocument,
  Span,
} from '../../model/index.js'
import { assertPartition } from './assert-partition.js'
import { annexFindings } from './annex-findings.js'
import { joinItems } from './join-items.js'

/** A pair of items as they were before they became one. */
export interface JoinedPair {
  readonly body: DraftItem
  readonly annex: DraftItem
  readonly exact: boolean
}

/** The items of text and annex as one list, and which were joined. */
interface Joined {
  readonly items: readonly DraftItem[]
  readonly pairs: readonly JoinedPair[]
}

function flat(items: readonly DraftItem[]): readonly DraftItem[] {
  return items.flatMap((item) => [item, ...flat(item.children)])
}

/** Rows that the text does not have stand behind the item whose row they follow in the annex. */
function join(bodyItems: readonly DraftItem[], annexItems: readonly DraftItem[]): Joined {
  const body = flat(bodyItems)
  const pairs = pairItems(body, annexItems).flatMap((pair): JoinedPair[] => {
    const [one, other] = [body[pair.body], annexItems[pair.annex]]
    return one === undefined || other === undefined
      ? []
      : [{ body: one, annex: other, exact: pair.exact }]
  })
  const annexOf = new Map(pairs.map((pair) => [pair.body, pair.annex]))
  const joinedAnnex = new Set(annexOf.values())
  const followers = new Map<DraftItem | null, DraftItem[]>()
  let last: DraftItem | null = null
  for (const row of annexItems) {
    if (joinedAnnex.has(row)) last = row
    else {
      const behind = followers.get(last)
      if (behind === undefined) followers.set(last, [row])
      else behind.push(row)
    }
  }
  const rebuild = (items: readonly DraftItem[]): DraftItem[] =>
    items.flatMap((item) => {
      const annex = annexOf.get(item)
      const children = rebuild(item.children)
      if (annex === undefined) return [{ ...item, children }]
      const joined = joinItems({ ...item, children }, annex)
      return [joined, ...(followers.get(annex) ?? [])]
    })
  const first = followers.get(null) ?? []
  const items = rebuild(bodyItems)
  return { items: pairs.length > 0 ? [...first, ...items] : [...items, ...first], pairs }
}

function itemOf(draft: DraftItem): Item {
  return {
    id: draft.id,
    serial: draft.serial,
    label: draft.label,
    title: draft.title,
    content: draft.content,
    category: draft.category,
    scope: draft.scope,
    deadlines: draft.deadlines,
    responsibilities: draft.responsibilities,
    persons: draft.persons,
    open: draft.open,
    children: draft.children.map(itemOf),
    origins: draft.origins,
  }
}

/** Writes the places of the values of items below their pointer: /items/3/title, /items/3/children/0/responsibilities/1. */
function writePlaces(
  items: readonly DraftItem[],
  pointer: string,
  places: Record<string, Span[]>,
): void {
  for (const [index, item] of items.entries()) {
    const own = `${pointer}/${index}`
    for (const [below, spans] of Object.entries(item.spans)) {
      if (spans.length > 0) places[own + below] = [...spans]
    }
    writePlaces(item.children, `${own}/children`, places)
  }
}

/** A text that says of itself that something was left out: what lacks is no fault of the copy. */
export function isAbridged(draft: Pick<DocumentDraft, 'notes'>): boolean {
  return draft.notes.some((note) => /删减|删节|删改|节选|摘要/.test(note))
}

function countFindings(draft: DocumentDraft, abridged: boolean): readonly Finding[] {
  return draft.counts.flatMap((count, index) =>
    count.said === count.counted
      ? []
      : [
          makeFinding('count-agrees-with-list', {
            values: { of: count.of, said: count.said, unit: count.unit, counted: count.counted },
            span: draft.places[`/counts/${index}`]?.[0] ?? null,
            ...(abridged ? { severity: 'info' as const } : {}),
          }),
        ],
  )
}

/**
 * A draft, corrected or not, as the document: an item that stands in text and annex becomes one with two origins; where the names differ, the text’s is its title.
 * Throws an internal error if the draft’s text is not held whole by leaves, markup and dropped spans.
 */
export function joinDraft(draft: DocumentDraft): {
  readonly document: OfficialDocument
  readonly findings: readonly Finding[]
} {
  const { bodyItems, annexItems, ...rest } = draft
  const joined = join(bodyItems, annexItems)
  const places: Record<string, Span[]> = { ...draft.places }
  writePlaces(joined.items, '/items', places)
  const document: OfficialDocument = { ...rest, items: joined.items.map(itemOf), places }
  assertPartition(document)
  const abridged = isAbridged(draft)
  return {
    document,
    findings: [
      ...annexFindings({ draft, pairs: joined.pairs, items: joined.items, abridged }),
      ...countFindings(draft, abridged),
    ],
  }
}
