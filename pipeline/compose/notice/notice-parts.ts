import type {
  Block,
  FlowBlock,
  FlowTable,
  Form,
  ImprintBlock,
  OfficialDocument,
  Part,
  Run,
  StyleSheet,
} from '../../model/index.js'
import { plainRuns } from '../flow/runs.js'
import type { BlockRole, BlockRoles } from './block-roles.js'
import { printedMark } from './issuer-mark.js'
import { titleLine } from './printed-lines.js'
import { runningText, signatureBlock, textBlock } from './running-text.js'
import type { SaidText } from './said-text.js'

/** What the parts of a notice are read with. */
export interface NoticeSource {
  readonly document: OfficialDocument
  readonly said: SaidText
  readonly roles: BlockRoles
  readonly sheet: StyleSheet
  readonly form: Form
}

/** What stands in the head of page 1, taken out of the text. */
export interface NoticeHead {
  readonly copyNumber: string | null
  /** The issuer’s mark where the source prints one: 某部文件. */
  readonly mark: string | null
  readonly number: string | null
  readonly signers: readonly string[]
  readonly title: string | null
}

export interface SetPart {
  readonly blocks: readonly FlowBlock[]
  readonly landscape: ReadonlySet<FlowTable>
}

export interface MainPart extends SetPart {
  readonly head: NoticeHead
  readonly imprint: ImprintBlock | null
}

/** A stretch of neighbouring blocks of one role. */
interface Stretch {
  readonly role: BlockRole
  readonly blocks: readonly Block[]
}

function stretchesOf(blocks: readonly Block[], roles: BlockRoles): readonly Stretch[] {
  const stretches: { role: BlockRole; blocks: Block[] }[] = []
  for (const block of blocks) {
    const own = roles.of(block)
    const role = own === 'date' ? 'issuer' : own
    const last = stretches.at(-1)
    if (last?.role === role) last.blocks.push(block)
    else stretches.push({ role, blocks: [block] })
  }
  return stretches
}

const one = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** 签发人： and the space between names and number: what may stand beside them. */
const besideSigners = /^[\s：:]*(?:签发人)?[\s：:、]*$/u

/** The number and the signers of a line; null where it says more than these. */
function numberLine(
  block: Block,
  { said, roles }: NoticeSource,
): { readonly number: string | null; readonly signers: readonly string[] } | null {
  const spans = roles
    .within(block.span)
    .filter(({ role }) => role === 'number' || role === 'signers')
  let rest = ''
  let at = block.span.start
  for (const { start, end } of spans) {
    rest += said.of({ start: at, end: start })
    at = end
  }
  rest += said.of({ start: at, end: block.span.end })
  if (!besideSigners.test(rest)) return null
  const of = (role: BlockRole) => spans.filter((span) => span.role === role)
  // A number with markup inside it, `\[`, stands in several places.
  const number = one(
    of('number')
      .map((span) => said.of(span))
      .join(''),
  )
  const signers = of('signers').map((span) => one(said.of(span)))
  return { number: number === '' ? null : number, signers }
}

/** 附件： and labels: what stands between the names of an attachment note. */
const noteLabel = /^(\d{1,2})[.．、]\s*$/u

/**
 * The names of an attachment note as printed; null where it says more than 附件：, 1., names, or numbers otherwise than in order: then it stays text, for what
 * is set anew puts these itself.
 */
function notedNames(
  blocks: readonly Block[],
  { said, roles }: NoticeSource,
): readonly string[] | null {
  const names: string[] = []
  const labels: (string | null)[] = []
  for (const block of blocks) {
    const spans = roles.within(block.span)
    const starts = spans.filter(
      ({ role, pointer }) => role === 'attachment' && pointer.endsWith('/title'),
    )
    const lead = said.of({ start: block.span.start, end: starts[0]?.start ?? block.span.end })
    const first = lead.replace(/^附件[：:]\s*/u, '')
    if (names.length === 0 ? !/^附件[：:]/u.test(lead) : first !== lead) return null
    let label = first
    for (const [index, span] of starts.entries()) {
      if (label !== '' && !noteLabel.test(label)) return null
      const next = starts[index + 1]
      const whole = said.of({ start: span.start, end: next?.start ?? block.span.end })
      const following = next === undefined ? null : /\s*\d{1,2}[.．、]\s*$/u.exec(whole)
      names.push(one(following === null ? whole : whole.slice(0, following.index)))
      labels.push(label === '' ? null : (noteLabel.exec(label)?.[1] ?? null))
      label = following === null ? '' : following[0].trim()
    }
  }
  const numbered = labels.every((label, index) => label === String(index + 1))
  const single = names.length === 1 && labels[0] === null
  return numbered && names.length > 1 ? names : single ? names : null
}

