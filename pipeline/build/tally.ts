import type { NoticeRows } from '../compose/index.js'
import type { BuildEvent, Severity, Totals } from '../model/index.js'

/** What a document’s part of a build comes to, beside what its events say. */
export interface Outcome {
  readonly failed: boolean
  /** Settings are wrong or the output folder itself cannot be written: nothing else need be tried. */
  readonly refused: boolean
  readonly agencies: readonly string[]
  readonly dutyAgencies: readonly string[]
  /** What lists over all notices will show of it; of a plan alone, which writes no model that they could be made from. */
  readonly rows?: NoticeRows
}

/** Counts events into totals. */
export interface Tally {
  readonly count: (event: BuildEvent) => void
  readonly add: (outcome: Outcome) => void
  /** Settings, options or folders were wrong. */
  readonly failConfiguration: () => void
  readonly totals: (milliseconds: number) => Totals
}

const unique = (names: readonly string[]) => [...new Set(names)]

/** A tally that begins at nothing. */
export function makeTally(): Tally {
  const outcomes: Outcome[] = []
  const files = { made: 0, kept: 0, removed: 0, failed: 0 }
  let configurationFailed = false
  const messages: Record<Severity, number> = { error: 0, warning: 0, info: 0 }

  const count = (event: BuildEvent): void => {
    if (event.type === 'file-written') files.made += 1
    if (event.type === 'file-kept') files.kept += 1
    if (event.type === 'file-removed') files.removed += 1
    if (event.type === 'file-failed') files.failed += 1
    if (event.type === 'planned') {
      files.failed += event.jobs.filter(({ reason }) => reason.type === 'blocked').length
    }
    if (event.type === 'message' || event.type === 'file-failed') {
      messages[event.finding.severity] += 1
    }
  }
  return {
    count,
    add: (outcome) => void outcomes.push(outcome),
    failConfiguration: () => void (configurationFailed = true),
    totals: (milliseconds) => {
      const agencies = unique(outcomes.flatMap((each) => each.agencies))
      const inText = unique(outcomes.flatMap((each) => each.dutyAgencies))
      return {
        documents: outcomes.length,
        failedDocuments: outcomes.filter((each) => each.failed).length,
        agencies,
        dutyAgencies: inText.filter((name) => !agencies.includes(name)),
        ...files,
        messages: { ...messages },
        milliseconds,
        configurationFailed,
      }
    },
  }
}
