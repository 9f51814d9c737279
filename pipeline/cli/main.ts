#!/usr/bin/env node
import process from 'node:process'
import { createRequire } from 'node:module'
import { constants } from 'node:os'

import { findLanguage, type Language } from './language.js'
import type { Arguments } from './parse-arguments.js'
import { plainBuild } from './plain-build.js'
import type { ExitCode, Terminal } from './terminal.js'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** Colour where stderr is a terminal; NO_COLOR and FORCE_COLOR as everywhere (no-color.org). */
function findTerminal(): Terminal {
  const { NO_COLOR, FORCE_COLOR, CI, TERM } = process.env
  const forced = FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0'
  const refused = (NO_COLOR !== undefined && NO_COLOR !== '') || TERM === 'dumb'
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    interactive: process.stderr.isTTY && CI === undefined && TERM !== 'dumb',
    colour: !refused && (forced || process.stderr.isTTY),
  }
}

/** Each command is loaded when it is asked for: help and version wait for no library. */
async function run(
  args: Arguments,
  language: Language,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  if (args.command === 'talk') {
    terminal.out(args.stdout)
    terminal.err(args.stderr)
    return args.exitCode
  }
  const { nodeHost } = await import('../host/index.js')
  const host = nodeHost()
  switch (args.command) {
    case 'build':
      return (await import('./run-build.js')).runBuild(args, language, terminal, host, signal)
    case 'check':
      if (args.rendered !== undefined) {
        return (await import('./run-rendered.js')).runRendered(
          args.rendered,
          language,
          terminal,
          host,
        )
      }
      return (await import('./run-check.js')).runCheck(args, language, terminal, host)
    case 'inspect':
      return (await import('./run-inspect.js')).runInspect(args, language, terminal, host)
    case 'plan':
      return (await import('./run-plan.js')).runPlan(args, language, terminal, host)
    case 'init':
      return (await import('./run-init.js')).runInit(args, language, terminal, host)
    case 'completion':
      return (await import('./run-completion.js')).runCompletion(
        ['completion', args.shell],
        version,
        language,
        terminal,
        host,
      )
    case 'complete':
      return (await import('./run-completion.js')).runCompletion(
        args.argv,
        version,
        language,
        terminal,
        host,
      )
    case 'doctor':
      return (await import('./run-doctor.js')).runDoctor(args, language, terminal, host)
    case 'clean':
      return (await import('./run-clean.js')).runClean(args, language, terminal, host)
  }
}

/** The version alone and a plain build need nobody who takes arguments apart. */
async function understand(argv: readonly string[], language: Language): Promise<Arguments> {
  if (argv.length === 1 && argv[0] === 'build') return plainBuild
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V'))
    return { command: 'talk', stdout: `${version}\n`, stderr: '', exitCode: 0 }
  return (await import('./parse-arguments.js')).parseArguments(argv, version, language)
}

async function main(argv: readonly string[]): Promise<void> {
  const language = findLanguage(argv, (name) => process.env[name])
  const terminal = findTerminal()
  const stop = new AbortController()
  // The first signal ends the build after the file at hand, which is kept and recorded; a second one ends it at once. The listener stays: were it
  // taken away at the first signal, signal-exit (under write-file-atomic) would find itself alone and end the process.
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(128 + constants.signals[name])
      stop.abort()
    })
  // A reader that went away (| head) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  try {
    const args = await understand(argv, language)
    process.exitCode = await run(args, language, terminal, stop.signal)
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const { talkWording } = await import('./talk-wording.js')
    terminal.err(`${talkWording[language].internal}\n`)
    if (argv.includes('--debug')) terminal.err(`${detail}\n`)
    process.exitCode = 2
  }
}

await main(process.argv.slice(2))
