import type {
  Block,
  FaceRole,
  FlowBlock,
  FlowTable,
  Run,
  StyleSheet,
  TextStyleName,
} from '../../model/index.js'
import { readChineseDate } from '../../text/index.js'
import { plainRuns } from '../flow/runs.js'
import { noticeTable } from './notice-table.js'
import {
  levelOf,
  looksAddressed,
  looksLikeSubtitle,
  looksSigned,
  officeAndName,
  paragraphsOf,
} from './printed-lines.js'
import { runInEnd } from './printed-lines.js'
import type { SaidText } from './said-text.js'

const headingStyles = ['heading1', 'heading2', 'heading3', 'heading4'] as const
/** The faces of the levels, of which in a run-in heading only the heading takes them. GB/T 9704-2012, 7.3.3. */
const headingFaces: readonly (FaceRole | null)[] = ['hei', 'kai', null, null]

/** What running text becomes: blocks, and which of its tables ask for a turned sheet. */
export interface RunningText {
  readonly blocks: readonly FlowBlock[]
  readonly landscape: ReadonlySet<FlowTable>
}

export function textBlock(
  style: TextStyleName,
  runs: readonly Run[],
  sheet: StyleSheet,
  keepWithNext = false,
): FlowBlock {
  return {
    type: 'text',
    style,
    runs,
    outline: sheet.text[style].outline,
    keepWithNext,
    anchor: null,
  }
}

/** Who was there, below the text of minutes: the label in 黑体, the names in the text’s face. GB/T 9704-2012, 10.3. */
const attendance = /^(?:出席|请假|列席)(?:人员|单位)?(?=[：:])/u

function runsOfParagraph(line: string): readonly Run[] {
  const label = attendance.exec(line)?.[0]
  if (label !== undefined)
    return [
      { type: 'text', text: label, face: 'hei', colour: null, link: null },
      ...plainRuns(line.slice(label.length)),
    ]
  const level = levelOf(line)
  const face = level === null ? null : (headingFaces[level - 1] ?? null)
  const end = face === null ? null : runInEnd(line)
  if (end === null) return plainRuns(line)
  const heading: Run = { type: 'text', text: line.slice(0, end), face, colour: null, link: null }
  return [heading, ...plainRuns(line.slice(end))]
}

/** How the text of a part is read: an order is signed with a stamp; a paper in the paper may be addressed to somebody. */
export interface TextManner {
  readonly stamped: boolean
  /** The first lines may be a line in brackets under the title, and an address. */
  readonly opens: boolean
}

interface Lines {
  readonly lines: readonly string[]
  readonly block: Block
}

class TextWriter {
  readonly blocks: FlowBlock[] = []
  readonly landscape = new Set<FlowTable>()
  /** Who was there has begun, an empty line below the text. */
  private attended = false

  constructor(
    private readonly said: SaidText,
    private readonly sheet: StyleSheet,
    private readonly manner: TextManner,
  ) {}

  /** Blocks of the text, none of which has a place of its own. */
  write(all: readonly Block[]): void {
    const parts = all.map((block): Lines => ({
      block,
      lines: block.type === 'table' ? [] : paragraphsOf(this.said.of(block.span)),
    }))
    let opening = this.manner.opens
    for (let index = 0; index < parts.length; index += 1) {
      const part = parts[index]
      if (part === undefined) continue
      if (part.block.type === 'table') {
        this.table(part.block)
        opening = false
        continue
      }
      const signed = this.signature(parts, index)
      if (signed > 0) {
        index += signed - 1
        opening = false
        continue
      }
      if (opening && this.opening(part.lines)) {
        opening = looksLikeSubtitle(part.lines.join(''))
        continue
      }
      opening = opening && part.lines.length === 0
      this.paragraphs(part)
    }
  }

  private table(block: Extract<Block, { type: 'table' }>): void {
    const { table, landscape } = noticeTable(block, this.said)
    if (landscape) this.landscape.add(table)
    this.blocks.push(table)
  }

  private paragraphs({ block, lines }: Lines): void {
    if (block.type === 'heading' && lines.length === 1) {
      const style = block.level === 0 ? 'subtitle' : headingStyles[Math.min(block.level, 4) - 1]
      this.blocks.push(textBlock(style ?? 'heading4', plainRuns(lines[0] ?? ''), this.sheet, true))
      return
    }
    for (const line of lines) {
      const first = attendance.test(line) && !this.attended
      if (first && this.blocks.length > 0) this.blocks.push({ type: 'space', lines: 1 })
      this.attended ||= first
      this.blocks.push(textBlock('body', runsOfParagraph(line), this.sheet))
    }
  }

  /** A line in brackets under the title, or to whom a paper is addressed. */
  private opening(lines: readonly string[]): boolean {
    const [line] = lines
    if (line === undefined || lines.length > 1) return false
    if (looksLikeSubtitle(line)) {
      this.blocks.push(textBlock('subtitle', plainRuns(line), this.sheet, true))
      return true
    }
    if (!looksAddressed(line)) return false
    this.blocks.push(textBlock('recipients', plainRuns(line), this.sheet))
    return true
  }

  /** Short lines with a date under them: how many blocks they take. */
  private signature(parts: readonly Lines[], from: number): number {
    let at = from
    const names: string[] = []
    for (; at < parts.length && names.length < 6; at += 1) {
      const part = parts[at]
      const [line] = part?.lines ?? []
      if (part?.block.type !== 'paragraph' || part.lines.length !== 1 || line === undefined)
        return 0
      if (readChineseDate(line.replace(/\s+/gu, '')) !== null) {
        if (names.length === 0 && !this.manner.stamped) return 0
        this.blocks.push(signatureBlock(names, line, this.manner.stamped))
        return at - from + 1
      }
      if (!looksSigned(line)) return 0
      names.push(line)
    }
    return 0
  }
}

/** Who signs and the date: a stamp in an order, else issuers over the date, never with room for a seal: it is not ours to set. */
export function signatureBlock(
  names: readonly string[],
  date: string | null,
  stamped: boolean,
): FlowBlock {
  const [name] = names
  const dateRuns = date === null ? [] : plainRuns(date)
  if (stamped && names.length === 1 && name !== undefined) {
    const parted = officeAndName(name)
    return {
      type: 'stamp',
      office: parted === null ? null : plainRuns(parted[0]),
      name: plainRuns(parted === null ? name : parted[1]),
      date: date === null ? null : dateRuns,
    }
  }
  return { type: 'signature', issuers: names.map(plainRuns), date: dateRuns, seal: false }
}

/** Running text as an office sets it: levels in their faces, tables with their merged cells, papers signed where their shape says so. */
export function runningText(
  blocks: readonly Block[],
  said: SaidText,
  sheet: StyleSheet,
  manner: TextManner,
): RunningText {
  const writer = new TextWriter(said, sheet, manner)
  writer.write(blocks)
  return { blocks: writer.blocks, landscape: writer.landscape }
}
