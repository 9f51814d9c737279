import { build } from '../build.js'
import type { BuildEvent, Finding } from '../index.js'
import type { Host } from '../host/index.js'
import { formatFinding, formatForGithub } from './format-finding.js'
import type { Language } from './language.js'
import type { CheckArguments } from './parse-arguments.js'
import { buildOptionsOf } from './run-build.js'
import { messageOf } from './run-inspect.js'
import { talkWording } from './talk-wording.js'
import type { ExitCode, Terminal } from './terminal.js'

const ranks = { error: 0, warning: 1, info: 2 } as const

function print(
  finding: Finding,
  format: CheckArguments['format'],
  language: Language,
  terminal: Terminal,
): void {
  if (format === 'json') terminal.out(`${JSON.stringify(messageOf(finding, language))}\n`)
  else if (format === 'github') terminal.out(`${formatForGithub(finding, language)}\n`)
  else terminal.out(`${formatFinding(finding, language, terminal.colour)}\n`)
}

/** `fengong check`: messages alone, sorted by place, nothing made. 1 from the severity of --fail-on on. */
export async function runCheck(
  args: CheckArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = talkWording[language]
  let totals: Extract<BuildEvent, { type: 'build-done' }>['totals'] | null = null
  let reached = false
  for await (const event of build({ ...buildOptionsOf(args), until: 'read' }, host)) {
    if (event.type === 'build-done') totals = event.totals
    if (event.type !== 'message') continue
    reached ||= ranks[event.finding.severity] <= ranks[args.failOn]
    print(event.finding, args.format, language, terminal)
  }
  if (totals === null || totals.configurationFailed) return 2
  if (args.format === 'text')
    terminal.err(
      `${words.messageCounts(totals.messages)}\n${reached ? words.next.errors('fengong check') : words.next.check}\n`,
    )
  return reached ? 1 : 0
}
