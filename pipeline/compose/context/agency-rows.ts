import {
  addressOf,
  compareAgencies,
  houseOf,
  kindOf,
  resolveAgency,
  type AgencyIndex,
  type NamingContext,
} from '../../agencies/index.js'
import type { OfficialDocument, Responsibility } from '../../model/index.js'
import type { AgencyRow, Task } from './context-schema.js'
import { byRole, roleOrder } from './tasks.js'

/** Who gets papers, and who cannot be said to. */
export interface DocumentAgencies {
  /** In protocol order. */
  readonly rows: readonly AgencyRow[]
  readonly unresolved: readonly string[]
  /** The house of a name that the document uses; null for one that is unresolved. */
  readonly houseOf: (name: string) => string | null
}

/** Tasks as one house sees them: its roles in each, what of it is its own, and with whom it shares it. */
function ownTasks(
  house: string,
  tasks: readonly Task[],
  houseOfName: DocumentAgencies['houseOf'],
): Task[] {
  const isOwn = (each: Responsibility): boolean =>
    each.kind === 'agency' && houseOfName(each.name) === house
  return tasks.flatMap((task) => {
    const own = task.responsibilities.filter(isOwn)
    if (own.length === 0) return []
    const roles = roleOrder.filter((role) => own.some((each) => each.role === role))
    return [
      {
        ...task,
        role: roles[0] ?? null,
        roles,
        assignedParts: [...new Set(own.flatMap(({ part }) => (part === null ? [] : [part])))],
        assignedAs: [...new Set(own.map(({ name }) => name).filter((name) => name !== house))],
        partners: task.responsibilities.filter((each) => !isOwn(each)),
      },
    ]
  })
}

function rowOf(
  house: string,
  tasks: readonly Task[],
  index: AgencyIndex,
  houseOfName: DocumentAgencies['houseOf'],
): AgencyRow {
  const own = ownTasks(house, tasks, houseOfName)
  const printed = own.flatMap((task) => task.responsibilities)
  const direct = printed.find((each) => each.name === house)
  const known = index.entries.find((entry) => entry.short === house)
  return {
    name: house,
    fullName: direct?.agency ?? known?.name ?? house,
    kind: kindOf(index, house),
    address: addressOf(index, house),
    as: [...new Set(own.flatMap((task) => task.assignedAs))],
    // An agency’s strongest role in a task is the one it is listed under, so that a task stands once on its paper.
    ...byRole(own, (task, role) => task.role === role),
    responsibilities: own.length,
  }
}

/**
 * The agencies that have a task, one row a house: names of one house (挂牌) share its papers. A body that was abolished and has several successors
 * gets none until a person says which.
 */
export function documentAgencies(
  document: OfficialDocument,
  tasks: readonly Task[],
  index: AgencyIndex,
): DocumentAgencies {
  const context: NamingContext = {
    level: document.issuerLevel,
    place: document.issuerPlace,
    date: document.issueDate,
  }
  const houses = new Map<string, string | null>()
  const houseOfName = (name: string): string | null => {
    const known = houses.get(name)
    if (known !== undefined) return known
    const ambiguous = resolveAgency(index, name, context).type === 'ambiguous'
    const house = ambiguous ? null : houseOf(index, name)
    houses.set(name, house)
    return house
  }
  const names = tasks.flatMap((task) =>
    task.responsibilities.filter((each) => each.kind === 'agency').map((each) => each.name),
  )
  const all = [...new Set(names.map(houseOfName))].filter((house) => house !== null)
  return {
    rows: all.sort(compareAgencies(index)).map((house) => rowOf(house, tasks, index, houseOfName)),
    unresolved: [...new Set(names.filter((name) => houseOfName(name) === null))],
    houseOf: houseOfName,
  }
}
