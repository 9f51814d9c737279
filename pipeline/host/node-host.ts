import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs'
import { lstat, mkdir, open, readdir, rename, rmdir, unlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { compareNames } from './compare-names.js'
import { HostError, type Host, type HostEntry, type HostFile } from './host.js'

const absent = new Set(['ENOENT', 'ENOTDIR'])
/** What Windows says while another program (a virus scanner, an index) has the file open for a moment. */
const momentary = new Set(['EPERM', 'EACCES', 'EBUSY'])
const pauses = [40, 120, 360]
/** MAX_PATH without its closing NUL. Node itself writes longer ones; Word, Excel and the Explorer do not open them. */
const windowsPath = 259

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'UNKNOWN'
}

async function ask<T>(operation: string, path: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    throw new HostError(operation, path, codeOf(error), { cause: error })
  }
}

async function askForAbsent<T>(
  operation: string,
  path: string,
  call: () => Promise<T>,
): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    const code = codeOf(error)
    if (absent.has(code)) return null
    throw new HostError(operation, path, code, { cause: error })
  }
}

/** Once more after a pause where Windows refused for a moment; elsewhere the first refusal counts. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (const pause of process.platform === 'win32' ? pauses : []) {
    try {
      return await call()
    } catch (error) {
      if (!momentary.has(codeOf(error))) throw error
      await wait(pause)
    }
  }
  return call()
}

/** Makes the folder only where it turns out to be missing: most files go into folders that are there. */
async function inFolder<T>(path: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    await mkdir(dirname(path), { recursive: true })
    return call()
  }
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): HostEntry['kind'] {
  return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other'
}

async function list(path: string): Promise<readonly HostEntry[]> {
  const entries = await readdir(path, { withFileTypes: true })
  return entries
    .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
    .sort((a, b) => compareNames(a.name, b.name))
}

/**
 * Many small files one after the other: asking for them all at once and waiting costs several times as much. What is absent is an empty tree.
 */
function walkTree<T>(
  folder: string,
  isWanted: (name: string) => boolean,
  take: (path: string) => T,
): Map<string, T> {
  const files = new Map<string, T>()
  const walkFolder = (prefix: string): void => {
    const entries = readdirSync(join(folder, prefix), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => compareNames(a.name, b.name))) {
      const path = `${prefix}${entry.name}`
      if (entry.isDirectory()) walkFolder(`${path}/`)
      else if (isWanted(entry.name)) files.set(path, take(`${folder}/${path}`))
    }
  }
  walkFolder('')
  return files
}

/** Reads a file into the beginning of `room`, or into more where that is too small. */
function readInto(room: Buffer, path: string): { readonly room: Buffer; readonly size: number } {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const enough = size <= room.length ? room : Buffer.allocUnsafeSlow(size * 2)
    let read = 0
    while (read < size) {
      const more = readSync(file, enough, read, size - read, null)
      if (more === 0) break
      read += more
    }
    return { room: enough, size: read }
  } finally {
    closeSync(file)
  }
}

/** All through one buffer: to get a new one from the system for each file takes longer than to read it. */
function readEach<T>(
  paths: readonly string[],
  take: (bytes: Uint8Array | HostError, path: string) => T,
): Map<string, T> {
  const taken = new Map<string, T>()
  let room: Buffer = Buffer.alloc(0)
  for (const path of paths) {
    let bytes: Uint8Array | HostError
    try {
      const read = readInto(room, path)
      room = read.room
      bytes = room.subarray(0, read.size)
    } catch (error) {
      const code = codeOf(error)
      if (absent.has(code)) continue
      bytes = new HostError('read', path, code, { cause: error })
    }
    taken.set(path, take(bytes, path))
  }
  return taken
}

function lookAt(path: string): HostFile {
  const { size, mtimeMs } = statSync(path)
  return { size, changed: mtimeMs }
}

async function inTree<T>(
  operation: string,
  folder: string,
  walk: () => Map<string, T>,
): Promise<ReadonlyMap<string, T>> {
  const files = await askForAbsent(operation, folder, () => Promise.resolve().then(walk))
  return files ?? new Map<string, T>()
}

