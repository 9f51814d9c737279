import { build } from '../build.js'
import type { PlannedJob } from '../index.js'
import type { Host } from '../host/index.js'
import { nameIn } from './explain-wording.js'
import { formatFinding } from './format-finding.js'
import type { Language } from './language.js'
import type { PlanArguments } from './parse-arguments.js'
import { buildOptionsOf, exitCodeOf } from './run-build.js'
import { talkWording } from './talk-wording.js'
import type { ExitCode, Terminal } from './terminal.js'

/** What is done with a file; one that an error keeps from being made is not kept. */
const kindOf = ({ action, reason }: PlannedJob) => (reason.type === 'blocked' ? 'blocked' : action)

function lineOf(
  document: string | null,
  job: PlannedJob,
  explain: boolean,
  language: Language,
): string {
  const words = talkWording[language]
  const what = `${words.action[kindOf(job)]}  ${document === null ? '' : `${document}/`}${job.path}`
  if (!explain) return what
  return `${what}\n      ${nameIn(job, language)}: ${words.reason(job.reason)}`
}

/** `fengong plan`: what a build would do; --explain says why, for what is fresh too. Nothing is touched. */
export async function runPlan(
  args: PlanArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = talkWording[language]
  const counts = { make: 0, 'make-beside': 0, keep: 0, remove: 0, blocked: 0 }
  let exitCode: ExitCode = 2
  for await (const event of build({ ...buildOptionsOf(args), until: 'plan' }, host)) {
    if (args.json) terminal.out(`${JSON.stringify(event)}\n`)
    if (event.type === 'build-done') exitCode = exitCodeOf(event.totals)
    if (args.json) continue
    if (event.type === 'message' && event.finding.severity === 'error')
      terminal.err(`${formatFinding(event.finding, language, terminal.colour)}\n`)
    if (event.type !== 'planned') continue
    for (const job of event.jobs) {
      counts[kindOf(job)] += 1
      // What stays as it is fills pages; it is listed where the reasons are asked for.
      if (job.action === 'keep' && !args.explain) continue
      terminal.out(`${lineOf(event.document, job, args.explain, language)}\n`)
    }
  }
  if (!args.json)
    terminal.err(
      `${words.planned(counts.make + counts['make-beside'], counts.keep, counts.remove, counts.blocked)}\n${words.next.plan}\n`,
    )
  return exitCode
}
