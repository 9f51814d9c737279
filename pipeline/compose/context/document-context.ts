import type { AgencyIndex } from '../../agencies/index.js'
import type { Distribution, Finding, Office, OfficialDocument, Role } from '../../model/index.js'
import { agencyRowOf, agencyRowsOf } from './agency-rows.js'
import type { AgencyRow, Context, Task } from './context-schema.js'
import { datesOf } from './dates.js'
import { dutiesOfDocument } from './duty-rows.js'
import { housesOf } from './houses.js'
import { messageRowsOf, referencesOf } from './message-rows.js'
import { officeFacts } from './office-facts.js'
import { registerOf } from './register.js'
import { byRole, referenceTo, tasksOf, type HouseOf } from './tasks.js'
import { readTitleParts } from './title-parts.js'

/** What the papers of one document are made from. */
export interface DocumentContext {
  readonly context: Context
  /** Who gets papers: agencies with a task, then, where the office wants it, those that running text alone names. */
  readonly recipients: readonly AgencyRow[]
  readonly houseOf: HouseOf
  readonly index: AgencyIndex
}

function documentFacts(document: OfficialDocument): Context['document'] {
  return {
    schemaVersion: document.schemaVersion,
    id: document.id,
    source: document.source,
    title: document.title,
    documentNumber: document.documentNumber,
    secrecy: document.secrecy,
    urgency: document.urgency,
    copyNumber: document.copyNumber,
    signers: document.signers,
    issuers: document.issuers,
    issuerLevel: document.issuerLevel,
    issuerPlace: document.issuerPlace,
    mainRecipients: document.mainRecipients,
    issueDate: document.issueDate,
    notes: document.notes,
    attachments: document.attachments,
    copiesTo: document.copiesTo,
    printedBy: document.printedBy,
    printedOn: document.printedOn,
    counts: document.counts,
    rules: document.rules,
    ...readTitleParts(document.title),
  }
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

function countsOf(tasks: readonly Task[], agencies: readonly AgencyRow[]): Context['counts'] {
  const inRole = (role: Role): number =>
    agencies.reduce((sum, agency) => sum + agency[role].length, 0)
  const unassigned = tasks.filter((task) => task.unassigned).length
  return {
    items: tasks.length,
    assigned: tasks.length - unassigned,
    unassigned,
    agencies: agencies.length,
    responsibilities: agencies.reduce((sum, agency) => sum + agency.responsibilities, 0),
    joint: tasks.filter((task) => {
      const named = task.responsibilities.filter((each) => each.kind === 'agency')
      return new Set(named.map((each) => each.house ?? each.name)).size > 1
    }).length,
    lead: inRole('lead'),
    support: inRole('support'),
    responsible: inRole('responsible'),
    guide: inRole('guide'),
  }
}

/** Named bodies of which it cannot be said who follows them. */
function unresolvedIn(tasks: readonly Task[]): string[] {
  const named = tasks.flatMap((task) => task.responsibilities)
  return [
    ...new Set(
      named.filter((each) => each.kind === 'agency' && each.house === null).map(({ name }) => name),
    ),
  ]
}

/** Works out once what all papers of a document say. */
export function documentContext(input: {
  readonly document: OfficialDocument
  readonly findings: readonly Finding[]
  readonly office: Office | null
  readonly index: AgencyIndex
  readonly distribution: Distribution | null
}): DocumentContext {
  const { distribution, document, office, index } = input
  const houseOf = housesOf(document, index)
  const tasks = tasksOf(document, houseOf)
  const agencies = agencyRowsOf(tasks, index)
  const duties = dutiesOfDocument(document)
  const references = referencesOf(document, tasks)
  const withTasks = new Set(agencies.map((row) => row.name))
  const named = [...new Set(duties.own.flatMap((duty) => duty.agencies))]
  const roles = byRole(tasks, (task, role) =>
    task.responsibilities.some((each) => each.role === role),
  )
  const context: Omit<Context, 'register'> = {
    document: documentFacts(document),
    agency: null,
    items: { ...roles, unassigned: tasks.filter((task) => task.unassigned) },
    duties,
    dates: datesOf(tasks, duties.all),
    agencies: [...agencies],
    dutyAgencies: named.filter((name) => !withTasks.has(houseOf(name) ?? name)),
    unresolved: unresolvedIn(tasks),
    categories: categoriesOf(tasks),
    counts: countsOf(tasks, agencies),
    annex: annexOf(tasks),
    messages: messageRowsOf(document, input.findings, references),
    corrections: document.corrections.map((each) => ({
      ...each,
      item: references.get(each.item) ?? {
        id: each.item,
        number: null,
        serial: null,
        label: null,
        parentLabel: null,
        title: each.was ?? each.item,
      },
    })),
    office: officeFacts(office),
    genre: office?.genre?.default ?? '函',
    final: office?.final.includes(document.id) ?? false,
    marks: { secrecy: document.secrecy, urgency: document.urgency },
    recipient: null,
    parts: [],
  }
  const byDuty = office?.packets.duties === true ? context.dutyAgencies : []
  const recipients = [
    ...agencies,
    ...[...new Set(byDuty.map((name) => houseOf(name) ?? name))].map((house) =>
      agencyRowOf(house, [], index),
    ),
  ]
  const names = recipients.map(({ name }) => name)
  const register = registerOf({ document, distribution, index, houseOf, recipients: names })
  return { context: { ...context, register }, recipients, houseOf, index }
}
