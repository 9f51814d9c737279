import { build, watch } from '../build.js'
import type { BuildEvent, BuildOptions, Reason } from '../index.js'
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
    ...('jobs' in args ? { jobs: args.jobs } : {}),
    ...('timings' in args && args.timings !== undefined ? { timings: args.timings } : {}),
    ...(args.encoding === undefined ? {} : { encoding: args.encoding }),
    ...(args.revisions === undefined ? {} : { revisions: args.revisions }),
  }
}

/** 2 where nothing could begin, 1 where a source has an error or a file is missing, else 0. */
export function exitCodeOf(totals: Totals): ExitCode {
  if (totals.configurationFailed) return 2
  return totals.failedDocuments > 0 || totals.failed > 0 || totals.messages.error > 0 ? 1 : 0
}

/** What keeps a build from being whole. */
interface Lacking {
  /** What installs the faces, where faces are missing. */
  install: string | null
  /** Errors of another kind. */
  others: number
  /** A signal came. */
  isStopped: boolean
}

function countLacking(lacking: Lacking, event: BuildEvent): void {
  if (event.type !== 'message' || event.finding.severity !== 'error') return
  if (event.finding.rule === 'faces-installed')
    lacking.install = String(event.finding.values.install)
  else lacking.others += 1
}

function nextStep(totals: Totals, lacking: Lacking, language: Language, output: string): string {
  const { next } = talkWording[language]
  const { install, isStopped, others } = lacking
  if (isStopped) return next.stopped
  if (exitCodeOf(totals) === 1 && install !== null && others === 0) return next.faces(install)
  if (exitCodeOf(totals) !== 0) return next.errors('fengong build')
  if (totals.documents === 0) return next.nothing
  return totals.messages.warning > 0 ? `${next.look(output)}\n${next.warnings}` : next.look(output)
}

type Reasons = ReadonlyMap<Reason['type'], number>

/** Counts why files were made and removed. */
function countReason(reasons: Map<Reason['type'], number>, event: BuildEvent): void {
  if (event.type !== 'file-written' && event.type !== 'file-removed') return
  const { type } = event.reason
  reasons.set(type, (reasons.get(type) ?? 0) + 1)
}

function tellSummary(
  totals: Totals,
  { reasons, lacking }: { readonly reasons: Reasons; readonly lacking: Lacking },
  language: Language,
  terminal: Terminal,
  output: string,
): void {
  const words = talkWording[language]
  const { made, removed, failed, documents } = totals
  const { error } = totals.messages
  const fresh = !lacking.isStopped && documents > 0 && made + removed + failed + error === 0
  const lines = [
    '',
    ...(fresh ? [words.allFresh] : []),
    ...words.summary(totals),
    ...(reasons.size === 0 ? [] : [words.why([...reasons])]),
    words.messageCounts(totals.messages),
    nextStep(totals, lacking, language, output),
  ]
  terminal.err(`${lines.join('\n')}\n`)
}

/** Opens the page that shows what was made, or says where it lies. */
async function showPage(
  documents: readonly string[],
  output: string,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<void> {
  const { open } = talkWording[language]
  const { openPage, pageToOpen } = await import('./open-page.js')
  const page = await pageToOpen(host, output, documents)
  if (page === null) terminal.err(`${open.nothing}\n`)
  else if (!(await openPage(host, page))) terminal.err(`${open.byHand(page)}\n`)
}

/**
 * `fengong build`: makes what is stale, with progress and a closing summary; --json prints each event as a line on stdout. --watch goes on until the
 * signal comes.
 */
export async function runBuild(
  args: BuildArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
  signal: AbortSignal,
): Promise<ExitCode> {
  const words = talkWording[language]
  const progress = makeProgress(language, terminal)
  let totals: Totals | null = null
  let documents: string[] = []
  let reasons = new Map<Reason['type'], number>()
  let lacking: Lacking = { install: null, others: 0, isStopped: false }
  const ended = { builds: 0, made: 0 }
  const options = { ...buildOptionsOf(args), signal }
  try {
    for await (const event of args.watch ? watch(options, host) : build(options, host)) {
      if (args.json) terminal.out(`${JSON.stringify(event)}\n`)
      else await progress.show(event)
      countReason(reasons, event)
      countLacking(lacking, event)
      if (event.type === 'document-read') documents.push(event.document)
      if (event.type !== 'build-done') continue
      progress.stop()
      totals = event.totals
      lacking.isStopped = signal.aborted && !args.watch
      if (!args.json) tellSummary(totals, { reasons, lacking }, language, terminal, args.out)
      if (args.open && ended.builds === 0)
        await showPage(documents, args.out, language, terminal, host)
      if (args.watch && !signal.aborted) terminal.err(`${words.watching}\n`)
      ended.builds += 1
      ended.made += totals.made
      documents = []
      reasons = new Map()
      lacking = { install: null, others: 0, isStopped: false }
    }
  } finally {
    progress.stop()
  }
  if (args.watch) terminal.err(`${words.watched(ended.builds, ended.made)}\n`)
  if (totals === null) return 2
  // What a signal cut short is not done, whatever was done of it.
  const code = exitCodeOf(totals)
  return code === 0 && signal.aborted && !args.watch ? 1 : code
}
