import type { Item } from './items.js'
import { mayNotBegin, mayNotEnd } from './line-edges.js'

/** Units that stay with the number before them: 2023年, 24项, 5个. */
const units =
  '年月日时分秒号项个条款章节件页批期类种次届级家人名位岁元万亿倍米吨度路所座套台份张辆平公千百％'
const unit = new Set(units)
const digit = /[0-9]$/

/** Where an address is parted if it must be: name@|example.org */
const addressPart = /[@/.?&=_-]$/

/** A word wider than this share of a line is broken rather than carried over whole. */
const longestWord = 0.5

function isGlued(before: Item, item: Item): boolean {
  if (digit.test(before.text) && unit.has(item.text)) return true
  return (before.text === '第' || before.text === '〕') && digit.test(item.text)
}

/** Whether 避头尾 lets a line end between two neighbours. */
function edgesAllow(before: Item, item: Item): boolean {
  const first = item.text.slice(0, 1)
  const last = before.text.slice(-1)
  if (item.text === '——' || item.text === '……') return !mayNotEnd(last)
  if (before.text === '——' || before.text === '……') return !mayNotBegin(first)
  return !mayNotBegin(first) && !mayNotEnd(last)
}

/** The last item before one that is no space: with it the line ends, since spaces at its end are left out. */
function lastBefore(items: readonly Item[], index: number): Item | undefined {
  let at = index - 1
  while (items[at]?.kind === 'space') at -= 1
  return items[at]
}

/** May a line begin here? soft: only where it would be torn apart otherwise, 第|4项. */
export type BreakPoint = 'no' | 'soft' | 'yes'

function breakPoint(items: readonly Item[], index: number): BreakPoint {
  const [before, item] = [items[index - 1], items[index]]
  if (before === undefined || item === undefined || before.kind === 'newline') return 'yes'
  // A space goes with the line that it ends.
  if (item.kind === 'space' || item.kind === 'newline') return 'no'
  if (before.kind === 'narrow' && item.kind === 'narrow')
    return addressPart.test(before.text) && /^[a-z]/i.test(item.text) ? 'soft' : 'no'
  const last = lastBefore(items, index)
  if (last !== undefined && last.kind !== 'newline' && !edgesAllow(last, item)) return 'no'
  return isGlued(before, item) ? 'soft' : 'yes'
}

const isText = ({ kind }: Item): boolean => kind !== 'newline' && kind !== 'space'

/** Opens a stretch that is too wide to be carried over whole, wherever 避头尾 lets a line end. */
function openWideStretches(items: readonly Item[], points: BreakPoint[], widest: number): void {
  let start = 0
  let width = 0
  for (let index = 0; index <= items.length; index += 1) {
    if (index < items.length && points[index] !== 'yes') {
      width += items[index]?.width ?? 0
      continue
    }
    if (width > widest)
      for (let inside = start + 1; inside < index; inside += 1) {
        const before = lastBefore(items, inside)
        const item = items[inside]
        if (before !== undefined && item !== undefined)
          points[inside] = isText(item) && edgesAllow(before, item) ? 'yes' : 'no'
      }
    start = index
    width = items[index]?.width ?? 0
  }
}

/**
 * Where lines may begin, for each item. Linear in the items.
 *
 * @param lineWidth pt, of the narrowest line; a word of more than half of it may be broken
 */
export function breakPoints(items: readonly Item[], lineWidth: number): readonly BreakPoint[] {
  const points = items.map((_item, index) => breakPoint(items, index))
  openWideStretches(items, points, lineWidth * longestWord)
  return points
}
