/** An entry of a folder. */
export interface HostEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** Ends a hold on a lock; a second call does nothing. */
export type Release = () => Promise<void>

/** The outside world refused: which call, which path, and the system’s code (EACCES, ENOSPC, EBUSY …). */
export class HostError extends Error {
  override readonly name = 'HostError'
  constructor(
    readonly operation: string,
    readonly path: string,
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`${operation} ${path}: ${code}`, options)
  }
}

/**
 * The outside world behind one interface: files, the clock, the environment. Paths are the host’s own, absolute or relative to its
 * working folder. Every call but `read`, `list` and `kindOf` of what is absent rejects with a HostError when the system refuses.
 */
export interface Host {
  /** Bytes of a file; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>
  /** Entries of a folder sorted by code point; null where there is none. */
  readonly list: (path: string) => Promise<readonly HostEntry[] | null>
  /** What stands at a path, links not followed. */
  readonly kindOf: (path: string) => Promise<HostEntry['kind'] | null>
  /** Puts bytes in place of a file in one step, making its folders; a reader sees the old file or the new one whole. */
  readonly replace: (path: string, bytes: Uint8Array) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  /** Removes a file, or an empty folder. */
  readonly remove: (path: string) => Promise<void>
  /** Waits for nobody: null where someone else holds it. */
  readonly lock: (path: string) => Promise<Release | null>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly variable: (name: string) => string | undefined
  readonly workingFolder: () => string
  /** Where files that any build may share are kept: built faces. */
  readonly cacheFolder: () => string
  /** The installed package’s own folder, which holds templates/. */
  readonly packageFolder: () => string
  /** Absolute path of a file of an installed package, null where the package is missing. */
  readonly resolvePackageFile: (packageName: string, file: string) => string | null
}
