import type { Ora } from 'ora'

import type { BuildEvent } from '../index.js'
import { formatFinding } from './format-finding.js'
import type { Language } from './language.js'
import { talkWording } from './talk-wording.js'
import type { Terminal } from './terminal.js'

/** Shows what a build does: one moving line in a terminal, plain lines elsewhere. Fresh files are counted, not listed. */
export interface Progress {
  readonly show: (event: BuildEvent) => Promise<void>
  readonly stop: () => void
}

/** The line that stays of an event, or null where the summary tells it. */
function lineOf(event: BuildEvent, language: Language, terminal: Terminal): string | null {
  const words = talkWording[language]
  switch (event.type) {
    case 'document-read':
      return words.read(
        event.title ?? event.document,
        event.items,
        event.agencies.length,
        event.fresh,
      )
    case 'message':
      return formatFinding(event.finding, language, terminal.colour)
    case 'file-written':
      return terminal.interactive ? null : words.made(event.path)
    case 'file-removed':
      return words.removed(event.path)
    case 'file-failed':
      return `${words.failed(event.path)}\n  ${formatFinding(event.finding, language, terminal.colour)}`
    case 'file-kept':
      return event.reason.type === 'edited-fresh' || event.reason.type === 'edited-changed'
        ? words.keptEdited(`${event.path}（${words.reason(event.reason)}）`)
        : null
    case 'document-done':
      return event.failed ? words.documentFailed(event.document) : null
    default:
      return null
  }
}

export function makeProgress(language: Language, terminal: Terminal): Progress {
  const words = talkWording[language]
  let spinner: Ora | null = null
  return {
    show: async (event) => {
      if (event.type === 'file-started' && terminal.interactive) {
        // Loaded when something moves: a run in which all is fresh does not wait for it.
        spinner ??= (await import('ora')).default({ discardStdin: false })
        spinner.start(words.making(event.path))
        return
      }
      const line = lineOf(event, language, terminal)
      if (line === null) return
      const turning = spinner?.isSpinning === true
      if (turning) spinner?.clear()
      terminal.err(`${line}\n`)
      if (turning) spinner?.render()
    },
    stop: () => spinner?.stop(),
  }
}
