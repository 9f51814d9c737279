import type { Part } from '../../model/index.js'
import type { FoundNumber } from './document-number.js'
import { hullOf, type Line } from './line.js'
import type { Entry } from './read-entries.js'

/** A value with the stretch of line that it was read from. */
export interface Read<Value> {
  readonly value: Value
  readonly lines: readonly Line[]
}

/** What stands around the text of a notice, or of a document inside it: its formal elements (GB/T 9704-2012, 7.2–7.4). */
export interface Formalities {
  title: Line[]
  number: Read<FoundNumber['value']> | null
  secrecy: Read<string> | null
  urgency: Read<string> | null
  copyNumber: Read<string> | null
  signers: Read<string>[]
  recipients: Read<string>[]
  issuers: Read<string>[]
  date: Read<string | null> | null
  /** A date under the title: it counts where no signature has one. */
  headDate: Read<string | null> | null
  /** Who stands beside it. */
  headIssuers: Read<string>[]
  notes: Read<string>[]
  attachmentNote: Line[]
  copiesTo: Read<string>[]
  printedBy: Read<string> | null
  printedOn: Read<string | null> | null
}

/** A part of the file as it is being read: its entries in order, what they are, and the text proper. */
export interface PartDraft {
  readonly kind: Part['kind']
  label: Line | null
  readonly formal: Formalities
  /** All its entries in reading order, formal elements too. */
  readonly entries: Entry[]
  /** What is neither title nor another formal element. */
  readonly body: Entry[]
  signed: boolean
  /** Its title is read: what follows is none of it. */
  titled: boolean
  /** It has a document number of its own: another notice in the same file, whose tasks are not this one’s. */
  foreign: boolean
}

/** A part of which nothing is read yet. */
export function emptyPart(kind: Part['kind']): PartDraft {
  return {
    kind,
    label: null,
    formal: {
      title: [],
      number: null,
      secrecy: null,
      urgency: null,
      copyNumber: null,
      signers: [],
      recipients: [],
      issuers: [],
      date: null,
      headDate: null,
      headIssuers: [],
      notes: [],
      attachmentNote: [],
      copiesTo: [],
      printedBy: null,
      printedOn: null,
    },
    entries: [],
    body: [],
    signed: false,
    titled: false,
    foreign: false,
  }
}

/** Where a part begins in the reading text; null for one without entries. */
export function startOfPart(part: PartDraft): number | null {
  const first = part.entries[0]
  if (first === undefined) return null
  return first.type === 'line' ? hullOf(first.line).start : first.span.start
}
