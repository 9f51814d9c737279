import { makeFinding } from '../../messages/index.js'
import type { CorrectionValues, DraftItem, Finding, Responsibility } from '../../model/index.js'
import {
  changeAgencies,
  changeDeadlines,
  namesOf,
  type Outcome,
  type Targets,
} from './change-lists.js'
import {
  assignmentsOf,
  deadlinesOf,
  isAssignment,
  joinNames,
  scalarFields,
  setScalar,
  type CorrectionField,
  type Edit,
  type ScalarField,
} from './correction-edit.js'
import type { CorrectionContext } from './make-responsibility.js'

export interface Planned {
  readonly targets: readonly DraftItem[]
  readonly edits: readonly Edit[]
  readonly findings: readonly Finding[]
  /** Something did not hold: nothing of the correction is applied. */
  readonly refused: boolean
  /** The item goes as a whole. */
  readonly removed: boolean
}

/** Field names as a person reads them in a message. */
const fieldNames: Readonly<Record<CorrectionField, string>> = {
  title: '名称',
  content: '内容',
  category: '领域',
  scope: '范围',
  agencies: '单位',
  deadlines: '时限',
}

const titleOf = (targets: Targets): string => targets[0]?.title ?? ''
const present = (values: readonly (string | null)[]): readonly string[] =>
  values.filter((value) => value !== null)

function refuse(
  rule: 'correction-still-applies' | 'correction-says-what-was' | 'correction-adds-what-is-missing',
  targets: Targets,
  field: CorrectionField,
  values: { was?: string; found?: string; now?: string },
  path: string | null,
): Outcome {
  const found = values.found ?? ''
  const pointer =
    field === 'agencies'
      ? '/responsibilities/0'
      : field === 'deadlines'
        ? '/deadlines/0'
        : `/${field}`
  const finding = makeFinding(rule, {
    values: {
      item: titleOf(targets),
      field: fieldNames[field],
      ...values,
      found: found === '' ? '无' : found,
    },
    path,
    item: targets[0]?.id ?? null,
    related: targets.flatMap((target) => {
      const span = target.spans[pointer]?.[0]
      return span === undefined ? [] : [{ span, values: { found } }]
    }),
  })
  return { edits: [], findings: [finding], refused: true }
}

function readNow(targets: Targets, field: ScalarField): string {
  return joinNames([...new Set(present(targets.map((target) => target[field])))])
}

function setOneScalar(
  targets: Targets,
  field: ScalarField,
  was: string | undefined,
  now: string,
  path: string | null,
): Outcome {
  if (was === undefined) return refuse('correction-says-what-was', targets, field, {}, path)
  const holders = targets.filter((target) => target[field] === was)
  if (holders.length > 0) {
    const edits = holders.map((target) => setScalar(target, field, now))
    return { edits, findings: [], refused: false }
  }
  const found = readNow(targets, field)
  if (field === 'content' && isJoinedContent(targets, was))
    return { edits: replaceJoined(targets, was, now), findings: [], refused: false }
  return refuse('correction-still-applies', targets, field, { was, found }, path)
}

/** Text and annex that say different things of an item are shown as one content, a line each; as such a person copies it. */
function isJoinedContent(targets: Targets, was: string): boolean {
  const contents = present(targets.map(({ content }) => content))
  return contents.length > 1 && contents.join('\n') === was
}

/** The new content stands once, with the first that had one. */
function replaceJoined(targets: Targets, was: string, now: string): readonly Edit[] {
  const [first, ...others] = targets.filter(({ content }) => content !== null)
  if (first === undefined) return []
  const edits = [setScalar(first, 'content', now), ...others.map(clearContent)]
  return edits.map((edit) => ({ ...edit, was, now }))
}

const responsibilityKey = ({ agency, role, part }: Responsibility): string =>
  [agency, role, part ?? ''].join('\n')
const agenciesOf = (targets: Targets) => targets.flatMap((target) => target.responsibilities)
const deadlineTextsOf = (targets: Targets) => [
  ...new Set(targets.flatMap((target) => target.deadlines.map((each) => each.text))),
]

/** Whether `was` names each agency that is read, and none besides. What text and annex both say is one: the item that a person sees has it once. */
function agenciesAre(targets: Targets, was: CorrectionValues['agencies']): boolean {
  const all = agenciesOf(targets)
  const read = [...new Map(all.map((each) => [responsibilityKey(each), each])).values()]
  const entries = assignmentsOf(was)
  return (
    read.length === entries.length &&
    entries.every((entry) => read.some((each) => isAssignment(each, entry))) &&
    read.every((each) => entries.some((entry) => isAssignment(each, entry)))
  )
}

function collect(targets: Targets, outcomes: readonly Outcome[], removed = false): Planned {
  const refused = outcomes.some((each) => each.refused)
  return {
    targets,
    edits: outcomes.flatMap((each) => each.edits),
    findings: outcomes.flatMap((each) => each.findings),
    refused,
    removed: removed && !refused,
  }
}

