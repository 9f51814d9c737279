import type { DraftItem, Responsibility, Span } from '../../model/index.js'
import { titleKey } from '../../text/index.js'

type Spans = Record<string, readonly Span[]>

interface Placed<Value> {
  readonly value: Value
  readonly spans: readonly Span[] | undefined
}

function placed<Value>(
  values: readonly Value[],
  pointer: string,
  item: DraftItem,
): readonly Placed<Value>[] {
  return values.map((value, index) => ({ value, spans: item.spans[`${pointer}/${index}`] }))
}

/** The values of both, those of the text first; what both have stands once, with both places. */
function union<Value>(
  body: readonly Placed<Value>[],
  annex: readonly Placed<Value>[],
  key: (value: Value) => string,
): readonly Placed<Value>[] {
  const joined = new Map<string, Placed<Value>>()
  for (const each of [...body, ...annex]) {
    const before = joined.get(key(each.value))
    joined.set(
      key(each.value),
      before === undefined
        ? each
        : { value: before.value, spans: [...(before.spans ?? []), ...(each.spans ?? [])] },
    )
  }
  return [...joined.values()]
}

const responsibilityKey = ({ agency, role, part }: Responsibility) =>
  [agency, role, part ?? ''].join('\n')

/** One item of its two origins: the text’s name, the annex’s number; what only one of them says. */
export function joinItems(body: DraftItem, annex: DraftItem): DraftItem {
  const content = joinContent(body, annex)
  const responsibilities = union(
    placed(body.responsibilities, '/responsibilities', body),
    placed(annex.responsibilities, '/responsibilities', annex),
    responsibilityKey,
  )
  const deadlines = union(
    placed(body.deadlines, '/deadlines', body),
    placed(annex.deadlines, '/deadlines', annex),
    ({ text }) => text,
  )
  const persons = union(
    placed(body.persons, '/persons', body),
    placed(annex.persons, '/persons', annex),
    (name) => name,
  )
  const spans: Spans = {}
  const put = (pointer: string, found: readonly Span[] | undefined) => {
    if (found !== undefined && found.length > 0) spans[pointer] = found
  }
  const first = (pointer: string, ...items: readonly DraftItem[]) =>
    put(
      pointer,
      items.map((item) => item.spans[pointer]).find((each) => each !== undefined),
    )
  const same = titleKey(body.title) === titleKey(annex.title)
  put('/title', [...(body.spans['/title'] ?? []), ...(same ? (annex.spans['/title'] ?? []) : [])])
  put('/content', content.spans)
  first('/serial', annex, body)
  first('/label', body, annex)
  first('/category', body.category === null ? annex : body)
  first('/scope', annex.scope === null ? body : annex)
  for (const [index, each] of responsibilities.entries())
    put(`/responsibilities/${index}`, each.spans)
  for (const [index, each] of deadlines.entries()) put(`/deadlines/${index}`, each.spans)
  for (const [index, each] of persons.entries()) put(`/persons/${index}`, each.spans)
  return {
    id: body.id,
    serial: annex.serial ?? body.serial,
    label: body.label ?? annex.label,
    title: body.title,
    content: content.value,
    category: body.category ?? annex.category,
    scope: annex.scope ?? body.scope,
    deadlines: deadlines.map(({ value }) => value),
    responsibilities: responsibilities.map(({ value }) => value),
    persons: persons.map(({ value }) => value),
    open: body.open || annex.open,
    children: [...body.children, ...annex.children],
    origins: [...new Set([...body.origins, ...annex.origins])],
    spans,
  }
}

function joinContent(body: DraftItem, annex: DraftItem): Placed<string | null> {
  if (body.content === null) return { value: annex.content, spans: annex.spans['/content'] }
  if (annex.content === null || titleKey(body.content) === titleKey(annex.content)) {
    return { value: body.content, spans: body.spans['/content'] }
  }
  return {
    value: `${body.content}\n${annex.content}`,
    spans: [...(body.spans['/content'] ?? []), ...(annex.spans['/content'] ?? [])],
  }
}
