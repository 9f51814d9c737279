import type { Element } from 'hast'

import type { Block, Cell, OfficialDocument, Span, TableBlock } from '../../model/index.js'
import { element, type Content } from './element.js'
import { isPlaced, messageElement, type Message } from './messages.js'
import { passagesWithin, type Passage } from './passages.js'
import type { Badge } from './badges.js'
import { words } from './words.js'

export interface SourceInput {
  readonly document: OfficialDocument
  readonly passages: readonly Passage[]
  /** Numbers that lead from the source to what was read from it, by the offset that they stand before. */
  readonly badges: ReadonlyMap<number, readonly Badge[]>
  readonly messages: readonly Message[]
}

const lineBreak = /^<br\s*\/?>$/iu
const markupSpace = /^(?:&nbsp;|&#160;|&#xA0;)$/iu

/** The source as it reads, every character of it once and in order: said, computed, markup or dropped. */
export class SourceColumn {
  private readonly messages: readonly Message[]
  /** The first message that has not yet found its place. */
  private nextMessage = 0
  private tables = 0
  private headingLevel = 2

  constructor(private readonly input: SourceInput) {
    this.messages = input.messages
      .filter((message) => isPlaced(message, input.document))
      .sort((a, b) => (a.finding.span?.start ?? 0) - (b.finding.span?.start ?? 0))
  }

  elements(): readonly Element[] {
    const { text, parts } = this.input.document
    const blocks = parts
      .flatMap((part) => part.blocks)
      .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    const elements: Content[] = []
    let at = 0
    for (const block of blocks) {
      elements.push(this.gap({ start: at, end: block.span.start }), ...this.block(block))
      at = Math.max(at, block.span.end)
      elements.push(...this.messagesBefore(at))
    }
    elements.push(this.gap({ start: at, end: text.length }), ...this.messagesBefore(Infinity))
    return elements.filter((each): each is Element => each !== null && typeof each !== 'string')
  }

  /** Messages whose place begins before an offset, and that no block before has taken. */
  private messagesBefore(offset: number): readonly Element[] {
    const first = this.nextMessage
    const begins = (message: Message | undefined): number =>
      message?.finding.span?.start ?? Infinity
    while (
      this.nextMessage < this.messages.length &&
      begins(this.messages[this.nextMessage]) < offset
    )
      this.nextMessage += 1
    return this.messages.slice(first, this.nextMessage).map(messageElement)
  }

  /** What stands between two blocks: dropped text, markup. White space alone is nothing. */
  private gap(span: Span): Content {
    if (!/\S/.test(this.slice(span))) return null
    const dropped = passagesWithin(this.input.passages, span).some(({ kind }) => kind === 'dropped')
    return element('div', { className: dropped ? ['gap'] : ['gap', 'markup'] }, this.running(span))
  }

  private block(block: Block): readonly Content[] {
    switch (block.type) {
      case 'heading': {
        // Levels that a notice leaves out are left out here too: a reader’s list of headings has no holes.
        this.headingLevel = Math.min(block.level + 3, this.headingLevel + 1, 6)
        const look = ['heading', `level${block.level}`]
        const name = `h${Math.max(3, this.headingLevel)}`
        return [element(name, { className: look }, this.running(block.span))]
      }
      case 'paragraph':
        return [element('p', {}, this.running(block.span))]
      case 'table':
        return [this.table(block)]
      case 'image':
        return [
          element(
            'p',
            { className: ['picture'] },
            note(`〔${words.picture}${block.description === '' ? '' : `：${block.description}`}〕`),
            this.running(block.span),
          ),
        ]
      case 'unknown':
        return [
          element(
            'p',
            { className: ['unknown'] },
            note(`〔${words.unknown}〕`),
            this.running(block.span),
          ),
        ]
    }
  }

  private table(block: TableBlock): Element {
    this.tables += 1
    let at = block.span.start
    const cells = block.rows.flat()
    const last = cells.at(-1)
    const width = (block.rows[0] ?? []).reduce((sum, { colSpan }) => sum + colSpan, 0)
    /** Rows that a cell of an earlier one still reaches into: no row may come between them. */
    let covered = 0
    const rows = block.rows.flatMap((row): readonly Element[] => {
      const cells = row.map((cell) => {
        const before = { start: at, end: Math.max(at, cell.span.start) }
        at = Math.max(at, cell.span.end)
        const after = { start: at, end: cell === last ? block.span.end : at }
        return this.cell(cell, before, after)
      })
      covered = Math.max(covered - 1, ...row.map(({ rowSpan }) => rowSpan - 1), 0)
      const messages = covered > 0 ? [] : this.messagesBefore(at)
      return [element('tr', {}, cells), ...messageRow(messages, width)]
    })
    return element(
      'div',
      {
        className: ['table'],
        role: 'region',
        tabIndex: 0,
        ariaLabel: words.table(this.tables),
      },
      element('table', {}, element('tbody', {}, rows)),
    )
  }

  private cell(cell: Cell, before: Span, after: Span): Element {
    const content = [...this.running(before), ...this.running(cell.span), ...this.running(after)]
    const isHead = cell.header && /\S/.test(this.slice(cell.span))
    return element(
      isHead ? 'th' : 'td',
      {
        ...(isHead ? { scope: 'col' } : {}),
        ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
        ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}),
      },
      content,
    )
  }

  private running(span: Span): readonly Content[] {
    const passages = passagesWithin(this.input.passages, span).filter(
      (passage) => passage.start < passage.end,
    )
    return passages.flatMap((passage, index) => [
      ...(this.input.badges.get(passage.start) ?? []).map(badgeLink),
      ...this.passage(passage, passages[index - 1] ?? null),
    ])
  }

  private passage(passage: Passage, before: Passage | null): readonly Content[] {
    const text = this.slice(passage)
    const { kind, keys, reason } = passage
    const marked = keys.length === 0 ? {} : { dataV: keys.join(' ') }
    switch (kind) {
      case 'said':
        return keys.length === 0
          ? [text]
          : [element('span', { ...marked, className: looksOf(keys) }, text)]
      case 'computed':
        return [
          element('span', { ...marked, className: ['computed'], title: words.computed }, text),
        ]
      case 'markup':
        if (!/\S/.test(text)) return [text]
        return [
          element('span', { className: ['markup'] }, text),
          lineBreak.test(text.trim()) ? element('br', {}) : null,
          markupSpace.test(text.trim()) ? note(' ') : null,
        ]
      case 'dropped': {
        const why = words.dropReason[reason ?? ''] ?? reason ?? ''
        const isNew = before?.kind !== 'dropped' || before.reason !== reason
        return [
          isNew ? note(`〔${words.dropped}：${why}〕`) : null,
          element('span', { ...marked, className: ['dropped'] }, text),
        ]
      }
    }
  }

  private slice({ start, end }: Span): string {
    return this.input.document.text.slice(start, end)
  }
}

/** Messages about a row of a table, below it across its whole width. */
function messageRow(messages: readonly Element[], width: number): readonly Element[] {
  return messages.length === 0
    ? []
    : [element('tr', {}, element('td', { colSpan: Math.max(1, width) }, messages))]
}

/** What the page says within the source, and the source does not. */
function note(text: string): Element {
  return element('span', { className: ['note'] }, text)
}

function badgeLink({ index, text, name, isFirst }: Badge): Element {
  return element(
    'a',
    {
      className: ['note', 'badge'],
      href: `#i${index}`,
      ...(isFirst ? { id: `s${index}` } : {}),
      ariaLabel: words.toItem(name),
    },
    text,
  )
}

/** Agencies and deadlines stand out in the source; what a message is about, most of all. */
function looksOf(keys: readonly string[]): string[] {
  const [narrowest = ''] = keys.filter((key) => !key.startsWith('m'))
  const look = /^u?\d+([rdp])/.exec(narrowest)?.[1]
  return [
    ...(look === undefined ? [] : [look === 'd' ? 'when' : 'who']),
    ...(keys.some((key) => key.startsWith('m')) ? ['told'] : []),
  ]
}
