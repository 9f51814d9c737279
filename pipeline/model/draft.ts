import type { Item, OfficialDocument } from './document.js'
import type { Span } from './span.js'

/** An item as one origin has it, with the places of its values: pointer within the item (`/title`, `/responsibilities/0`) → spans. */
export interface DraftItem extends Omit<Item, 'children'> {
  readonly children: readonly DraftItem[]
  readonly spans: Readonly<Record<string, readonly Span[]>>
}

/**
 * A document before text and annex are joined: the state that a person's corrections apply to.
 * `places` holds document-level pointers alone; those of items are made when they are joined.
 */
export interface DocumentDraft extends Omit<OfficialDocument, 'items'> {
  readonly bodyItems: readonly DraftItem[]
  readonly annexItems: readonly DraftItem[]
}
