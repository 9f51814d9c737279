import type { Block, Part, Span } from '../../model/index.js'
import { titleKey } from '../../text/index.js'
import { levelOf, readLabel } from './label.js'
import { hullOf, type Line, unwrapped } from './line.js'
import { isOfficeName, splitOfficeNames } from './office-name.js'
import { isBareHeading } from './outline.js'
import type { PartDraft } from './part-draft.js'
import type { Entry, TableEntry } from './read-entries.js'

/** A heading that ends in 。 over an unnumbered paragraph is no longer. */
const longestSentence = 20

/** A title out of its lines. Two lines of Latin words keep a blank between. */
export function joinTitle(lines: readonly Line[]): string {
  const texts = lines.map(({ text }) => unspaced(unwrapped(text)))
  return texts.map((text, index) => `${gapBetween(texts[index - 1] ?? '', text)}${text}`).join('')
}

/** A blank between Latin words, and between bodies that issue a paper together, one a line. */
function gapBetween(before: string, text: string): string {
  if (isLatin(before.at(-1)) && isLatin(text[0])) return ' '
  const areNames = [before, /^.*?(?=关于|印发|转发|批转|$)/u.exec(text)?.[0] ?? ''].every((names) =>
    splitOfficeNames(names).every(({ name }) => name.length > 3 && isOfficeName(name)),
  )
  return areNames && !text.startsWith('办公') ? '　' : ''
}

/** 通　知 as a line of its own is 通知. */
function unspaced(text: string): string {
  return /^(?:\p{Script=Han}\s+)+\p{Script=Han}$/u.test(text) ? text.replace(/\s/g, '') : text
}

function isLatin(character: string | undefined): boolean {
  return /[A-Za-z0-9]/.test(character ?? '')
}

function tableBlock(entry: TableEntry): Block {
  return {
    type: 'table',
    span: entry.span,
    rows: entry.rows.map((row) =>
      row.map(({ line, rowSpan, colSpan, header }) => ({
        span: hullOf(line),
        rowSpan,
        colSpan,
        header,
      })),
    ),
  }
}

/** A numbered line is a heading if it is one short sentence over others; a run-in heading stays a paragraph. */
function lineBlock(entry: Extract<Entry, { type: 'line' }>, next: Entry | undefined): Block {
  const { line, depth } = entry
  const span = hullOf(line)
  const label = readLabel(line.text)
  if (label === null || label.style === 'ordinal') {
    return depth === null
      ? { type: 'paragraph', span, label: null }
      : { type: 'heading', span, level: depth, label: null }
  }
  const text = { ...line, text: line.text.slice(label.end) }
  const isOver = next !== undefined && isUnder(next, label.style, text)
  const outer =
    label.style !== 'arabic' && label.style !== 'arabic-bracket' && label.style !== 'circled'
  return isBareHeading(text) && (isOver || (outer && !/[。；]$/.test(line.text)))
    ? { type: 'heading', span, level: levelOf[label.style], label: label.text }
    : { type: 'paragraph', span, label: label.text }
}

/** A sentence with its 。 is a heading over numbered lines, or a short one over a paragraph: （一）指导思想。 */
function isUnder(next: Entry, style: keyof typeof levelOf, heading: Line): boolean {
  if (next.type !== 'line') return true
  const label = readLabel(next.line.text)
  if (label !== null) return levelOf[label.style] > levelOf[style]
  return !heading.text.endsWith('。') || heading.text.length <= longestSentence
}

function blockOf(
  entry: Entry,
  next: Entry | undefined,
  titles: ReadonlySet<Line>,
  body: ReadonlySet<Entry>,
): Block {
  switch (entry.type) {
    case 'table':
      return tableBlock(entry)
    case 'image':
      return { type: 'image', span: entry.span, description: entry.description }
    case 'line':
      if (titles.has(entry.line))
        return { type: 'heading', span: hullOf(entry.line), level: 0, label: null }
      return body.has(entry)
        ? lineBlock(entry, next)
        : { type: 'paragraph', span: hullOf(entry.line), label: null }
  }
}

/** A part of the model. Its title is the note’s where both are the same but for blanks. */
export function partOf(draft: PartDraft, named: readonly string[], unknown: readonly Span[]): Part {
  const titles = new Set(draft.formal.title)
  const body = new Set(draft.body)
  const title = joinTitle(draft.formal.title)
  const blocks = draft.entries.map((entry, index) =>
    blockOf(entry, draft.entries[index + 1], titles, body),
  )
  const all = [...blocks, ...unknown.map((span): Block => ({ type: 'unknown', span }))]
  return {
    kind: draft.kind,
    label: draft.label?.text ?? null,
    title:
      title === '' ? null : (named.find((each) => titleKey(each) === titleKey(title)) ?? title),
    blocks: all.sort((one, other) => one.span.start - other.span.start),
  }
}
