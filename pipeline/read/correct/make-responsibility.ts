import { resolveAgency, type AgencyIndex, type NamingContext } from '../../agencies/index.js'
import { makeFinding } from '../../messages/index.js'
import type { CorrectionAssignment, Finding, Responsibility, Role } from '../../model/index.js'

export interface CorrectionContext {
  readonly agencies: AgencyIndex
  readonly naming: NamingContext
  /** The corrections file, for messages. */
  readonly path: string | null
}

/** What a person wrote as an agency, as a responsibility. A name that the registry does not know is taken as written, with a warning. */
export function makeResponsibility(
  { agency, role, part }: CorrectionAssignment,
  fallback: Role,
  statement: number,
  { agencies, naming, path }: CorrectionContext,
): { responsibility: Responsibility; findings: readonly Finding[] } {
  const resolution = resolveAgency(agencies, agency, naming)
  const responsibility: Responsibility = {
    agency:
      resolution.type === 'agency' || resolution.type === 'ambiguous' ? resolution.agency : agency,
    name: resolution.name,
    text: agency,
    word: null,
    kind: resolution.type === 'generic' ? 'generic' : 'agency',
    role: role ?? fallback,
    part: part ?? null,
    statement,
    from: 'correction',
  }
  if (resolution.type !== 'unknown') return { responsibility, findings: [] }
  const hint = resolution.nearest === null ? '' : `${resolution.nearest}？`
  return {
    responsibility,
    findings: [makeFinding('corrected-agency-is-known', { values: { name: agency, hint }, path })],
  }
}
