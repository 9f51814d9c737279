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

/** Says once what to install, then in a line for each further PDF that it waits for the same: with no face on a machine there are dozens. */
function makeFaceTeller(language: Language): (event: BuildEvent) => string | null {
  let told: string | null = null
  return (event) => {
    if (event.type !== 'message' || event.finding.rule !== 'faces-installed') return null
    const install = String(event.finding.values.install)
    if (install === told) return talkWording[language].sameFaces(String(event.finding.path))
    told = install
    return null
  }
}

/** How far a build of several notices is: [12/1000], told before each of its lines; nothing for a single one. */
function makeCounter(): (event: BuildEvent) => string {
  let all = 0
  let done = 0
  return (event) => {
    if (event.type === 'build-started') {
      all = event.sources.length
      done = 0
    }
    const at = all > 1 && done < all ? `[${String(done + 1)}/${String(all)}] ` : ''
    if (event.type === 'document-done') done += 1
    return at
  }
}

export function makeProgress(language: Language, terminal: Terminal): Progress {
  const words = talkWording[language]
  const sameFaces = makeFaceTeller(language)
  const countAt = makeCounter()
  let spinner: Ora | null = null
  return {
    show: async (event) => {
      const at = countAt(event)
      if (event.type === 'file-started' && terminal.interactive) {
        // Loaded when something moves: a run in which all is fresh does not wait for it.
        spinner ??= (await import('ora')).default({ discardStdin: false })
        spinner.start(`${at}${words.making(event.path)}`)
        return
      }
      const line = sameFaces(event) ?? lineOf(event, language, terminal)
      if (line === null) return
      const turning = spinner?.isSpinning === true
      if (turning) spinner?.clear()
      terminal.err(`${event.type === 'document-read' ? at : ''}${line}\n`)
      if (turning) spinner?.render()
    },
    stop: () => spinner?.stop(),
  }
}
