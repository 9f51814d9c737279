import type { Element } from 'hast'

import type { AppliedCorrection } from '../../model/index.js'
import type { Task } from '../context/context-schema.js'
import { nameOf } from './badges.js'
import { correctionLines } from './correction-lines.js'
import { element, type Content } from './element.js'
import { messageElement, messageLink, type Message } from './messages.js'
import { itemKey, type ReadItem } from './read-values.js'
import { deadlineText, responsibleLines } from './responsible-lines.js'
import { words } from './words.js'

export interface CardsInput {
  readonly items: readonly ReadItem[]
  readonly tasks: ReadonlyMap<string, Task>
  readonly corrections: readonly AppliedCorrection[]
  /** Messages about an item, by its index; `placed`: the source has it in full. */
  readonly messages: ReadonlyMap<number, readonly { message: Message; placed: boolean }[]>
  /** Messages whose places touch an item’s, by its index. */
  readonly toldInPlace: ReadonlyMap<number, ReadonlySet<number>>
  /** Agencies by their number in the filter. */
  readonly agencies: ReadonlyMap<string, number>
  /** Items that stand somewhere in the source. */
  readonly inSource: ReadonlySet<number>
}

/** Which agencies an item shows under in the filter: its own, those of what it belongs to, those of its parts. */
function agenciesOf({ items, tasks, agencies }: CardsInput): readonly ReadonlySet<number>[] {
  const own = items.map(({ item }) => {
    const named = tasks.get(item.id)?.responsibilities ?? []
    return new Set(
      named.flatMap(({ house }) => {
        const number = house === null ? undefined : agencies.get(house)
        return number === undefined ? [] : [number]
      }),
    )
  })
  const shown = own.map((each) => new Set(each))
  for (const [at, { item, parent }] of items.entries()) {
    if (parent === null) continue
    // A part without a task of its own goes with what it belongs to.
    if (!tasks.has(item.id)) for (const each of shown[parent.index] ?? []) shown[at]?.add(each)
    for (let above: ReadItem | null = parent; above !== null; above = above.parent)
      for (const each of own[at] ?? []) shown[above.index]?.add(each)
  }
  return shown
}

export function correctionNote(correction: AppliedCorrection): Element {
  const { field, kind, was, now, why, basis, page } = correction
  const said = [
    was === null ? null : words.was(was),
    now === null ? null : words.now(now),
    words.why(why),
    basis === null ? null : words.basis(basis),
    page === null ? null : words.fromPage(page),
  ].filter((each) => each !== null)
  return element(
    'p',
    { className: ['correction'] },
    element('strong', {}, `✎ ${words.change[kind]} · ${words.field[field]}：`),
    said.join('；'),
  )
}

function factLines({ item, index }: ReadItem): Element | null {
  const line = (name: string, text: string, key: string): readonly Element[] => [
    element('dt', {}, name),
    element('dd', { dataV: key }, text),
  ]
  const { category, scope, deadlines, persons } = item
  const lines = [
    ...deadlines.flatMap((each, at) =>
      line(words.deadline, deadlineText(each), itemKey(index, 'deadlines', at)),
    ),
    ...(scope === null ? [] : line(words.scope, scope, itemKey(index, 'scope'))),
    ...(category === null ? [] : line(words.category, category, itemKey(index, 'category'))),
    ...persons.flatMap((each, at) => line(words.persons, each, itemKey(index, 'persons', at))),
  ]
  return lines.length === 0 ? null : element('dl', {}, lines)
}

function correctionForm({ item }: ReadItem): Element {
  return element(
    'details',
    { className: ['correct'] },
    element('summary', {}, words.correct),
    element('pre', { tabIndex: 0 }, correctionLines(item, words.whyPlaceholder)),
    element('button', { type: 'button', dataCopy: '', hidden: true }, words.copy),
  )
}

function headOf(
  read: ReadItem,
  name: string,
  task: Task | undefined,
  isInSource: boolean,
): Element {
  const { index, item } = read
  const number = task === undefined ? '§' : String(task.number)
  const label = item.label ?? ''
  return element(
    'h3',
    {},
    isInSource
      ? element(
          'a',
          { className: ['badge'], href: `#s${index}`, ariaLabel: words.toSource(name) },
          number,
        )
      : element('span', { className: ['badge'] }, number),
    label === '' ? null : element('span', { dataV: itemKey(index, 'label') }, ` ${label}`),
    ' ',
    element('span', { dataV: itemKey(index, 'title') }, item.title),
  )
}

/** A part that nobody is named for goes with the item above that names somebody. */
function isCovered({ parent }: ReadItem): boolean {
  for (let above = parent; above !== null; above = above.parent)
    if (above.item.responsibilities.length > 0 || above.item.persons.length > 0) return true
  return false
}

function whoIsNamed(read: ReadItem, task: Task | undefined): readonly Content[] {
  const { item, index } = read
  const plain = (text: string): Element => element('p', { className: ['plain'] }, text)
  return [
    responsibleLines(item.responsibilities, (at) => itemKey(index, 'responsibilities', at)),
    item.open ? plain(words.open) : null,
    task?.unassigned === true
      ? element('p', { className: ['unassigned'] }, words.unassigned)
      : null,
    task === undefined && isCovered(read) ? plain(words.covered) : null,
  ]
}

/** What was read, item by item, in reading order: a card each, its parts indented below it. */
export function itemCards(input: CardsInput): readonly Element[] {
  const { items, tasks, messages, inSource } = input
  const agencies = agenciesOf(input)
  const corrections = new Map<string, AppliedCorrection[]>()
  for (const each of input.corrections)
    corrections.set(each.item, [...(corrections.get(each.item) ?? []), each])
  return items.map((read, at) => {
    const { item, index, depth } = read
    const task = tasks.get(item.id)
    const name = nameOf(read, task)
    const told = messages.get(index) ?? []
    const own = [...(agencies[at] ?? [])]
    const about = new Set([
      ...told.map(({ message }) => message.index),
      ...(input.toldInPlace.get(index) ?? []),
    ])
    return element(
      'article',
      {
        id: `i${index}`,
        className: ['card', `depth${Math.min(depth, 3)}`, ...(task === undefined ? ['part'] : [])],
        tabIndex: at === 0 ? 0 : -1,
        ariaLabel: `${name} ${item.title}`,
        ...(own.length === 0 ? {} : { dataA: own.join(' ') }),
        ...(about.size === 0 ? {} : { dataM: [...about].join(' ') }),
        ...(task?.unassigned === true ? { dataNobody: '' } : {}),
      },
      headOf(read, name, task, inSource.has(index)),
      item.content === null
        ? null
        : element('p', { className: ['content'], dataV: itemKey(index, 'content') }, item.content),
      whoIsNamed(read, task),
      factLines(read),
      told.map(({ message, placed }) => (placed ? messageLink(message) : messageElement(message))),
      (corrections.get(item.id) ?? []).map(correctionNote),
      correctionForm(read),
    )
  })
}
