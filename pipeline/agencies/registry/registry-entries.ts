import { agencySchema, type Agency } from '../../model/index.js'
import { rankOfKind } from '../kind-ranks.js'
import type { AgencyFacts, AgencyGroup } from './agency-facts.js'
import { formerBodies } from './former-bodies.js'
import {
  banks,
  congressBodies,
  courts,
  enterprises,
  massOrganisations,
  militaryBodies,
} from './other-bodies.js'
import { partyBodies } from './party.js'
import { plates } from './plates.js'
import {
  departments,
  directlyUnder,
  generalOffice,
  institutions,
  nationalBureaus,
  offices,
  stateAssets,
} from './state-council.js'

/** The day up to which the registry knows: the plan for the reform of Party and state institutions of March 2023. */
export const registryAsOf = '2023-03-16'

/** 国务院研究室 is an office by kind, and stands after the bodies directly under the State Council. */
const rankOfOffices = rankOfKind('directly-under') + 500

function entry(facts: AgencyFacts, kind: Agency['kind'], order: number): Agency {
  return agencySchema.parse({ short: facts.name, kind, level: 'central', ...facts, order })
}

function entriesOf(group: AgencyGroup, rank = rankOfKind(group.kind)): readonly Agency[] {
  return group.agencies.map((facts, index) => entry(facts, group.kind, rank + index))
}

const inOrder: readonly Agency[] = [
  ...entriesOf(partyBodies),
  ...entriesOf(congressBodies),
  ...entriesOf(generalOffice),
  ...entriesOf(departments),
  ...entriesOf(stateAssets),
  ...entriesOf(directlyUnder),
  ...entriesOf(offices, rankOfOffices),
  ...entriesOf(institutions),
  ...entriesOf(nationalBureaus),
  ...entriesOf(courts),
  ...entriesOf(militaryBodies),
  ...entriesOf(massOrganisations),
  ...entriesOf(enterprises),
  ...entriesOf(banks),
]

/** Entries that stand behind another one in the protocol order: plates behind their house, former bodies behind their successor. */
function behind(
  known: readonly Agency[],
  facts: readonly AgencyFacts[],
  orderedBy: (each: AgencyFacts) => string | undefined,
  fraction: number,
): readonly Agency[] {
  const all = [...known]
  const added: Agency[] = []
  // A former body may stand behind another former one that comes later in the file.
  let waiting = [...facts]
  while (waiting.length > 0) {
    const ready = waiting.filter((each) => all.some((agency) => isOf(agency, orderedBy(each))))
    if (ready.length === 0) throw new Error(`no agency ${orderedBy(waiting[0] ?? { name: '' })}`)
    for (const each of ready) {
      const front = all.find((agency) => isOf(agency, orderedBy(each)))
      const order = (front?.order ?? 0) + fraction * (1 + facts.indexOf(each) / 100)
      const agency = entry(each, each.kind ?? 'institution', order)
      all.push(agency)
      added.push(agency)
    }
    waiting = waiting.filter((each) => !ready.includes(each))
  }
  return added
}

function isOf(agency: Agency, name: string | undefined): boolean {
  return agency.name === name || agency.short === name
}

const withPlates = [...inOrder, ...behind(inOrder, plates, (each) => each.deliverTo, 0.1)]

/** All entries of the registry, unsorted; `order` is the protocol order. */
export const registryEntries: readonly Agency[] = [
  ...withPlates,
  ...behind(withPlates, formerBodies, (each) => each.successors?.[0], 0.01),
]
