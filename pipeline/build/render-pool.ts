import type { Host, WorkPool, WorkTask } from '../host/host.js'
import { faceRoles, type FaceRole, type Job } from '../model/index.js'
import type { Rendered } from '../render/render-job.js'
import type { Face, FaceFile, FaceSet } from '../typeset/faces/face.js'
import type { FaceFiles, RenderOrder } from './render-in-thread.js'

/** Threads that render files. */
export interface RenderPool {
  /** How many files may be under way at a time. */
  readonly ahead: number
  /** Null where the threads were ended, or cannot see the fonts: then the file is to be rendered here. */
  readonly render: (
    job: Job,
    faces: FaceSet | null,
    supplies: RenderOrder['supplies'],
  ) => Promise<Rendered | null>
  readonly end: () => Promise<void>
}

const fileOf = ({ role, path, sha256, family, licence, standIn }: Face): FaceFile => ({
  role,
  path,
  sha256,
  family,
  licence,
  standIn,
})

function filesOf({ roles, missing }: FaceSet): FaceFiles {
  const files = faceRoles.map((role) => [role, roles[role].map(fileOf)] as const)
  return { roles: Object.fromEntries(files) as Record<FaceRole, FaceFile[]>, missing }
}

/**
 * Threads for rendering, `count` of them at most. None begins before the first file is to be rendered, so a build in which all is fresh has none. The
 * signal ends them at once.
 */
export function openRenderPool(host: Host, count: number, signal?: AbortSignal): RenderPool {
  let pool: Promise<WorkPool<RenderOrder, Rendered | null>> | null = null
  const open = async () => {
    const { orderRenderer, renderInThread } = await import('./render-in-thread.js')
    const task: WorkTask<RenderOrder, Rendered | null> = {
      module: new URL('./render-in-thread.js', import.meta.url).href,
      name: renderInThread.name,
      run: orderRenderer(host.read),
    }
    return host.workers(task, count)
  }
  const end = async () => {
    await (await pool)?.end()
  }
  signal?.addEventListener('abort', () => void end(), { once: true })
  return {
    // Each thread finds its next file waiting.
    ahead: 2 * count,
    render: async (job, faces, supplies) => {
      const { run } = await (pool ??= open())
      return run({ job, faces: faces === null ? null : filesOf(faces), supplies })
    },
    end,
  }
}
