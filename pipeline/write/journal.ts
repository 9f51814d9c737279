import type { Host } from '../host/host.js'
import type { Manifest, ManifestFile, Sha256 } from '../model/index.js'
import { manifestName, manifestText } from './manifest-file.js'

/** A file that is about to be written. */
export interface Announced {
  readonly path: string
  readonly sha256: Sha256
  /** What the manifest will say of it once it lies there. */
  readonly entry: ManifestFile
}

/** The manifest while a build is under way. */
export interface Journal {
  /** What is recorded now, by path. */
  readonly files: ReadonlyMap<string, ManifestFile>
  /** Says on disk what is about to be written, before it is: a killed build then knows both the old bytes and the new ones for its own. */
  readonly announce: (files: readonly Announced[]) => Promise<void>
  readonly record: (path: string, entry: ManifestFile) => void
  readonly drop: (path: string) => void
  /** Writes what is recorded, with what is known of the whole document; nothing where that is what lies there. */
  readonly finish: (about: Omit<Manifest, 'schemaVersion' | 'files'>) => Promise<void>
}

function inFlux(announced: Announced, before: ManifestFile | undefined): ManifestFile {
  const known = [before?.sha256, ...(before?.alsoOurs ?? []), announced.sha256]
  const alsoOurs = [...new Set(known.filter((each) => each != null))]
  return { ...announced.entry, sha256: null, alsoOurs }
}

/** Opens the journal of a document’s folder over what its manifest says now (`text`: as it lies there). */
export function openJournal(
  host: Pick<Host, 'replace'>,
  folder: string,
  before: { readonly manifest: Manifest; readonly text: string | null },
): Journal {
  const files = new Map(Object.entries(before.manifest.files))
  let lying = before.text
  const write = async (manifest: Manifest) => {
    const text = manifestText(manifest)
    if (text === lying) return
    await host.replace(`${folder}/${manifestName}`, new TextEncoder().encode(text))
    lying = text
  }
  return {
    files,
    announce: async (announced) => {
      for (const each of announced) files.set(each.path, inFlux(each, files.get(each.path)))
      await write({ ...before.manifest, key: null, files: Object.fromEntries(files) })
    },
    record: (path, entry) => void files.set(path, entry),
    drop: (path) => void files.delete(path),
    finish: (about) => write({ schemaVersion: 1, ...about, files: Object.fromEntries(files) }),
  }
}
