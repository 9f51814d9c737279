import { clean } from '../build.js'
import type { Host } from '../host/index.js'
import { formatFinding } from './format-finding.js'
import type { Language } from './language.js'
import type { CleanArguments } from './parse-arguments.js'
import { talkWording } from './talk-wording.js'
import type { ExitCode, Terminal } from './terminal.js'

/** `fengong clean`: removes what builds made and nobody changed since, and names what it leaves. */
export async function runClean(
  { out }: CleanArguments,
  language: Language,
  terminal: Terminal,
  host: Host,
): Promise<ExitCode> {
  const words = talkWording[language]
  let removed = 0
  let left = 0
  let failed = false
  for await (const event of clean({ output: out }, host)) {
    if (event.type === 'file-removed') removed += 1
    if (event.type === 'message') {
      failed ||= event.finding.severity === 'error'
      terminal.err(`${formatFinding(event.finding, language, terminal.colour)}\n`)
    }
    if (event.type !== 'file-kept') continue
    left += 1
    terminal.err(`${words.left(event.path)}\n`)
  }
  terminal.err(`${words.cleaned(removed, left)}\n${words.next.cleaned}\n`)
  return failed ? 1 : 0
}
