import { breakLines, type Line, type LineShape } from './break-lines.js'
import { breakPoints, type BreakPoint } from './break-points.js'
import type { Item } from './items.js'

/*
 * Titles are broken where the sense allows, in a trapezium or a diamond: GB/T 9704-2012, 7.3.1. Words come from the Unicode
 * dictionary that Node carries; how willingly a line ends between two of them stands in the table below.
 */

/** Words that lean on what comes after them: no line ends with one. 关于|做好 */
const leansForward = /(?:关于|对于|有关|在|对|将|把|为|从|以|按|向|第|各|本|全|新|及|和|与|或|暨)$/u
/** Single characters that belong to the word before them: 办公厅, 试验区, 第七批, 工作的. */
const suffix =
  /^[的地得等之们性化者型式类级制率度权法部厅局委署办会院所站行社团队组处区省市县州镇乡批年号项]$/u
/** Single characters that are words of their own. */
const particle = /^[和与及或暨在对将把为从以按向]$/u
/** After the issuer, before what he does: 国务院|关于…… */
const beginsWell = /^(?:关于|印发|转发|批转|《)/u
/** After a mark that closes a clause or a title. */
const endsWell = /[、，；：》）]$/u

/** Words of titles that the dictionary cuts in two or joins to what follows: 印|发扬|尘. */
const fixedWords =
  /印发|转发|批转|中小学|中小微?企业|营商环境|自贸试验区|自由贸易试验区|自由贸易港|电视电话会议|办公[厅室]|人民政府|文化和旅游|卫生健康|网信办|试点|\d+年/gu
/** A place at the head of what is issued: 印发|云和县|城乡…… */
const placeName = /^\p{Script=Han}{2,3}?[省市县区](?=\p{Script=Han}{2})/u

/** How unwillingly a line ends between two words: 0 gladly, 1 hardly. */
function reluctance(before: string, after: string): number {
  if (suffix.test(after.slice(0, 1)) || leansForward.test(before)) return 1
  // A word of one character goes with its neighbours: 茶|产业, 文化|和旅游
  if (oneCharacter.test(before) || oneCharacter.test(after)) return 1
  if (beginsWell.test(after) || endsWell.test(before)) return 0
  return 0.25
}

const oneCharacter = /^\p{Script=Han}$/u

interface Word {
  readonly from: number
  readonly width: number
  readonly text: string
}

const characters = (text: string): number => Array.from(text).length

/**
 * Offsets at which words begin. The dictionary cuts 试点 and 办公厅 in two: single characters are joined to their neighbour, and suffixes
 * to the word before them.
 */
function wordStarts(text: string): ReadonlySet<number> {
  const starts = new Set<number>()
  let at = 0
  for (const { index, 0: fixed } of text.matchAll(fixedWords)) {
    startsWithin(text.slice(at, index), at, starts)
    starts.add(index)
    at = index + fixed.length
  }
  startsWithin(text.slice(at), at, starts)
  return starts
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Adds where words begin in a stretch between two fixed words. */
function startsWithin(stretch: string, offset: number, starts: Set<number>): void {
  const place = placeName.exec(stretch)?.[0].length ?? 0
  if (place > 0) starts.add(offset)
  let before = ''
  for (const { index, segment } of segmenter.segment(stretch.slice(place))) {
    const single = characters(segment) === 1 && /\p{Script=Han}/u.test(segment)
    const joins = suffix.test(segment) || (single && characters(before) === 1)
    const alone = particle.test(segment) || particle.test(before) || !/\p{Script=Han}/u.test(before)
    const begins =
      before === '' ? !suffix.test(segment) : !joins || (alone && !suffix.test(segment))
    if (begins) starts.add(offset + place + index)
    before = segment
  }
}

/** The words of a title, each beginning where a line may begin. */
function wordsOf(items: readonly Item[], points: readonly BreakPoint[]): readonly Word[] {
  const starts = wordStarts(items.map((item) => item.text).join(''))
  const words: { from: number; width: number; text: string }[] = []
  let offset = 0
  items.forEach((item, index) => {
    const last = words.at(-1)
    if (last === undefined || (points[index] === 'yes' && starts.has(offset)))
      words.push({ from: index, width: item.width, text: item.text })
    else {
      last.width += item.width
      last.text += item.text
    }
    offset += item.text.length
  })
  return words
}

/** Costs of an hourglass, which the standard does not know: a middle line shorter than both its neighbours. */
const hourglass = 2

interface Break {
  readonly cost: number
  readonly ends: readonly number[]
  readonly widths: readonly number[]
}

/** The best way to set the words from `from` on in `lines` lines; null where a line would be too wide. */
class Balance {
  private readonly sums: number[] = [0]
  private readonly known = new Map<number, Break | null>()
  private readonly ideal: number

  constructor(
    private readonly words: readonly Word[],
    private readonly room: number,
    private readonly lines: number,
  ) {
    for (const { width } of words) this.sums.push((this.sums.at(-1) ?? 0) + width)
    this.ideal = (this.sums.at(-1) ?? 0) / lines
  }

  private width(from: number, to: number): number {
    return (this.sums[to] ?? 0) - (this.sums[from] ?? 0)
  }

  best(from: number, left: number): Break | null {
    const key = from * (this.lines + 1) + left
    const before = this.known.get(key)
    if (before !== undefined) return before
    const found = left === 1 ? this.lastLine(from) : this.search(from, left)
    this.known.set(key, found)
    return found
  }

  private uneven(width: number): number {
    return 4 * ((width - this.ideal) / this.ideal) ** 2
  }

  private lastLine(from: number): Break | null {
    const width = this.width(from, this.words.length)
    return width > this.room
      ? null
      : { cost: this.uneven(width), ends: [this.words.length], widths: [width] }
  }

  private search(from: number, left: number): Break | null {
    let best: Break | null = null
    for (let to = from + 1; to <= this.words.length - left + 1; to += 1) {
      const width = this.width(from, to)
      if (width > this.room) break
      const rest = this.best(to, left - 1)
      const [end, start] = [this.words[to - 1], this.words[to]]
      if (rest === null || end === undefined || start === undefined) continue
      const [next = 0, after = 0] = rest.widths
      const waist = rest.widths.length > 1 && next < width * 0.98 && next < after * 0.98
      const cost =
        rest.cost + this.uneven(width) + reluctance(end.text, start.text) + (waist ? hourglass : 0)
      if (best === null || cost < best.cost)
        best = { cost, ends: [to, ...rest.ends], widths: [width, ...rest.widths] }
    }
    return best
  }
}

/** A longer title is a paragraph: it is broken like one. */
const longest = 300

/** Lines of a title broken by sense and balanced, as few as there can be. A line break in it is kept, and then nothing is balanced. */
export function balanceTitle(items: readonly Item[], shape: LineShape): readonly Line[] {
  const plain = breakLines(items, shape)
  if (plain.length === 1 || items.length > longest) return plain
  if (items.some((item) => item.kind === 'newline')) return plain
  const words = wordsOf(items, breakPoints(items, shape.width))
  for (const lines of [plain.length, plain.length + 1]) {
    const best = new Balance(words, shape.width, lines).best(0, lines)
    if (best !== null)
      return best.ends.map((end, index): Line => {
        const from = words[index === 0 ? 0 : (best.ends[index - 1] ?? 0)]?.from ?? 0
        const to = words[end]?.from ?? items.length
        const width = best.widths[index] ?? 0
        const fixed = { indent: 0, room: shape.width, closeUp: 0, endTrim: 0, ends: true }
        return { items, from, to, width, ...fixed }
      })
  }
  return plain
}
