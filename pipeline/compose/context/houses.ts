import {
  houseOf,
  resolveAgency,
  type AgencyIndex,
  type NamingContext,
} from '../../agencies/index.js'
import type { OfficialDocument } from '../../model/index.js'
import type { HouseOf } from './tasks.js'

/**
 * Who gets the papers of a name that the document uses: names of one house (挂牌) share them. A body that was abolished and has several successors
 * is nobody until a person says which (null).
 */
export function housesOf(document: OfficialDocument, index: AgencyIndex): HouseOf {
  const context: NamingContext = {
    level: document.issuerLevel,
    place: document.issuerPlace,
    date: document.issueDate,
  }
  const houses = new Map<string, string | null>()
  return (name) => {
    const known = houses.get(name)
    if (known !== undefined) return known
    const ambiguous = resolveAgency(index, name, context).type === 'ambiguous'
    const house = ambiguous ? null : houseOf(index, name)
    houses.set(name, house)
    return house
  }
}
