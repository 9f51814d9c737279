import { createHash } from 'node:crypto'

import type { $brand } from 'zod'

/** A SHA-256 in lower-case hexadecimal, 64 characters. */
export type Sha256 = string & $brand<'Sha256'>

/** The SHA-256 of bytes, or of the UTF-8 form of a string. In a file without schemas: a build in which all is fresh loads none. */
export function sha256(content: Uint8Array | string): Sha256 {
  return createHash('sha256').update(content).digest('hex') as Sha256
}

/** The SHA-256 of many strings one after the other, none of which is ever joined to the others: a ledger is longer than a string may be. */
export function sha256OfAll(pieces: Iterable<string>): Sha256 {
  const hash = createHash('sha256')
  for (const piece of pieces) hash.update(`${piece}\n`)
  return hash.digest('hex') as Sha256
}
