import { nodeHost } from '../../pipeline/host/node-host.js'
import { findFaces, type FaceSet } from '../../pipeline/typeset/index.js'
import { styleNamed } from './flows.js'

let loading: Promise<FaceSet> | null = null

/** The faces that the project installs, loaded once for a test file. */
export function bundledFaces(): Promise<FaceSet> {
  loading ??= findFaces(nodeHost(), styleNamed('document'), { bundled: true }).then(
    ({ faces }) => faces,
  )
  return loading
}
