import type { PartDraft } from './part-draft.js'
import { readTable } from './read-table.js'

/** Gives an attachment without a title the one that stands in the first row of its table. */
export function titleFromTables(parts: readonly PartDraft[]): readonly PartDraft[] {
  for (const part of parts) {
    const first = part.body.find((entry) => entry.type === 'table')
    if (part.kind !== 'attachment' || part.formal.title.length > 0 || first === undefined) continue
    part.formal.title.push(...(readTable(first, null)?.titles.slice(0, 1) ?? []))
  }
  return parts
}