/** The edits of `{ was, set }`: each field’s `was` must be the whole of what is read. */
export function planSet(
  targets: Targets,
  { was, set }: { readonly was: CorrectionValues; readonly set: CorrectionValues },
  context: CorrectionContext,
): Planned {
  const outcomes = scalarFields.flatMap((field) => {
    const now = set[field]
    return now === undefined ? [] : [setOneScalar(targets, field, was[field], now, context.path)]
  })
  if (set.agencies !== undefined)
    outcomes.push(setAgencies(targets, was.agencies, set.agencies, context))
  if (set.deadlines !== undefined)
    outcomes.push(setDeadlines(targets, was.deadlines, set.deadlines, context.path))
  return collect(targets, outcomes)
}

function setAgencies(
  targets: Targets,
  was: CorrectionValues['agencies'],
  now: CorrectionValues['agencies'],
  context: CorrectionContext,
): Outcome {
  if (was === undefined)
    return refuse('correction-says-what-was', targets, 'agencies', {}, context.path)
  if (agenciesAre(targets, was)) return changeAgencies(targets, was, now, context)
  const texts = {
    was: joinNames(assignmentsOf(was).map((each) => each.agency)),
    found: namesOf(targets),
  }
  return refuse('correction-still-applies', targets, 'agencies', texts, context.path)
}

function setDeadlines(
  targets: Targets,
  was: CorrectionValues['deadlines'],
  now: CorrectionValues['deadlines'],
  path: string | null,
): Outcome {
  if (was === undefined) return refuse('correction-says-what-was', targets, 'deadlines', {}, path)
  const said = joinNames(deadlinesOf(was).map((each) => each.text))
  const found = joinNames(deadlineTextsOf(targets))
  return said === found
    ? changeDeadlines(targets, was, now)
    : refuse('correction-still-applies', targets, 'deadlines', { was: said, found }, path)
}

/** The edits of `{ add }`: single values only where there is none, agencies and deadlines at the end of what is there. */
export function planAdd(
  targets: Targets,
  add: CorrectionValues,
  context: CorrectionContext,
): Planned {
  const outcomes = scalarFields.flatMap((field): Outcome[] => {
    const now = add[field]
    if (now === undefined) return []
    const found = readNow(targets, field)
    const target = targets.at(-1)
    return found !== '' || target === undefined
      ? [refuse('correction-adds-what-is-missing', targets, field, { now, found }, context.path)]
      : [{ edits: [setScalar(target, field, now)], findings: [], refused: false }]
  })
  const already = assignmentsOf(add.agencies).filter((entry) =>
    agenciesOf(targets).some((each) => isAssignment(each, entry)),
  )
  if (already.length > 0) {
    const texts = {
      now: joinNames(already.map((each) => each.agency)),
      found: namesOf(targets),
    }
    outcomes.push(
      refuse('correction-adds-what-is-missing', targets, 'agencies', texts, context.path),
    )
  } else if (add.agencies !== undefined) {
    outcomes.push(changeAgencies(targets, [], add.agencies, context))
  }
  if (add.deadlines !== undefined) outcomes.push(changeDeadlines(targets, [], add.deadlines))
  return collect(targets, outcomes)
}

/** The edits of `{ remove }`: what is to go must be there; `item` takes the item out. */
export function planRemove(
  targets: Targets,
  remove: CorrectionValues | 'item',
  context: CorrectionContext,
): Planned {
  if (remove === 'item') return collect(targets, [], true)
  const outcomes = scalarFields.flatMap((field): Outcome[] => {
    const was = remove[field]
    if (was === undefined) return []
    const holders = field === 'title' ? [] : targets.filter((target) => target[field] === was)
    return holders.length === 0
      ? [
          refuse(
            'correction-still-applies',
            targets,
            field,
            { was, found: readNow(targets, field) },
            context.path,
          ),
        ]
      : [
          {
            edits: holders.map((target) => clearScalar(target, field)),
            findings: [],
            refused: false,
          },
        ]
  })
  const missing = assignmentsOf(remove.agencies).filter(
    (entry) => !agenciesOf(targets).some((each) => isAssignment(each, entry)),
  )
  if (missing.length > 0) {
    const texts = {
      was: joinNames(missing.map((each) => each.agency)),
      found: namesOf(targets),
    }
    outcomes.push(refuse('correction-still-applies', targets, 'agencies', texts, context.path))
  } else if (remove.agencies !== undefined) {
    outcomes.push(changeAgencies(targets, remove.agencies, [], context))
  }
  const texts = deadlineTextsOf(targets)
  const gone = deadlinesOf(remove.deadlines).map((each) => each.text)
  if (gone.some((text) => !texts.includes(text)))
    outcomes.push(
      refuse(
        'correction-still-applies',
        targets,
        'deadlines',
        { was: joinNames(gone), found: joinNames(texts) },
        context.path,
      ),
    )
  else if (remove.deadlines !== undefined)
    outcomes.push(changeDeadlines(targets, remove.deadlines, []))
  return collect(targets, outcomes)
}

const clearContent = (target: DraftItem): Edit => clearScalar(target, 'content')

function clearScalar(target: DraftItem, field: ScalarField): Edit {
  return {
    ...setScalar(target, field, ''),
    now: null,
    apply: (item) => ({ ...setScalar(target, field, '').apply(item), [field]: null }),
  }
}
