import { faceRoles, type FaceRole } from '../../model/index.js'
import type { Face, FaceSet } from './face.js'

function candidates(faces: FaceSet, role: FaceRole): readonly Face[] {
  const others = faceRoles.filter((other) => other !== role).flatMap((other) => faces.roles[other])
  return [...faces.roles[role], ...others]
}

/** Chooses faces by role and cluster, and remembers what it chose. */
export type FaceChooser = (role: FaceRole, cluster: string) => Face | null

/**
 * The face that draws a cluster: the first of its role that has it, else the first of any role; null where none has it.
 * A face whose Chinese quotes and dashes are narrow is passed over for them while another has them wide.
 */
export function chooseFaces(faces: FaceSet): FaceChooser {
  const lists = new Map(faceRoles.map((role) => [role, candidates(faces, role)]))
  const chosen = new Map<FaceRole, Map<string, Face | null>>()
  return (role, cluster) => {
    let known = chosen.get(role)
    if (known === undefined) chosen.set(role, (known = new Map<string, Face | null>()))
    const before = known.get(cluster)
    if (before !== undefined) return before
    const list = lists.get(role) ?? []
    const face =
      list.find((each) => each.fits(cluster)) ?? list.find((each) => each.covers(cluster)) ?? null
    known.set(cluster, face)
    return face
  }
}
