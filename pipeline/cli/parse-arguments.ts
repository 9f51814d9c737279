import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'

import { helpWording } from './help-wording.js'
import type { Language } from './language.js'
import { unknownHelp, usageError } from './usage-errors.js'

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
  readonly jobs: number
  readonly watch: boolean
  readonly timings: string | undefined
  readonly open: boolean
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
  /** A Word file or a PDF whose pages are held against the standard; then nothing else is checked. */
  readonly rendered: string | undefined
}
export interface InspectArguments extends Common {
  readonly command: 'inspect'
  readonly file: string
  readonly json: boolean
}
export interface CleanArguments extends Common {
  readonly command: 'clean'
}
export interface InitArguments extends Common {
  readonly command: 'init'
  readonly folder: string
}
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export interface CompletionArguments extends Common {
  readonly command: 'completion'
  readonly shell: (typeof shells)[number]
}
export interface DoctorArguments extends Common {
  readonly command: 'doctor'
  readonly json: boolean
}
/** A shell asks what may follow what was typed so far. */
export interface CompleteArguments {
  readonly command: 'complete'
  readonly argv: readonly string[]
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
  | DoctorArguments
  | CompletionArguments
  | CompleteArguments
  | InitArguments
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

const mostJobs = 64

/** More threads than any machine has cores would only take memory. */
function countJobs(value: string, language: Language): number {
  const count = /^\d{1,4}$/u.test(value) ? Number(value) : 0
  if (count < 1 || count > mostJobs) throw new InvalidArgumentError(helpWording[language].jobsBad)
  return count
}

/** What `build` alone can be asked for. */
function addBuildOptions(command: Command, language: Language): Command {
  const words = helpWording[language]
  return addSelection(command, language)
    .option('--jobs <n>', words.jobs, (value: string) => countJobs(value, language), 1)
    .option('--watch', words.watch, false)
    .option('--open', words.open, false)
    .option('--timings <file>', words.timings)
}

type Add = (name: string, description: string, examples: string) => Command

/** Commands that read no notice. */
function addHousekeeping(add: Add, language: Language, take: (found: Arguments) => void): void {
  const words = helpWording[language]
  add('clean', words.clean, words.examples.clean).action(
    (options: Omit<CleanArguments, 'command'>) => take({ ...options, command: 'clean' }),
  )
  add('init', words.init, words.examples.init)
    .argument('[dir]', words.initFolder, '.')
    .action((folder: string, options: Omit<InitArguments, 'command' | 'folder'>) =>
      take({ ...options, command: 'init', folder }),
    )
  add('doctor', words.doctor, words.examples.doctor)
    .option('--json', words.doctorJson, false)
    .action((options: Omit<DoctorArguments, 'command'>) => take({ ...options, command: 'doctor' }))
}

/** The commands with their options and help, but for completion, which describes them; `take` receives the one that was asked for. */
export function describeCommands(
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
  const add: Add = (name, description, examples) =>
    addCommonOptions(
      program.command(name).description(description).addHelpText('after', examples),
      language,
    )
  addBuildOptions(add('build', words.build, words.examples.build), language)
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
    .option('--rendered <file>', words.rendered)
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
  addHousekeeping(add, language, take)
  return program
}

/** The command that prints a shell’s script. */
function addCompletion(
  program: Command,
  language: Language,
  take: (found: CompletionArguments) => void,
): void {
  const words = helpWording[language]
  const command = program
    .command('completion')
    .description(words.completion)
    .addHelpText('after', words.examples.completion)
    .addArgument(new Argument('<shell>', words.shell).choices(shells))
  addCommonOptions(command, language).action(
    (
      shell: CompletionArguments['shell'],
      options: Omit<CompletionArguments, 'command' | 'shell'>,
    ) => {
      take({ ...options, command: 'completion', shell })
    },
  )
}

/** All commands, completion too: what argv is read with, and what the documentation lists. */
export function describeProgram(
  version: string,
  language: Language,
  take: (found: Arguments) => void,
): Command {
  const program = describeCommands(version, language, take)
  addCompletion(program, language, take)
  return program
}

/**
 * What argv asks for; pure. `argv` is without node and the script. A slip in usage comes back as `talk` with exit code 2:
 * a sentence that offers the nearest word, then where help is.
 */
export function parseArguments(
  argv: readonly string[],
  version: string,
  language: Language,
): Arguments {
  const words = helpWording[language]
  let stdout = ''
  let stderr = ''
  let found: Arguments | undefined
  if (argv[0] === 'complete') return { command: 'complete', argv }
  const program = describeProgram(version, language, (each) => (found = each))
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => (stdout += text),
      writeErr: (text) => (stderr += text),
      outputError: (text, write) => {
        write(usageError(text, language))
      },
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
  }
  if (argv.length === 0)
    return {
      command: 'talk',
      stdout: program.helpInformation() + words.examples.program,
      stderr: '',
      exitCode: 0,
    }
  const names = [...program.commands.map((command) => command.name()), 'help']
  const noHelp = unknownHelp(argv, names, language)
  if (noHelp !== null)
    return { command: 'talk', stdout: '', stderr: noHelp + words.seeHelp, exitCode: 2 }
  try {
    program.parse([...argv], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return { command: 'talk', stdout, stderr, exitCode: 0 }
    return { command: 'talk', stdout, stderr: stderr + words.seeHelp, exitCode: 2 }
  }
  return found ?? { command: 'talk', stdout, stderr, exitCode: 2 }
}
