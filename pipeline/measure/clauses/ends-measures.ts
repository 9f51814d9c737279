import type { Elements, Leaf } from '../paper/elements.js'
import type { Line } from '../paper/line.js'
import { facesOff } from './faces.js'
import {
  cell,
  emptyLines,
  faults,
  found,
  foundAll,
  middleOf,
  pitch,
  typeArea,
  type Measures,
} from './measure.js'

const centre = typeArea.left + typeArea.width / 2
const emptyRight = (line: Line): number => (typeArea.right - line.right) / cell

/** How far a date is off, in characters: centred under the issuer and empty by four (a seal), two to the right of the issuer’s first character, or empty by two. 7.3.5.1 and 7.3.5.2. */
function dateOff({ issuers, date }: Elements): number | null {
  const issuer = issuers.at(-1)
  if (date === null) return null
  if (issuer === undefined)
    return Math.min(Math.abs(emptyRight(date) - 2), Math.abs(emptyRight(date) - 4))
  const sealed = Math.max(
    Math.abs(emptyRight(date) - 4),
    Math.abs(middleOf(issuer) - middleOf(date)) / cell,
  )
  const after = Math.max(
    Math.abs(emptyRight(issuer) - 2),
    Math.abs((date.left - issuer.left) / cell - 2),
  )
  const long = Math.max(
    Math.abs(emptyRight(date) - 2),
    date.left > issuer.left + 2.5 * cell ? 1 : 0,
  )
  return Math.min(sealed, after, long)
}

const endOfText = ({ attachmentNote, body }: Elements): Line | undefined =>
  attachmentNote.at(-1) ?? body.at(-1)

function isAlone({ issuers, date, body, attachmentNote }: Elements): number | null {
  const signed = issuers[0] ?? date
  if (signed === null) return null
  return [...body, ...attachmentNote].some(({ page }) => page === signed.page) ? 0 : 1
}

const portrait = (leaves: readonly Leaf[]): readonly Leaf[] =>
  leaves.filter(({ page }) => !page.landscape)

/** Labels that do not follow the note: one attachment has no number, several are counted. */
function labelsOff({ leaves, attachmentNote }: Elements): number | null {
  if (leaves.length === 0 || attachmentNote.length === 0) return null
  const several = attachmentNote.some(({ text }) => /(?:^|：)2[.．]/u.test(text))
  return leaves.filter(({ label }, index) => {
    const wanted = several ? `附件${index + 1}` : '附件'
    return label.text.replace(/\s/gu, '') !== wanted
  }).length
}

const bareText = (text: string): string => text.replace(/\s/gu, '')

/** Characters of a line up to the end of what a pattern finds at its beginning. */
function leadOf(line: Line, lead: RegExp): number {
  return Array.from(lead.exec(line.text)?.[0] ?? '').length
}

const noteLead = /^(?:附件：)?(?:\d{1,2}[.．])?/u

/** How far lines that go on stand off the first character of the name above them, in characters. */
function noteContinuations({ attachmentNote }: Elements): readonly number[] {
  let from: number | null = null
  const off: number[] = []
  for (const line of attachmentNote) {
    const lead = leadOf(line, noteLead)
    if (lead === 0 && from !== null) off.push((line.left - from) / cell)
    const glyph = line.glyphs[lead]
    if (lead > 0 && glyph !== undefined) from = glyph.x * (25.4 / 72)
  }
  return off
}

/** Names of an attachment note, lines that go on joined. */
function notedNames({ attachmentNote }: Elements): readonly string[] {
  const names: string[] = []
  for (const line of attachmentNote) {
    const lead = leadOf(line, noteLead)
    const text = bareText(Array.from(line.text).slice(lead).join(''))
    if (lead === 0) names.push(`${names.pop() ?? ''}${text}`)
    else names.push(text)
  }
  return names
}

function titlesOff(elements: Elements): number | null {
  const names = notedNames(elements)
  const { leaves } = elements
  if (names.length === 0 || leaves.length === 0) return null
  return leaves.filter(({ title }, index) => {
    const text = bareText(title.map((line) => line.text).join(''))
    return text !== '' && text !== names[index]
  }).length
}

/** An order’s stamp line and date: the last lines above it and below. */
function stampOf({ issuers, date, body }: Elements) {
  const stamp = issuers.at(-1)
  const above = body.findLast((line) => line.page === stamp?.page)
  return stamp === undefined || date === null ? null : { stamp, date, above }
}

