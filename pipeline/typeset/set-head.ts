import type { FlowSection, Run } from '../model/index.js'
import { breakLines, type Line } from './break-lines.js'
import { faceAscent } from './faces/face.js'
import { blockKey, partKey } from './flow-texts.js'
import { plainRun, type Look } from './items.js'
import type { ResolvedStyle } from './page-geometry.js'
import type { Unit } from './paginate.js'
import {
  doubleRule,
  doubleRuleHeight,
  emptyBelowHead,
  headParts,
  planHead,
  redRule,
  type HeadParts,
  type HeadPlan,
} from './plan-head.js'
import { setLine } from './set-line.js'
import { newPageDraft, type PageDraft, type SetShape } from './set-page.js'
import { lookOf } from './set-paragraph.js'
import type { Setting } from './setting.js'
import { balanceTitle } from './balance-title.js'

/** Secrecy or urgency of the document, by the key of its text. */
export interface HeadLine {
  readonly key: string
  readonly text: string
}

const infinite = Number.MAX_SAFE_INTEGER

function lineOf(setting: Setting, runs: readonly Run[], look: Look): Line {
  const shape = { width: infinite, firstIndent: 0, hangingIndent: 0 }
  const [line] = breakLines(setting.measure.items(runs, look), shape)
  if (line === undefined) throw new Error('a paragraph without a line')
  return { ...line, room: line.width }
}

const baseline = (top: number, size: number): number => top + faceAscent * size

/** A line whose characters stand apart; its width is the last mark’s end. */
function setSpread(
  page: PageDraft,
  line: Line,
  left: number,
  y: number,
  spacing: number,
  from: string,
): void {
  const flat = newPageDraft()
  setLine(flat, line, 'left', left, y, from)
  let before = 0
  for (const mark of flat.marks) {
    const count = Array.from(mark.text).length
    page.marks.push({
      ...mark,
      x: mark.x + before * spacing,
      width: mark.width + (count - 1) * spacing,
      characterSpacing: mark.characterSpacing + spacing,
    })
    before += count
  }
  page.shapes.push(...flat.shapes)
}

const charactersOf = (line: Line): number => line.to - line.from

function redLine(left: number, right: number, top: number, thickness: number): SetShape {
  const y = top + thickness / 2
  return { type: 'line', x1: left, x2: right, y1: y, y2: y, thickness, colour: 'red' }
}

class HeadSetter {
  private readonly body: ResolvedStyle

  constructor(
    private readonly setting: Setting,
    private readonly section: FlowSection,
    private readonly key: (index: number) => string,
    private readonly parts: HeadParts,
    private readonly plan: HeadPlan,
    private readonly marks: readonly HeadLine[],
  ) {
    this.body = setting.text('body')
  }

  draw(page: PageDraft): void {
    const letter = this.section.form === 'letter'
    const rows = this.rows()
    // In the order in which a head is read, which is Word’s: what is copied out of either is the same.
    if (!letter) for (const row of rows) row(page)
    const { mark, number } = this.parts
    if (mark?.type === 'mark') this.mark(page, mark.block.runs, mark.index)
    else if (mark?.type === 'joint') this.jointMark(page, mark)
    const [first, ...others] = letter ? rows : []
    first?.(page)
    if (number !== null) this.number(page)
    for (const row of others) row(page)
    this.rules(page)
  }

  /** Copy number, secrecy, urgency: what there is of them, each a thing to draw. */
  private rows(): readonly ((page: PageDraft) => void)[] {
    const { parts, plan, setting } = this
    const { left } = setting.area
    const { copyNumber } = parts
    const marks = this.marks.map(({ key, text }) => (page: PageDraft) => {
      const top = plan.marksTop[key === 'secrecy' ? 0 : 1] ?? setting.area.top
      const line = lineOf(setting, [plainRun(text)], lookOf(setting.text('attachmentLabel')))
      this.put(page, line, left, top, key)
    })
    if (copyNumber === null) return marks
    const line = lineOf(setting, copyNumber.runs, lookOf(setting.text('copyNumber')))
    const copy = (page: PageDraft): void =>
      this.put(page, line, left, plan.copyNumberTop, this.key(copyNumber.index))
    return [copy, ...marks]
  }

  private put(page: PageDraft, line: Line, x: number, top: number, from: string | null): void {
    setLine(page, line, 'left', x, baseline(top, this.body.size), from)
  }

  private mark(page: PageDraft, runs: readonly Run[], index: number): void {
    const { setting, plan } = this
    const { look } = plan
    if (look === null) return
    const items = setting.measure.items(runs, {
      ...lookOf(setting.text('masthead')),
      size: look.size,
    })
    const shape = { width: setting.width, firstIndent: 0, hangingIndent: 0 }
    const lines = plan.markLines === 1 ? null : balanceTitle(items, shape)
    const set = lines ?? breakLines(items, { ...shape, width: infinite })
    set.forEach((line, row) => {
      const width = line.width + (charactersOf(line) - 1) * look.spacing
      // In a letter the mark stands over its double rule, which is centred on the sheet. 10.1.
      const { left, right, width: sheet } = setting.area
      const middle = this.section.form === 'letter' ? sheet / 2 : (left + right) / 2
      const x = middle - width / 2
      const y = baseline(plan.markTop + row * plan.markPitch, look.size)
      setSpread(page, { ...line, room: line.width }, x, y, look.spacing, this.key(index))
    })
  }

