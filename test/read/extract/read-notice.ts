import { indexAgencies } from '../../../pipeline/agencies/index.js'
import type { Finding, Item, OfficialDocument } from '../../../pipeline/model/index.js'
import { extractDraft } from '../../../pipeline/read/extract/extract-draft.js'
import { joinDraft } from '../../../pipeline/read/extract/join-draft.js'
import { parseSource } from '../../../pipeline/read/parse/index.js'

const agencies = indexAgencies()

/** A notice as it is read, and what was found while reading it. */
export interface ReadNotice {
  readonly document: OfficialDocument
  readonly findings: readonly Finding[]
}

/** Reads the text of a notice as a file of that name would be read. */
export function readNotice(text: string | Uint8Array, name = '通知.md'): ReadNotice {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const { source } = parseSource(bytes, { name })
  if (source === null) throw new Error('the file was refused')
  const read = extractDraft(source, { id: '通知', path: name, sha256: null, agencies })
  const { document, findings } = joinDraft(read.draft)
  return { document, findings: [...read.findings, ...findings] }
}

/** The lines of a notice as paragraphs of their own. */
export function paragraphs(...lines: readonly string[]): string {
  return lines.join('\n\n')
}

/** Items and all under them, in reading order. */
export function allItems(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...allItems(item.children)])
}

/** The rules of findings, in order. */
export function rulesOf(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ rule }) => rule)
}

/** Short names of who is asked, in printed order. */
export function namesOf(item: Pick<Item, 'responsibilities'> | undefined): readonly string[] {
  return item?.responsibilities.map(({ name }) => name) ?? []
}