/** Blank before the last run of characters of a line that stand close to each other, in characters: between office and stamp. */
function gapBeforeStamp({ glyphs }: Line): number | null {
  const gaps = glyphs.slice(1).map((glyph, index) => {
    const before = glyphs[index]
    return before === undefined ? 0 : (glyph.x - before.x - before.width) / glyph.size
  })
  const widest = Math.max(0, ...gaps)
  return widest > 1.4 ? widest : null
}

export const endsMeasures: Measures = {
  'stamp-below-text': (elements) => {
    const signed = stampOf(elements)
    return signed?.above === undefined
      ? found()
      : found(emptyLines(signed.above.baseline, signed.stamp.baseline))
  },
  'stamp-right': (elements) => {
    const signed = stampOf(elements)
    return signed === null ? found() : found(emptyRight(signed.stamp))
  },
  'stamp-office': (elements) => {
    const signed = stampOf(elements)
    return signed === null ? found() : found(gapBeforeStamp(signed.stamp))
  },
  'stamp-date-below': (elements) => {
    const signed = stampOf(elements)
    return signed === null
      ? found()
      : found(emptyLines(signed.stamp.baseline, signed.date.baseline))
  },
  'stamp-date-right': (elements) => {
    const signed = stampOf(elements)
    return signed === null ? found() : found(emptyRight(signed.date))
  },
  'attachment-note-continuation': (elements) => foundAll(noteContinuations(elements)),
  'attachment-label-line': ({ leaves }) => foundAll(portrait(leaves).map(({ label }) => label.top)),
  'attachment-new-page': ({ leaves }, { pages }) => {
    const heads = new Set(leaves.map(({ label }) => label))
    if (heads.size === 0) return found()
    const labels = pages.flatMap(({ lines }) =>
      lines.filter(
        ({ text, inTable, turn }) => /^附件\s*\d*$/u.test(text) && !inTable && turn === 0,
      ),
    )
    return found(labels.filter((line) => !heads.has(line)).length)
  },
  'attachment-titles-as-noted': (elements) => found(titlesOff(elements)),
  'note-brackets': ({ note, date }, { pages }) => {
    if (note === null || date === null) return found()
    const lines = pages[note.page]?.lines ?? []
    const after = lines
      .slice(lines.indexOf(note))
      .filter(({ size, turn }) => size > 15 && turn === 0)
    const end = after.findIndex(({ text }) => text.endsWith('）'))
    return found(end === -1 ? 1 : 0)
  },
  'attachment-note-gap': ({ body, attachmentNote }) => {
    const last = body.at(-1)
    const [first] = attachmentNote
    if (last?.page !== first?.page || last === undefined || first === undefined) return found()
    return found(emptyLines(last.baseline, first.baseline))
  },
  'attachment-note-indent': ({ attachmentNote: [first] }) =>
    first === undefined ? found() : found((first.left - typeArea.left) / cell),
  'attachment-note-marks': ({ attachmentNote }) =>
    faults(attachmentNote, ({ text }) => /^附件：(?:\d[.．])?《|[。；，]$/u.test(text)),
  'signature-below-text': (elements) => {
    const last = endOfText(elements)
    const signed = elements.issuers[0] ?? elements.date
    if (last?.page !== signed?.page || last === undefined || signed === null) return found()
    return found(emptyLines(last.baseline, signed.baseline))
  },
  'signature-with-text': (elements) => found(isAlone(elements)),
  'date-place': (elements) => found(dateOff(elements)),
  'date-digits': ({ date }) =>
    date === null ? found() : faults([date], ({ text }) => /[年月]0/u.test(text)),
  'note-indent': ({ note }) => found(note === null ? null : (note.left - typeArea.left) / cell),
  'note-below-date': ({ note, date }) =>
    note === null || note.page !== date?.page
      ? found()
      : found((note.baseline - date.baseline) / pitch),
  'attachment-label-face': (elements) =>
    facesOff(
      elements,
      elements.leaves.map(({ label }) => label),
      'hei',
    ),
  'attachment-label-size': ({ leaves }) => foundAll(leaves.map(({ label }) => label.size)),
  'attachment-label-left': ({ leaves }) =>
    foundAll(portrait(leaves).map(({ label }) => label.left)),
  'attachment-title-line': ({ leaves }) =>
    foundAll(
      portrait(leaves).flatMap(({ label, title: [first] }) =>
        first === undefined ? [] : [(first.baseline - label.baseline) / pitch + 1],
      ),
    ),
  'attachment-title-centred': ({ leaves }) =>
    foundAll(
      leaves.flatMap(({ title, page }) => {
        const middle = page.landscape ? (35 + (page.width - 37)) / 2 : centre
        return title.map((line) => middleOf({ left: line.left, right: line.end }) - middle)
      }),
    ),
  'attachments-as-noted': (elements) => found(labelsOff(elements)),
}
