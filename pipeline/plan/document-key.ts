import { sha256, type Sha256 } from '../model/index.js'
import type { Circumstances } from './fingerprint-jobs.js'

/** All that a document’s files are made from, each as a hash. Equal, and the outputs verified: nothing need be read. */
export interface KeyParts extends Circumstances {
  readonly path: string
  readonly source: Sha256
  readonly corrections: Sha256 | null
  /** office.yaml, agencies.yaml. Cautious: a comment in them changes the key, then parse and compose find that all is fresh. */
  readonly settings: readonly { readonly path: string; readonly sha256: Sha256 }[]
  readonly templates: readonly { readonly name: string; readonly sha256: Sha256 }[]
  /** font files that PDFs would be drawn with now */
  readonly faces: readonly Sha256[]
  readonly encoding: string | null
  readonly revisions: string | null
}

/** The document key: a hash over readable JSON of its parts. */
export function documentKey(parts: KeyParts): string {
  return sha256(JSON.stringify(parts))
}
