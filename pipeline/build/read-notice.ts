import type { Host } from '../host/host.js'
import type { Finding, OfficialDocument, Span } from '../model/index.js'
import type { ReadResult } from '../read/read-document.js'
import { fetchSettings, pathFromHere } from '../settings/fetch.js'
import { readCorrections, readSettings, type Settings } from '../settings/index.js'
import { fetchInput, type NoticeInput } from './fetch-notice.js'
import { readWithinLimits } from './read-within-limits.js'

export interface NoticeReading {
  /** null where the file is no notice at all. */
  readonly document: OfficialDocument | null
  readonly findings: readonly Finding[]
  /** Stretches of its text that the file does not hold as characters. */
  readonly computed: readonly Span[]
}

export interface ReadOptions {
  /** A decoder’s label, where the encoding is not found out rightly. */
  readonly encoding?: string
  /** What unaccepted revisions of a Word file count for. */
  readonly revisions?: 'accept' | 'reject'
}

/** Whether a finding keeps a whole source from being built. */
export const blocksSource = (finding: Finding): boolean =>
  finding.severity === 'error' && finding.blocks?.what === 'source'

/** Reads a fetched notice. With an error among the findings that blocks the source the document may be looked at, not built from. */
export async function readNotice(
  input: Omit<NoticeInput, 'key'>,
  settings: Pick<Settings, 'agencies'>,
  options: ReadOptions,
  host: Host,
): Promise<NoticeReading> {
  const { bytes } = input
  const { path } = input.source
  if (bytes === null) return { document: null, findings: input.findings, computed: [] }
  const { corrections, findings } = readCorrections(input.corrections)
  const reading: ReadResult = await readWithinLimits(host, {
    path,
    bytes,
    corrections,
    correctionsPath: input.corrections.bytes === null ? null : input.corrections.path,
    agencies: settings.agencies,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.revisions === undefined ? {} : { revisions: options.revisions }),
  })
  return {
    document: reading.document,
    findings: [...input.findings, ...findings, ...reading.findings],
    computed: reading.computed,
  }
}

/**
 * Reads one notice by its path, with the corrections beside it and the settings in ./sources. The document is given where a model could be
 * made, even with an error among the findings.
 */
export async function readByPath(
  path: string,
  options: ReadOptions,
  host: Host,
): Promise<NoticeReading> {
  const settings = readSettings(await fetchSettings(host, 'sources'))
  const input = await fetchInput(host, { id: '', path: pathFromHere(host, path), finding: null })
  const reading = await readNotice(input, settings, options, host)
  return { ...reading, findings: [...settings.findings, ...reading.findings] }
}
