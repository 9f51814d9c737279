import { HostError, type Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { sha256, type Finding, type OfficialDocument } from '../model/index.js'
import { documentKey } from '../plan/index.js'
import { readDocument } from '../read/read-document.js'
import {
  correctionsPathOf,
  loadCorrections,
  loadSettings,
  pathFromHere,
  type LoadedCorrections,
  type Settings,
  type Source,
} from '../settings/index.js'
import type { Run } from './run.js'

/** What a notice is read from: its bytes and a person’s corrections; or why it cannot be. */
export interface NoticeInput {
  readonly path: string
  readonly bytes: Uint8Array | null
  readonly corrections: LoadedCorrections
  readonly findings: readonly Finding[]
}

export interface NoticeReading {
  /** null where the file is no notice at all. */
  readonly document: OfficialDocument | null
  readonly findings: readonly Finding[]
}

/** Whether a finding keeps a whole source from being built. */
export const blocksSource = (finding: Finding) =>
  finding.severity === 'error' && finding.blocks?.what === 'source'

async function readSource(host: Host, path: string) {
  const blocks = { what: 'source' } as const
  try {
    const bytes = await host.read(path)
    if (bytes !== null) return { bytes, findings: [] }
    return { bytes, findings: [makeFinding('source-exists', { path, values: { path }, blocks })] }
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const values = { path, code: error.code }
    return { bytes: null, findings: [makeFinding('source-readable', { path, values, blocks })] }
  }
}

/** Fetches what a notice is read from. */
export async function fetchNotice(host: Host, source: Source): Promise<NoticeInput> {
  const { path } = source
  const corrections = await loadCorrections(host, correctionsPathOf(path))
  if (source.finding !== null) {
    return { path, bytes: null, corrections, findings: [source.finding] }
  }
  const { bytes, findings } = await readSource(host, path)
  return { path, bytes, corrections, findings: [...findings, ...corrections.findings] }
}

/** The document key of a notice as it was fetched; null where it could not be. */
export async function keyOf(run: Run, input: NoticeInput): Promise<string | null> {
  if (input.bytes === null || input.findings.some(blocksSource)) return null
  return documentKey({
    path: input.path,
    source: sha256(input.bytes),
    corrections: input.corrections.sha256,
    settings: run.settings.files,
    templates: run.templateHashes,
    faces: await run.faces.marks(run.pdfStyles),
    encoding: run.options.encoding ?? null,
    revisions: run.options.revisions ?? null,
    build: run.build,
    epoch: run.epoch,
  })
}

/** Reads a fetched notice. With an error among the findings that blocks the source the document may be looked at, not built from. */
export function readNotice(
  input: NoticeInput,
  settings: Pick<Settings, 'agencies'>,
  options: ReadOptions,
): NoticeReading {
  const { path, bytes, corrections } = input
  if (bytes === null) return { document: null, findings: input.findings }
  const reading = readDocument({
    path,
    bytes,
    corrections: corrections.corrections,
    correctionsPath: corrections.sha256 === null ? null : correctionsPathOf(path),
    agencies: settings.agencies,
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.revisions === undefined ? {} : { revisions: options.revisions }),
  })
  return { document: reading.document, findings: [...input.findings, ...reading.findings] }
}

export interface ReadOptions {
  /** A decoder’s label, where the encoding is not found out rightly. */
  readonly encoding?: string
  /** What unaccepted revisions of a Word file count for. */
  readonly revisions?: 'accept' | 'reject'
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
  const settings = await loadSettings(host, 'sources')
  const input = await fetchNotice(host, { id: '', path: pathFromHere(host, path), finding: null })
  const reading = readNotice(input, settings, options)
  return { document: reading.document, findings: [...settings.findings, ...reading.findings] }
}
