import type { PlacedSheet } from './placed-sheet.js'

/** Where the lines of a sheet came to stand, by the name that the layout gives it. */
export interface Destination {
  readonly name: string
  readonly placed: PlacedSheet
}
export type Destinations = ReadonlyMap<string, Destination>

/**
 * A string ("…", left alone), or a reference with or without its sheet: C4, $C$4:C11, '核 对'!A3, 分工!A3. Not part of a longer name
 * (Q4_total) and not a function (LOG10().
 */
const references =
  /"(?:[^"]|"")*"|(?<![\p{L}\p{N}_.$'!])(?:(?<quoted>'(?:[^']|'')+')!|(?<bare>[\p{L}_][\p{L}\p{N}_.]*)!)?(?<from>\$?[A-Z]{1,3}\$?\d+)(?::(?<to>\$?[A-Z]{1,3}\$?\d+))?(?![\p{L}\p{N}_.(!])/gu

function moved(address: string, end: 'first' | 'last', placed: PlacedSheet): string {
  const match = /^(\$?[A-Z]{1,3}\$?)(\d+)$/.exec(address)
  const line = placed.lines[Number(match?.[2])]
  return match === null || line === undefined ? address : `${match[1] ?? ''}${line[end]}`
}

/** A sheet’s name as a reference writes it. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}

/**
 * Rewrites the references of a formula or link, which count the lines of the layout, to the rows where these lines stand: a sheet may
 * have got a row for its secrecy, rows that go on below, another name. A range grows with its last line.
 *
 * @param home the sheet that the formula stands in, by its name in the layout
 */
export function shiftReferences(formula: string, home: string, sheets: Destinations): string {
  return formula.replace(references, (whole, ...rest) => {
    const groups = rest.at(-1) as Readonly<
      Record<'quoted' | 'bare' | 'from' | 'to', string | undefined>
    >
    if (groups.from === undefined) return whole
    const named = groups.quoted?.slice(1, -1).replaceAll("''", "'") ?? groups.bare
    const sheet = sheets.get(named ?? home)
    if (sheet === undefined) return whole
    const prefix = named === undefined ? '' : `${quoteSheet(sheet.name)}!`
    const from = moved(groups.from, 'first', sheet.placed)
    const to = groups.to === undefined ? '' : `:${moved(groups.to, 'last', sheet.placed)}`
    return `${prefix}${from}${to}`
  })
}
