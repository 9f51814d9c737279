import type { Finding, Item, OfficialDocument } from '../../pipeline/index.js'

/** What was read from one file, counted. */
export interface Score {
  /** Elements of the notice’s head and end that were found, by their names in the model. */
  readonly metadata: readonly string[]
  /** Of items and the items within them. */
  readonly items: number
  /** Of items; those asked in running text (duties) are counted apart. */
  readonly responsibilities: number
  readonly duties: number
  /** Actors that are no body: 各有关部门. */
  readonly generic: readonly string[]
  /** Bodies that no registry holds, as printed. */
  readonly unknown: readonly string[]
  /** Characters that are not in the text that was read, by the reason why. */
  readonly dropped: Readonly<Record<string, number>>
}

const allItems = (items: readonly Item[]): readonly Item[] =>
  items.flatMap((item) => [item, ...allItems(item.children)])

function metadataOf(document: OfficialDocument): readonly string[] {
  const { title, documentNumber, issuers, mainRecipients, issueDate, signers } = document
  const found: Readonly<Record<string, boolean>> = {
    title: title !== null,
    number: documentNumber !== null,
    issuers: issuers.length > 0,
    recipients: mainRecipients.length > 0,
    date: issueDate !== null,
    signers: signers.length > 0,
    secrecy: document.secrecy !== null,
    urgency: document.urgency !== null,
    notes: document.notes.length > 0,
    attachments: document.attachments.length > 0,
    copies: document.copiesTo.length > 0,
    imprint: document.printedBy !== null || document.printedOn !== null,
  }
  return Object.keys(found).filter((name) => found[name] === true)
}

function unknownNames(findings: readonly Finding[]): readonly string[] {
  const names = findings.flatMap(({ rule, values }) => {
    if (rule === 'agency-is-known') return [String(values.name)]
    return rule === 'agencies-are-known' && Array.isArray(values.names) ? values.names : []
  })
  return [...new Set(names.map(String))]
}

/** Counts what was read from a notice. */
export function scoreNotice(document: OfficialDocument, findings: readonly Finding[]): Score {
  const items = allItems(document.items)
  const given = items.flatMap((item) => item.responsibilities)
  const generic = given.filter(({ kind }) => kind === 'generic').map(({ text }) => text)
  const dropped: Record<string, number> = {}
  for (const { span, reason } of document.dropped) {
    dropped[reason] = (dropped[reason] ?? 0) + span.end - span.start
  }
  return {
    metadata: metadataOf(document),
    items: items.length,
    responsibilities: given.length,
    duties: document.duties.length,
    generic: [...new Set(generic)],
    unknown: unknownNames(findings),
    dropped,
  }
}
