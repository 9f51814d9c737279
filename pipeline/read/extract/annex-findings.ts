import { makeFinding } from '../../messages/index.js'
import type { DocumentDraft, DraftItem, Finding } from '../../model/index.js'
import type { JoinedPair } from './join-draft.js'

/** What is known when text and annex have been joined. */
interface Joined {
  readonly draft: DocumentDraft
  readonly pairs: readonly JoinedPair[]
  readonly items: readonly DraftItem[]
  readonly abridged: boolean
}

/** 1—9, 1—14、21—23: numbers as ranges. */
export function rangesOf(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other)
  const ranges: { from: number; to: number }[] = []
  for (const number of sorted) {
    const last = ranges.at(-1)
    if (last?.to === number - 1) last.to = number
    else ranges.push({ from: number, to: number })
  }
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}—${to}`)).join('、')
}

function leaves(items: readonly DraftItem[]): readonly DraftItem[] {
  return items.flatMap((item) => (item.children.length === 0 ? [item] : leaves(item.children)))
}

const titleSpan = (item: DraftItem | undefined) => item?.spans['/title']?.[0] ?? null

/** Names that differ between text and annex: 电子单证联网核查, 电子单证核查. */
function renamed(pairs: readonly JoinedPair[]): readonly Finding[] {
  return pairs
    .filter(({ exact }) => !exact)
    .map(({ body, annex }) =>
      makeFinding('annex-agrees-with-text', {
        values: { text: body.title, annex: annex.title },
        span: titleSpan(body),
        related: [{ values: { annex: annex.title }, span: titleSpan(annex) }],
        item: body.id,
      }),
    )
}

function missingRows({ draft, pairs, items, abridged }: Joined): readonly Finding[] {
  const paired = new Set(pairs.map(({ body }) => body))
  const missing = leaves(draft.bodyItems).filter(
    (item) => !paired.has(item) && item.responsibilities.length === 0,
  )
  if (missing.length === 0) return []
  // What a person added is not in the copy.
  const rows = draft.annexItems.filter(({ origins }) => !origins.includes('correction'))
  const serials = rows.flatMap(({ serial }) => (serial === null ? [] : [serial]))
  return [
    makeFinding('annex-covers-items', {
      values: {
        listed: serials.length > 0 ? rangesOf(serials) : String(rows.length),
        total: leaves(items).length,
        missing: missing.length,
        names: missing.map(({ title }) => title),
      },
      span: titleSpan(rows.at(-1)),
      related: missing.map((item) => ({ values: { name: item.title }, span: titleSpan(item) })),
      ...(abridged ? { severity: 'info' as const } : {}),
    }),
  ]
}

function extraRows({ draft, pairs }: Joined): readonly Finding[] {
  const paired = new Set(pairs.map(({ annex }) => annex))
  return draft.annexItems
    .filter((row) => !paired.has(row) && !row.origins.includes('correction'))
    .map((row) =>
      makeFinding('text-covers-annex', {
        values: { name: row.title },
        span: titleSpan(row),
        item: row.id,
      }),
    )
}

/** Numbers of the annex’s rows that are left out or printed twice. */
function serialGaps({ draft, abridged }: Joined): readonly Finding[] {
  const numbered = draft.annexItems.flatMap((item) =>
    item.serial === null ? [] : [{ item, serial: item.serial }],
  )
  return numbered.flatMap(({ item, serial }, index) => {
    const before = numbered[index - 1]
    const isOneCell =
      before?.item.spans['/serial']?.[0]?.start === item.spans['/serial']?.[0]?.start
    if (before === undefined || isOneCell || serial === before.serial + 1 || serial === 1) return []
    return [
      makeFinding(serial === before.serial ? 'numbering-unique' : 'numbering-continuous', {
        values: { label: String(serial), expected: before.serial + 1 },
        span: item.spans['/serial']?.[0] ?? null,
        related: [
          {
            values: { label: String(before.serial) },
            span: before.item.spans['/serial']?.[0] ?? null,
          },
        ],
        ...(abridged ? { severity: 'info' as const } : {}),
      }),
    ]
  })
}

/** What text and annex say differently. Rows are held against the text only where most of them stand in it. */
export function annexFindings(joined: Joined): readonly Finding[] {
  const { draft, pairs } = joined
  const answers = pairs.length > 0 && pairs.length * 2 >= draft.annexItems.length
  return [
    ...renamed(pairs),
    ...(answers ? [...missingRows(joined), ...extraRows(joined)] : []),
    ...serialGaps(joined),
  ]
}
