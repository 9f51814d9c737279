import { relatedSentencesOf, sentenceOf } from '../../messages/index.js'
import type { Finding, OfficialDocument } from '../../model/index.js'
import type { Context, ItemReference, Task } from './context-schema.js'
import { referenceTo } from './tasks.js'

/** Items by their id as other rows point at them, tasks or not. */
export type References = ReadonlyMap<string, ItemReference>

/** Every item and part of one: tasks by their number, others without. */
export function referencesOf(document: OfficialDocument, tasks: readonly Task[]): References {
  const references = new Map<string, ItemReference>()
  const visit = (items: OfficialDocument['items'], parentLabel: string | null): void => {
    for (const { id, serial, label, title, children } of items) {
      references.set(id, { id, number: null, serial, label, parentLabel, title })
      visit(children, label)
    }
  }
  visit(document.items, null)
  for (const task of tasks) references.set(task.id, referenceTo(task))
  return references
}

/** The line of the source that a finding is about: its own, or that of its span where the reading text is the source itself. */
function lineOf(finding: Finding, document: OfficialDocument): number | null {
  if (finding.place !== null) return finding.place.start.line
  const { format } = document.source
  if (finding.span === null || (format !== 'markdown' && format !== 'text')) return null
  return document.text.slice(0, finding.span.start).split('\n').length
}

const weight = { error: 0, warning: 1, info: 2 } as const

/** Errors first, each severity in the order in which it was found. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => weight[a.severity] - weight[b.severity])
}

/** The document’s messages as sentences, errors first, each severity in the order in which it was found. */
export function messageRowsOf(
  document: OfficialDocument,
  findings: readonly Finding[],
  references: References,
): Context['messages'] {
  return bySeverity(findings).map((finding) => ({
    severity: finding.severity,
    rule: finding.rule,
    text: sentenceOf(finding, 'zh'),
    related: relatedSentencesOf(finding, 'zh').filter((each) => each !== ''),
    line: lineOf(finding, document),
    item: finding.item === null ? null : (references.get(finding.item) ?? null),
  }))
}
