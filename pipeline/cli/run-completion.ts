import tab from '@bomb.sh/tab/commander'

import type { Host } from '../host/index.js'
import type { Language } from './language.js'
import { describeCommands } from './parse-arguments.js'
import type { ExitCode, Terminal } from './terminal.js'

const notices = /\.(?:md|txt|html?|docx)$/iu

/**
 * The library’s script for bash takes the words of the line from bash-completion, which not every machine has: then bash’s own are taken. An assignment
 * in it reaches the caller’s local variables.
 */
const bashWords = `if ! declare -F _get_comp_words_by_ref >/dev/null; then
  _get_comp_words_by_ref() {
    words=("\${COMP_WORDS[@]}")
    cword=$COMP_CWORD
    cur=\${COMP_WORDS[COMP_CWORD]}
    prev=\${COMP_WORDS[COMP_CWORD - 1]}
  }
fi
`

/** Notices that a command may mean: those in the folder at hand and in sources/. */
async function noticesHere(host: Host): Promise<readonly string[]> {
  const here = (await host.list('.')) ?? []
  const sources = (await host.list('sources')) ?? []
  return [...here.map(({ name }) => name), ...sources.map(({ name }) => `sources/${name}`)].filter(
    (path) => notices.test(path),
  )
}

/**
 * Prints the script by which a shell completes fengong’s commands, options and notices (`completion bash`), or answers it while somebody types
 * (`complete -- …`). What is completed comes from the same description of commands that argv is read with.
 */
export async function runCompletion(
  argv: readonly string[],
  version: string,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const program = describeCommands(version, language, () => undefined)
  const root = tab(program, { completionCommandName: 'completion' })
  const found = await noticesHere(host)
  for (const command of root.commands.values()) {
    for (const [name, argument] of command.arguments) {
      if (name !== 'sources' && name !== 'file') continue
      argument.handler = (complete) => {
        for (const path of found) complete(path, '')
      }
    }
  }
  if (argv[0] === 'completion' && argv[1] === 'bash') terminal.out(bashWords)
  program.parse([...argv], { from: 'user' })
  return 0
}
