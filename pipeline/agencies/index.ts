export { addressOf } from './address-of.js'
export { findAgencyNames, type FoundName } from './find-agency-names.js'
export { formKey, withoutBlanks } from './form-key.js'
export { genericKindOf, isGenericActor, type GenericKind } from './generic-actors.js'
export { houseOf } from './house-of.js'
export { entryOf, indexAgencies, type AgencyIndex, type AgencyProblem } from './index-agencies.js'
export {
  beginsWithPlace,
  endsAsBody,
  governmentOf,
  isBareLocalBody,
  isCounty,
  levelPrefixOf,
  type LevelPrefix,
} from './local-name.js'
export { readLeadingPlace, type NamingContext, type PlaceParts } from './naming-context.js'
export { compareAgencies, kindOf } from './protocol-order.js'
export { provinces } from './registry/places.js'
export { registryAsOf } from './registry/registry-entries.js'
export {
  identifyAgency,
  resolveAgency,
  type Resolution,
  type ResolvedAgency,
} from './resolve-agency.js'
