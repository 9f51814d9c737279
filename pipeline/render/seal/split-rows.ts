import { strToU8 } from 'fflate'

/** A worksheet’s XML, parted at its rows. */
export interface SplitSheet {
  /** Up to and with `<sheetData>`. */
  readonly before: Uint8Array
  readonly rows: Uint8Array
  /** From `</sheetData>` on. */
  readonly after: Uint8Array
}

const open = strToU8('<sheetData>')
const close = strToU8('</sheetData>')

function standsAt(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte)
}

function firstOf(bytes: Uint8Array, wanted: Uint8Array): number {
  let at = bytes.indexOf(wanted[0] ?? 0)
  while (at >= 0 && !standsAt(bytes, wanted, at)) at = bytes.indexOf(wanted[0] ?? 0, at + 1)
  return at
}

function lastOf(bytes: Uint8Array, wanted: Uint8Array): number {
  let at = bytes.lastIndexOf(wanted[0] ?? 0)
  while (at > 0 && !standsAt(bytes, wanted, at)) at = bytes.lastIndexOf(wanted[0] ?? 0, at - 1)
  return at > 0 ? at : -1
}

/**
 * Sets a worksheet’s rows aside: of a ledger they are dozens of megabytes, and sealing changes nothing in them, so they are never made into a
 * string. null: the sheet has none.
 */
export function splitRows(sheet: Uint8Array): SplitSheet | null {
  const from = firstOf(sheet, open)
  const to = lastOf(sheet, close)
  if (from < 0 || to < 0) return null
  const start = from + open.length
  return {
    before: sheet.subarray(0, start),
    rows: sheet.subarray(start, to),
    after: sheet.subarray(to),
  }
}

/** Some bytes one after the other. */
export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
