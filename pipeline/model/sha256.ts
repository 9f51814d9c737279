import { z } from 'zod'

export { sha256, sha256OfAll, type Sha256 } from './hash.js'

export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>()
