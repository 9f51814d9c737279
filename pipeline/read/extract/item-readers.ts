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
  /** Lines that became items or statements. */
  readonly taken: Map<Line, Taken>
}

/** What of a line is the text of tasks, and the full names of who does them: only others can have a duty in it. */
export interface Taken {
  readonly text: readonly Line[]
  readonly bodies: ReadonlySet<string>
}

/** A line in which no duty is looked for. */
export const wholly: Taken = { text: [], bodies: new Set() }

/** What a section hands down to those under it. */
export interface Inherited {
  readonly path: readonly string[]
  readonly category: Line | null
  readonly scope: { readonly value: string; readonly spans: readonly Span[] } | null
}
