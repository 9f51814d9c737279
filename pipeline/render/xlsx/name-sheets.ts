import { makeFinding } from '../../messages/index.js'
import type { Finding } from '../../model/index.js'
import { limits } from './limits.js'

export interface SheetNames {
  /** In the order of the sheets. */
  readonly names: readonly string[]
  readonly findings: readonly Finding[]
}

/** Not in a sheet’s name at all; a line break reads as a space. An apostrophe breaks exceljs’s print areas. */
const forbidden = /[[\]:*?/\\']/g
/** Excel keeps this name for itself. */
const reserved = 'history'

/** Excel tells names apart without regard to case and width. */
const keyOf = (name: string): string => name.normalize('NFKC').toLowerCase()

function shorten(name: string, length: number): string {
  // A pair cut in half would be written as U+FFFD.
  return name
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
}

function validName(name: string, untitled: string): string {
  const plain = name.replace(/\s+/g, ' ').replace(forbidden, ' ').trim()
  const short = shorten(plain, limits.sheetName)
  return short === '' || keyOf(short) === reserved ? untitled : short
}

function uniqueName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `(${number})`
    const candidate = `${shorten(name, limits.sheetName - suffix.length)}${suffix}`
    if (!taken.has(keyOf(candidate))) return candidate
  }
}

/** Names that Excel accepts, each once, and what had to be changed. */
export function nameSheets(wanted: readonly string[], untitled: string): SheetNames {
  const taken = new Set<string>()
  const findings: Finding[] = []
  const names = wanted.map((name) => {
    const used = uniqueName(validName(name, untitled), taken)
    taken.add(keyOf(used))
    if (used !== name) findings.push(makeFinding('sheet-name-valid', { values: { name, used } }))
    return used
  })
  return { names, findings }
}
