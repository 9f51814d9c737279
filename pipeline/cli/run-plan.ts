import { build } from '../build.js'
import type { PlannedJob } from '../index.js'
import type { Host } from '../host/index.js'
import { formatFinding } from './format-finding.js'
import type { Language } from './language.js'
import type { PlanArguments } from './parse-arguments.js'
import { buildOptionsOf, exitCodeOf } from './run-build.js'
import { talkWording } from './talk-wording.js'
import type { ExitCode, Terminal } from './terminal.js'

function lineOf(
  document: string | null,
  job: PlannedJob,
  explain: boolean,
  language: Language,
): string {
  const words = talkWording[language]
  const what = `${words.action[job.action]}  ${document === null ? '' : `${document}/`}${job.path}`
  if (!explain) return what
  // The file’s own name is what a clerk calls the product.
  const name = job.path
    .split('/')
    .at(-1)
    ?.replace(/\.[^.]+$/, '')
  // A packet is called by its agency already.
  const about = [...new Set([name, job.agency])].filter((each) => each !== null).join(' ')
  return `${what}\n      ${about}: ${words.reason(job.reason)}`
}

/** `fengong plan`: what a build would do; --explain says why, for what is fresh too. Nothing is touched. */
export async function runPlan(
  args: PlanArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = talkWording[language]
  const counts = { make: 0, 'make-beside': 0, keep: 0, remove: 0 }
  let exitCode: ExitCode = 2
  for await (const event of build({ ...buildOptionsOf(args), until: 'plan' }, host)) {
    if (args.json) terminal.out(`${JSON.stringify(event)}\n`)
    if (event.type === 'build-done') exitCode = exitCodeOf(event.totals)
    if (args.json) continue
    if (event.type === 'message' && event.finding.severity === 'error')
      terminal.err(`${formatFinding(event.finding, language, terminal.colour)}\n`)
    if (event.type !== 'planned') continue
    for (const job of event.jobs) {
      counts[job.action] += 1
      // What stays as it is fills pages; it is listed where the reasons are asked for.
      if (job.action === 'keep' && !args.explain) continue
      terminal.out(`${lineOf(event.document, job, args.explain, language)}\n`)
    }
  }
  if (!args.json)
    terminal.err(
      `${words.planned(counts.make + counts['make-beside'], counts.keep, counts.remove)}\n${words.next.plan}\n`,
    )
  return exitCode
}
