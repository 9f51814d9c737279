import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type ParagraphChild,
} from 'docx'

import type { Flow, FlowSection, Run } from '../../model/index.js'
import { millimetre } from '../../typeset/index.js'
import {
  emptyBelowHead,
  headParts,
  planHead,
  redRule,
  type HeadParts,
  type HeadPlan,
} from '../../typeset/plan-head.js'
import { breakTitle } from './break-title.js'
import { characterWidthOf, fontOf, hexOf, sizeOf } from './characters.js'
import type { BlockContext } from './context.js'
import { boxBelow, fixedHeight, LineStack } from './fixed-line.js'
import { twipsOfPoints } from './geometry.js'
import { masthead, upperRule } from './letter.js'
import { childrenOf, plain } from './runs.js'
import { pitchOf, spaceOf, styleIdOf } from './styles.js'
import { widthInCharacters } from './width-in-characters.js'

/** 3号 in half points, and the pitch of the text in pt. */
const bodyOf = (context: BlockContext) => ({
  size: context.style.text.body.size,
  pitch: pitchOf(context.style.text.body),
})

/** What stands at the left of a head. */
interface HeadRow {
  readonly style: 'copyNumber' | 'number'
  /** pt from the sheet’s upper edge. */
  readonly top: number
  readonly children: readonly ParagraphChild[]
}

/** Between the names of joint issuers and 文件, in characters. */
const besideNames = 0.25

class HeadWriter {
  private readonly body: { readonly size: number; readonly pitch: number }
  private readonly stack: LineStack

  constructor(
    private readonly flow: Flow,
    private readonly section: FlowSection,
    private readonly parts: HeadParts,
    private readonly plan: HeadPlan,
    private readonly marks: readonly string[],
    private readonly context: BlockContext,
  ) {
    this.body = bodyOf(context)
    this.stack = new LineStack(context.style.page.top * millimetre)
  }

  write(): readonly (Paragraph | Table)[] {
    return this.section.form === 'letter' ? this.letter() : this.document()
  }

  private get below(): number {
    return spaceOf(this.context.style, emptyBelowHead * this.body.pitch)
  }

  /** Copy number, secrecy, urgency: what there is of them, and where each stands. */
  private rows(): readonly HeadRow[] {
    const { parts, marks, plan, context, flow } = this
    const [secrecyTop, urgencyTop] = plan.marksTop
    const marked = (text: string | null, top: number | undefined): readonly HeadRow[] =>
      text === null || top === undefined || marks.length === 0
        ? []
        : [{ style: 'number', top, children: this.inHei(plain(text)) }]
    const copied: readonly HeadRow[] =
      parts.copyNumber === null
        ? []
        : [
            {
              style: 'copyNumber',
              top: plan.copyNumberTop,
              children: childrenOf(parts.copyNumber.runs, context),
            },
          ]
    return [...copied, ...marked(flow.secrecy, secrecyTop), ...marked(flow.urgency, urgencyTop)]
  }

  /** The mark and its double rule in frames, then the number at the right with secrecy and the rest at the left of its lines. 10.1. */
  private letter(): readonly (Paragraph | Table)[] {
    const { context, parts, plan } = this
    const rows = this.rows()
    const number = parts.number
    const count = Math.max(rows.length, number === null ? 0 : 1)
    const mark = parts.mark?.type === 'mark' ? [this.mark(parts.mark.block.runs, true)] : []
    const rules = plan.ruleTop === null ? [] : upperRule(context.style, plan.ruleTop)
    const lines = Array.from({ length: count }, (_, index) =>
      this.letterLine(rows[index], index, index === count - 1),
    )
    const alone = mark.length > 0 && lines.length === 0
    return [...mark, ...rules, ...lines, ...(alone ? [this.empty()] : [])]
  }

  private letterLine(row: HeadRow | undefined, index: number, last: boolean): Paragraph {
    const { context, plan } = this
    const number = index === 0 ? this.parts.number : null
    const spacing = this.stack.at(plan.numberTop + index * this.body.pitch, this.body.size)
    const both = row !== undefined && number !== null
    return new Paragraph({
      style: styleIdOf(context.style, 'number'),
      alignment: row === undefined ? AlignmentType.RIGHT : AlignmentType.LEFT,
      keepNext: true,
      spacing: { ...spacing, after: last ? this.below : 0 },
      ...(both ? { tabStops: [{ type: TabStopType.RIGHT, position: context.textWidth }] } : {}),
      children: [
        ...(row?.children ?? []),
        ...(both ? [new TextRun({ children: [new Tab()] })] : []),
        ...(number === null ? [] : childrenOf(number.runs, context)),
      ],
    })
  }

