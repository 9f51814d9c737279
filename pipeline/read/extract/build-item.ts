import type { Deadline, DraftItem, Item, ItemId, Responsibility, Span } from '../../model/index.js'
import type { AssignmentReading } from './responsibilities/index.js'
import { type Line, spansOf, unwrapped, valueOf } from './line.js'

interface Found<Value> {
  readonly value: Value
  readonly spans: readonly Span[]
}

/** What is known of an item before it is one. */
export interface ItemParts {
  readonly id: ItemId
  readonly origin: Item['origins'][number]
  readonly serial?: { readonly value: number; readonly line: Line } | null
  readonly label?: Line | null
  readonly title: readonly Line[]
  readonly content?: readonly Line[]
  readonly category?: Line | null
  readonly scope?: Found<string> | null
  readonly deadlines?: readonly { readonly value: Deadline; readonly span: Span }[]
  readonly readings?: readonly AssignmentReading[]
  readonly children?: readonly DraftItem[]
}

const spansOfAll = (lines: readonly Line[]): readonly Span[] =>
  lines.flatMap((line) => spansOf(line))

/** One responsibility for each agency, role and statement: a body named twice in one bracket has it once. */
function responsibilitiesIn(
  readings: readonly AssignmentReading[],
): readonly Found<Responsibility>[] {
  const seen = new Set<string>()
  return readings.flatMap((reading) =>
    reading.responsibilities.flatMap(({ value, span, spans }) => {
      const key = [value.agency, value.role, value.part ?? '', value.statement].join('\n')
      if (seen.has(key)) return []
      seen.add(key)
      return [{ value, spans: spans ?? [span] }]
    }),
  )
}

function deadlinesIn(parts: ItemParts): readonly Found<Deadline>[] {
  const all = [
    ...(parts.deadlines ?? []),
    ...(parts.readings ?? []).flatMap((each) => each.deadlines),
  ]
  const seen = new Set<number>()
  return all
    .filter(({ span }) => !seen.has(span.start) && seen.add(span.start))
    .map(({ value, span }) => ({ value, spans: [span] }))
}

/** A draft item with the places of its values. A scope said in its statements stands before an inherited one. */
export function buildItem(parts: ItemParts): DraftItem {
  const readings = parts.readings ?? []
  const content = parts.content ?? []
  const own = readings.find((reading) => reading.scope !== null)?.scope ?? null
  const scope = own === null ? (parts.scope ?? null) : { value: own.value, spans: [own.span] }
  const responsibilities = responsibilitiesIn(readings)
  const persons = readings.flatMap((reading) => reading.persons)
  const deadlines = deadlinesIn(parts)
  const spans: Record<string, readonly Span[]> = { '/title': spansOfAll(parts.title) }
  if (content.length > 0) spans['/content'] = spansOfAll(content)
  if (parts.label) spans['/label'] = spansOf(parts.label)
  if (parts.serial) spans['/serial'] = spansOf(parts.serial.line)
  if (parts.category) spans['/category'] = spansOf(parts.category)
  if (scope !== null) spans['/scope'] = scope.spans
  for (const [index, each] of deadlines.entries()) spans[`/deadlines/${index}`] = each.spans
  for (const [index, each] of responsibilities.entries())
    spans[`/responsibilities/${index}`] = each.spans
  for (const [index, each] of persons.entries()) spans[`/persons/${index}`] = [each.span]
  return {
    id: parts.id,
    serial: parts.serial?.value ?? null,
    label: parts.label?.text ?? null,
    title: valueOf(parts.title).replaceAll('\n', ''),
    content: content.length === 0 ? null : valueOf(content),
    category: parts.category ? unwrapped(parts.category.text) : null,
    scope: scope?.value ?? null,
    deadlines: deadlines.map(({ value }) => value),
    responsibilities: responsibilities.map(({ value }) => value),
    persons: persons.map(({ value }) => value),
    open: readings.some((reading) => reading.open),
    children: parts.children ?? [],
    origins: [parts.origin],
    spans,
  }
}

/** An item with more lines behind its content. */
export function addContent(item: DraftItem, lines: readonly Line[]): DraftItem {
  if (lines.length === 0) return item
  const content = [...(item.content === null ? [] : [item.content]), valueOf(lines)].join('\n')
  const spans = {
    ...item.spans,
    '/content': [...(item.spans['/content'] ?? []), ...spansOfAll(lines)],
  }
  return { ...item, content, spans }
}
