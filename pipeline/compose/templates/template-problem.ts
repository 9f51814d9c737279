import { makeFinding, type RuleId } from '../../messages/index.js'
import type { Finding, Place, TemplateFile } from '../../model/index.js'

/** Where a problem of a template is: the file, and a place in it. */
export interface TemplatePlace {
  readonly file: TemplateFile
  readonly place: Place | null
}

/** A finding about a template; it blocks what the template makes. */
export function templateFinding(
  rule: RuleId,
  at: TemplatePlace,
  values: Finding['values'],
): Finding {
  return makeFinding(rule, {
    values,
    path: at.file.path,
    place: at.place,
    blocks: { what: 'file', path: at.file.name },
  })
}

/** Ends the making of one paper; caught where papers are made, and told as its finding. Never leaves this room. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem'
  constructor(readonly finding: Finding) {
    super(finding.rule)
  }
}
