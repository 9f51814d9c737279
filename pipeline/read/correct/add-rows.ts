import { makeFinding } from '../../messages/index.js'
import type {
  AppliedCorrection,
  Correction,
  DocumentDraft,
  DraftItem,
  Finding,
  ItemId,
} from '../../model/index.js'
import { titleKey } from '../../text/index.js'
import { assignmentsOf, deadlinesOf, joinNames } from './correction-edit.js'
import { makeResponsibility, type CorrectionContext } from './make-responsibility.js'
import { joinedId } from './targets.js'

type RowsCorrection = Extract<Correction, { rows: unknown }>
type Row = RowsCorrection['rows'][number]

function makeRow(
  row: Row,
  statement: number,
  context: CorrectionContext,
): { item: DraftItem; findings: readonly Finding[] } {
  const made = assignmentsOf(row.agencies).map((entry) =>
    makeResponsibility(entry, 'responsible', statement, context),
  )
  return {
    item: {
      // The same shape as an annex row’s id, so that the row keeps its id when a better copy brings it.
      id: `附件/${row.serial}/${titleKey(row.title)}` as ItemId,
      serial: row.serial,
      label: null,
      title: row.title,
      content: row.content ?? null,
      category: row.category ?? null,
      scope: row.scope ?? null,
      deadlines: [...deadlinesOf(row.deadlines)],
      responsibilities: made.map((each) => each.responsibility),
      persons: [],
      open: false,
      children: [],
      origins: ['correction'],
      spans: {},
    },
    findings: made.flatMap((each) => each.findings),
  }
}

/** The highest number of a statement that the draft has, children and duties included. */
function lastStatement(draft: DocumentDraft): number {
  const ofItems = (items: readonly DraftItem[]): readonly number[] =>
    items.flatMap((item) => [
      ...item.responsibilities.map((each) => each.statement),
      ...ofItems(item.children),
    ])
  const all = [
    ...ofItems(draft.bodyItems),
    ...ofItems(draft.annexItems),
    ...draft.duties.flatMap((duty) => duty.responsibilities.map((each) => each.statement)),
  ]
  return all.reduce((highest, each) => Math.max(highest, each), -1)
}

/** Rows of the annex that the copy lacks, as a person read them in the original: each after the row before it by serial number. */
export function addRows(
  draft: DocumentDraft,
  correction: RowsCorrection,
  context: CorrectionContext,
): { draft: DocumentDraft; findings: readonly Finding[] } {
  const findings: Finding[] = []
  let rows: readonly DraftItem[] = draft.annexItems
  const added: { item: DraftItem; agencies: string }[] = []
  for (const row of correction.rows) {
    const taken = rows.find((item) => item.serial === row.serial)
    if (taken !== undefined) {
      const span = taken.spans['/title']?.[0] ?? null
      findings.push(
        makeFinding('correction-rows-are-missing', {
          values: { serial: row.serial, title: row.title, found: taken.title },
          path: context.path,
          item: taken.id,
          related: [{ span, values: { serial: String(row.serial) } }],
        }),
      )
      continue
    }
    const made = makeRow(row, lastStatement({ ...draft, annexItems: rows }) + 1, context)
    const before = rows.filter((item) => (item.serial ?? 0) < row.serial)
    rows = [...before, made.item, ...rows.filter((item) => !before.includes(item))]
    findings.push(...made.findings)
    added.push({
      item: made.item,
      agencies: joinNames(made.item.responsibilities.map((each) => each.name)),
    })
  }
  const withRows: DocumentDraft = { ...draft, annexItems: rows }
  const applied = added.map(({ item, agencies }): AppliedCorrection => ({
    item: joinedId(withRows, item.id),
    kind: 'row',
    field: 'item',
    was: null,
    now: agencies === '' ? item.title : `${item.title}（${agencies}）`,
    why: correction.why,
    basis: correction.basis ?? null,
    page: correction.page,
  }))
  return { draft: { ...withRows, corrections: [...draft.corrections, ...applied] }, findings }
}
