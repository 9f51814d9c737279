import type { Element, Root } from 'xast'

import { formatNumber, knowsFormat } from './number-format.js'
import type { Styles } from './styles.js'
import { attribute, elementsIn, find, integer, toggle } from './xml.js'

/** One level of a list as its definition says it. */
interface Level {
  readonly start: number
  readonly format: string
  /** The number’s text, with %1 … %9 for the numbers of the levels: `（%2）`. */
  readonly text: string
  readonly suffix: string
  /** The level whose number begins this one anew; 0 never, null any above. */
  readonly restart: number | null
  readonly isLegal: boolean
  readonly style: string | null
}

interface Numbering {
  readonly abstract: string
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}

const levelCount = 9

function readLevel(element: Element): Level {
  const format =
    find(element, 'w:numFmt') ?? find(element, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt')
  return {
    start: integer(find(element, 'w:start')) ?? 0,
    format: attribute(format) ?? 'decimal',
    text: attribute(find(element, 'w:lvlText')) ?? '',
    suffix: attribute(find(element, 'w:suff')) ?? 'tab',
    restart: integer(find(element, 'w:lvlRestart')),
    isLegal: toggle(find(element, 'w:isLgl')) ?? false,
    style: attribute(find(element, 'w:pStyle')),
  }
}

function readLevels(parent: Element): ReadonlyMap<number, Level> {
  return new Map(
    elementsIn(parent, 'w:lvl').map((level) => [integer(level, 'w:ilvl') ?? 0, readLevel(level)]),
  )
}

/** A mark of a symbol font stands in the private area of Unicode and means nothing outside the font: to a reader it is a bullet. */
const withoutPrivateUse = (text: string) => text.replace(/[\uE000-\uF8FF]/g, '•')

/** What a paragraph is numbered with. */
export interface NumberLabel {
  /** As Word shows it before the text, with a space where the number would run into it: `一、`, `（三）`, `第一条 `. */
  readonly text: string
  /** A format that we cannot write as Word does; the number is in Arabic digits then. */
  readonly unknownFormat: string | null
}

/** Computes the numbers of a Word file’s lists, paragraph by paragraph in order (ECMA-376 part 1, 17.9). */
export class Numberings {
  private readonly abstracts = new Map<string, ReadonlyMap<number, Level>>()
  private readonly links = new Map<string, string>()
  private readonly numberings = new Map<number, Numbering>()
  /** Numbers reached, by list definition: several w:num of one definition go on counting together. */
  private readonly counts = new Map<string, (number | null)[]>()
  private readonly started = new Set<string>()

  constructor(
    root: Root | null,
    private readonly styles: Styles,
  ) {
    const numbering = find(root, 'w:numbering')
    for (const element of elementsIn(numbering, 'w:abstractNum')) {
      const id = attribute(element, 'w:abstractNumId') ?? ''
      const link = attribute(find(element, 'w:numStyleLink'))
      this.abstracts.set(id, readLevels(element))
      if (link !== null) this.links.set(id, link)
    }
    for (const element of elementsIn(numbering, 'w:num')) {
      const id = integer(element, 'w:numId')
      if (id !== null) this.numberings.set(id, this.readNumbering(element))
    }
  }

  private readNumbering(element: Element): Numbering {
    const starts = new Map<number, number>()
    const levels = new Map<number, Level>()
    for (const override of elementsIn(element, 'w:lvlOverride')) {
      const level = integer(override, 'w:ilvl') ?? 0
      const start = integer(find(override, 'w:startOverride'))
      const own = find(override, 'w:lvl')
      if (start !== null) starts.set(level, start)
      if (own !== null) levels.set(level, readLevel(own))
    }
    return { abstract: attribute(find(element, 'w:abstractNumId')) ?? '', starts, levels }
  }

  /** The definition that a list’s levels stand in: a list may refer to another by a numbering style. */
  private definitionOf(numbering: Numbering): string {
    const link = this.links.get(numbering.abstract)
    const numId = link === undefined ? null : this.styles.numIdOfStyle(link)
    return (numId === null ? undefined : this.numberings.get(numId)?.abstract) ?? numbering.abstract
  }

  /** The level of a list that a paragraph style is bound to. */
  levelOfStyle(numId: number, style: string): number | null {
    const numbering = this.numberings.get(numId)
    if (numbering === undefined) return null
    const levels = this.abstracts.get(this.definitionOf(numbering)) ?? new Map<number, Level>()
    for (const [level, { style: bound }] of levels) if (bound === style) return level
    return null
  }

  /** Counts one paragraph on; null where the list or the level does not exist. */
  next(numId: number, at: number): NumberLabel | null {
    const numbering = this.numberings.get(numId)
    if (numbering === undefined || at < 0 || at >= levelCount) return null
    const definition = this.definitionOf(numbering)
    const levelAt = (index: number) =>
      numbering.levels.get(index) ?? this.abstracts.get(definition)?.get(index)
    const level = levelAt(at)
    if (level === undefined) return null
    const counts = this.counts.get(definition) ?? Array<number | null>(levelCount).fill(null)
    this.counts.set(definition, counts)
    this.start(numId, numbering, counts)
    counts[at] = (counts[at] ?? level.start - 1) + 1
    for (let below = at + 1; below < levelCount; below += 1) {
      const restart = levelAt(below)?.restart ?? null
      if (restart === null || (restart > 0 && at < restart)) counts[below] = null
    }
    return this.labelOf(level, counts, levelAt)
  }

  /** A list that says where to start does so when it is met first. */
  private start(numId: number, numbering: Numbering, counts: (number | null)[]): void {
    const key = String(numId)
    if (this.started.has(key)) return
    this.started.add(key)
    for (const [level, start] of numbering.starts) counts[level] = start - 1
  }

  private labelOf(
    level: Level,
    counts: readonly (number | null)[],
    levelAt: (index: number) => Level | undefined,
  ): NumberLabel {
    let unknownFormat: string | null = null
    if (level.format === 'bullet') return { text: withoutPrivateUse(level.text), unknownFormat }
    const numbers = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const format = level.isLegal && index >= 0 ? 'decimal' : (levelAt(index)?.format ?? 'decimal')
      if (!knowsFormat(format)) unknownFormat = format
      return formatNumber(counts[index] ?? levelAt(index)?.start ?? 1, format)
    })
    const runsInto = level.suffix !== 'nothing' && /[\p{L}\p{Nd}]$/u.test(numbers)
    return { text: runsInto || level.suffix === 'space' ? `${numbers} ` : numbers, unknownFormat }
  }
}
