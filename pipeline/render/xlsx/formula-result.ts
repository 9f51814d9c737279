import { areaOf } from './address.js'
import type { PlacedCell, PlacedSheet } from './placed-sheet.js'
import type { Destinations } from './shift-references.js'

/** SUM(B4:B9), COUNTIF('按 单位'!D4:D9,"*★*") */
const known =
  /^(?<name>SUM|COUNT|COUNTA|COUNTIF)\((?:(?:'(?<quoted>(?:[^']|'')+)'|(?<bare>[\p{L}_][\p{L}\p{N}_.]*))!)?(?<range>\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)(?:,"(?<criterion>(?:[^"]|"")*)")?\)$/u

/** A criterion that compares or reads as a number is Excel’s business. */
const plainText = /^(?![<>=])(?!\s*[-+\d.]+%?\s*$)./su

function patternOf(criterion: string): RegExp {
  const pattern = criterion.replace(
    /~([*?~])|[*?]|[\\^$.+()[\]{}|/]/g,
    (match, literal?: string) => {
      if (literal !== undefined) return `\\${literal === '~' ? 'x7e' : literal}`
      if (match === '*') return '.*'
      return match === '?' ? '.' : `\\${match}`
    },
  )
  return new RegExp(`^${pattern}$`, 'isu')
}

function cellsIn({ rows }: PlacedSheet, range: string): readonly PlacedCell[] {
  const { top, left, bottom, right } = areaOf(range)
  return rows
    .slice(top, bottom + 1)
    .flatMap(({ cells }) => cells.filter(({ column }) => left <= column && column <= right))
}

function compute(name: string, cells: readonly PlacedCell[], criterion: string | undefined) {
  const values = cells.map(({ value }) => value)
  const numbers = values.filter((value) => typeof value === 'number')
  switch (name) {
    case 'SUM':
      return numbers.reduce((sum, value) => sum + value, 0)
    case 'COUNT':
      return numbers.length
    case 'COUNTA':
      return values.filter((value) => value !== null).length
    default: {
      if (criterion === undefined || !plainText.test(criterion)) return null
      const pattern = patternOf(criterion.replaceAll('""', '"'))
      return values.filter((value) => typeof value === 'string' && pattern.test(value)).length
    }
  }
}

/**
 * What a formula comes to, for readers that do not compute: a telephone’s preview, a program that takes the sheet in. Only sums and
 * counts over cells that are no formulas themselves; null for all else, and Excel computes every formula again on opening.
 *
 * @param formula with references already moved to rows
 * @param home the sheet that it stands in
 */
export function formulaResult(
  formula: string,
  home: PlacedSheet,
  sheets: Destinations,
): number | null {
  const groups = known.exec(formula)?.groups
  if (groups === undefined) return null
  const sheetName = groups.quoted?.replaceAll("''", "'") ?? groups.bare
  const named = [...sheets.values()].find(({ name }) => name === sheetName)?.placed
  const sheet = sheetName === undefined ? home : named
  if (sheet === undefined) return null
  const cells = cellsIn(sheet, groups.range ?? '')
  if (cells.some((cell) => cell.formula !== null)) return null
  return compute(groups.name ?? '', cells, groups.criterion)
}
