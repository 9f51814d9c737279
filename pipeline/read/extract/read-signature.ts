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

function readOneLine(line: Line): FoundSignature | null {
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

/** The signature (署名, 成文日期: GB/T 9704-2012, 7.3.5) that begins at an entry: names on one line or several, then the date. */
export function readSignature(entries: readonly Entry[], at: number): FoundSignature | null {
  const first = lineAt(entries, at)
  if (first === null) return null
  const one = readOneLine(first)
  if (one !== null) return one
  const issuers: Read<string>[] = []
  for (let next = at; next < at + mostLines; next += 1) {
    const line = lineAt(entries, next)
    if (line === null) return null
    if (isDateLine(line.text)) {
      const date = { value: readChineseDate(dateText(line.text)), lines: [line] }
      return issuers.length === 0 ? null : { issuers, date, length: next - at + 1 }
    }
    const last = readOneLine(line)
    if (last !== null && issuers.length > 0) {
      return { issuers: [...issuers, ...last.issuers], date: last.date, length: next - at + 1 }
    }
    if (!isIssuers(line.text)) return null
    issuers.push(...issuersIn(line))
  }
  return null
}