async function remove(path: string): Promise<void> {
  if ((await lstat(path)).isDirectory()) await rmdir(path)
  else await unlink(path)
}

function cacheFolder(): string {
  const own = process.env.FENGONG_CACHE
  if (own !== undefined && own !== '') return own
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'fengong', 'cache')
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'fengong')
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'fengong')
}

/**
 * Looks in the folders where Node would look, not through the package’s `exports`, which seldom name fonts; then from the working folder,
 * so that faces that a person installed beside the notices are found by a globally installed fengong.
 */
function resolvePackageFile(packageName: string, file: string): string | null {
  const folders = [import.meta.url, join(process.cwd(), 'package.json')].flatMap(
    (from) => createRequire(from).resolve.paths(packageName) ?? [],
  )
  return (
    folders.map((folder) => join(folder, packageName, file)).find((path) => existsSync(path)) ??
    null
  )
}

const longFile = 1_000_000

/**
 * Reads a file. A long one, which is a font, in one piece: `readFile` takes half a megabyte at a time and waits for this thread between two, which has
 * other things to do.
 */
async function readWhole(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    if (size < longFile) return await file.readFile()
    const bytes = Buffer.allocUnsafeSlow(size)
    let read = 0
    for (let more = 1; more > 0 && read < size; read += more)
      more = (await file.read(bytes, read, size - read, read)).bytesRead
    return bytes.subarray(0, read)
  } finally {
    await file.close()
  }
}

/** The machine that Node runs on. */
export function nodeHost(): Host {
  return {
    read: (path) => askForAbsent('read', path, () => readWhole(path)),
    list: (path) => askForAbsent('list', path, () => list(path)),
    readTree: (folder, isWanted) =>
      inTree('readTree', folder, () => walkTree(folder, isWanted, (path) => readFileSync(path))),
    readEach: (paths, take) => Promise.resolve().then(() => readEach(paths, take)),
    lookAtTree: (folder, isWanted) =>
      inTree('lookAtTree', folder, () => walkTree(folder, isWanted, lookAt)),
    kindOf: (path) => askForAbsent('kindOf', path, async () => kindOf(await lstat(path))),
    replace: (path, bytes) =>
      ask('replace', path, () =>
        patiently(async () => {
          // Loaded with the first file that is written.
          const { default: writeFileAtomic } = await import('write-file-atomic')
          await inFolder(path, () => writeFileAtomic(path, Buffer.from(bytes)))
        }),
      ),
    rename: (from, to) => ask('rename', from, () => patiently(() => rename(from, to))),
    remove: (path) => ask('remove', path, () => patiently(() => remove(path))),
    lock: (path) =>
      ask('lock', path, async () => {
        const { takeLock } = await import('./node-lock.js')
        return inFolder(path, () => takeLock(path))
      }),
    now: () => Date.now(),
    clock: () => performance.now(),
    work: async (task, input, limits) => {
      const { workInThread } = await import('./node-work.js')
      return workInThread(task, input, limits)
    },
    workers: async (task, count) => {
      const { workersFor } = await import('./node-workers.js')
      return workersFor(task, count)
    },
    watch: async (paths, isIgnored, onChange) => {
      const { watchPaths } = await import('./node-watch.js')
      return watchPaths(paths, isIgnored, onChange)
    },
    variable: (name) => process.env[name],
    workingFolder: () => process.cwd(),
    longestPath: process.platform === 'win32' ? windowsPath : Number.POSITIVE_INFINITY,
    cacheFolder,
    // Two folders up from host/, in dist/ as in the sources.
    packageFolder: () => fileURLToPath(new URL('../../', import.meta.url)),
    resolvePackageFile,
    run: async (program, args, limits) => {
      const { runProgram } = await import('./node-program.js')
      return runProgram(program, args, limits)
    },
    withScratchFolder: async (use) => {
      const { withScratchFolder } = await import('./node-program.js')
      return withScratchFolder(use)
    },
  }
}
