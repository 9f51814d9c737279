import type { PageReading } from '../../pipeline/measure/page/page-reading.js'
import {
  gapsOf,
  neverFirst,
  neverLast,
  neverParted,
  printedLines,
  spacedPlaces,
  type PrintedLine,
} from './printed-lines.js'

const millimetre = 72 / 25.4

/** The type area of a page that stands upright, in mm from its edges, and the size of its text, pt. */
export interface TypeArea {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly size: number
}

/** What is counted over the pages of one file. Each list names what it found, so that it is empty where all is well. */
export interface Census {
  readonly lines: number
  readonly forbiddenStarts: readonly string[]
  readonly forbiddenEnds: readonly string[]
  readonly parted: readonly string[]
  /** Lines of 20 characters and more that are filled to both edges. */
  readonly justified: number
  /** Widest blank in one of them, in ems, but for those below. */
  readonly widest: number
  /** Of those lines the ones over 0.15 em. */
  readonly torn: readonly string[]
  /** Lines before a run of over 3 em that cannot be parted: whatever their blank. */
  readonly beforeLongRun: readonly string[]
  /** Lines of text that are not their paragraph’s last and end short of the edge. */
  readonly short: readonly string[]
  readonly mostLines: number
  readonly mostCharacters: number
  /** Pages of text alone that text follows on: how many lines each has. */
  readonly fullPages: readonly number[]
  readonly headingsAtFoot: readonly string[]
  readonly carriedOver: readonly string[]
  /** null where the first page bears no text. 7.3.3 */
  readonly firstPageText: string | null
  /** Signatures on pages without text. 7.3.5.5 */
  readonly lonelySignatures: readonly string[]
}

const first = ({ text }: PrintedLine): string => Array.from(text)[0] ?? ''
const last = ({ text }: PrintedLine): string => Array.from(text).at(-1) ?? ''
const told = ({ page, text }: PrintedLine): string => `p. ${page + 1}: ${text}`

/** Lines flush left that are paragraphs of their own: 份号, 密级, 紧急程度, 附件1. */
const standsAlone = /^(?:\d{6}|(?:绝密|机密|秘密)(?:★.{1,5})?|特急|加急|附件\d*：?)$/u

const latin = /^[\p{Script=Latin}\p{N}.,:/@%_+~-]$/u
const unit = /^[年月日时分号项个条件页批期次届级家名位岁元万亿倍米度％]$/u

/** Width in ems of what stands at a line’s head and may not be parted: a number with its unit, a word, marks in a row. */
function headRun({ glyphs, size }: PrintedLine): number {
  let end = 1
  for (; end < glyphs.length; end += 1) {
    const [before = '', after = ''] = [glyphs[end - 1]?.text, glyphs[end]?.text]
    const word = latin.test(before) && latin.test(after)
    const counted = /^\d$/u.test(before) && unit.test(after)
    const numbered = /^[第〕]$/u.test(before) && /^\d$/u.test(after)
    const joined =
      word ||
      counted ||
      numbered ||
      neverFirst.has(after) ||
      neverLast.has(before) ||
      (neverParted.has(before) && neverParted.has(after))
    if (!joined) break
  }
  const [from, to] = [glyphs[0], glyphs[end - 1]]
  return from === undefined || to === undefined ? 0 : (to.x + to.width - from.x) / size
}

class Counter {
  readonly body: readonly PrintedLine[]
  private readonly left: number
  private readonly right: number

  constructor(
    private readonly pages: readonly PageReading[],
    private readonly lines: readonly PrintedLine[],
    private readonly area: TypeArea,
    private readonly spaced: ReadonlySet<string>,
  ) {
    this.left = area.left * millimetre
    this.right = area.right * millimetre
    this.body = lines.filter((line) => this.isText(line))
  }

  /** Running text: of its size, at the type area’s left edge or indented by two, and in no table. */
  private isText(line: PrintedLine): boolean {
    const page = this.pages[line.page]
    if (page === undefined || page.width > page.height || line.inTable) return false
    if (Math.abs(line.size - this.area.size) > 0.3) return false
    const indent = (line.x - this.left) / line.size
    const inside =
      line.baseline > this.area.top * millimetre &&
      line.baseline < this.area.bottom * millimetre + 1
    return inside && (Math.abs(indent) < 0.1 || this.isIndented(line))
  }

  private isIndented({ x, size }: PrintedLine): boolean {
    return Math.abs((x - this.left) / size - 2) < 0.1
  }

  /** To the edge, or past it by the blank half of a mark. */
  private reaches({ right, size }: PrintedLine): boolean {
    const over = right - this.right
    return Math.abs(over) < 0.4 || Math.abs(over - size / 2) < 0.4
  }

  /** The line that goes on with a paragraph; null where it ends. */
  private nextOf(index: number): PrintedLine | null {
    const [line, next] = [this.body[index], this.body[index + 1]]
    if (line === undefined || next === undefined || this.isIndented(next)) return null
    if (standsAlone.test(line.text) || standsAlone.test(next.text)) return null
    const follows =
      next.page === line.page
        ? next.baseline - line.baseline < 2.2 * line.size
        : next.page === line.page + 1 && this.isHead(next) && this.isFoot(line)
    return follows ? next : null
  }

  private isHead(line: PrintedLine): boolean {
    return !this.lines.some(
      ({ page, baseline }) => page === line.page && baseline < line.baseline - 1,
    )
  }

  private isFoot(line: PrintedLine): boolean {
    const foot = this.area.bottom * millimetre
    return !this.lines.some(
      ({ page, baseline }) => page === line.page && baseline > line.baseline + 1 && baseline < foot,
    )
  }

