import type { Severity } from '../../model/index.js'

/**
 * A kind of message. Wording: the problem first, values in 「」 (zh) or backticks (en), then what was expected and what to do.
 * `{name}` stands for a value of the finding; a list is joined with 、 (zh) or `, ` (en).
 */
export interface RuleDescription {
  readonly severity: Severity
  readonly zh: string
  readonly en: string
  /** A related place, one sentence. */
  readonly relatedZh?: string
  readonly relatedEn?: string
  /** Why the rule is there, for the documentation. */
  readonly rationale: string
}
export type Catalogue = Readonly<Record<string, RuleDescription>>
