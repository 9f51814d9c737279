import type { GenericKind } from '../../agencies/index.js'
import type { Agency } from '../../model/index.js'

export type AgencyKind = Agency['kind']

/**
 * Whom a generic actor means among named bodies: 国务院各有关部门 and 各部门 speak to departments, 各地区 and 各级人民政府 to governments. The other kinds
 * (enterprises, 牵头部门, kinds of departments) say nothing about a named body.
 */
const audiences: Readonly<Partial<Record<GenericKind, readonly AgencyKind[]>>> = {
  departments: [
    'office',
    'department',
    'sasac',
    'directly-under',
    'institution',
    'national-bureau',
    'local-department',
  ],
  governments: ['local-government'],
  regions: ['local-government'],
}

/** Whether a body of this kind is among those that a generic actor means. */
export function isAudience(kind: AgencyKind, generic: GenericKind): boolean {
  return audiences[generic]?.includes(kind) ?? false
}
