import {
  sha256,
  type AppliedCorrection,
  type Item,
  type OfficialDocument,
  type Role,
} from '../../model/index.js'
import type { ItemReference, Task } from './context-schema.js'

/** The order in which roles weigh when an agency has several in one task. Never an order of agencies. */
export const roleOrder: readonly Role[] = ['lead', 'responsible', 'support', 'guide']

interface Place {
  readonly parent: Task['parent']
  /** Somebody above is responsible: parts without a name of their own are his. */
  readonly covered: boolean
}

function parentOf(item: Item): Task['parent'] {
  const { id, serial, label, title, content } = item
  return { id, serial, label, title, content }
}

/** Parts that no one is named for, in reading order, whatever their depth. */
function detailsOf(item: Item): Task['details'] {
  return item.children.flatMap((child) =>
    isNamed(child)
      ? []
      : [{ label: child.label, title: child.title, content: child.content }, ...detailsOf(child)],
  )
}

/** Whether somebody is named for an item: bodies, generic actors or persons. */
function isNamed(item: Item): boolean {
  return item.responsibilities.length > 0 || item.persons.length > 0
}

/** A list without the room that one is given when it grows, sixteen members: of a ledger’s lists most have one or two. */
export function packed<T>(list: readonly T[]): T[] {
  return [...list]
}

/** The house of a name that the document uses; null for one that is unresolved. */
export type HouseOf = (name: string) => string | null

function namedIn(item: Item, houseOf: HouseOf): Task['responsibilities'] {
  return item.responsibilities.map((each) => ({
    ...each,
    house: each.kind === 'agency' ? houseOf(each.name) : null,
  }))
}

/** A task’s text and the parts that go with it, each on a line as the notice numbers them; a title that has no stop gets one before its text. */
function wholeContentOf(content: string | null, details: Task['details']): string | null {
  const lines = details.map((detail) => {
    const stop = detail.content === null || /[。．.；;：:]$/u.test(detail.title) ? '' : '。'
    return `${detail.label ?? ''}${detail.title}${stop}${detail.content ?? ''}`
  })
  const whole = [...(content === null ? [] : [content]), ...lines].join('\n')
  return whole === '' ? null : whole
}

/** What of an item an agency works by, without where it stands: an edit elsewhere in the notice changes nothing here. */
function contentOf(item: Item): unknown {
  return [
    item.title,
    item.content,
    item.category,
    item.scope,
    item.deadlines.map(({ text }) => text),
    item.responsibilities.map(({ name, role, part }) => [name, role, part]),
    item.persons,
    item.children.map(contentOf),
  ]
}

/** 16 hexadecimal digits over an item with its parts. */
function digestOf(item: Item): string {
  return sha256(JSON.stringify(contentOf(item))).slice(0, 16)
}

function taskOf(
  item: Item,
  place: Place,
  number: number,
  corrections: readonly AppliedCorrection[],
  houseOf: HouseOf,
): Task {
  const responsibilities = namedIn(item, houseOf)
  const details = isNamed(item) ? detailsOf(item) : []
  const inRole = (role: Role): Task['responsibilities'] =>
    packed(responsibilities.filter((each) => each.role === role))
  const added =
    item.origins.includes('correction') && corrections.some((each) => each.kind === 'row')
  // Key by key: what is left of a copy with a key deleted is kept as a hash table, and a ledger has ten thousands of them, once for each agency.
  return {
    id: item.id,
    serial: item.serial,
    label: item.label,
    title: item.title,
    content: item.content,
    category: item.category,
    scope: item.scope,
    deadlines: item.deadlines,
    responsibilities,
    persons: item.persons,
    open: item.open,
    origins: item.origins,
    number,
    parentLabel: place.parent?.label ?? null,
    parent: place.parent,
    details,
    wholeContent: wholeContentOf(item.content, details),
    leads: inRole('lead'),
    supports: inRole('support'),
    responsibles: inRole('responsible'),
    guides: inRole('guide'),
    digest: digestOf(item),
    unassigned: !isNamed(item),
    corrected: corrections.some((each) => each.kind !== 'row'),
    added,
    corrections: [...corrections],
    role: null,
    roles: [],
    assignedParts: [],
    assignedAs: [],
    partners: [],
  }
}

/**
 * The document’s tasks in reading order. A task is an item or a part of one that names somebody; or one without parts that names nobody, unless
 * somebody is named for the item that it belongs to.
 */
export function tasksOf(document: OfficialDocument, houseOf: HouseOf): readonly Task[] {
  const byItem = new Map<string, AppliedCorrection[]>()
  for (const each of document.corrections)
    byItem.set(each.item, [...(byItem.get(each.item) ?? []), each])
  const tasks: Task[] = []
  const visit = (item: Item, place: Place): void => {
    const named = isNamed(item)
    if (named || (item.children.length === 0 && !place.covered))
      tasks.push(taskOf(item, place, tasks.length + 1, byItem.get(item.id) ?? [], houseOf))
    const below = { parent: parentOf(item), covered: place.covered || named }
    for (const child of item.children) visit(child, below)
  }
  for (const item of document.items) visit(item, { parent: null, covered: false })
  return tasks
}

/** How other rows point at a task. */
export function referenceTo(task: Task): ItemReference {
  const { id, number, serial, label, parentLabel, title } = task
  return { id, number, serial, label, parentLabel, title }
}

/** Tasks by the roles that somebody has in them. */
export function byRole(
  tasks: readonly Task[],
  has: (task: Task, role: Role) => boolean,
): Readonly<Record<Role | 'all', Task[]>> {
  const inRoleOf = (role: Role): Task[] => tasks.filter((task) => has(task, role))
  return {
    all: [...tasks],
    lead: inRoleOf('lead'),
    support: inRoleOf('support'),
    responsible: inRoleOf('responsible'),
    guide: inRoleOf('guide'),
  }
}
