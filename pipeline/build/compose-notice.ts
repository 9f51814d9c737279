import {
  composeDocument,
  noticeRows,
  type NoticeRows,
  type RecordedFile,
} from '../compose/index.js'
import {
  sha256,
  type Finding,
  type Item,
  type Job,
  type Manifest,
  type OfficialDocument,
  type Span,
} from '../model/index.js'
import type { NoticeInput } from './fetch-notice.js'
import type { BuildOptions } from './run.js'
import type { Shared } from './shared.js'

/** What is to be made of a notice, and what its manifest says of it. */
export interface ComposedNotice {
  readonly jobs: readonly Job[]
  readonly about: Omit<Manifest, 'schemaVersion' | 'files' | 'key'>
  /** What lists over all notices will show of it, once these files lie there. */
  readonly rowsWith: (files: readonly RecordedFile[], findings: readonly Finding[]) => NoticeRows
}

const countItems = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + 1 + countItems(item.children), 0)

/** Document and templates → jobs, by the options of the build; with all findings so far. */
export function composeNotice(
  { settings, templates }: Shared,
  { source, bytes, attachments }: Pick<NoticeInput, 'source' | 'bytes' | 'attachments'>,
  reading: {
    readonly document: OfficialDocument
    readonly findings: readonly Finding[]
    readonly computed: readonly Span[]
  },
  options: BuildOptions,
  longestName: number,
): ComposedNotice {
  const { document } = reading
  const composed = composeDocument({
    ...reading,
    office: settings.office,
    distribution: settings.distribution,
    attachments,
    agencies: settings.agencies,
    templates,
    longestName,
    ...(options.only === undefined ? {} : { only: options.only }),
    ...(options.agency === undefined ? {} : { agency: options.agency }),
  })
  const about = {
    source: { path: source.path, sha256: sha256(bytes ?? '') },
    title: document.title,
    messages: [...reading.findings, ...composed.findings],
    counts: {
      items: countItems(document.items),
      agencies: [...composed.agencies],
      dutyAgencies: [...composed.dutyAgencies],
    },
  }
  const rowsWith: ComposedNotice['rowsWith'] = (files, findings) =>
    noticeRows(document, {
      office: settings.office,
      index: settings.agencies,
      stale: false,
      files,
      findings,
    })
  return { jobs: composed.jobs, about, rowsWith }
}
