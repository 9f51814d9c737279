import type { AgencyIndex } from '../../agencies/index.js'
import type { Finding, Office, OfficialDocument, Severity } from '../../model/index.js'
import { sentenceOf } from '../../messages/index.js'
import { titleKey } from '../../text/index.js'
import type { AgencyRow, Context, Task } from '../context/context-schema.js'
import { documentContext } from '../context/document-context.js'
import { bySeverity } from '../context/message-rows.js'
import type { Notice } from './overview-schema.js'
import { placedName } from './placed-name.js'

/** A file of the output, as its notice’s manifest records it. */
export interface RecordedFile {
  /** From the notice’s folder. */
  readonly path: string
  readonly product: string
  readonly agency: string | null
}

/** An agency of one notice with its own tasks there. */
export interface NoticeAgency {
  /** As files and lists over all notices call it. */
  readonly name: string
  readonly row: Omit<
    AgencyRow,
    'all' | 'lead' | 'support' | 'responsible' | 'guide' | 'responsibilities'
  >
  readonly tasks: readonly NoticeTask[]
}

/** A task with what is told of it beside its notice. */
export interface NoticeTask {
  readonly task: Task
  readonly due: string | null
  readonly anchor: string
  /** Equal in two notices: the same task. Empty: a title that says nothing. */
  readonly key: string
}

/** What lists over all notices need of one: its tasks, and no text of it. */
export interface NoticeRows {
  readonly notice: Notice
  readonly tasks: readonly NoticeTask[]
  readonly agencies: readonly NoticeAgency[]
  readonly files: readonly RecordedFile[]
  /** How many there are about it. */
  readonly messages: Readonly<Record<Severity, number>>
  /** Errors and what is to be looked at, as sentences. */
  readonly told: readonly { readonly severity: Severity; readonly text: string }[]
  /** The names of agencies as lists call them, by their house. */
  readonly placed: ReadonlyMap<string, string>
}

function dueOf(task: Task): string | null {
  const dates = task.deadlines.flatMap(({ date }) => (date === null ? [] : [date]))
  return dates.sort()[0] ?? null
}

function noticeTask(task: Task, document: string): NoticeTask {
  return {
    task,
    due: dueOf(task),
    anchor: `${document}#${task.id}`,
    key: titleKey(task.title),
  }
}

function noticeOf(facts: Context['document'], final: boolean, stale: boolean): Notice {
  const { id, source, title, documentNumber, secrecy, urgency, issuers } = facts
  const { issuerLevel, issuerPlace, issueDate, matter, kind } = facts
  const from = { path: source.path, format: source.format }
  const said = { id, source: from, title, documentNumber, secrecy, urgency, issuers }
  return { ...said, issuerLevel, issuerPlace, issueDate, matter, kind, final, stale }
}

function countMessages(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** Takes out of a document what lists over all documents show, so that its text need not be kept. */
export function noticeRows(
  document: OfficialDocument,
  {
    office,
    index,
    stale,
    files,
    findings,
  }: {
    readonly office: Office | null
    readonly index: AgencyIndex
    readonly stale: boolean
    readonly files: readonly RecordedFile[]
    readonly findings: readonly Finding[]
  },
): NoticeRows {
  const { context } = documentContext({
    document,
    findings: [],
    office,
    index,
    distribution: null,
  })
  const placed = new Map(
    context.agencies.map(({ name }) => [name, placedName(index, name, document)] as const),
  )
  return {
    notice: noticeOf(context.document, context.final, stale),
    tasks: context.items.all.map((task) => noticeTask(task, document.id)),
    agencies: context.agencies.map((agency) => {
      const { name, fullName, kind, address, as, all } = agency
      return {
        name: placed.get(name) ?? name,
        row: { name, fullName, kind, address, as },
        tasks: all.map((task) => noticeTask(task, document.id)),
      }
    }),
    files,
    messages: countMessages(findings),
    told: bySeverity(findings)
      .filter(({ severity }) => severity !== 'info')
      .map((finding) => ({ severity: finding.severity, text: sentenceOf(finding, 'zh') })),
    placed,
  }
}
