import type { Agency } from '../model/index.js'
import { isCoordinatingBody } from './coordinating-bodies.js'
import { readDispatchedOffice } from './dispatched-offices.js'
import { genericKindOf } from './generic-actors.js'
import { entryOf, type AgencyIndex } from './index-agencies.js'
import { lastRank, rankOfKind } from './kind-ranks.js'
import { readLocalName } from './local-name.js'
import { readLeadingPlace, type NamingContext } from './naming-context.js'
import { provinces } from './registry/places.js'

const nowhere: NamingContext = { level: null, place: null, date: null }
const levels: readonly Agency['level'][] = ['central', 'province', 'city', 'county']

/** Provinces in official order, as a fraction: between bodies of one rank. */
function placeFraction(name: string): number {
  const { province } = readLeadingPlace(name.replace(/^中共/u, '')).place
  const index = province === null ? -1 : provinces.indexOf(province)
  return (index === -1 ? 99 : index) / 100
}

/**
 * The place of a full or short name in the protocol order, to sort by: central bodies in the registry’s order, then local departments by
 * level and field, dispatched offices, local governments, and last what is generic or unknown. Never by pinyin or strokes.
 */
export function protocolOrder(index: AgencyIndex, name: string): number {
  const entry = entryOf(index, name)
  if (entry !== null) return entry.order
  if (readDispatchedOffice(name, nowhere) !== null)
    return rankOfKind('dispatched') + placeFraction(name)
  const local = readLocalName(name, nowhere)
  if (local !== null) {
    const level = levels.indexOf(local.level)
    const base = local.kind === 'local-government' ? 'local-government' : 'local-department'
    return rankOfKind(base) + level * 260 + local.rank + placeFraction(name)
  }
  if (genericKindOf(name) !== null) return lastRank + 1
  return isCoordinatingBody(name) ? rankOfKind('coordinating') : lastRank
}

/** Compares two names for sorting in protocol order; names of one place by code point. */
export function compareAgencies(index: AgencyIndex): (a: string, b: string) => number {
  return (a, b) => protocolOrder(index, a) - protocolOrder(index, b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** The kind of a body by its full or short name, whether the registry has it or not. */
export function kindOf(index: AgencyIndex, name: string): Agency['kind'] {
  const entry = entryOf(index, name)
  if (entry !== null) return entry.kind
  if (readDispatchedOffice(name, nowhere) !== null) return 'dispatched'
  const local = readLocalName(name, nowhere)
  if (local !== null)
    return local.kind === 'local-government' ? 'local-government' : 'local-department'
  if (isCoordinatingBody(name)) return 'coordinating'
  if (/(?:公司|集团)$/u.test(name)) return 'enterprise'
  if (name.endsWith('银行')) return 'bank'
  if (/(?:协会|学会|商会|联合会)$/u.test(name)) return 'mass'
  return /(?:人民政府|政府)$/u.test(name) ? 'local-government' : 'institution'
}
