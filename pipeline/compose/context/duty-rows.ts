import { genericKindOf } from '../../agencies/index.js'
import type { AgencyKind } from './audience.js'
import type { OfficialDocument } from '../../model/index.js'
import { isAudience } from './audience.js'
import type { Context, DutyRow } from './context-schema.js'

function rowOf(duty: OfficialDocument['duties'][number]): DutyRow {
  const named = duty.responsibilities.filter((each) => each.kind === 'agency')
  const generic = duty.responsibilities.filter((each) => each.kind === 'generic')
  return {
    ...duty,
    agencies: [...new Set(named.map((each) => each.name))],
    generic: [...new Set(generic.map((each) => each.text))],
  }
}

/** What running text asks, all of it; `own` names some agency. */
export function dutiesOfDocument(document: OfficialDocument): Context['duties'] {
  const all = document.duties.map(rowOf)
  return {
    all,
    own: all.filter((duty) => duty.agencies.length > 0),
    common: all.filter((duty) => duty.agencies.length === 0),
  }
}

/** What running text asks of one agency by name, and of bodies of its kind. */
export function dutiesOfAgency(
  duties: Context['duties'],
  kind: AgencyKind,
  isOwn: (name: string) => boolean,
): Context['duties'] {
  const own = duties.all.filter((duty) => duty.agencies.some(isOwn))
  const concerns = (duty: DutyRow): boolean =>
    duty.generic.some((name) => {
      const generic = genericKindOf(name)
      return generic !== null && isAudience(kind, generic)
    })
  return {
    all: duties.all,
    own,
    common: duties.all.filter((duty) => !own.includes(duty) && concerns(duty)),
  }
}
