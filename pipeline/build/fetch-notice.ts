import type { Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { sha256, type Finding } from '../model/index.js'
import { documentKey } from '../plan/document-key.js'
import {
  correctionsPathOf,
  readFileOrFinding,
  type SettingsFile,
  type Source,
} from '../settings/fetch.js'
import type { Run } from './run.js'

/** What a notice is read from: its bytes and a person’s corrections; or why it cannot be. */
export interface NoticeInput {
  readonly source: Source
  /** null where the source cannot be built; a finding says why. */
  readonly bytes: Uint8Array | null
  readonly corrections: SettingsFile
  readonly findings: readonly Finding[]
  /** The document key: over everything that its files are made from; null where the source cannot be built. */
  readonly key: string | null
}

const block = (finding: Finding): Finding => ({ ...finding, blocks: { what: 'source' } })

async function fetchSource(host: Host, { path, finding }: Source) {
  if (finding !== null) return { bytes: null, findings: [finding] }
  const found = await readFileOrFinding(host, path, 'source-readable')
  if (found.bytes !== null || found.findings.length > 0) return found
  return { bytes: null, findings: [makeFinding('source-exists', { path, values: { path } })] }
}

/** Fetches what a notice is read from, without what a build brings. */
export async function fetchInput(host: Host, source: Source): Promise<Omit<NoticeInput, 'key'>> {
  const path = correctionsPathOf(source.path)
  const { bytes, findings } = await fetchSource(host, source)
  const corrections = await readFileOrFinding(host, path, 'settings-file-readable')
  return {
    source,
    bytes,
    corrections: { path, bytes: corrections.bytes },
    findings: [...findings, ...corrections.findings].map(block),
  }
}

/** Fetches what a notice is read from, with its document key. */
export async function fetchNotice(run: Run, source: Source): Promise<NoticeInput> {
  const input = await fetchInput(run.host, source)
  const { bytes, corrections, findings } = input
  if (bytes === null || findings.length > 0) return { ...input, key: null }
  const key = documentKey({
    path: source.path,
    source: sha256(bytes),
    corrections: corrections.bytes === null ? null : sha256(corrections.bytes),
    shared: await run.sharedKey(),
    encoding: run.options.encoding ?? null,
    revisions: run.options.revisions ?? null,
    build: run.build,
    epoch: run.epoch,
  })
  return { ...input, key }
}