  /** A mark without anything below it: the title stands where it would. */
  private empty(): Paragraph {
    return new Paragraph({
      style: styleIdOf(this.context.style, 'number'),
      spacing: {
        ...this.stack.at(this.plan.numberTop - this.body.size, this.body.size),
        after: this.below,
      },
      keepNext: true,
    })
  }

  private inHei(runs: readonly Run[]): ParagraphChild[] {
    return childrenOf(
      runs.map((run) => (run.type === 'text' ? { ...run, face: 'hei' as const } : run)),
      this.context,
    )
  }

  private document(): readonly (Paragraph | Table)[] {
    const stack = this.rows().map(
      ({ style, top, children }) =>
        new Paragraph({
          style: styleIdOf(this.context.style, style),
          alignment: AlignmentType.LEFT,
          keepNext: true,
          spacing: this.stack.at(top, this.body.size),
          children: [...children],
        }),
    )
    return [...stack, ...this.markOfDocument(), ...this.number(), ...this.rule()]
  }

  private markOfDocument(): readonly (Paragraph | Table)[] {
    const { parts } = this
    if (parts.mark === null) return []
    if (parts.mark.type === 'joint') return this.joint(parts.mark.block)
    return [this.mark(parts.mark.block.runs, false)]
  }

  /** The mark at its size, its characters drawn apart but for the last one, which would push it off the centre. */
  private mark(runs: readonly Run[], framed: boolean): Paragraph {
    const { context, plan } = this
    const { style } = context
    const look = plan.look ?? { size: style.text.masthead.size, spacing: 0 }
    const spread = breakTitle(
      runs,
      { ...style.text.masthead, size: look.size, balance: plan.markLines > 1 },
      context.textWidth / 20,
    )
    const text = spread.map((run) => (run.type === 'text' ? run.text : '')).join('')
    const characters = Array.from(text)
    const run = (part: string, spacing: number) =>
      part.split('\n').map(
        (line, index) =>
          new TextRun({
            text: line,
            size: sizeOf(look.size).size,
            characterSpacing: Math.round(spacing * 20),
            font: { hint: 'eastAsia' },
            ...(index > 0 ? { break: 1 } : {}),
          }),
      )
    const line = plan.markLines > 1 ? plan.markPitch : fixedHeight(look.size)
    const children = [
      ...run(characters.slice(0, -1).join(''), look.spacing),
      ...run(characters.at(-1) ?? '', 0),
    ]
    return new Paragraph({
      style: styleIdOf(style, 'masthead'),
      keepNext: true,
      ...(framed
        ? masthead(style, plan.markTop, look.size, line, plan.markLines)
        : { spacing: this.stack.at(plan.markTop, look.size, line, plan.markLines) }),
      children,
    })
  }

