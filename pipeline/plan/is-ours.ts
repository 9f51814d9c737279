import type { ManifestFile, Sha256 } from '../model/index.js'

/** A file as it lies in the output. */
export interface FileState {
  readonly sha256: Sha256
  /** false: empty or cut off */
  readonly whole: boolean
}

/** Whether bytes that lie in the output are ones that we put there. */
export function isOurs(
  file: FileState,
  recorded: ManifestFile | undefined,
  salvaged: ReadonlySet<string>,
): boolean {
  if (salvaged.has(file.sha256)) return true
  return recorded?.sha256 === file.sha256 || recorded?.alsoOurs.includes(file.sha256) === true
}
