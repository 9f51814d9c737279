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
/** 附件2：乙表, as pages list their files: the number is part of the mark. Group 1 is the number. */
const numberedMark = /^附\s*件\s*([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})\s*[:：\s]\s*/
/** A number that may begin the next title of a line: 1.甲表　2.乙表. */
const numbered = /([0-9０-９]{1,2})\s*[.．、](?![0-9０-９])/g

/** A title of the note with its number. */
interface Piece {
  readonly label: Line | null
  readonly number: number | null
  readonly title: Line
}

function pieceOf(line: Line): Piece {
  const mark = numberedMark.exec(line.text)
  if (mark?.[1] !== undefined) {
    const at = mark[0].indexOf(mark[1])
    return {
      label: cut(line, at, at + mark[1].length),
      number: numberOf(mark[1]),
      title: cut(line, mark[0].length),
    }
  }
  const label = readLabel(line.text)
  return {
    label: label === null ? null : cut(line, 0, label.text.replace(/[.．、]$/, '').length),
    number: label?.number ?? null,
    title: cut(line, label?.end ?? 0),
  }
}

/** One piece for each title: a line may hold several, numbered in order. */
function piecesOf(line: Line): readonly Piece[] {
  const start = note.exec(line.text)?.[0].length ?? 0
  const cuts = [start]
  for (const match of line.text.matchAll(numbered)) {
    const isNext = numberOf(match[1] ?? '') === cuts.length + 1
    if (match.index > start && isNext) cuts.push(match.index)
  }
  return cuts
    .map((at, index) => cut(line, at, cuts[index + 1]))
    .filter(({ text }) => text !== '')
    .map(pieceOf)
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
  return pieces.map(({ label, number, title }) => {
    const behind = (/[。；;]$/.exec(title.text) ?? ending.exec(title.text))?.[0].length ?? 0
    const name = cut(title, 0, title.text.length - behind)
    return { label, title: name, part: partOf(name.text, number, parts, pieces.length) }
  })
}
