import type { Element } from 'hast'

import type { Finding, Job, OfficialDocument, Page, Span } from '../../model/index.js'
import type { Context } from '../context/context-schema.js'
import { badgesOf, nameOf, tasksById } from './badges.js'
import { element } from './element.js'
import { correctionNote, itemCards, type CardsInput } from './item-cards.js'
import { isPlaced, messageElement, messageMarks, messagesOf, type Message } from './messages.js'
import { pageHead } from './page-head.js'
import { passagesOf, type Passage } from './passages.js'
import { dutyCards, factList } from './read-facts.js'
import { readItemsOf, valueMarks, type ReadItem } from './read-values.js'
import { SourceColumn } from './source-column.js'
import { words } from './words.js'

export interface ReviewInput {
  readonly document: OfficialDocument
  readonly context: Context
  /** Of the document, as the context’s messages word them. */
  readonly findings: readonly Finding[]
  /** Text that the file does not hold as characters: numbers that Word counts. */
  readonly computed: readonly Span[]
  /** What else is made of the document, to be linked. */
  readonly jobs: readonly Job[]
}

/** For the filter: which messages an item’s own places are told of in. */
function toldInPlace(passages: readonly Passage[]): ReadonlyMap<number, ReadonlySet<number>> {
  const told = new Map<number, Set<number>>()
  for (const { keys } of passages) {
    const messages = keys.filter((key) => key.startsWith('m')).map((key) => Number(key.slice(1)))
    if (messages.length === 0) continue
    for (const key of keys) {
      const index = Number.parseInt(key, 10)
      if (Number.isNaN(index)) continue
      const there = told.get(index) ?? new Set()
      for (const each of messages) there.add(each)
      told.set(index, there)
    }
  }
  return told
}

/** Messages by the item that they are about: the one they name. */
function byItem(
  messages: readonly Message[],
  items: readonly ReadItem[],
  document: OfficialDocument,
): CardsInput['messages'] {
  const indexes = new Map(items.map(({ item, index }) => [item.id as string, index]))
  const found = new Map<number, { message: Message; placed: boolean }[]>()
  for (const message of messages) {
    const index = indexes.get(message.finding.item ?? '')
    if (index === undefined) continue
    const told = { message, placed: isPlaced(message, document) }
    found.set(index, [...(found.get(index) ?? []), told])
  }
  return found
}

function sourceSection(source: readonly Element[]): Element {
  return element(
    'section',
    { id: 'source', ariaLabelledBy: ['source-head'], tabIndex: 0 },
    element('h2', { id: 'source-head' }, words.source),
    element(
      'p',
      { className: ['note', 'tool'] },
      element('input', { type: 'checkbox', id: 'show-markup' }),
      ' ',
      element('label', { htmlFor: ['show-markup'] }, words.showMarkup),
    ),
    element('div', { id: 'text' }, source),
  )
}

function readSection(
  { document }: ReviewInput,
  cards: readonly Element[],
  known: ReadonlySet<string>,
): Element {
  const gone = document.corrections.filter(({ item }) => !known.has(item))
  const duties = dutyCards(document)
  return element(
    'section',
    { id: 'read', ariaLabelledBy: ['read-head'], tabIndex: 0 },
    element('h2', { id: 'read-head' }, words.read),
    element('p', { className: ['tool'] }, words.howTo(document.id)),
    element('p', { className: ['tool', 'scripted'] }, words.keys),
    element('details', { open: true }, element('summary', {}, words.facts), factList(document)),
    element('h2', { id: 'tasks' }, words.tasks),
    cards.length === 0 ? element('p', {}, words.noTasks) : null,
    cards,
    gone.length === 0 ? null : element('h2', {}, words.removed),
    gone.map(correctionNote),
    duties.length === 0 ? null : element('h2', {}, words.duties),
    duties,
  )
}

const pieceName = (read: ReadItem, tasks: CardsInput['tasks']): string =>
  `${nameOf(read, tasks.get(read.item.id))}${read.item.title}`

/**
 * The page on which a person sees what was read beside where it stands: 审阅.html. Everything is on it without a script; the script marks one side
 * where the other is pointed at.
 */
export function composeReview(input: ReviewInput): Page {
  const { document, context, computed, jobs } = input
  const pointers = readItemsOf(document)
  const items = [...pointers.values()]
  const messages = messagesOf(input.findings, context.messages)
  const marks = valueMarks(document, pointers)
  const badges = badgesOf(document, items, context, marks)
  const passages = passagesOf(document, [...marks, ...messageMarks(messages)], computed)
  const source = new SourceColumn({ document, passages, badges, messages }).elements()
  const tasks = tasksById(context)
  const told = byItem(messages, items, document)
  const cards = itemCards({
    items,
    tasks,
    corrections: document.corrections,
    messages: told,
    toldInPlace: toldInPlace(passages),
    agencies: new Map(context.agencies.map(({ name }, at) => [name, at])),
    inSource: new Set([...badges.values()].flat().map(({ index }) => index)),
  })
  const withItem = new Set([...told.values()].flat().map(({ message }) => message))
  const about = messages
    .filter((message) => !withItem.has(message) && !isPlaced(message, document))
    .map(messageElement)
  const known = new Set<string>(items.map(({ item }) => item.id))
  return {
    type: 'page',
    kind: 'review',
    title: `${words.page} ${document.title ?? document.id}`,
    body: [
      element('a', { className: ['skip'], href: '#tasks' }, words.skip),
      pageHead({ document, context, messages, jobs, about }),
      element(
        'main',
        { dataCopied: words.copied, dataSelected: words.selected },
        sourceSection(source),
        readSection(input, cards, known),
      ),
    ],
    pieces: {
      text: words.source,
      facts: words.facts,
      files: words.files(jobs.length),
      ...Object.fromEntries(
        items.map((read) => [`i${read.index}`, pieceName(read, tasks)] as const),
      ),
      ...Object.fromEntries(document.duties.map(({ text }, at) => [`u${at}`, text] as const)),
    },
  }
}
