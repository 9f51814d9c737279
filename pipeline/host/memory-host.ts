import { posix } from 'node:path'

import { HostError, type Host } from './host.js'
import { MemoryTree } from './memory-tree.js'

/** A call that a memory host was asked for. */
export interface HostOperation {
  readonly name: 'read' | 'list' | 'kindOf' | 'replace' | 'rename' | 'remove' | 'lock'
  /** Absolute. */
  readonly path: string
  /** How many calls of this name there were before it. */
  readonly count: number
}

/** What goes wrong with a call: refused with the system’s code; `lost`: said done, nothing happened; `torn`: other bytes stand there. */
export type Fault =
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'lost' }
  | { readonly type: 'torn'; readonly bytes: Uint8Array }

export interface MemoryHostOptions {
  readonly variables?: Readonly<Record<string, string>>
  readonly now?: () => number
  /** `/desk` */
  readonly workingFolder?: string
  /** No limit. */
  readonly longestPath?: number
  /** `/package` */
  readonly packageFolder?: string
  /** `/cache` */
  readonly cacheFolder?: string
  /** package name → file → path */
  readonly packages?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** In place, without limits. */
  readonly work?: Host['work']
  /** Where a path is not held in memory, it is asked for here: fonts and templates of the real machine, for reading alone. */
  readonly below?: Pick<Host, 'read' | 'list' | 'kindOf' | 'resolvePackageFile' | 'packageFolder'>
}

/** A host in memory, whose faults can be planned: for tests, and for a build that must leave nothing behind. */
export interface MemoryHost extends Host {
  /** Absolute path → bytes, as things stand. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Every call so far, in order. */
  readonly operations: readonly HostOperation[]
  /** Asked before each call from now on; null ends it. */
  readonly plan: (fault: ((operation: HostOperation) => Fault | null) | null) => void
  /** Puts bytes or text somewhere, without a call being counted. */
  readonly put: (path: string, content: Uint8Array | string) => void
  /** Stands for a link or a device: kind `other`. */
  readonly putOther: (path: string) => void
}

function encode(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}

type Instead = Exclude<Fault, { type: 'refused' }>

/** Counts a call, and lets a planned fault happen instead of it. */
type Happen = <T>(
  name: HostOperation['name'],
  path: string,
  call: (path: string) => T | Promise<T>,
  instead: (fault: Instead, path: string) => T | Promise<T>,
) => Promise<T>

function faultPlan(absolute: (path: string) => string) {
  const operations: HostOperation[] = []
  const counts = new Map<HostOperation['name'], number>()
  let faultOf: ((operation: HostOperation) => Fault | null) | null = null
  const happen: Happen = async (name, path, call, instead) => {
    const at = absolute(path)
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    const operation = { name, path: at, count }
    operations.push(operation)
    const fault = faultOf?.(operation) ?? null
    if (fault === null) return call(at)
    if (fault.type === 'refused') throw new HostError(name, path, fault.code)
    return instead(fault, at)
  }
  const plan: MemoryHost['plan'] = (fault) => {
    faultOf = fault
  }
  return { operations, happen, plan }
}

/** As the calls of a host have it: file by file. */
function treeReader(host: Pick<Host, 'read' | 'list'>): Host['readTree'] {
  return async (folder, isWanted) => {
    const files = new Map<string, Uint8Array>()
    const readFolder = async (prefix: string): Promise<void> => {
      for (const { name, kind } of (await host.list(`${folder}/${prefix}`)) ?? []) {
        const path = `${prefix}${name}`
        if (kind === 'folder') await readFolder(`${path}/`)
        else if (isWanted(name)) {
          const bytes = await host.read(`${folder}/${path}`)
          if (bytes !== null) files.set(path, bytes)
        }
      }
    }
    await readFolder('')
    return files
  }
}

function eachReader(read: Host['read']): Host['readEach'] {
  return async <T>(
    paths: readonly string[],
    take: (bytes: Uint8Array | HostError, path: string) => T,
  ) => {
    const taken = new Map<string, T>()
    for (const path of paths) {
      const bytes = await read(path).catch((error: unknown) => {
        if (error instanceof HostError) return error
        throw error
      })
      if (bytes !== null) taken.set(path, take(bytes, path))
    }
    return taken
  }
}

