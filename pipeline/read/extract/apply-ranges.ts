import { makeFinding } from '../../messages/index.js'
import type { DraftItem, Finding, Responsibility, Span } from '../../model/index.js'
import type { PlacedRange } from './assignment-desk.js'
import { readLabel } from './label.js'

/** 以下均需…落实，不再列出; 以上均涉及…: those named come beside whoever an item names. Any other range rule gives way to an item’s own statement. */
const beside = /不再|涉及|(?:均|都)需/

function positionOf(item: DraftItem): number {
  return item.spans['/title']?.[0]?.start ?? 0
}

function numberOf(item: DraftItem): number | null {
  return item.serial ?? (item.label === null ? null : labelNumber(item.label))
}

function labelNumber(label: string): number | null {
  return readLabel(label)?.number ?? null
}

/** Whether a rule speaks of an item. */
function reaches({ range, span }: PlacedRange, item: DraftItem, top: DraftItem): boolean {
  switch (range.reach) {
    case 'preceding':
      return positionOf(item) < span.start
    case 'following':
      return positionOf(item) > span.start
    case 'rest':
      return item.responsibilities.length === 0
    case 'items': {
      const number = numberOf(top)
      return number !== null && range.first <= number && number <= range.last
    }
  }
}

function withResponsibilities(item: DraftItem, range: PlacedRange): DraftItem {
  const known = new Set(item.responsibilities.map(({ agency }) => agency))
  const added = range.responsibilities.filter(({ value }) => !known.has(value.agency))
  const spans: Record<string, readonly Span[]> = { ...item.spans }
  const responsibilities: Responsibility[] = [...item.responsibilities]
  for (const { value, span } of added) {
    spans[`/responsibilities/${responsibilities.length}`] = [span]
    responsibilities.push(value)
  }
  return { ...item, responsibilities, spans }
}

function applyTo(
  item: DraftItem,
  top: DraftItem,
  range: PlacedRange,
  contrary: DraftItem[],
): DraftItem {
  if (item.children.length > 0) {
    return { ...item, children: item.children.map((child) => applyTo(child, top, range, contrary)) }
  }
  if (!reaches(range, item, top)) return item
  if (item.responsibilities.length === 0 || beside.test(range.text)) {
    return withResponsibilities(item, range)
  }
  contrary.push(item)
  return item
}

/** 第3—4项由… before 其余由…, wherever they are printed, and those that come beside all others last. */
function inOrder(ranges: readonly PlacedRange[]): readonly PlacedRange[] {
  const rank = ({ range, text }: PlacedRange) =>
    beside.test(text) ? 2 : range.reach === 'rest' ? 1 : 0
  return [...ranges].sort((one, other) => rank(one) - rank(other))
}

/**
 * Gives the bodies of range rules (以上各项均由…, 其余由…, 第3—5项由…) to the items that they speak of. An item’s own statement holds, with one message for each rule.
 */
export function applyRanges(
  items: readonly DraftItem[],
  ranges: readonly PlacedRange[],
): { readonly items: readonly DraftItem[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  let applied = items
  for (const range of inOrder(ranges)) {
    const contrary: DraftItem[] = []
    applied = applied.map((item) => applyTo(item, item, range, contrary))
    if (contrary.length > 0) {
      findings.push(
        makeFinding('range-agrees-with-items', {
          values: { rule: range.text, items: contrary.map(({ title }) => title) },
          span: range.span,
          related: contrary.map((item) => ({
            values: { item: item.title },
            span: item.spans['/title']?.[0] ?? null,
          })),
        }),
      )
    }
  }
  return { items: applied, findings }
}
