import { Command, CommanderError, Option } from 'commander'

import { helpWording } from './help-wording.js'
import type { Language } from './language.js'

interface Common {
  readonly debug: boolean
  readonly encoding: string | undefined
  readonly revisions: 'accept' | 'reject' | undefined
  readonly out: string
  readonly templates: string | undefined
}

export interface BuildArguments extends Common {
  readonly command: 'build'
  readonly sources: readonly string[]
  readonly only: readonly string[]
  readonly agency: readonly string[]
  readonly force: boolean
  readonly json: boolean
}
export interface PlanArguments extends Common {
  readonly command: 'plan'
  readonly sources: readonly string[]
  readonly only: readonly string[]
  readonly agency: readonly string[]
  readonly force: boolean
  readonly explain: boolean
  readonly json: boolean
}
export interface CheckArguments extends Common {
  readonly command: 'check'
  readonly sources: readonly string[]
  readonly format: 'text' | 'json' | 'github'
  readonly failOn: 'error' | 'warning' | 'info'
}
export interface InspectArguments extends Common {
  readonly command: 'inspect'
  readonly file: string
  readonly json: boolean
}
export interface CleanArguments extends Common {
  readonly command: 'clean'
}
/** What is to be printed and nothing more: help, the version, or a usage error. */
export interface TalkArguments {
  readonly command: 'talk'
  readonly stdout: string
  readonly stderr: string
  readonly exitCode: 0 | 2
}
export type Arguments =
  | BuildArguments
  | PlanArguments
  | CheckArguments
  | InspectArguments
  | CleanArguments
  | TalkArguments

const list = (value: string, before: readonly string[]): readonly string[] => [
  ...before,
  ...value
    .split(/[,，、]/u)
    .map((each) => each.trim())
    .filter((each) => each !== ''),
]

function addCommonOptions(command: Command, language: Language): Command {
  const words = helpWording[language]
  return command
    .option('--out <dir>', words.out, 'output')
    .option('--templates <dir>', words.templates)
    .addOption(new Option('--lang <lang>', words.lang).choices(['zh', 'en']))
    .option('--encoding <label>', words.encoding)
    .addOption(new Option('--revisions <choice>', words.revisions).choices(['accept', 'reject']))
    .option('--debug', words.debug, false)
    .helpOption('-h, --help', words.help)
}

function addSelection(command: Command, language: Language): Command {
  const words = helpWording[language]
  return command
    .option('--only <products>', words.only, list, [])
    .option('--agency <names>', words.agency, list, [])
    .option('--force', words.force, false)
}

/** The commands with their options and help; `take` receives the one that was asked for. */
function describeCommands(
  version: string,
  language: Language,
  take: (found: Arguments) => void,
): Command {
  const words = helpWording[language]
  const program = new Command('fengong')
    .description(words.program)
    .version(version, '-V, --version', words.version)
    .helpOption('-h, --help', words.help)
    .helpCommand('help [command]', words.helpCommand)
    .showSuggestionAfterError(true)
    .configureHelp({ sortOptions: false })
    .addHelpText('after', words.examples.program)
  const add = (name: string, description: string, examples: string) =>
    addCommonOptions(
      program.command(name).description(description).addHelpText('after', examples),
      language,
    )
  addSelection(add('build', words.build, words.examples.build), language)
    .argument('[sources...]', words.sources)
    .option('--json', words.json, false)
    .action((sources: string[], options: Omit<BuildArguments, 'command' | 'sources'>) =>
      take({ ...options, command: 'build', sources }),
    )
  add('check', words.check, words.examples.check)
    .argument('[sources...]', words.sources)
    .addOption(
      new Option('--format <format>', words.format)
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', words.failOn)
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .action((sources: string[], options: Omit<CheckArguments, 'command' | 'sources'>) =>
      take({ ...options, command: 'check', sources }),
    )
  add('inspect', words.inspect, words.examples.inspect)
    .argument('<file>', words.file)
    .option('--json', words.inspectJson, false)
    .action((file: string, options: Omit<InspectArguments, 'command' | 'file'>) =>
      take({ ...options, command: 'inspect', file }),
    )
  addSelection(add('plan', words.plan, words.examples.plan), language)
    .argument('[sources...]', words.sources)
    .option('--explain', words.explain, false)
    .option('--json', words.json, false)
    .action((sources: string[], options: Omit<PlanArguments, 'command' | 'sources'>) =>
      take({ ...options, command: 'plan', sources }),
    )
  add('clean', words.clean, words.examples.clean).action(
    (options: Omit<CleanArguments, 'command'>) => take({ ...options, command: 'clean' }),
  )
  return program
}

/**
 * What argv asks for; pure. `argv` is without node and the script. A slip in usage comes back as `talk` with exit code 2:
 * commander’s own sentence (it offers the nearest option or command), then where help is.
 */
export function parseArguments(
  argv: readonly string[],
  version: string,
  language: Language,
): Arguments {
  let stdout = ''
  let stderr = ''
  let found: Arguments | undefined
  const program = describeCommands(version, language, (each) => (found = each))
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => (stdout += text),
      writeErr: (text) => (stderr += text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
  }
  if (argv.length === 0)
    return {
      command: 'talk',
      stdout: program.helpInformation() + helpWording[language].examples.program,
      stderr: '',
      exitCode: 0,
    }
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { command: 'talk', stdout, stderr, exitCode: 0 }
    return { command: 'talk', stdout, stderr: stderr + helpWording[language].seeHelp, exitCode: 2 }
  }
  return found ?? { command: 'talk', stdout, stderr, exitCode: 2 }
}
