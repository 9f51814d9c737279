import type { Span } from '../../model/index.js'
import type { AssignmentDesk } from './assignment-desk.js'
import type { ItemIds } from './item-id.js'
import type { Line } from './line.js'
import type { FoundCount } from './said-count.js'

/** What the readers of items share for one part. */
export interface ItemReaders {
  readonly desk: AssignmentDesk
  readonly ids: ItemIds
  readonly origin: 'body' | 'annex'
  readonly counts: FoundCount[]
  /** Lines that became items or statements, each with the full names of who does them: no duties of those are looked for in it. */
  readonly taken: Map<Line, ReadonlySet<string>>
}

/** What a section hands down to those under it. */
export interface Inherited {
  readonly path: readonly string[]
  readonly category: Line | null
  readonly scope: { readonly value: string; readonly spans: readonly Span[] } | null
}