/** Issuers and date of a stretch, each as printed. */
function signed(
  blocks: readonly Block[],
  { said, roles }: NoticeSource,
): { readonly names: readonly string[]; readonly date: string | null } {
  const names: string[] = []
  let date: string | null = null
  for (const block of blocks) {
    const found = roles.within(block.span).find(({ role }) => role === 'date')
    if (found === undefined) {
      names.push(
        ...said
          .of(block.span)
          .split('\n')
          .map(one)
          .filter((line) => line !== ''),
      )
      continue
    }
    const before = one(said.of({ start: block.span.start, end: found.start }))
    if (before !== '') names.push(before)
    date = one(said.of({ start: found.start, end: block.span.end }))
  }
  return { names, date }
}

const copiesLead = /^抄送[：:]\s*/u

function imprintOf(
  copies: readonly Block[],
  printed: readonly Block[],
  source: NoticeSource,
): ImprintBlock | null {
  if (copies.length === 0 && printed.length === 0) return null
  const { said, roles, form } = source
  const groups = copies.flatMap((block) =>
    said
      .of(block.span)
      .split('\n')
      .map(one)
      .filter((line) => line !== ''),
  )
  const [block] = printed
  const on =
    block === undefined
      ? undefined
      : roles.within(block.span).find(({ pointer }) => pointer === '/printedOn')
  const runsOf = (text: string): readonly Run[] | null => (text === '' ? null : plainRuns(text))
  const by =
    block === undefined
      ? ''
      : one(said.of({ start: block.span.start, end: on?.start ?? block.span.end }))
  const more = printed.slice(1).map((each) => one(said.of(each.span)))
  return {
    type: 'imprint',
    recipients: null,
    copiesTo: groups.map((group, index) => {
      const names = index === 0 ? group.replace(copiesLead, '') : group
      // A full stop after the last: 7.4.2.
      return plainRuns(
        index === groups.length - 1 && !/[。；]$/u.test(names) ? `${names}。` : names,
      )
    }),
    printedBy: runsOf(by),
    printedOn:
      block === undefined || on === undefined
        ? runsOf(more.join('　'))
        : plainRuns([one(said.of({ start: on.start, end: block.span.end })), ...more].join('　')),
    rules: form !== 'letter',
  }
}

/** Groups of 抄送 on lines of their own, between the first and who printed it. */
function withGroups(stretches: readonly Stretch[]): readonly Stretch[] {
  return stretches.map((stretch, index) => {
    const between = stretch.role === 'text' && stretch.blocks.length <= 4
    const inside =
      stretches[index - 1]?.role === 'copies' && stretches[index + 1]?.role === 'printed'
    return between && inside ? { ...stretch, role: 'copies' as const } : stretch
  })
}

/** （此件公开发布） was said of the paper that the issuer published: it stands on nothing that is made from it. */
const release = /[（(〔[]\s*此件(?:公开发布|主动公开|依申请公开|不公开)\s*[）)〕\]]/gu

/** A note’s line without what it says of its publication. */
export const withoutRelease = (line: string): string => one(line.replace(release, ''))

class MainPartReader {
  private readonly blocks: FlowBlock[] = []
  private readonly landscape = new Set<FlowTable>()
  private readonly copies: Block[] = []
  private readonly printed: Block[] = []
  private readonly titles: string[] = []
  private copyNumber: string | null = null
  private mark: string | null = null
  private number: string | null = null
  private signers: readonly string[] = []

  constructor(private readonly source: NoticeSource) {}

  read(part: Part): MainPart {
    for (const stretch of withGroups(stretchesOf(part.blocks, this.source.roles)))
      this.stretch(stretch)
    return {
      blocks: this.blocks,
      landscape: this.landscape,
      imprint: imprintOf(this.copies, this.printed, this.source),
      head: {
        copyNumber: this.copyNumber,
        mark: this.mark,
        number: this.number,
        signers: this.signers,
        title: this.titles.length === 0 ? null : titleLine(this.titles.join('\n')),
      },
    }
  }

  /** Running text; a printed mark before number and title goes into the head. */
  private text(blocks: readonly Block[]): void {
    const [first] = blocks
    const isHead = this.titles.length === 0 && this.number === null && this.blocks.length === 0
    const isFirst = isHead && this.mark === null && first !== undefined
    const mark = isFirst ? printedMark(this.source.said.of(first.span)) : null
    this.mark ??= mark
    const text = mark === null ? blocks : blocks.slice(1)
    if (text.length > 0) this.running(text)
  }

  private running(blocks: readonly Block[]): void {
    const { said, sheet, form } = this.source
    // Recipients that the model does not know are told by their shape: only the first line can be one.
    const opens = this.blocks.length === 0
    const set = runningText(blocks, said, sheet, { stamped: form === 'order', opens })
    this.blocks.push(...set.blocks)
    for (const table of set.landscape) this.landscape.add(table)
  }

