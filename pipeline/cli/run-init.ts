import { startFolder } from '../build/start-folder.js'
import { HostError } from '../host/host.js'
import type { Host } from '../host/index.js'
import { initWording } from './init-wording.js'
import type { Language } from './language.js'
import type { InitArguments } from './parse-arguments.js'
import type { ExitCode, Terminal } from './terminal.js'

/** `fengong init`: a folder that builds at once. 2 where it cannot be written. */
export async function runInit(
  { folder }: InitArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = initWording[language]
  try {
    for (const { path, state } of await startFolder(host, folder)) {
      terminal.err(`${words[state](path)}\n`)
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    terminal.err(`${words.refused(folder, error.code)}\n`)
    return 2
  }
  terminal.err(`${words.next(folder)}\n`)
  return 0
}