  gaps(): Pick<Census, 'justified' | 'widest' | 'torn' | 'beforeLongRun' | 'short'> {
    let justified = 0
    let widest = 0
    const torn: string[] = []
    const beforeLongRun: string[] = []
    const short: string[] = []
    this.body.forEach((line, index) => {
      const next = this.nextOf(index)
      const long = line.glyphs.length >= 20
      if (!this.reaches(line)) {
        if (next !== null && this.right - line.right > line.size) short.push(told(line))
        return
      }
      if (!long) return
      justified += 1
      const gap = Math.max(0, ...gapsOf(line, this.spaced))
      if (next !== null && headRun(next) > 3 && gap > 0.15)
        beforeLongRun.push(
          `${told(line)} (${gap.toFixed(2)} em before ${headRun(next).toFixed(1)})`,
        )
      else {
        widest = Math.max(widest, gap)
        if (gap > 0.15 + 1e-4) torn.push(`${told(line)} (${gap.toFixed(3)} em)`)
      }
    })
    return { justified, widest, torn, beforeLongRun, short }
  }

  edges(): Pick<Census, 'forbiddenStarts' | 'forbiddenEnds' | 'parted'> {
    const parted = this.lines.filter((line, index) => {
      const next = this.lines[index + 1]
      return next !== undefined && neverParted.has(last(line)) && first(next) === last(line)
    })
    return {
      forbiddenStarts: this.lines.filter((line) => neverFirst.has(first(line))).map(told),
      forbiddenEnds: this.lines.filter((line) => neverLast.has(last(line))).map(told),
      parted: parted.map(told),
    }
  }

  private onPage(page: number): readonly PrintedLine[] {
    return this.lines.filter((line) => line.page === page)
  }

  /** Heads of paragraphs in 黑体 or 楷体 from end to end, that say 一、 or （一）. */
  private isHeading({ text, glyphs }: PrintedLine): boolean {
    const faces = new Set(
      glyphs.filter(({ text: one }) => /\p{Script=Han}/u.test(one)).map(({ face }) => face),
    )
    const [face = ''] = faces
    return (
      faces.size === 1 &&
      /Sans|Hei|WenKai|Kai/iu.test(face) &&
      /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/u.test(text)
    )
  }

  breaks(): Pick<Census, 'fullPages' | 'headingsAtFoot' | 'carriedOver' | 'mostLines'> {
    const fullPages: number[] = []
    const headingsAtFoot: string[] = []
    const carriedOver: string[] = []
    let mostLines = 0
    this.pages.forEach((_, page) => {
      const own = this.body.filter((line) => line.page === page)
      const next = this.body.filter((line) => line.page === page + 1)
      mostLines = Math.max(mostLines, new Set(own.map(({ baseline }) => Math.round(baseline))).size)
      const [ending, beginning] = [own.at(-1), next[0]]
      if (ending === undefined || beginning === undefined) return
      if (!this.isHead(beginning) || !this.isFoot(ending)) return
      const goesOn = this.nextOf(this.body.indexOf(ending)) !== null
      if (this.isHeading(ending) && !goesOn) headingsAtFoot.push(told(ending))
      const at = this.body.indexOf(beginning)
      if (goesOn && this.nextOf(at) === null) carriedOver.push(told(beginning))
      if (this.onPage(page).every((line) => this.body.includes(line))) fullPages.push(own.length)
    })
    return { fullPages, headingsAtFoot, carriedOver, mostLines }
  }

  /** Of lines of full-width characters alone, marks that are closed up left out: digits and letters take less. */
  mostCharacters(): number {
    const full = this.body.filter(({ glyphs, size }) =>
      glyphs.every(
        ({ text, width }) => width > 0.9 * size && /\p{Script=Han}|[，。、]/u.test(text),
      ),
    )
    return Math.max(
      0,
      ...full
        .filter((line) => gapsOf(line, this.spaced).every((gap) => gap > -0.05))
        .map(({ glyphs }) => glyphs.length),
    )
  }

  signed(): readonly string[] {
    const middle = (this.left + this.right) / 2
    return (
      this.lines
        // Minutes and meetings say their date at the head of page 1.
        .filter(
          ({ page, text, right, size }) =>
            page > 0 && /^\d{4}年\d+月\d+日$/u.test(text) && right > middle && size > 15,
        )
        .filter((date) => {
          const above = this.onPage(date.page).filter(
            ({ baseline }) => baseline < date.baseline - 1,
          )
          return !above.some(
            (line) => line.inTable || (this.body.includes(line) && !line.text.startsWith('附件')),
          )
        })
        .map(told)
    )
  }

  firstText(): string | null {
    const text = this.body.find(
      (line) => line.page === 0 && this.isIndented(line) && line.text.length > 2,
    )
    return text?.text ?? this.lines.find((line) => line.page === 0 && line.inTable)?.text ?? null
  }
}

/**
 * Counts what a file’s pages show of how they are set, by the places of their glyphs alone.
 *
 * @param texts what was to be set: where it has spaces of its own, a gap is no blank between characters
 */
export function takeCensus(
  pages: readonly PageReading[],
  area: TypeArea,
  texts: Iterable<string>,
): Census {
  const lines = printedLines(pages)
  const counter = new Counter(pages, lines, area, spacedPlaces(texts))
  return {
    lines: lines.length,
    ...counter.edges(),
    ...counter.gaps(),
    ...counter.breaks(),
    mostCharacters: counter.mostCharacters(),
    firstPageText: counter.firstText(),
    lonelySignatures: counter.signed(),
  }
}
