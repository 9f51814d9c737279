import type { Span } from '../../model/index.js'
import { joinTitle } from './blocks.js'
import { type Line, spansOf } from './line.js'
import type { PartDraft, Read } from './part-draft.js'
import { readAttachments } from './read-attachments.js'

/** Pointers in the model, and where their values stand. */
export type Places = Record<string, readonly Span[]>

const placesOf = (lines: readonly Line[]): readonly Span[] => lines.flatMap((line) => spansOf(line))

/** The formal elements as the model has them, with their places. */
export function formalValues(parts: readonly PartDraft[]) {
  const notice = parts[0]
  if (notice === undefined) throw new Error('a source has at least one part')
  const { formal } = notice
  const places: Places = {}
  const one = <Value>(pointer: string, read: Read<Value> | null): Value | null => {
    if (read === null) return null
    places[pointer] = placesOf(read.lines)
    return read.value
  }
  const all = (pointer: string, reads: readonly Read<string>[]): string[] =>
    reads.map((read, index) => one(`${pointer}/${index}`, read) ?? '')
  const attachments = readAttachments(parts)
  for (const [index, { label, title }] of attachments.entries()) {
    if (label !== null) places[`/attachments/${index}/label`] = spansOf(label)
    places[`/attachments/${index}/title`] = spansOf(title)
  }
  for (const [index, part] of parts.entries()) {
    if (part.label !== null) places[`/parts/${index}/label`] = spansOf(part.label)
    if (part.formal.title.length > 0) places[`/parts/${index}/title`] = placesOf(part.formal.title)
  }
  if (formal.title.length > 0) places['/title'] = placesOf(formal.title)
  const title = joinTitle(formal.title)
  const values = {
    title: title === '' ? null : title,
    documentNumber: one('/documentNumber', formal.number),
    secrecy: one('/secrecy', formal.secrecy),
    urgency: one('/urgency', formal.urgency),
    copyNumber: one('/copyNumber', formal.copyNumber),
    signers: all('/signers', formal.signers),
    issuers: all('/issuers', formal.issuers.length > 0 ? formal.issuers : formal.headIssuers),
    mainRecipients: all('/mainRecipients', formal.recipients),
    issueDate: one('/issueDate', formal.date ?? formal.headDate),
    notes: all('/notes', formal.notes),
    attachments: attachments.map(({ label, title: name, part }) => ({
      label: label?.text ?? null,
      title: name.text,
      part,
    })),
    copiesTo: all('/copiesTo', formal.copiesTo),
    printedBy: one('/printedBy', formal.printedBy),
    printedOn: one('/printedOn', formal.printedOn),
  }
  return { values, places, named: attachments.map(({ title: name }) => name.text) }
}
