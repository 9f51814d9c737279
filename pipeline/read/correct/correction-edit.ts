import type {
  AppliedCorrection,
  CorrectionAssignment,
  CorrectionValues,
  Deadline,
  DraftItem,
  Responsibility,
  Role,
  Span,
} from '../../model/index.js'
import { findChineseDates } from '../../text/index.js'

export const scalarFields = ['title', 'content', 'category', 'scope'] as const
export type ScalarField = (typeof scalarFields)[number]
export type CorrectionField = Exclude<AppliedCorrection['field'], 'item'>

/** What one field of one item becomes; `was` and `now` as a person reads them. */
export interface Edit {
  readonly target: DraftItem
  readonly field: CorrectionField
  readonly was: string | null
  readonly now: string | null
  readonly apply: (item: DraftItem) => DraftItem
}

export const joinNames = (names: readonly string[]): string => names.join('、')

/** The entries of `agencies:` in a corrections file, a bare name being one without a role. */
export function assignmentsOf(
  values: CorrectionValues['agencies'],
): readonly CorrectionAssignment[] {
  return (values ?? []).map((each) => (typeof each === 'string' ? { agency: each } : each))
}

/** Whether a responsibility is the one that a corrections file names: by full, short or printed name, and by role and part if given. */
export function isAssignment(
  responsibility: Responsibility,
  { agency, role, part }: CorrectionAssignment,
): boolean {
  return (
    [responsibility.name, responsibility.agency, responsibility.text].includes(agency) &&
    (role === undefined || role === responsibility.role) &&
    (part === undefined || part === responsibility.part)
  )
}

/** The entries of `deadlines:`; a bare text dates itself only where it holds one whole date. */
export function deadlinesOf(values: CorrectionValues['deadlines']): readonly Deadline[] {
  return (values ?? []).map((each) => {
    if (typeof each !== 'string') return each
    const [only, ...others] = findChineseDates(each)
    return { text: each, kind: 'by', date: others.length === 0 ? (only?.date ?? null) : null }
  })
}

/** Spans without those under a pointer: a corrected value stands nowhere in the source. */
function withoutSpans(
  spans: Readonly<Record<string, readonly Span[]>>,
  pointer: string,
): Readonly<Record<string, readonly Span[]>> {
  return Object.fromEntries(
    Object.entries(spans).filter(([at]) => at !== pointer && !at.startsWith(`${pointer}/`)),
  )
}

export function setScalar(target: DraftItem, field: ScalarField, now: string): Edit {
  return {
    target,
    field,
    was: target[field],
    now,
    apply: (item) => ({
      ...item,
      [field]: now,
      spans: withoutSpans(item.spans, `/${field}`),
    }),
  }
}

/** A list of an item with some entries dropped and others added at its end; the places of those that stay move with them. */
export function changeList<Field extends 'responsibilities' | 'deadlines'>(
  item: DraftItem,
  field: Field,
  keep: (entry: DraftItem[Field][number]) => boolean,
  added: readonly DraftItem[Field][number][],
): DraftItem {
  const list: readonly DraftItem[Field][number][] = item[field]
  const kept = list.flatMap((entry, index) => (keep(entry) ? [index] : []))
  const moved = kept.flatMap((from, to) => {
    const spans = item.spans[`/${field}/${from}`]
    return spans === undefined ? [] : [[`/${field}/${to}`, spans] as const]
  })
  return {
    ...item,
    [field]: [...kept.map((index) => list[index]), ...added],
    spans: { ...withoutSpans(item.spans, `/${field}`), ...Object.fromEntries(moved) },
  }
}

/** The role that a new agency takes where the correction names none: that of all whose place it takes, else responsible. */
export function inheritedRole(replaced: readonly Responsibility[]): Role {
  const inherited = new Set(replaced.map((each) => each.role))
  const [only] = inherited
  return inherited.size === 1 && only !== undefined ? only : 'responsible'
}