  /** Names as wide as the widest, 文件 at their right in the middle. 7.2.4. */
  private jointMark(page: PageDraft, mark: Extract<HeadParts['mark'], { type: 'joint' }>): void {
    const { setting, plan } = this
    const { look } = plan
    if (look === null) return
    const { issuers, suffix } = mark.block
    const own = { ...lookOf(setting.text('masthead')), size: look.size }
    const lines = issuers.map((name) => lineOf(setting, [plainRun(name)], own))
    const widest = Math.max(0, ...lines.map(({ width }) => width))
    const last = suffix === null ? null : lineOf(setting, [plainRun(suffix)], own)
    const gap = last === null ? 0 : look.size * 0.25
    const whole = widest + gap + (last?.width ?? 0)
    const left = setting.area.left + (setting.width - whole) / 2
    const key = this.key(mark.index)
    lines.forEach((line, row) => {
      const gaps = charactersOf(line) - 1
      const spacing = gaps < 1 ? 0 : (widest - line.width) / gaps
      const y = baseline(plan.markTop + row * plan.markPitch, look.size)
      setSpread(page, line, left, y, spacing, partKey(key, 'issuer', row))
    })
    if (last === null) return
    const middle = ((lines.length - 1) * plan.markPitch) / 2
    const y = baseline(plan.markTop + middle, look.size)
    setLine(page, last, 'left', left + widest + gap, y, partKey(key, 'suffix', 0))
  }

  private number(page: PageDraft): void {
    const { setting, plan, parts, section } = this
    if (parts.number === null) return
    const { left, right } = setting.area
    const style = setting.text('number')
    const line = lineOf(setting, parts.number.runs, lookOf(style))
    const top = plan.numberTop + (plan.numberLines - 1) * this.body.pitch
    const key =
      parts.signers === null
        ? this.key(parts.number.index)
        : partKey(this.key(parts.number.index), 'number', 0)
    if (section.form === 'letter') this.put(page, line, right - line.width, plan.numberTop, key)
    else if (parts.signers === null) this.put(page, line, (left + right - line.width) / 2, top, key)
    else this.signers(page, parts.signers, () => this.put(page, line, left + style.size, top, key))
  }

  /** 签发人： and the names, two a line, at the right empty by one; continuation under the first name. 7.2.6. */
  private signers(
    page: PageDraft,
    { index, names }: { index: number; names: readonly string[] },
    putNumber: () => void,
  ): void {
    const { setting, plan } = this
    const style = setting.text('number')
    const lead = lineOf(setting, [plainRun('签发人：')], lookOf(style))
    const lines = names.map((name) =>
      lineOf(setting, [plainRun(name)], { ...lookOf(style), face: 'kai' }),
    )
    const columnWidth = (column: number): number =>
      Math.max(0, ...lines.filter((_, at) => at % 2 === column).map(({ width }) => width))
    const [first, second] = [columnWidth(0), columnWidth(1)]
    const gap = second > 0 ? style.size : 0
    const nameLeft = setting.area.right - style.size - second - gap - first
    const lastRow = Math.floor((names.length - 1) / 2)
    if (lastRow <= 0) putNumber()
    this.put(page, lead, nameLeft - lead.width, plan.numberTop, null)
    lines.forEach((line, at) => {
      if (lastRow > 0 && at === lastRow * 2) putNumber()
      const top = plan.numberTop + Math.floor(at / 2) * this.body.pitch
      const x = nameLeft + (at % 2) * (first + gap)
      this.put(page, line, x, top, partKey(this.key(index), 'name', at))
    })
  }

  private rules(page: PageDraft): void {
    const { plan, setting, section } = this
    if (plan.ruleTop === null) return
    const { left, right, width, height } = setting.area
    if (section.form !== 'letter') {
      page.shapes.push(redLine(left, right, plan.ruleTop, redRule))
      return
    }
    const from = (width - doubleRule.length) / 2
    const to = from + doubleRule.length
    const { heavy, light, gap, fromFoot } = doubleRule
    const lower = height - fromFoot - doubleRuleHeight
    page.shapes.push(
      redLine(from, to, plan.ruleTop, heavy),
      redLine(from, to, plan.ruleTop + heavy + gap, light),
      redLine(from, to, lower, light),
      redLine(from, to, lower + light + gap, heavy),
    )
  }
}

/**
 * Sets what a section begins with in its form: copy number, secrecy and urgency, mark, number, signers, rules; one piece at the head of its first page.
 * null where the section begins with none of it.
 */
export function setHead(
  setting: Setting,
  section: FlowSection,
  index: number,
  marks: readonly HeadLine[],
): { readonly unit: Unit; readonly count: number } | null {
  const parts = headParts(section)
  if (parts === null) return null
  const plan = planHead(setting.style, section, parts, {
    secrecy: marks.some(({ key }) => key === 'secrecy'),
    urgency: marks.some(({ key }) => key === 'urgency'),
  })
  const key = (block: number): string => blockKey(index, block)
  const setter = new HeadSetter(setting, section, key, parts, plan, marks)
  const unit: Unit = {
    height: Math.max(0, plan.bottom - setting.area.top),
    slack: 0,
    before: 0,
    after: emptyBelowHead * setting.text('body').pitch,
    breakBefore: 0,
    draw: (page) => setter.draw(page),
  }
  return { unit, count: parts.count }
}
