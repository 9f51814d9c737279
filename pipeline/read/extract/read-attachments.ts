import { readChineseNumeral, titleKey } from '../../text/index.js'
import { readLabel } from './label.js'
import { cut, type Line } from './line.js'
import type { PartDraft } from './part-draft.js'

/** A title in the note of attachments (附件说明: GB/T 9704-2012, 7.3.4), with its number where it has one. */
export interface NamedAttachment {
  readonly label: Line | null
  readonly title: Line
  readonly part: number | null
}

const note = /^附\s*件?\s*[:：]\s*/
/** A file’s ending behind a title that a web site links. */
const ending = /\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?)$/i
/** A second number inside a line: 1.甲表　2.乙表. */
const inner = /\s+(?=\d{1,2}\s*[.．、]\s*\S)/g

function piecesOf(line: Line): readonly Line[] {
  const start = note.exec(line.text)?.[0].length ?? 0
  const cuts = [
    start,
    ...[...line.text.matchAll(inner)].map((match) => match.index).filter((at) => at > start),
  ]
  return cuts.map((at, index) => cut(line, at, cuts[index + 1])).filter(({ text }) => text !== '')
}

function numberOf(text: string): number | null {
  return readChineseNumeral(text.replace(/[附件表录\s:：.．、]/g, ''))
}

/** The part that a title of the note stands over: the same title, else the same number, else the only one. */
function partOf(
  title: string,
  number: number | null,
  parts: readonly PartDraft[],
  named: number,
): number | null {
  const attachments = parts.flatMap((part, index) =>
    part.kind === 'attachment' ? [{ part, index }] : [],
  )
  const key = titleKey(title)
  const same = attachments.find(
    ({ part }) => titleKey(part.formal.title.map(({ text }) => text).join('')) === key,
  )
  if (same !== undefined) return same.index
  const numbered = attachments.find(
    ({ part }) => number !== null && part.label !== null && numberOf(part.label.text) === number,
  )
  if (numbered !== undefined) return numbered.index
  const only = attachments[0]
  return named === 1 && attachments.length === 1 && only !== undefined ? only.index : null
}

/** The attachments that a notice names, each joined with the part that was found. */
export function readAttachments(parts: readonly PartDraft[]): readonly NamedAttachment[] {
  const pieces = parts[0]?.formal.attachmentNote.flatMap((line) => piecesOf(line)) ?? []
  return pieces.map((piece) => {
    const label = readLabel(piece.text)
    const behind = (/[。；;]$/.exec(piece.text) ?? ending.exec(piece.text))?.[0].length ?? 0
    const title = cut(piece, label?.end ?? 0, piece.text.length - behind)
    return {
      label: label === null ? null : cut(piece, 0, label.text.replace(/[.．、]$/, '').length),
      title,
      part: partOf(title.text, label?.number ?? null, parts, pieces.length),
    }
  })
}
