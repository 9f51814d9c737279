import { type Label, rankOf, readLabel } from './label.js'
import { cut, type Line } from './line.js'
import type { Entry } from './read-entries.js'

/** A numbered line or a heading with all that stands under it. The root has neither label nor line. */
export interface Section {
  readonly label: Label | null
  /** The number as printed, with its place. */
  readonly labelLine: Line | null
  /** The line with its number. */
  readonly whole: Line | null
  /** The line without its number; null at the root. */
  readonly line: Line | null
  /** Unnumbered entries between this line and the first numbered one under it. */
  readonly entries: readonly Entry[]
  readonly children: readonly Section[]
}

interface OpenSection extends Section {
  readonly entries: Entry[]
  readonly children: OpenSection[]
  readonly rank: number
}

/** A heading without a number (a web page’s, or Markdown’s #) stands beside 一、 or （一）, by its depth. */
function rankOfDepth(depth: number): number {
  return depth <= 2 ? rankOf.han : rankOf['han-bracket']
}

function openSection(entry: Entry): OpenSection | null {
  if (entry.type !== 'line') return null
  const { line, depth } = entry
  const label = readLabel(line.text)
  if (label !== null && label.style !== 'ordinal') {
    return {
      label,
      labelLine: cut(line, 0, label.text.length),
      whole: line,
      line: cut(line, label.end),
      entries: [],
      children: [],
      rank: rankOf[label.style],
    }
  }
  if (depth === null) return null
  return {
    label: null,
    labelLine: null,
    whole: line,
    line,
    entries: [],
    children: [],
    rank: rankOfDepth(depth),
  }
}

/** The tree that the numbers of a part make. What stands before the first number belongs to the root. */
export function outlineOf(entries: readonly Entry[]): Section {
  const root: OpenSection = {
    label: null,
    labelLine: null,
    whole: null,
    line: null,
    entries: [],
    children: [],
    rank: -1,
  }
  const open = [root]
  for (const entry of entries) {
    const section = openSection(entry)
    if (section === null) {
      open.at(-1)?.entries.push(entry)
      continue
    }
    while (open.length > 1 && (open.at(-1)?.rank ?? 0) >= section.rank) open.pop()
    open.at(-1)?.children.push(section)
    open.push(section)
  }
  return root
}

/** The lines of a section without tables and pictures, its own first. */
export function linesOfSection(section: Section): readonly Line[] {
  const own = section.line === null ? [] : [section.line]
  return [
    ...own,
    ...section.entries.flatMap((entry) => (entry.type === 'line' ? [entry.line] : [])),
  ]
}

/** The text of a heading: without 。 at its end. */
export function headingOf(line: Line): Line {
  return cut(line, 0, line.text.length - (/[。：:．.]\s*$/.exec(line.text)?.[0].length ?? 0))
}

/** Whether a line is a heading alone: one short sentence, with or without its 。, and nothing behind it. */
export function isBareHeading(line: Line): boolean {
  const text = headingOf(line).text
  return text.length > 0 && text.length <= 80 && !/[。！？；：:]/.test(text)
}

/** The lines of a section and of all under it, without their numbers. */
export function linesUnder(section: Section): readonly Line[] {
  return [...linesOfSection(section), ...section.children.flatMap(linesUnder)]
}

/** The lines of a section and of all under it, with their numbers, as content of what they stand in. */
export function wholeLinesUnder(section: Section): readonly Line[] {
  const own = section.whole === null ? [] : [section.whole]
  const loose = section.entries.flatMap((entry) => (entry.type === 'line' ? [entry.line] : []))
  return [...own, ...loose, ...section.children.flatMap(wholeLinesUnder)]
}
