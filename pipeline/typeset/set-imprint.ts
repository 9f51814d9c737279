import type { ImprintBlock, Run } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { partKey } from './flow-texts.js'
import { plainRun } from './items.js'
import { millimetre, type ResolvedStyle } from './page-geometry.js'
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

  private printed(): void {
    const { block, key, empty, whole } = this
    const [by] = block.printedBy === null ? [] : this.lines(block.printedBy, whole)
    const [on] = block.printedOn === null ? [] : this.lines(block.printedOn, whole)
    const lines: Row['lines'][number][] = []
    if (by !== undefined)
      lines.push({ line: by, x: empty, from: partKey(key, 'by', 0), fills: false })
    if (on !== undefined) {
      const x = this.setting.width - empty - on.width
      lines.push({ line: on, x, from: partKey(key, 'on', 0), fills: false })
    }
    if (lines.length > 0) this.rows.push({ lines })
  }

  draw(page: PageDraft, x: number, y: number): void {
    const { pitch } = this.style
    this.rows.forEach(({ lines }, row) => {
      const baseline = y + row * pitch + baselineOf(this.style)
      for (const { line, x: left, from, fills } of lines)
        setLine(page, line, fills ? 'justify' : 'left', x + left, baseline, from)
    })
    if (!this.block.rules) return
    this.rule(page, x, y, imprintRules.heavy)
    if (this.listed > 0 && this.listed < this.rows.length)
      this.rule(page, x, y + this.listed * pitch, imprintRules.light)
    this.rule(page, x, y + this.height, imprintRules.heavy)
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
  return {
    height: setter.height + lead,
    draw: (page, x, y) => setter.draw(page, x, y + lead),
  }
}
