import { makeFinding } from '../../messages/index.js'
import type { CorrectionsFile, Finding, Item, OfficialDocument } from '../../model/index.js'

type Acceptance = CorrectionsFile['accept'][number]

const withChildren = (item: Item): readonly Item[] => [item, ...item.children.flatMap(withChildren)]

function speaksOf(finding: Finding, text: string, document: OfficialDocument): boolean {
  const span = finding.span
  const values = [
    ...Object.values(finding.values).flat().map(String),
    ...(span === null ? [] : [document.text.slice(span.start, span.end)]),
  ]
  return values.some((value) => value.includes(text))
}

function meets(finding: Finding, acceptance: Acceptance, document: OfficialDocument): boolean {
  if (finding.rule !== acceptance.rule) return false
  const { item, text } = acceptance
  if (item !== undefined) {
    const named = document.items
      .flatMap(withChildren)
      .find((each) => each.id === item || each.serial === item)
    if (finding.item === null || finding.item !== named?.id) return false
  }
  return text === undefined || speaksOf(finding, text, document)
}

/**
 * Findings without those that a person accepted with a reason. An acceptance that meets nothing is told (it may go), and one of an
 * error is refused: an error keeps something from being made, and saying so does not mend it.
 */
export function acceptFindings(
  findings: readonly Finding[],
  file: CorrectionsFile,
  document: OfficialDocument,
  path: string | null,
): readonly Finding[] {
  const told = file.accept.flatMap((acceptance) => {
    const met = findings.filter((finding) => meets(finding, acceptance, document))
    const values = { accepted: acceptance.rule, why: acceptance.why }
    if (met.length === 0) return [makeFinding('acceptance-silences-something', { values, path })]
    return met.some((finding) => finding.severity === 'error')
      ? [makeFinding('acceptance-is-no-error', { values, path })]
      : []
  })
  const stays = (finding: Finding) =>
    finding.severity === 'error' ||
    !file.accept.some((acceptance) => meets(finding, acceptance, document))
  return [...findings.filter(stays), ...told]
}
