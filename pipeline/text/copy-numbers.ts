/** First and last of a run of copy numbers. */
export interface CopyNumbers {
  readonly from: number
  readonly to: number
}

const one = /^\d{1,6}$/u
const several = /^(\d{1,6})\s*(?:-|—|–|－|~|～|至)\s*(\d{1,6})$/u

/** Reads copy numbers: 7, 1-3, 000001—000003, 1至3. Null where they are none, or run backwards. */
export function readCopyNumbers(written: number | string): CopyNumbers | null {
  const text = String(written).trim()
  if (one.test(text)) return Number(text) < 1 ? null : { from: Number(text), to: Number(text) }
  const [, first, last] = several.exec(text) ?? []
  if (first === undefined || last === undefined) return null
  const numbers = { from: Number(first), to: Number(last) }
  return numbers.from >= 1 && numbers.from <= numbers.to ? numbers : null
}

/** Six digits each, as GB/T 9704-2012, 7.2.1 has them: 000001—000003. */
export function writeCopyNumbers({ from, to }: CopyNumbers): string {
  const digits = (number: number): string => String(number).padStart(6, '0')
  return from === to ? digits(from) : `${digits(from)}—${digits(to)}`
}
