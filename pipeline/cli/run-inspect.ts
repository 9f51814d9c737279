import { readDocument } from '../build.js'
import type { Finding } from '../index.js'
import type { Host } from '../host/index.js'
import { relatedSentencesOf, sentenceOf } from '../messages/index.js'
import { formatFinding } from './format-finding.js'
import { formatTree } from './format-tree.js'
import type { Language } from './language.js'
import type { InspectArguments } from './parse-arguments.js'
import { talkWording } from './talk-wording.js'
import type { ExitCode, Terminal } from './terminal.js'

/** A finding with its sentences, as `--json` prints it. */
export function messageOf(finding: Finding, language: Language) {
  const related = relatedSentencesOf(finding, language)
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: sentenceOf(finding, language),
    path: finding.path,
    place: finding.place,
    span: finding.span,
    item: finding.item,
    values: finding.values,
    related: finding.related.map((each, index) => ({
      message: related[index] ?? '',
      place: each.place,
      span: each.span,
    })),
  }
}

/** `fengong inspect FILE`: the tree, or with --json the model with `messages`. 0 whenever a model was printed. */
export async function runInspect(
  { file, json, encoding, revisions }: InspectArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = talkWording[language]
  const options = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(revisions === undefined ? {} : { revisions }),
  }
  const { document, findings } = await readDocument(file, options, host)
  if (document === null) {
    for (const finding of findings)
      terminal.err(`${formatFinding(finding, language, terminal.colour)}\n`)
    terminal.err(`${words.noDocument}\n${words.next.errors(`fengong inspect ${file}`)}\n`)
    return 1
  }
  if (json) {
    const messages = findings.map((finding) => messageOf(finding, language))
    terminal.out(`${JSON.stringify({ ...document, messages }, null, 2)}\n`)
  } else {
    terminal.out(formatTree(document, findings, language, terminal.colour))
    terminal.err(`${words.next.inspect(file)}\n`)
  }
  return 0
}
