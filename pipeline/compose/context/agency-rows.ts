import { addressOf, compareAgencies, kindOf, type AgencyIndex } from '../../agencies/index.js'
import type { AgencyRow, Task } from './context-schema.js'
import { byRole, packed, roleOrder } from './tasks.js'

type Named = Task['responsibilities'][number]

/** A task as one house sees it: its roles, what of it is its own, and with whom it shares it. */
function ownTask(task: Task, house: string): Task {
  const own = task.responsibilities.filter((each) => each.house === house)
  const roles = packed(roleOrder.filter((role) => own.some((each) => each.role === role)))
  return {
    ...task,
    role: roles[0] ?? null,
    roles,
    assignedParts: [...new Set(own.flatMap(({ part }) => (part === null ? [] : [part])))],
    assignedAs: [...new Set(own.map(({ name }) => name).filter((name) => name !== house))],
    partners: packed(task.responsibilities.filter((each: Named) => each.house !== house)),
  }
}

/** One house with its tasks; none of an agency that running text alone names. */
export function agencyRowOf(house: string, tasks: readonly Task[], index: AgencyIndex): AgencyRow {
  const own = tasks.map((task) => ownTask(task, house))
  const named = own.flatMap((task) => task.responsibilities).find((each) => each.name === house)
  const known = index.entries.find((entry) => entry.short === house)
  return {
    name: house,
    fullName: named?.agency ?? known?.name ?? house,
    kind: kindOf(index, house),
    address: addressOf(index, house),
    as: [...new Set(own.flatMap((task) => task.assignedAs))],
    // An agency’s strongest role in a task is the one it is listed under, so that a task stands once on its paper.
    ...byRole(own, (task, role) => task.role === role),
    responsibilities: own.length,
  }
}

/** The houses that have a task, with their tasks, in protocol order. */
export function agencyRowsOf(tasks: readonly Task[], index: AgencyIndex): readonly AgencyRow[] {
  const byHouse = new Map<string, Task[]>()
  for (const task of tasks)
    for (const house of new Set(task.responsibilities.map((each) => each.house))) {
      if (house === null) continue
      const own = byHouse.get(house)
      if (own === undefined) byHouse.set(house, [task])
      else own.push(task)
    }
  return [...byHouse.keys()]
    .sort(compareAgencies(index))
    .map((house) => agencyRowOf(house, byHouse.get(house) ?? [], index))
}
