import type { Marks } from '../lay-out.js'

/** From the lowest. */
const secrecies = ['秘密', '机密', '绝密'] as const
const urgencies = ['平急', '加急', '特急', '特提'] as const

/** Years of 机密★1年; 长期 is longer than any. */
function yearsOf(mark: string): number {
  if (mark.includes('长期')) return Infinity
  const years = /(\d+)\s*年/u.exec(mark)?.[1]
  return years === undefined ? 0 : Number(years)
}

const rankIn = (order: readonly string[], mark: string): number =>
  order.findIndex((word) => mark.replace(/\s/gu, '').includes(word))

function highest(marks: readonly (string | null)[], order: readonly string[]): string | null {
  const said = marks.filter((mark) => mark !== null)
  const weigh = (a: string, b: string): number =>
    rankIn(order, b) - rankIn(order, a) || yearsOf(b) - yearsOf(a)
  return [...said].sort(weigh)[0] ?? null
}

/** A compilation carries the highest secrecy, its longest period, and the highest urgency of what it holds. */
export function highestMarks(marks: readonly Marks[]): Marks {
  return {
    secrecy: highest(
      marks.map(({ secrecy }) => secrecy),
      secrecies,
    ),
    urgency: highest(
      marks.map(({ urgency }) => urgency),
      urgencies,
    ),
  }
}