/** Memory keeps no times: everything may have changed just now. */
function treeLooker(readTree: Host['readTree']): Host['lookAtTree'] {
  return async (folder, isWanted) =>
    new Map(
      [...(await readTree(folder, isWanted))].map(([path, { length }]) => [
        path,
        { size: length, changed: Number.POSITIVE_INFINITY },
      ]),
    )
}

/** Calls about many files, out of those about one. */
function manyReader(
  calls: Pick<Host, 'read' | 'list'>,
): Pick<Host, 'readTree' | 'readEach' | 'lookAtTree'> {
  const readTree = treeReader(calls)
  return { readTree, readEach: eachReader(calls.read), lookAtTree: treeLooker(readTree) }
}

type Calls = 'read' | 'list' | 'kindOf' | 'replace' | 'rename' | 'remove' | 'lock'

function callsOver(
  tree: MemoryTree,
  happen: Happen,
  absolute: (path: string) => string,
  below: MemoryHostOptions['below'],
): Pick<Host, Calls> {
  const nothing = (): undefined => undefined
  const absent = (): null => null
  return {
    read: (path) =>
      happen('read', path, (at) => tree.files.get(at) ?? below?.read(path) ?? null, absent),
    list: (path) =>
      happen('list', path, (at) => tree.list(at) ?? below?.list(path) ?? null, absent),
    kindOf: (path) =>
      happen('kindOf', path, (at) => tree.kindOf(at) ?? below?.kindOf(path) ?? null, absent),
    replace: (path, bytes) =>
      happen(
        'replace',
        path,
        (at) => tree.put(at, bytes),
        (fault, at) => {
          if (fault.type === 'torn') tree.put(at, fault.bytes)
        },
      ),
    rename: (from, to) => happen('rename', from, (at) => tree.rename(at, absolute(to)), nothing),
    remove: (path) => happen('remove', path, (at) => tree.remove(at), nothing),
    lock: (path) => happen('lock', path, (at) => tree.lock(at), absent),
  }
}

/** A host whose files are in memory: `files` by path, relative ones in the working folder. */
export function memoryHost(
  files: Readonly<Record<string, Uint8Array | string>> = {},
  options: MemoryHostOptions = {},
): MemoryHost {
  const { below } = options
  const working = options.workingFolder ?? '/desk'
  const absolute = (path: string) => posix.resolve(working, path.replaceAll('\\', '/'))
  const tree = new MemoryTree(working)
  const put: MemoryHost['put'] = (path, content) => {
    tree.put(absolute(path), encode(content))
  }
  for (const [path, content] of Object.entries(files)) put(path, content)
  const { operations, happen, plan } = faultPlan(absolute)
  const calls = callsOver(tree, happen, absolute, below)
  return {
    ...calls,
    ...manyReader(calls),
    files: tree.files,
    operations,
    plan,
    put,
    putOther: (path) => {
      tree.others.add(absolute(path))
    },
    now: options.now ?? (() => 0),
    clock: options.now ?? (() => 0),
    work:
      options.work ?? (async (task, input) => ({ type: 'done', output: await task.run(input) })),
    workers: (task) =>
      Promise.resolve({ run: async (input) => task.run(input), end: () => Promise.resolve() }),
    watch: (paths, isIgnored, onChange) => {
      const watched = paths.map(absolute)
      const tell = (path: string) => {
        const isInside = watched.some((each) => path === each || path.startsWith(`${each}/`))
        if (isInside && !isIgnored(path)) onChange(path)
      }
      tree.watchers.add(tell)
      return Promise.resolve(() => {
        tree.watchers.delete(tell)
        return Promise.resolve()
      })
    },
    variable: (name) => options.variables?.[name],
    workingFolder: () => working,
    longestPath: options.longestPath ?? Number.POSITIVE_INFINITY,
    cacheFolder: () => options.cacheFolder ?? '/cache',
    packageFolder: () => options.packageFolder ?? below?.packageFolder() ?? '/package',
    resolvePackageFile: (name, file) =>
      options.packages?.[name]?.[file] ?? below?.resolvePackageFile(name, file) ?? null,
    // Memory has no programs.
    run: () => Promise.resolve(null),
    withScratchFolder: async (use) => {
      const folder = '/scratch'
      try {
        return await use(folder)
      } finally {
        for (const path of tree.files.keys()) if (path.startsWith(`${folder}/`)) tree.remove(path)
      }
    },
  }
}
