import { readChineseDate } from '../../text/index.js'
import { cut, type Line } from './line.js'
import { dateText, isDateLine } from './line-shape.js'
import { isOfficeName, splitOfficeNames } from './office-name.js'
import type { Read } from './part-draft.js'
import type { Entry } from './read-entries.js'

/** Who signed, when, and how many entries that takes. `date` null: a name alone. */
export interface FoundSignature {
  readonly issuers: readonly Read<string>[]
  readonly date: Read<string | null> | null
  readonly length: number
}

/** As many bodies as sign one paper together, one a line. */
const mostLines = 40
/** Names that sign together stand on one line if it holds them. */
const longestLine = 160
/** 国务院办公厅　2020年11月1日: both on one line. Group 1 is the name. */
const onOneLine =
  /^(.{2,60}?)\s*((?:[12二一][0-9０-９〇零○ＯO一二三四五六七八九\s]{3,8})年.{2,12}[日号])$/

function issuersIn(line: Line): readonly Read<string>[] {
  return splitOfficeNames(line.text).map(({ name, start, end }) => ({
    value: name.replace(/[（(](?:代章|章|盖章|印章?|公章)[）)]$/, ''),
    lines: [cut(line, start, end)],
  }))
}

function isIssuers(text: string): boolean {
  const names = splitOfficeNames(text)
  return names.length > 0 && names.every(({ name }) => isOfficeName(name))
}

function lineAt(entries: readonly Entry[], at: number): Line | null {
  const entry = entries[at]
  return entry?.type === 'line' && entry.depth === null ? entry.line : null
}

/** A name and a date on one line; null where the line is something else. */
export function readOneLine(line: Line): FoundSignature | null {
  const match = onOneLine.exec(line.text)
  const name = match?.[1] ?? ''
  const date = match?.[2] ?? ''
  if (match === null || !isIssuers(name) || !isDateLine(date)) return null
  const at = line.text.length - date.length
  return {
    issuers: issuersIn(cut(line, 0, name.length)),
    date: { value: readChineseDate(dateText(date)), lines: [cut(line, at)] },
    length: 1,
  }
}

/** What a line can be in a signature. */
type Share = 'names' | 'date' | 'both' | 'none'

function shareOf(line: Line | null): Share {
  if (line === null || line.text.length > longestLine) return 'none'
  if (isDateLine(line.text)) return 'date'
  if (readOneLine(line) !== null) return 'both'
  return isIssuers(line.text) ? 'names' : 'none'
}

/**
 * Finds signatures (署名, 成文日期: GB/T 9704-2012, 7.3.5): names on one line or several, then the date. All lines are looked at once, from the last to the first, so
 * that a file of nothing but names costs no more than any other.
 */
export class Signatures {
  /** How many entries the signature that begins at an entry has; 0 where none begins. */
  readonly #lengths: number[]

  constructor(private readonly entries: readonly Entry[]) {
    this.#lengths = new Array<number>(entries.length).fill(0)
    let below: Share = 'none'
    for (let at = entries.length - 1; at >= 0; at -= 1) {
      const share = shareOf(lineAt(entries, at))
      const rest = this.#lengths[at + 1] ?? 0
      if (share === 'both') this.#lengths[at] = 1
      else if (share === 'names' && below === 'date') this.#lengths[at] = 2
      else if (share === 'names' && rest > 0 && rest < mostLines) this.#lengths[at] = rest + 1
      below = share
    }
  }

  /** The signature that begins at an entry; null where none does. */
  at(index: number): FoundSignature | null {
    const length = this.#lengths[index] ?? 0
    if (length === 0) return null
    const lines = Array.from({ length }, (_, offset) => lineAt(this.entries, index + offset))
    const issuers: Read<string>[] = []
    let date: FoundSignature['date'] = null
    for (const line of lines) {
      if (line === null) return null
      const one = readOneLine(line)
      if (isDateLine(line.text)) {
        date = { value: readChineseDate(dateText(line.text)), lines: [line] }
      } else {
        issuers.push(...(one?.issuers ?? issuersIn(line)))
        date = one?.date ?? date
      }
    }
    return { issuers, date, length }
  }

  /** Whether a signature begins at an entry. */
  beginsAt(index: number): boolean {
    return (this.#lengths[index] ?? 0) > 0
  }
}
