import type { ImprintBlock, Run } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import { plainRun } from './items.js'
import { millimetre, type ResolvedStyle } from './page-geometry.js'
import type { Unit } from './paginate.js'
import { setLine } from './set-line.js'
import type { PageDraft } from './set-page.js'
import { baselineOf, lookOf } from './set-paragraph.js'
import type { Setting } from './setting.js'

/** Thickness of the first and last rule, and of those between, pt. GB/T 9704-2012, 7.4.1. */
export const imprintRules = { heavy: 0.35 * millimetre, light: 0.25 * millimetre } as const
/** Empty at the left and the right, in characters of the imprint. 7.4.2. */
export const imprintEmpty = 1
const above = 3

/** 主送： and 抄送：, before their names. */
export const imprintLeaders = { recipients: '主送：', copiesTo: '抄送：' } as const

interface Row {
  readonly lines: readonly {
    readonly line: Line
    readonly x: number
    readonly from: string | null
    readonly fills: boolean
  }[]
}

/** A piece at the foot of a page. */
export interface FootPiece {
  readonly height: number
  /** `y` of its head. */
  readonly draw: (page: PageDraft, x: number, y: number) => void
  /** Its rows, for a list of names that no page holds: they are set as lines then. */
  readonly rows: readonly Unit[]
}

class ImprintSetter {
  readonly rows: Row[] = []
  /** Rows of names, above the one of printing. */
  listed = 0
  private readonly style: ResolvedStyle
  private readonly empty: number

  constructor(
    private readonly setting: Setting,
    private readonly block: ImprintBlock,
    private readonly key: string,
  ) {
    this.style = setting.text('imprint')
    this.empty = imprintEmpty * this.style.size
    if (block.recipients !== null)
      this.list(imprintLeaders.recipients, [block.recipients], 'recipients')
    this.list(imprintLeaders.copiesTo, block.copiesTo, 'copies')
    this.listed = this.rows.length
    this.printed()
  }

  get height(): number {
    return this.rows.length * this.style.pitch
  }

  private get whole(): number {
    return this.setting.width - 2 * this.empty
  }

  private lines(runs: readonly Run[], width: number): readonly Line[] {
    const items = this.setting.measure.items(runs, lookOf(this.style))
    return breakLines(items, { width, firstIndent: 0, hangingIndent: 0 })
  }

  private list(leader: string, groups: readonly (readonly Run[])[], part: string): void {
    const [lead] = this.lines([plainRun(leader)], this.whole)
    if (lead === undefined) return
    const x = this.empty + lead.width
    groups.forEach((runs, group) => {
      this.lines(runs, this.whole - lead.width).forEach((line, at) => {
        const text = { line, x, from: partKey(this.key, part, group), fills: true }
        const leads = { line: lead, x: this.empty, from: null, fills: false }
        this.rows.push({ lines: group === 0 && at === 0 ? [leads, text] : [text] })
      })
    })
  }

  /** Who printed it and when: on one line where they go beside each other. */
  private printed(): void {
    const { block, key, empty, whole, style } = this
    const by = block.printedBy === null ? [] : this.lines(block.printedBy, whole)
    const on = block.printedOn === null ? [] : this.lines(block.printedOn, whole)
    const left = (line: Line) => ({ line, x: empty, from: partKey(key, 'by', 0), fills: false })
    const right = (line: Line) => {
      const x = this.setting.width - empty - line.width
      return { line, x, from: partKey(key, 'on', 0), fills: false }
    }
    const [first] = on
    const beside =
      first !== undefined && on.length === 1 && first.width + style.size <= whole ? first : null
    const last = by.at(-1)
    const fits =
      beside !== null && last !== undefined && last.width + beside.width + style.size <= whole
    by.forEach((line, at) => {
      const ends = fits && at === by.length - 1
      this.rows.push({ lines: ends ? [left(line), right(beside)] : [left(line)] })
    })
    if (!fits) for (const line of on) this.rows.push({ lines: [right(line)] })
  }

  /** One row with the rules at its edges; `y` of its head. */
  row(page: PageDraft, row: number, x: number, y: number): void {
    const { pitch } = this.style
    for (const { line, x: left, from, fills } of this.rows[row]?.lines ?? [])
      setLine(page, line, fills ? 'justify' : 'left', x + left, y + baselineOf(this.style), from)
    if (!this.block.rules) return
    const { heavy, light } = imprintRules
    if (row === 0) this.rule(page, x, y, heavy)
    else if (row === this.listed) this.rule(page, x, y, light)
    if (row === this.rows.length - 1) this.rule(page, x, y + pitch, heavy)
  }

  get pitch(): number {
    return this.style.pitch
  }

  private rule(page: PageDraft, x: number, y: number, thickness: number): void {
    const x2 = x + this.setting.width
    page.shapes.push({ type: 'line', x1: x, x2, y1: y, y2: y, thickness, colour: 'black' })
  }
}

/** Recipients and copies, each name list beginning beside its leader, then who printed it and when: lines of one height, rules between groups. */
export function setImprint(setting: Setting, block: ImprintBlock, key: string): FootPiece {
  const setter = new ImprintSetter(setting, block, key)
  const lead = block.rules ? 0 : above
  const { pitch } = setter
  return {
    height: setter.height + lead,
    draw: (page, x, y) =>
      setter.rows.forEach((_row, at) => setter.row(page, at, x, y + lead + at * pitch)),
    rows: setter.rows.map((_row, at) => ({
      height: pitch,
      slack: 0,
      before: at === 0 ? pitch : 0,
      after: 0,
      breakBefore: 0,
      draw: (page, x, y) => setter.row(page, at, x, y),
    })),
  }
}
