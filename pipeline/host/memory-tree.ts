import { posix } from 'node:path'

import { compareNames } from './compare-names.js'
import { HostError, type HostEntry, type Release } from './host.js'

function foldersAbove(path: string): readonly string[] {
  const folder = posix.dirname(path)
  return folder === path ? [] : [...foldersAbove(folder), folder]
}

/** The state behind a memory host: files by absolute path; a folder is there as long as something was put into it and it was not removed. */
export class MemoryTree {
  readonly files = new Map<string, Uint8Array>()
  readonly folders = new Set<string>(['/'])
  /** Links and devices. */
  readonly others = new Set<string>()
  /** Told of the path of each file that is put or removed. */
  readonly watchers = new Set<(path: string) => void>()

  constructor(workingFolder: string) {
    for (const folder of [...foldersAbove(workingFolder), workingFolder]) this.folders.add(folder)
  }

  put(path: string, bytes: Uint8Array): void {
    for (const folder of foldersAbove(path)) {
      if (this.files.has(folder)) throw new HostError('replace', path, 'ENOTDIR')
      this.folders.add(folder)
    }
    if (this.folders.has(path)) throw new HostError('replace', path, 'EISDIR')
    this.files.set(path, bytes)
    this.tell(path)
  }

  private tell(path: string): void {
    for (const watcher of this.watchers) watcher(path)
  }

  kindOf(path: string): HostEntry['kind'] | null {
    if (this.others.has(path)) return 'other'
    if (this.files.has(path)) return 'file'
    return this.folders.has(path) ? 'folder' : null
  }

  list(path: string): HostEntry[] | null {
    if (!this.folders.has(path)) return null
    const all = new Set([...this.files.keys(), ...this.folders, ...this.others])
    return [...all]
      .filter((each) => each !== path && posix.dirname(each) === path)
      .map((each) => ({ name: posix.basename(each), kind: this.kindOf(each) ?? 'other' }))
      .sort((a, b) => compareNames(a.name, b.name))
  }

  remove(path: string): void {
    if (this.others.delete(path) || this.files.delete(path)) {
      this.tell(path)
      return
    }
    const entries = this.list(path)
    if (entries === null) throw new HostError('remove', path, 'ENOENT')
    if (entries.length > 0) throw new HostError('remove', path, 'ENOTEMPTY')
    this.folders.delete(path)
  }

  rename(from: string, to: string): void {
    const bytes = this.files.get(from)
    if (bytes === undefined) throw new HostError('rename', from, 'ENOENT')
    this.put(to, bytes)
    this.remove(from)
  }

  lock(path: string): Release | null {
    if (this.files.has(path)) return null
    this.put(path, new TextEncoder().encode('{}\n'))
    return () => {
      this.files.delete(path)
      return Promise.resolve()
    }
  }
}
