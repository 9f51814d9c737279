import type { Host } from '../host/host.js'
import { nodeHost } from '../host/node-host.js'
import { sha256, type FaceRole, type Finding, type Job } from '../model/index.js'
import { renderJob, type Rendered } from '../render/render-job.js'
import { makeFace, type Face, type FaceFile, type FaceSet } from '../typeset/faces/face.js'
import { supplyKey } from './supplies.js'

/** A set of faces as it can be sent: the files, not what was parsed of them. */
export interface FaceFiles {
  readonly roles: Readonly<Record<FaceRole, readonly FaceFile[]>>
  readonly missing: ReadonlyMap<FaceRole, Finding>
}

/** All that a thread needs for one file. */
export interface RenderOrder {
  readonly job: Job
  /** Null for a file that holds no fonts. */
  readonly faces: FaceFiles | null
  /** The files that it takes, by their keys. */
  readonly supplies: readonly (readonly [key: string, bytes: Uint8Array])[]
}

/** Faces that were loaded before, by role and hash: each is parsed once a thread, and only where a file needs it. */
type Loaded = Map<string, Promise<Face | null>>

async function loadFace(read: Host['read'], file: FaceFile): Promise<Face | null> {
  const bytes = await read(file.path).catch(() => null)
  return bytes !== null && sha256(bytes) === file.sha256 ? makeFace(file, bytes) : null
}

/** Null where one of the files is not what it was when the order was made. */
async function loadFaces(
  read: Host['read'],
  loaded: Loaded,
  { roles, missing }: FaceFiles,
): Promise<FaceSet | null> {
  const found: [string, readonly Face[]][] = []
  for (const [role, files] of Object.entries(roles)) {
    const faces: Face[] = []
    for (const file of files) {
      const key = `${file.role} ${file.sha256} ${file.path}`
      const face = loaded.get(key) ?? loadFace(read, file)
      loaded.set(key, face)
      const ready = await face
      if (ready === null) return null
      faces.push(ready)
    }
    found.push([role, faces])
  }
  return {
    roles: Object.fromEntries(found) as FaceSet['roles'],
    byId: new Map(found.flatMap(([, faces]) => faces.map((face) => [face.id, face] as const))),
    missing,
  }
}

/** What renders orders, with the faces that it has loaded; null where a face is not what it was. */
export function orderRenderer(read: Host['read']) {
  const loaded: Loaded = new Map()
  return async ({ job, faces, supplies }: RenderOrder): Promise<Rendered | null> => {
    const set = faces === null ? null : await loadFaces(read, loaded, faces)
    if (faces !== null && set === null) return null
    const stock = new Map(supplies)
    const facesOf = () => {
      if (set === null) throw new Error(`${job.path} needs no faces`)
      return Promise.resolve(set)
    }
    return renderJob(job, facesOf, (supply) =>
      Promise.resolve(stock.get(supplyKey(supply)) ?? null),
    )
  }
}

const here = orderRenderer(nodeHost().read)

/** Renders one file in the thread that loaded this module. */
export const renderInThread = (order: RenderOrder): Promise<Rendered | null> => here(order)
