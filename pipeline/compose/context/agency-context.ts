import { kindOf } from '../../agencies/index.js'
import type { Office } from '../../model/index.js'
import type { AgencyRow, Context } from './context-schema.js'
import { datesOf } from './dates.js'
import type { DocumentContext } from './document-context.js'
import { dutiesOfAgency } from './duty-rows.js'
import { copiesFor } from './register.js'

/** What one agency’s papers say. What the check found is internal to the sender: messages and what the copy lacks are not in it. */
export function agencyContext(
  row: AgencyRow,
  from: DocumentContext,
  office: Office | null,
): Context {
  const { all, lead, support, responsible, guide, responsibilities, ...agency } = row
  const kind = kindOf(from.index, row.name)
  const duties = dutiesOfAgency(
    from.context.duties,
    kind,
    (name) => from.houseOf(name) === row.name,
  )
  return {
    ...from.context,
    agency,
    items: { all, lead, support, responsible, guide, unassigned: [] },
    duties,
    dates: datesOf(all, duties.own),
    counts: {
      items: all.length,
      assigned: all.length,
      unassigned: 0,
      agencies: 1,
      responsibilities,
      joint: all.filter((task) => task.partners.length > 0).length,
      lead: lead.length,
      support: support.length,
      responsible: responsible.length,
      guide: guide.length,
    },
    annex: null,
    messages: [],
    corrections: [],
    unresolved: [],
    recipient: copiesFor(from.context.register, row.name),
    genre: office?.genre?.[kind] ?? office?.genre?.default ?? '函',
  }
}
