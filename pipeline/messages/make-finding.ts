import type { Finding, ItemId, Place, Severity, Span } from '../model/index.js'
import { catalogue, type RuleId, type RuleDescription } from './catalogue/index.js'

export interface FindingParts {
  readonly values?: Finding['values']
  readonly severity?: Severity
  readonly path?: string | null
  readonly span?: Span | null
  readonly place?: Place | null
  readonly related?: readonly {
    readonly values?: Readonly<Record<string, string>>
    readonly span?: Span | null
    readonly place?: Place | null
  }[]
  readonly item?: ItemId | null
  readonly blocks?: Finding['blocks']
}

/** A finding of a rule of the catalogue; the rule’s severity unless another is given. */
export function makeFinding(rule: RuleId, parts: FindingParts = {}): Finding {
  const description: RuleDescription = catalogue[rule]
  return {
    rule,
    severity: parts.severity ?? description.severity,
    values: parts.values ?? {},
    path: parts.path ?? null,
    span: parts.span ?? null,
    place: parts.place ?? null,
    related: (parts.related ?? []).map((each) => ({
      values: each.values ?? {},
      span: each.span ?? null,
      place: each.place ?? null,
    })),
    item: parts.item ?? null,
    blocks: parts.blocks ?? null,
  }
}
