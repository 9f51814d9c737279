import type { Finding, Severity } from './finding.js'
import type { PlannedJob, Reason } from './job.js'

export interface Totals {
  readonly documents: number
  readonly failedDocuments: number
  /** Agencies with an item, over all documents. */
  readonly agencies: readonly string[]
  /** Agencies named in running text alone. */
  readonly dutyAgencies: readonly string[]
  readonly made: number
  readonly kept: number
  readonly removed: number
  readonly failed: number
  readonly messages: Readonly<Record<Severity, number>>
  readonly milliseconds: number
  /** Settings, options or the sources folder were wrong: nothing, or not all that was asked for, could begin. */
  readonly configurationFailed: boolean
}

interface About {
  /** null: about what is made from all documents together. */
  readonly document: string | null
}

/** What a build tells while it works; progress, --json and a page consume the same events. */
export type BuildEvent =
  | { readonly type: 'build-started'; readonly sources: readonly string[]; readonly output: string }
  | {
      readonly type: 'document-read'
      readonly document: string
      readonly path: string
      readonly title: string | null
      readonly items: number
      readonly agencies: readonly string[]
      readonly fresh: boolean
    }
  | { readonly type: 'message'; readonly document: string | null; readonly finding: Finding }
  | (About & { readonly type: 'planned'; readonly jobs: readonly PlannedJob[] })
  | (About & { readonly type: 'file-started'; readonly path: string })
  | (About & {
      readonly type: 'file-written'
      readonly path: string
      readonly bytes: number
      readonly reason: Reason
    })
  | (About & { readonly type: 'file-kept'; readonly path: string; readonly reason: Reason })
  | (About & { readonly type: 'file-removed'; readonly path: string; readonly reason: Reason })
  | (About & { readonly type: 'file-failed'; readonly path: string; readonly finding: Finding })
  | { readonly type: 'document-done'; readonly document: string; readonly failed: boolean }
  | { readonly type: 'build-done'; readonly totals: Totals }
