/** An entry of a folder. */
export interface HostEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** A file as its folder tells of it, unread. */
export interface HostFile {
  /** In bytes. */
  readonly size: number
  /** Milliseconds since 1970, with fractions: when it was last written, as far as is known; infinite where that is not kept. */
  readonly changed: number
}

/** Ends a hold on a lock; a second call does nothing. */
export type Release = () => Promise<void>

/** How a program ended: its exit code, null where it was stopped; what it said. */
export interface ProgramEnd {
  readonly code: number | null
  readonly output: string
}

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
 * A function that can run in a thread of its own: what the module at the URL `module` exports as `name`, which is `run`. What goes in and
 * comes out can be cloned.
 */
export interface WorkTask<Input, Output> {
  readonly module: string
  readonly name: string
  readonly run: (input: Input) => Output | Promise<Output>
}

/** What a thread may use up before it is ended. */
export interface WorkLimits {
  readonly seconds: number
  /** Of its heap. */
  readonly megabytes: number
}

export type WorkOutcome<Output> =
  | { readonly type: 'done'; readonly output: Output }
  | { readonly type: 'exceeded'; readonly limit: keyof WorkLimits }

/** Threads that carry out tasks of one kind. */
export interface WorkPool<Input, Output> {
  /** Null where the threads were ended before the task was. Rejects with what the task throws. */
  readonly run: (input: Input) => Promise<Output | null>
  readonly end: () => Promise<void>
}

/** Ends a watch. */
export type EndWatch = () => Promise<void>

/**
 * The outside world behind one interface: files, the clock, the environment. Paths are the host’s own, absolute or relative to its
 * working folder. Every call but `read`, `list` and `kindOf` of what is absent rejects with a HostError when the system refuses.
 */
export interface Host {
  /** Bytes of a file; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>
  /** Entries of a folder sorted by code point; null where there is none. */
  readonly list: (path: string) => Promise<readonly HostEntry[] | null>
  /** The files under a folder whose names are wanted, by their paths within it, in the order of code points. Read in one go, for many small ones. */
  readonly readTree: (
    folder: string,
    isWanted: (name: string) => boolean,
  ) => Promise<ReadonlyMap<string, Uint8Array>>
  /**
   * Hands many small files to `take`, one after the other without waiting, and keeps what it makes of each, by path; a HostError where the system
   * refuses one. Absent files are left out. The bytes are those of the file during the call alone.
   */
  readonly readEach: <T>(
    paths: readonly string[],
    take: (bytes: Uint8Array | HostError, path: string) => T,
  ) => Promise<ReadonlyMap<string, T>>
  /** What their folders tell of the files that `readTree` would read. */
  readonly lookAtTree: (
    folder: string,
    isWanted: (name: string) => boolean,
  ) => Promise<ReadonlyMap<string, HostFile>>
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
  /** Milliseconds since the process began, with fractions; never set back. */
  readonly clock: () => number
  /** Runs a task in a thread of its own, which is ended where it exceeds a limit. Rejects with what the task throws. */
  readonly work: <Input, Output>(
    task: WorkTask<Input, Output>,
    input: Input,
    limits: WorkLimits,
  ) => Promise<WorkOutcome<Output>>
  /** At most so many threads for many tasks; each is begun when there is a task for it, and stays until all are ended. */
  readonly workers: <Input, Output>(
    task: WorkTask<Input, Output>,
    count: number,
  ) => Promise<WorkPool<Input, Output>>
  /**
   * Tells of each change under some files and folders, also of ones that are not there yet, until the watch is ended. What `isIgnored` says of a path
   * is not looked at.
   */
  readonly watch: (
    paths: readonly string[],
    isIgnored: (path: string) => boolean,
    onChange: (path: string) => void,
  ) => Promise<EndWatch>
  readonly variable: (name: string) => string | undefined
  readonly workingFolder: () => string
  /** How many UTF-16 units a whole path may have for other programs to open it; infinite where no such limit is known. */
  readonly longestPath: number
  /** Where files that any build may share are kept: built faces. */
  readonly cacheFolder: () => string
  /** The installed package’s own folder, which holds templates/. */
  readonly packageFolder: () => string
  /** Absolute path of a file of an installed package, null where the package is missing. */
  readonly resolvePackageFile: (packageName: string, file: string) => string | null
  /** Runs a program of the machine without a shell, stopped after so many seconds; null where there is none of this name. */
  readonly run: (
    program: string,
    args: readonly string[],
    limits: { readonly seconds: number },
  ) => Promise<ProgramEnd | null>
  /** Hands a new temporary folder to `use`, and removes it with all in it afterwards. */
  readonly withScratchFolder: <T>(use: (folder: string) => Promise<T>) => Promise<T>
}
