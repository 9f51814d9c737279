import type { Host } from '../host/host.js'
import { sha256 } from '../model/hash.js'
import type { Manifest } from '../model/index.js'

export const manifestName = 'manifest.json'

/** The state of a document’s folder as it was found. */
export interface FolderState {
  /** null: there is none, or it cannot be read as one. */
  readonly manifest: Manifest | null
  /** Hashes that stand in a manifest that is damaged or of another format: bytes that were ours once. */
  readonly salvaged: ReadonlySet<string>
  readonly damaged: boolean
  /** The manifest’s text; null where there is none. */
  readonly text: string | null
}

/**
 * Goes into the checksum of a manifest: one that was written in another shape has another. A test holds it against the schema.
 */
export const manifestShape = 1

const checksumLine = /^\{\n"checksum": "([0-9a-f]{64})",\n/

const checksumOf = (text: string) => sha256(`${manifestShape}\n${text}`)

/** A manifest that lies as it was written need not be looked through: it was, before it was written. Loading the schemas takes longer than all else. */
async function parse(text: string): Promise<Manifest | null> {
  const [line, checksum] = checksumLine.exec(text) ?? ['{\n', '']
  try {
    const rest = JSON.parse(text) as Record<string, unknown>
    delete rest.checksum
    if (checksumOf(text.slice(line.length)) === checksum) return rest as unknown as Manifest
    const { manifestSchema } = await import('../model/index.js')
    const result = manifestSchema.safeParse(rest)
    return result.success ? result.data : null
  } catch {
    return null
  }
}

/** Reads what a document’s folder records. A manifest that cannot be read still tells which bytes were ours, so that they can be replaced. */
export async function readManifest(host: Pick<Host, 'read'>, folder: string): Promise<FolderState> {
  const bytes = await host.read(`${folder}/${manifestName}`)
  if (bytes === null) return { manifest: null, salvaged: new Set(), damaged: false, text: null }
  const text = new TextDecoder().decode(bytes)
  const manifest = await parse(text)
  const salvaged = new Set(manifest === null ? text.match(/\b[0-9a-f]{64}\b/g) : [])
  return { manifest, salvaged, damaged: manifest === null, text }
}

/** Entries of an object as JSON, one a line. */
function linesOf(entries: readonly (readonly [string, unknown])[]): string {
  return entries
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
    .join(',\n')
}

/**
 * The manifest as it is written: a line for each file, files in the order of their paths’ code units, so that the same state has the same bytes
 * and two states can be compared.
 */
export function manifestText(manifest: Manifest): string {
  const { schemaVersion, key, source, title, messages, counts, files } = manifest
  const about = { schemaVersion, key, source, title, messages, counts }
  const byPath = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const rest = `${linesOf(Object.entries(about))},\n"files": {\n${linesOf(byPath)}\n}\n}\n`
  return `{\n"checksum": "${checksumOf(rest)}",\n${rest}`
}
