import { sha256, type Sha256 } from '../model/hash.js'
import type { Circumstances } from './fingerprint-jobs.js'

/** All that a document’s files are made from, each as a hash. Equal, and the outputs verified: nothing need be read. */
export interface KeyParts extends Circumstances {
  readonly path: string
  readonly source: Sha256
  readonly corrections: Sha256 | null
  /** The office’s own PDFs: path and hash. */
  readonly attachments: readonly (readonly [string, Sha256])[]
  /** Settings, templates, fonts. Cautious: a comment in office.yaml changes the key, then parse and compose find that all is fresh. */
  readonly shared: string
  readonly encoding: string | null
  readonly revisions: string | null
}

/** The document key: a hash over readable JSON of its parts. */
export function documentKey(parts: KeyParts): string {
  return sha256(JSON.stringify(parts))
}
