import type { Host } from '../host/host.js'
import { manifestSchema, type Manifest, type ManifestFile } from '../model/index.js'

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

function parse(text: string): Manifest | null {
  try {
    const result = manifestSchema.safeParse(JSON.parse(text))
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
  const manifest = parse(text)
  const salvaged = new Set(manifest === null ? text.match(/\b[0-9a-f]{64}\b/g) : [])
  return { manifest, salvaged, damaged: manifest === null, text }
}

/** The manifest as it is written: files by path in the order of code points, so that the same state has the same bytes. */
export function manifestText(manifest: Manifest): string {
  const byPath = Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const files: Record<string, ManifestFile> = Object.fromEntries(byPath)
  return `${JSON.stringify({ ...manifest, files }, null, 1)}\n`
}
