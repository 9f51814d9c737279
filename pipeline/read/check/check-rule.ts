import type { AgencyIndex } from '../../agencies/index.js'
import type { Finding, OfficialDocument } from '../../model/index.js'

export interface CheckContext {
  readonly agencies: AgencyIndex
}

/** A rule over the finished document. Its cases in the tests show what it flags and what it must not. */
export interface CheckRule {
  /** The healthy property; the id in the catalogue. */
  readonly id: string
  readonly check: (document: OfficialDocument, context: CheckContext) => readonly Finding[]
}
