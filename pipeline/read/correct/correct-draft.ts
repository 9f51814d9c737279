import type {
  AppliedCorrection,
  Correction,
  CorrectionsFile,
  DocumentDraft,
  DraftItem,
  Finding,
  ItemId,
} from '../../model/index.js'
import type { AgencyIndex } from '../../agencies/index.js'
import { addRows } from './add-rows.js'
import { planAdd, planRemove, planSet, type Planned } from './plan-edits.js'
import { findTargets, joinedId, updateItems } from './targets.js'
import type { CorrectionContext } from './make-responsibility.js'

export interface CorrectedDraft {
  readonly draft: DocumentDraft
  readonly findings: readonly Finding[]
}

interface State extends CorrectedDraft {
  readonly draft: DocumentDraft
}

/** A correction’s edits, in place of what they change, and each recorded under the item’s joined id. */
function applyPlanned(
  draft: DocumentDraft,
  planned: Planned,
  kind: 'set' | 'add' | 'remove',
  reason: { why: string; basis: string | null },
): DocumentDraft {
  const changes = new Map<ItemId, ((item: DraftItem) => DraftItem | null)[]>()
  for (const { target, apply } of planned.edits)
    changes.set(target.id, [...(changes.get(target.id) ?? []), apply])
  if (planned.removed) for (const target of planned.targets) changes.set(target.id, [() => null])
  const applied = planned.edits.map(({ target, field, was, now }): AppliedCorrection => ({
    item: joinedId(draft, target.id),
    kind,
    field,
    was,
    now,
    ...reason,
    page: null,
  }))
  // Text and annex are two origins of one value: what a person changed in both is one change.
  const told = [...new Map(applied.map((each) => [JSON.stringify(each), each])).values()]
  const [first] = planned.targets
  const removal: readonly AppliedCorrection[] =
    planned.removed && first !== undefined
      ? [
          {
            item: joinedId(draft, first.id),
            kind,
            field: 'item',
            was: first.title,
            now: null,
            ...reason,
            page: null,
          },
        ]
      : []
  return {
    ...updateItems(draft, changes),
    corrections: [...draft.corrections, ...told, ...removal],
  }
}

function correctOnce(
  { draft, findings }: State,
  correction: Correction,
  context: CorrectionContext,
): State {
  if ('rows' in correction) {
    const added = addRows(draft, correction, context)
    return { draft: added.draft, findings: [...findings, ...added.findings] }
  }
  const found = findTargets(draft, correction.item, context.path)
  if (found.finding !== null) return { draft, findings: [...findings, found.finding] }
  const kind = 'set' in correction ? 'set' : 'add' in correction ? 'add' : 'remove'
  const planned =
    'set' in correction
      ? planSet(found.targets, correction, context)
      : 'add' in correction
        ? planAdd(found.targets, correction.add, context)
        : planRemove(found.targets, correction.remove, context)
  const reason = { why: correction.why, basis: correction.basis ?? null }
  return {
    // All of a correction or none of it: half a decision is nobody’s.
    draft: planned.refused ? draft : applyPlanned(draft, planned, kind, reason),
    findings: [...findings, ...planned.findings],
  }
}

/**
 * A person’s corrections over what was read, before text and annex are joined, in the order in which they are written.
 * `path` is the corrections file, for messages. A correction whose `was` no longer holds is a message and changes nothing.
 */
export function correctDraft(
  draft: DocumentDraft,
  file: CorrectionsFile,
  options: { readonly agencies: AgencyIndex; readonly path: string | null },
): CorrectedDraft {
  const context: CorrectionContext = {
    ...options,
    naming: { level: draft.issuerLevel, place: draft.issuerPlace, date: draft.issueDate },
  }
  return file.corrections.reduce<State>(
    (state, correction) => correctOnce(state, correction, context),
    { draft, findings: [] },
  )
}
