import { HostError, type Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import { sha256 } from '../model/hash.js'
import type { Asset, Finding } from '../model/index.js'
import { documentKey } from '../plan/document-key.js'
import {
  attachmentsFolderOf,
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
  /** PDFs of the office’s own that go with it, by their names; their bytes are read again when a packet is made. */
  readonly attachments: readonly Asset[]
  readonly findings: readonly Finding[]
  /** The document key: over everything that its files are made from; null where the source cannot be built. */
  readonly key: string | null
}

const block = (finding: Finding): Finding => ({ ...finding, blocks: { what: 'source' } })

async function fetchSource(host: Host, { path, finding }: Source) {
  if (finding !== null) return { bytes: null, findings: [finding] }
  const found = await readFileOrFinding(host, path, 'source-readable')
  if (found.bytes !== null || found.findings.length > 0) return found
  const { absentSource } = await import('../settings/absent-source.js')
  return { bytes: null, findings: [await absentSource(host, path)] }
}

/** Entries of a folder; none where it is absent. */
async function listOrFinding(host: Host, path: string) {
  try {
    return { entries: (await host.list(path)) ?? [], findings: [] }
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    const values = { path, code: error.code }
    return { entries: [], findings: [makeFinding('settings-file-readable', { path, values })] }
  }
}

/** The PDFs in <id>.attachments/, hashed. What cannot be read, a file or the folder, must not silently be missing from a packet: an error. */
async function fetchAttachments(host: Host, { path }: Source) {
  const folder = attachmentsFolderOf(path)
  const listed = await listOrFinding(host, folder)
  const assets: Asset[] = []
  const findings: Finding[] = [...listed.findings]
  for (const { name, kind } of listed.entries) {
    if (kind === 'folder' || name.startsWith('.') || !/\.pdf$/i.test(name)) continue
    const at = `${folder}/${name}`
    const read = await readFileOrFinding(host, at, 'settings-file-readable')
    findings.push(...read.findings)
    if (read.bytes !== null) assets.push({ path: at, sha256: sha256(read.bytes) })
  }
  return { assets, findings }
}

/** Fetches what a notice is read from, without what a build brings. */
export async function fetchInput(host: Host, source: Source): Promise<Omit<NoticeInput, 'key'>> {
  const path = correctionsPathOf(source.path)
  const { bytes, findings } = await fetchSource(host, source)
  const corrections = await readFileOrFinding(host, path, 'settings-file-readable')
  const attachments = await fetchAttachments(host, source)
  return {
    source,
    bytes,
    corrections: { path, bytes: corrections.bytes },
    attachments: attachments.assets,
    findings: [...findings, ...corrections.findings, ...attachments.findings].map(block),
  }
}

/** Fetches what a notice is read from, with its document key. */
export async function fetchNotice(run: Run, source: Source): Promise<NoticeInput> {
  const input = await fetchInput(run.host, source)
  const { attachments, bytes, corrections, findings } = input
  if (bytes === null || findings.length > 0) return { ...input, key: null }
  const key = documentKey({
    path: source.path,
    source: sha256(bytes),
    corrections: corrections.bytes === null ? null : sha256(corrections.bytes),
    attachments: attachments.map(({ path, sha256: hash }) => [path, hash]),
    shared: await run.sharedKey(),
    encoding: run.options.encoding ?? null,
    revisions: run.options.revisions ?? null,
    build: run.build,
    epoch: run.epoch,
  })
  return { ...input, key }
}
