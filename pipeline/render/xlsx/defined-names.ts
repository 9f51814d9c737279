import { makeFinding } from '../../messages/index.js'
import type { Finding } from '../../model/index.js'
import { limits } from './limits.js'
import { escapeXml } from './xml-text.js'

export interface DefinedName {
  readonly name: string
  /** The formula: a constant text. */
  readonly formula: string
}

/** A letter, _ or \ first, then letters, digits, _ . \ and nothing that reads as a cell (A1, R1C1). */
const wellFormed = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u
const readsAsCell = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/

function validName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_.\\]/gu, '_').slice(0, limits.name - 1)
  return wellFormed.test(plain) && !readsAsCell.test(plain) ? plain : `_${plain}`
}

/** A constant text as a formula; one string of a formula has at most 255 characters, so a longer one is joined with &. */
function constant(text: string): string {
  const characters = Array.from(text)
  const pieces: string[] = []
  for (let at = 0; at < characters.length; at += 200)
    pieces.push(characters.slice(at, at + 200).join(''))
  const strings = (pieces.length === 0 ? [''] : pieces).map(
    (piece) => `"${piece.replaceAll('"', '""')}"`,
  )
  return strings.join('&')
}

/** Names of the layout as Excel accepts them, by code point, and what had to be changed. */
export function defineNames(names: Readonly<Record<string, string>>): {
  readonly names: readonly DefinedName[]
  readonly findings: readonly Finding[]
} {
  const entries = Object.entries(names).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    names: entries.map(([name, text]) => ({ name: validName(name), formula: constant(text) })),
    findings: entries
      .filter(([name]) => validName(name) !== name)
      .map(([name]) =>
        makeFinding('sheet-defined-name-valid', { values: { name, used: validName(name) } }),
      ),
  }
}

/** Adds constant names to workbook.xml, and asks for formulas to be computed on opening: no result is written with them. */
export function mendWorkbook(
  xml: string,
  names: readonly DefinedName[],
  formulas: boolean,
): string {
  const added = names
    .map(({ name, formula }) => `<definedName name="${name}">${escapeXml(formula)}</definedName>`)
    .join('')
  const withNames = xml.includes('<definedNames>')
    ? xml.replace('<definedNames>', () => `<definedNames>${added}`)
    : xml.replace('</sheets>', () => `</sheets><definedNames>${added}</definedNames>`)
  const named = added === '' ? xml : withNames
  return formulas ? named.replace('<calcPr', '<calcPr fullCalcOnLoad="1"') : named
}
