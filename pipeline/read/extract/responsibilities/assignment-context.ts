import type { AgencyIndex, NamingContext } from '../../../agencies/index.js'
import type { DeclaredRule } from '../../../model/index.js'

/** What a statement of work is read against: who the agencies are, who speaks, and the rules that the document has declared so far. */
export interface AssignmentContext extends NamingContext {
  readonly index: AgencyIndex
  /** Those whose `from` … `to` holds the statement’s place are applied. */
  readonly rules: readonly DeclaredRule[]
}
