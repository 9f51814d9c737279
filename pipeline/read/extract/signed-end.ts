import { findChineseDates } from '../../text/index.js'
import { isOfficeName } from './office-name.js'

/** Offsets where a signature that lost its line breaks is to be parted. */
export interface SignedEnd {
  readonly issuer: number
  readonly date: number
  readonly notes: readonly number[]
  /** After the last note; the text’s length where nothing follows. */
  readonly end: number
}

/** A signature is no longer than this. */
const longestName = 60
/** （此件公开发布）（本文有删减） behind a date. */
const note = /^\s*[（(][^（）()]{2,40}[）)]/

function notesFrom(text: string, at: number): readonly number[] {
  const starts: number[] = []
  let rest = at
  for (;;) {
    const match = note.exec(text.slice(rest))
    if (match === null) return [...starts, rest]
    starts.push(rest)
    rest += match[0].length
  }
}

/**
 * A signature run on behind a sentence: ……贯彻落实。国务院办公厅2020年11月1日（此件公开发布）. Only where the text ends behind it or a note stands there:
 * a sentence may begin with an office and a date too.
 */
export function readSignedEnd(text: string): SignedEnd | null {
  for (const date of findChineseDates(text)) {
    const near = text.slice(Math.max(0, date.start - longestName - 1), date.start)
    const mark = Math.max(...['。', '！', '；', '：'].map((each) => near.lastIndexOf(each)))
    const issuer = near.slice(mark + 1)
    const stop = date.start - issuer.length
    if (mark < 0 || !isOfficeName(issuer)) continue
    const places = notesFrom(text, date.end)
    const end = places.at(-1) ?? date.end
    if (places.length === 1 && text.slice(end).trim() !== '') continue
    return { issuer: stop, date: date.start, notes: places.slice(0, -1), end }
  }
  return null
}
