import type { Area } from './placed-sheet.js'

/** Letters of a column, from 1: 27 → AA */
export function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return letters
}

/** Address of a cell, both from 1: (3, 2) → B3 */
export function addressOf(row: number, column: number): string {
  return `${lettersOf(column)}${row}`
}

/** Address of an area: B3:D9 */
export function rangeOf({ top, left, bottom, right }: Area): string {
  return `${addressOf(top, left)}:${addressOf(bottom, right)}`
}

/** The area that `B3`, `$B$3:D9` names. */
export function areaOf(reference: string): Area {
  const places = reference
    .replaceAll('$', '')
    .split(':')
    .map((address) => {
      const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
      const column = Array.from(letters).reduce(
        (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
        0,
      )
      return { row: Number(row), column }
    })
  const rows = places.map(({ row }) => row)
  const columns = places.map(({ column }) => column)
  return {
    top: Math.min(...rows),
    left: Math.min(...columns),
    bottom: Math.max(...rows),
    right: Math.max(...columns),
  }
}
