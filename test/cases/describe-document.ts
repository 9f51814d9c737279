import { stringify } from 'yaml'

import type { Block, Item, OfficialDocument, Responsibility } from '../../pipeline/model/index.js'

const without = <T extends object>(value: T, empty: (each: unknown) => boolean): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => !empty(each))) as Partial<T>

const isEmpty = (each: unknown): boolean =>
  each === null || each === false || (Array.isArray(each) && each.length === 0)

/** `responsible 交通运输部 (负责单位) #3`: role, name, word and statement, and what differs from the plain case. */
function describeResponsibility(each: Responsibility): string {
  return [
    each.role,
    each.name,
    each.word === null ? '' : `(${each.word})`,
    each.text === each.name ? '' : `“${each.text}”`,
    each.agency === each.name ? '' : `= ${each.agency}`,
    each.part === null ? '' : `for ${each.part}`,
    each.kind === 'generic' ? 'generic' : '',
    each.from === 'notice' ? '' : `from ${each.from}`,
    `#${each.statement}`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function describeItem(item: Item): object {
  return without(
    {
      ...item,
      deadlines: item.deadlines.map(({ text, kind, date }) =>
        [text, kind, date].filter((part) => part !== null).join(' | '),
      ),
      responsibilities: item.responsibilities.map(describeResponsibility),
      origins: item.origins.join(', '),
      children: item.children.map(describeItem),
    },
    isEmpty,
  )
}

function describeBlock(block: Block, text: string): string {
  const slice = text.slice(block.span.start, block.span.end).replace(/\s+/g, ' ')
  const shown = slice.length > 40 ? `${slice.slice(0, 40)}…` : slice
  switch (block.type) {
    case 'heading':
      return `heading ${block.level}: ${shown}`
    case 'table':
      return `table of ${block.rows.length} rows: ${block.rows[0]?.map(({ span }) => text.slice(span.start, span.end)).join(' | ') ?? ''}`
    default:
      return `${block.type}: ${shown}`
  }
}

/** The model for a person to read: the same facts, blocks by their beginnings, places checked elsewhere. */
export function describeDocument(document: OfficialDocument): string {
  const { text, parts, items, duties, counts, rules, dropped } = document
  const facts = without(
    {
      ...document,
      source: undefined,
      text: undefined,
      markup: undefined,
      places: undefined,
      format: document.source.format,
      encoding: document.source.encoding,
      parts: parts.map(({ blocks, ...part }) => ({
        ...without(part, isEmpty),
        blocks: blocks.map((block) => describeBlock(block, text)),
      })),
      dropped: dropped.map(
        ({ span, reason }) =>
          `${reason}: ${text.slice(span.start, Math.min(span.end, span.start + 60))}`,
      ),
      items: items.map(describeItem),
      duties: duties.map((duty) => ({
        id: duty.id,
        text: duty.text,
        responsibilities: duty.responsibilities.map(describeResponsibility),
        ...(duty.deadlines.length > 0 ? { deadlines: duty.deadlines } : {}),
      })),
      counts: counts.map(
        ({ of, said, unit, counted }) => `${of}: says ${said}${unit}, lists ${counted}`,
      ),
      rules: rules.map(({ kind, text: words, from, to }) => `${kind}: ${words} [${from}, ${to})`),
    },
    (each) => isEmpty(each) || each === undefined,
  )
  return stringify(facts, { lineWidth: 0 })
}
