import type { Templates } from '../compose/index.js'
import type { Finding } from '../model/index.js'
import type { FaceSet } from '../typeset/faces/face.js'
import type { RenderPool } from './render-pool.js'

/** The faces that a style asks for, and what there is to say of them. */
export interface FoundFaces {
  readonly faces: FaceSet
  readonly findings: readonly Finding[]
}

interface LoadedTemplates {
  readonly templates: Templates
  readonly findings: readonly Finding[]
}

/**
 * What one build of a process leaves to the next: fonts and templates as they were parsed, each under a hash of what it was made from. It changes
 * how long a build takes and nothing else.
 */
export interface BuildMemory {
  readonly templates: (key: string, load: () => LoadedTemplates) => LoadedTemplates
  /** By the faces of a style; filled as they are found. */
  readonly faces: (key: string) => Map<string, FoundFaces>
  /** Threads that stay from build to build, with their fonts and libraries; null where each build has its own. */
  readonly threads: KeptThreads | null
}

/** Threads that outlive a build: opened by the first that asks, ended by whoever keeps them. */
interface KeptThreads {
  readonly open: (make: () => Promise<RenderPool>) => Promise<RenderPool>
  readonly end: () => Promise<void>
}

/** No threads yet. */
export function keepThreads(): KeptThreads {
  let pool: Promise<RenderPool> | null = null
  return {
    open: (make) => (pool ??= make()),
    end: async () => {
      await (await pool)?.end()
    },
  }
}

/** The last value under its key: an older one is not asked for again. */
function lastOf<T>(): (key: string, make: () => T) => T {
  let last: { readonly key: string; readonly value: T } | null = null
  return (key, make) => {
    if (last?.key !== key) last = { key, value: make() }
    return last.value
  }
}

/** A memory that holds nothing yet. */
export function makeMemory(threads: KeptThreads | null = null): BuildMemory {
  const templates = lastOf<LoadedTemplates>()
  const faces = lastOf<Map<string, FoundFaces>>()
  return { templates, faces: (key) => faces(key, () => new Map()), threads }
}