  private paragraphs(style: 'recipients' | 'note', blocks: readonly Block[]): void {
    const { said, sheet } = this.source
    for (const block of blocks)
      for (const line of said.of(block.span).split('\n').map(one)) {
        const kept = style === 'note' ? withoutRelease(line) : line
        if (kept !== '') this.blocks.push(textBlock(style, plainRuns(kept), sheet))
      }
  }

  private stretch({ role, blocks }: Stretch): void {
    const { said, form } = this.source
    switch (role) {
      case 'title':
        this.titles.push(...blocks.map((block) => said.of(block.span)))
        break
      case 'copyNumber':
        this.copyNumber = blocks.map((block) => one(said.of(block.span))).join(' ')
        break
      case 'secrecy':
      case 'urgency':
        // The flow says them: they stand on every page of every product.
        break
      case 'number':
      case 'signers':
        this.numbers(blocks)
        break
      case 'recipients':
      case 'note':
        this.paragraphs(role, blocks)
        break
      case 'attachment': {
        const names = notedNames(blocks, this.source)
        if (names === null) this.text(blocks)
        else this.blocks.push({ type: 'attachmentNote', names })
        break
      }
      case 'issuer': {
        const { names, date } = signed(blocks, this.source)
        const before = this.unclaimedSigner(names)
        this.blocks.push(signatureBlock([...before, ...names], date, form === 'order'))
        break
      }
      case 'copies':
        this.copies.push(...blocks)
        break
      case 'printed':
        this.printed.push(...blocks)
        break
      case 'label':
      case 'date':
      case 'text':
        this.text(blocks)
    }
  }

  /** A short line directly above a date that no issuer stands over: it signs, whatever it is called. */
  private unclaimedSigner(names: readonly string[]): readonly string[] {
    const last = this.blocks.at(-1)
    if (names.length > 0 || last?.type !== 'text' || last.style !== 'body') return []
    const text = last.runs.map((run) => (run.type === 'text' ? run.text : '')).join('')
    if (text.length > 30 || /[。；：！？，、）]/u.test(text)) return []
    this.blocks.pop()
    return [text]
  }

  private numbers(blocks: readonly Block[]): void {
    for (const block of blocks) {
      const line = numberLine(block, this.source)
      if (line === null) {
        const text = one(this.source.said.of(block.span))
        this.number = this.number === null ? text : `${this.number} ${text}`
        continue
      }
      this.number = line.number ?? this.number
      this.signers = [...this.signers, ...line.signers]
    }
  }
}

/** The notice itself: its head taken apart, its text as running text, its imprint for the last page. */
export function readMainPart(part: Part, source: NoticeSource): MainPart {
  return new MainPartReader(source).read(part)
}

/** What an attachment’s leaf says where the source leaves it out: 附件, or 附件 and its number, as the note numbers it. GB/T 9704-2012, 7.3.7. */
function derivedLabel(index: number, document: OfficialDocument): string | null {
  const at = document.attachments.findIndex(({ part }) => part === index)
  if (at === -1) return null
  return document.attachments.length > 1 ? `附件${at + 1}` : '附件'
}

/** An attachment or a paper inside the paper: its label, its title, its text. */
export function readOtherPart(part: Part, index: number, source: NoticeSource): SetPart {
  const { said, roles, sheet, document } = source
  const titles: string[] = []
  const labels: string[] = []
  const text: Block[] = []
  for (const block of part.blocks) {
    const spans = roles.within(block.span)
    const label = spans.find(({ role }) => role === 'label')
    const title = spans.find(({ role }) => role === 'title')
    if (label !== undefined && title !== undefined && text.length === 0) {
      labels.push(one(said.of({ start: block.span.start, end: title.start })))
      titles.push(said.of({ start: title.start, end: block.span.end }))
    } else if (label !== undefined && text.length === 0) labels.push(one(said.of(block.span)))
    else if (title !== undefined && text.length === 0) titles.push(said.of(block.span))
    else text.push(block)
  }
  const derived =
    labels.length > 0 || part.kind !== 'attachment' ? null : derivedLabel(index, document)
  const label = labels.length > 0 ? labels.join(' ') : derived
  const set = runningText(text, said, sheet, { stamped: false, opens: true })
  const head: FlowBlock[] = []
  if (label !== null) head.push(textBlock('attachmentLabel', plainRuns(label), sheet, true))
  // A paper without a label has its title where an attachment has it, on the third line.
  else if (titles.length > 0) head.push({ type: 'space', lines: 2 })
  if (titles.length > 0) {
    const style = label === null ? 'title' : 'attachmentTitle'
    head.push(textBlock(style, plainRuns(titleLine(titles.join('\n'))), sheet, true))
  }
  return { blocks: [...head, ...set.blocks], landscape: set.landscape }
}
