import { build, type BuildEvent, type BuildOptions } from '../index.js'
import type { Host } from '../host/index.js'
import type { Language } from './language.js'
import type { BuildArguments, CheckArguments, PlanArguments } from './parse-arguments.js'
import { makeProgress } from './progress.js'
import { talkWording } from './talk-wording.js'
import type { ExitCode, Terminal } from './terminal.js'

type Totals = Extract<BuildEvent, { type: 'build-done' }>['totals']

/** The options of a build as argv gave them. */
export function buildOptionsOf(
  args: BuildArguments | PlanArguments | CheckArguments,
): BuildOptions {
  return {
    ...(args.sources.length > 0 ? { sources: args.sources } : {}),
    output: args.out,
    ...(args.templates === undefined ? {} : { templates: args.templates }),
    ...('only' in args && args.only.length > 0 ? { only: args.only } : {}),
    ...('agency' in args && args.agency.length > 0 ? { agency: args.agency } : {}),
    ...('force' in args ? { force: args.force } : {}),
    ...(args.encoding === undefined ? {} : { encoding: args.encoding }),
    ...(args.revisions === undefined ? {} : { revisions: args.revisions }),
  }
}

/** 2 where nothing could begin, 1 where a source has an error or a file is missing, else 0. */
export function exitCodeOf(totals: Totals): ExitCode {
  if (totals.configurationFailed) return 2
  return totals.failedDocuments > 0 || totals.failed > 0 || totals.messages.error > 0 ? 1 : 0
}

function nextStep(totals: Totals, language: Language, output: string): string {
  const { next } = talkWording[language]
  if (exitCodeOf(totals) !== 0) return next.errors
  if (totals.documents === 0) return next.nothing
  return totals.messages.warning > 0 ? `${next.look(output)}\n${next.warnings}` : next.look(output)
}

function tellSummary(totals: Totals, language: Language, terminal: Terminal, output: string): void {
  const words = talkWording[language]
  const fresh = totals.documents > 0 && totals.made + totals.removed + totals.failed === 0
  const lines = [
    '',
    ...(fresh ? [words.allFresh] : []),
    ...words.summary(totals),
    words.messageCounts(totals.messages),
    nextStep(totals, language, output),
  ]
  terminal.err(`${lines.join('\n')}\n`)
}

/** `fengong build`: makes what is stale, with progress and a closing summary; --json prints each event as a line on stdout. */
export async function runBuild(
  args: BuildArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
  signal: AbortSignal,
): Promise<ExitCode> {
  const progress = makeProgress(language, terminal)
  let totals: Totals | null = null
  try {
    for await (const event of build({ ...buildOptionsOf(args), signal }, host)) {
      if (args.json) terminal.out(`${JSON.stringify(event)}\n`)
      else progress.show(event)
      if (event.type === 'build-done') totals = event.totals
    }
  } finally {
    progress.stop()
  }
  if (totals === null) return 2
  if (!args.json) tellSummary(totals, language, terminal, args.out)
  return exitCodeOf(totals)
}
