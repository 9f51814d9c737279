import type { AgencyIndex } from '../../agencies/index.js'
import type { Finding, Office, OfficialDocument, Role } from '../../model/index.js'
import { documentAgencies, type DocumentAgencies } from './agency-rows.js'
import type { Context, Task } from './context-schema.js'
import { datesOf } from './dates.js'
import { dutiesOfDocument } from './duty-rows.js'
import { messageRowsOf, referencesOf } from './message-rows.js'
import { officeFacts } from './office-facts.js'
import { byRole, referenceTo, tasksOf } from './tasks.js'
import { readTitleParts } from './title-parts.js'

/** What the papers of one document are made from. */
export interface DocumentContext {
  readonly context: Context
  readonly agencies: DocumentAgencies
  readonly index: AgencyIndex
}

function documentFacts(document: OfficialDocument): Context['document'] {
  const {
    text: _text,
    parts: _parts,
    dropped: _dropped,
    markup: _markup,
    items: _items,
    duties: _duties,
    corrections: _corrections,
    places: _places,
    ...facts
  } = document
  return { ...facts, ...readTitleParts(document.title) }
}

/** What the annex of the copy lacks: tasks of the text alone that nobody is named for, while the annex lists others. */
function annexOf(tasks: readonly Task[]): Context['annex'] {
  const serials = tasks.flatMap((task) =>
    task.origins.includes('annex') && task.serial !== null ? [task.serial] : [],
  )
  const missing = tasks.filter(
    (task) => task.unassigned && task.parent === null && !task.origins.includes('annex'),
  )
  if (serials.length === 0 || missing.length === 0) return null
  return { serials, missing: missing.map(referenceTo), total: tasks.length }
}

function categoriesOf(tasks: readonly Task[]): Context['categories'] {
  const byName = new Map<string, Task[]>()
  for (const task of tasks)
    if (task.category !== null)
      byName.set(task.category, [...(byName.get(task.category) ?? []), task])
  return [...byName].map(([name, items]) => ({ name, items }))
}

function countsOf(tasks: readonly Task[], agencies: DocumentAgencies['rows']): Context['counts'] {
  const inRole = (role: Role): number =>
    agencies.reduce((sum, agency) => sum + agency[role].length, 0)
  const unassigned = tasks.filter((task) => task.unassigned).length
  return {
    items: tasks.length,
    assigned: tasks.length - unassigned,
    unassigned,
    agencies: agencies.length,
    responsibilities: agencies.reduce((sum, agency) => sum + agency.responsibilities, 0),
    joint: tasks.filter((task) => new Set(task.responsibilities.map((each) => each.name)).size > 1)
      .length,
    lead: inRole('lead'),
    support: inRole('support'),
    responsible: inRole('responsible'),
    guide: inRole('guide'),
  }
}

/** Works out once what all papers of a document say. */
export function documentContext(input: {
  readonly document: OfficialDocument
  readonly findings: readonly Finding[]
  readonly office: Office | null
  readonly index: AgencyIndex
}): DocumentContext {
  const { document, office, index } = input
  const tasks = tasksOf(document)
  const agencies = documentAgencies(document, tasks, index)
  const duties = dutiesOfDocument(document)
  const references = referencesOf(document, tasks)
  const withTasks = new Set(agencies.rows.map((row) => row.name))
  const named = [...new Set(duties.own.flatMap((duty) => duty.agencies))]
  const roles = byRole(tasks, (task, role) =>
    task.responsibilities.some((each) => each.role === role),
  )
  const context: Context = {
    document: documentFacts(document),
    agency: null,
    items: { ...roles, unassigned: tasks.filter((task) => task.unassigned) },
    duties,
    dates: datesOf(tasks, duties.all),
    agencies: [...agencies.rows],
    dutyAgencies: named.filter((name) => !withTasks.has(agencies.houseOf(name) ?? name)),
    unresolved: [...agencies.unresolved],
    categories: categoriesOf(tasks),
    counts: countsOf(tasks, agencies.rows),
    annex: annexOf(tasks),
    messages: messageRowsOf(document, input.findings, references),
    corrections: document.corrections.map((each) => ({
      ...each,
      item: references.get(each.item) ?? {
        id: each.item,
        number: null,
        serial: null,
        label: null,
        title: each.was ?? each.item,
      },
    })),
    office: officeFacts(office),
    genre: office?.genre?.default ?? '函',
    final: office?.final.includes(document.id) ?? false,
  }
  return { context, agencies, index }
}
