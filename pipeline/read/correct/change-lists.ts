import type {
  CorrectionValues,
  Deadline,
  DraftItem,
  Finding,
  Responsibility,
} from '../../model/index.js'
import {
  assignmentsOf,
  changeList,
  deadlinesOf,
  inheritedRole,
  isAssignment,
  joinNames,
  type Edit,
} from './correction-edit.js'
import { makeResponsibility, type CorrectionContext } from './make-responsibility.js'

/** The item that a correction names, as each origin has it. */
export type Targets = readonly DraftItem[]

export interface Outcome {
  readonly edits: readonly Edit[]
  readonly findings: readonly Finding[]
  readonly refused: boolean
}

type ListField = 'responsibilities' | 'deadlines'

const namesIn = (list: readonly Responsibility[]): string =>
  joinNames([...new Set(list.map(({ name }) => name))])

/** The agencies of an item as a person sees them: what text and annex both say, once. */
export const namesOf = (targets: Targets): string =>
  namesIn(targets.flatMap(({ responsibilities }) => responsibilities))

const textsIn = (list: readonly Deadline[]): string =>
  joinNames([...new Set(list.map(({ text }) => text))])

/**
 * Which origins are changed: each that loses something, so that text and annex say the same afterwards; where nothing is lost, the one that has
 * some already, else the annex’s row, else the text’s item.
 */
function holdersOf<Field extends ListField>(
  targets: Targets,
  field: Field,
  stays: (entry: DraftItem[Field][number]) => boolean,
): Targets {
  const entriesOf = (target: DraftItem): readonly DraftItem[Field][number][] => target[field]
  const losers = targets.filter((target) => !entriesOf(target).every(stays))
  const holder = targets.find((target) => target[field].length > 0) ?? targets.at(-1)
  return losers.length > 0 || holder === undefined ? losers : [holder]
}

const nothing: Outcome = { edits: [], findings: [], refused: true }

/** Takes agencies out of an item and puts others in, in every origin that has those that go. */
export function changeAgencies(
  targets: Targets,
  remove: CorrectionValues['agencies'],
  add: CorrectionValues['agencies'],
  context: CorrectionContext,
): Outcome {
  const removed = assignmentsOf(remove)
  const added = assignmentsOf(add)
  const isIn = (list: typeof added, each: Responsibility): boolean =>
    list.some((entry) => isAssignment(each, entry))
  // What is both before and after stays as it was read, with its place.
  const stays = (each: Responsibility): boolean => !isIn(removed, each) || isIn(added, each)
  const all = targets.flatMap(({ responsibilities }) => responsibilities)
  const kept = all.filter(stays)
  const fresh = added.filter((entry) => !kept.some((each) => isAssignment(each, entry)))
  const role = inheritedRole(all.filter((each) => isIn(removed, each)))
  const holders = holdersOf(targets, 'responsibilities', stays)
  if (holders.length === 0) return nothing
  const madeFor = (target: DraftItem) => {
    const statement = target.responsibilities[0]?.statement ?? 0
    return fresh.map((entry) => makeResponsibility(entry, role, statement, context))
  }
  const made = holders.map(madeFor)
  const now = [...kept, ...(made[0] ?? []).map(({ responsibility }) => responsibility)]
  const edits = holders.map((target, at): Edit => {
    const entries = (made[at] ?? []).map(({ responsibility }) => responsibility)
    return {
      target,
      field: 'agencies',
      was: namesOf(targets) || null,
      now: namesIn(now) || null,
      apply: (item) => changeList(item, 'responsibilities', stays, entries),
    }
  })
  return { edits, findings: (made[0] ?? []).flatMap(({ findings }) => findings), refused: false }
}

/** Takes deadlines out of an item and puts others in, in every origin that has those that go. */
export function changeDeadlines(
  targets: Targets,
  remove: CorrectionValues['deadlines'],
  add: CorrectionValues['deadlines'],
): Outcome {
  const gone = deadlinesOf(remove).map(({ text }) => text)
  const added = deadlinesOf(add)
  const stays = ({ text }: Deadline): boolean => !gone.includes(text)
  const all = targets.flatMap(({ deadlines }) => deadlines)
  const holders = holdersOf(targets, 'deadlines', stays)
  if (holders.length === 0) return nothing
  const edits = holders.map((target): Edit => ({
    target,
    field: 'deadlines',
    was: textsIn(all) || null,
    now: textsIn([...all.filter(stays), ...added]) || null,
    apply: (item) => changeList(item, 'deadlines', stays, added),
  }))
  return { edits, findings: [], refused: false }
}