  /** Names spread to one width in a table without lines, 文件 beside them in the middle. 7.2.4. */
  private joint(
    block: Extract<HeadParts['mark'], { type: 'joint' }>['block'],
  ): readonly (Paragraph | Table)[] {
    const { context, plan } = this
    const look = plan.look ?? { size: 22, spacing: 0 }
    const widest = Math.max(0, ...block.issuers.map((name) => widthInCharacters(plain(name))))
    const left = twipsOfPoints(widest * look.size) + 60
    const right =
      block.suffix === null
        ? 0
        : twipsOfPoints((widthInCharacters(plain(block.suffix)) + besideNames) * look.size)
    const line = twipsOfPoints(plan.markPitch)
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
    const paragraph = (text: string, alignment: 'distribute' | 'right') =>
      new Paragraph({
        style: styleIdOf(context.style, 'masthead'),
        alignment,
        spacing: { before: 0, after: 0, line, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, size: sizeOf(look.size).size, font: { hint: 'eastAsia' } })],
      })
    const cell = (width: number, children: Paragraph[]) =>
      new TableCell({
        width: { size: width, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        margins: { left: 0, right: 0, top: 0, bottom: 0 },
        children,
      })
    const table = new Table({
      alignment: AlignmentType.CENTER,
      width: { size: left + right, type: WidthType.DXA },
      columnWidths: right > 0 ? [left, right] : [left],
      layout: TableLayoutType.FIXED,
      borders: {
        top: none,
        bottom: none,
        left: none,
        right: none,
        insideHorizontal: none,
        insideVertical: none,
      },
      rows: [
        new TableRow({
          children: [
            cell(
              left,
              block.issuers.map((name) => paragraph(name, 'distribute')),
            ),
            ...(block.suffix === null ? [] : [cell(right, [paragraph(block.suffix, 'right')])]),
          ],
        }),
      ],
    })
    const top = plan.markTop - boxBelow(plan.markPitch, look.size)
    return [this.gap(this.stack.leaveRoom(top, plan.markPitch * block.issuers.length)), table]
  }

  /** A table takes no space above: a paragraph without height has it. */
  private gap(height: number): Paragraph {
    return new Paragraph({
      style: styleIdOf(this.context.style, 'small'),
      spacing: { before: 0, after: 0, line: twipsOfPoints(height), lineRule: LineRuleType.EXACT },
      keepNext: true,
    })
  }

  private number(): readonly Paragraph[] {
    const { parts, context, plan } = this
    if (parts.number === null) return []
    if (parts.signers !== null) return this.signers(parts.signers.names, parts.number.runs)
    const spacing = this.stack.at(plan.numberTop, this.body.size)
    return [
      new Paragraph({
        style: styleIdOf(context.style, 'number'),
        spacing: { ...spacing, after: plan.ruleTop === null ? this.below : 0 },
        keepNext: true,
        children: childrenOf(parts.number.runs, context),
      }),
    ]
  }

  /** The number at the left, 签发人 at the right, two names a line, the number on the last. 7.2.6. */
  private signers(names: readonly string[], number: readonly Run[]): readonly Paragraph[] {
    const { context, plan } = this
    const character = characterWidthOf(context.style.text.number)
    const columnWidth = (column: number): number =>
      Math.max(
        0,
        ...names.filter((_, at) => at % 2 === column).map((name) => widthInCharacters(plain(name))),
      )
    const [width, second] = [columnWidth(0), columnWidth(1)]
    const gap = second > 0 ? 1 : 0
    const nameLeft = context.textWidth - character * (1 + second + gap + width)
    const stops = [
      Math.round(nameLeft - 4 * character),
      Math.round(nameLeft),
      Math.round(nameLeft + (width + gap) * character),
    ]
    const count = Math.ceil(names.length / 2)
    const tab = () => new TextRun({ children: [new Tab()] })
    const kai = (text: string) => new TextRun({ text, font: fontOf(context.style, 'kai') })
    return Array.from({ length: count }, (_, row) => {
      const [name = '', other] = names.slice(row * 2, row * 2 + 2)
      const spacing = this.stack.at(plan.numberTop + row * this.body.pitch, this.body.size)
      return new Paragraph({
        style: styleIdOf(context.style, 'number'),
        alignment: AlignmentType.LEFT,
        keepNext: true,
        indent: { left: character, right: 0, firstLine: 0 },
        tabStops: stops.map((position) => ({ type: TabStopType.LEFT, position })),
        spacing: {
          ...spacing,
          after: row === count - 1 && plan.ruleTop === null ? this.below : 0,
        },
        children: [
          ...(row === count - 1 ? childrenOf(number, context) : []),
          tab(),
          ...(row === 0 ? childrenOf(plain('签发人：'), context) : []),
          // 签发人： is four characters long and ends where the names begin.
          ...(row === 0 ? [] : [tab()]),
          kai(name),
          ...(other === undefined ? [] : [tab(), kai(other)]),
        ],
      })
    })
  }

  private rule(): readonly Paragraph[] {
    const { plan, context } = this
    if (plan.ruleTop === null) return []
    const line = twipsOfPoints(this.stack.leaveRoom(plan.ruleTop, redRule))
    return [
      new Paragraph({
        style: styleIdOf(context.style, 'small'),
        keepNext: true,
        // Nothing stands in it that could be cut.
        spacing: { before: 0, after: this.below, line, lineRule: LineRuleType.EXACT },
        indent: { left: 0, right: 0, firstLine: 0 },
        border: {
          bottom: {
            style: BorderStyle.SINGLE,
            size: Math.round(redRule * 8),
            color: hexOf('red'),
            space: 0,
          },
        },
      }),
    ]
  }
}

/** What stands at the head of a section, and how many of its blocks that takes; null where it begins with none of it. */
export function headOf(
  flow: Flow,
  section: FlowSection,
  marks: readonly string[],
  isFirst: boolean,
  context: BlockContext,
): {
  readonly children: readonly (Paragraph | Table)[]
  readonly count: number
} | null {
  const parts = headParts(section)
  if (parts === null) return null
  const plan = planHead(flow.style, section, parts, {
    secrecy: isFirst && flow.secrecy !== null,
    urgency: isFirst && flow.urgency !== null,
  })
  const writer = new HeadWriter(flow, section, parts, plan, marks, context)
  return { children: writer.write(), count: parts.count }
}
