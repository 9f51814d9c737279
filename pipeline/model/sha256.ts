import { createHash } from 'node:crypto'
import { z } from 'zod'

/** A SHA-256 in lower-case hexadecimal, 64 characters. */
export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>()
export type Sha256 = z.infer<typeof sha256Schema>

/** The SHA-256 of bytes, or of the UTF-8 form of a string. */
export function sha256(content: Uint8Array | string): Sha256 {
  return createHash('sha256').update(content).digest('hex') as Sha256
}
