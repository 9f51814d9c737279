import { kindOf, type AgencyIndex } from '../agencies/index.js'
import { makeFinding } from '../messages/index.js'
import type { Agency, Finding, Office } from '../model/index.js'
import type { AgencyRow } from './context/context-schema.js'

/** Kinds of sender that do not write to a lower government of their own right. */
const departments: ReadonlySet<Agency['kind']> = new Set([
  'department',
  'sasac',
  'directly-under',
  'institution',
  'national-bureau',
  'local-department',
])

/** A department does not command a lower government (regulations on official documents, article 16), unless its own government agreed. */
export function writesToGovernment(
  rows: readonly AgencyRow[],
  office: Office | null,
  index: AgencyIndex,
): readonly Finding[] {
  if (office?.name === undefined || office.consentOf !== undefined) return []
  const sender = office.name
  if (!departments.has(kindOf(index, sender))) return []
  return rows
    .filter((row) => row.kind === 'local-government')
    .map((row) =>
      makeFinding('department-writes-to-no-government', {
        values: { sender, recipient: row.name },
      }),
    )
}
