import type { Host } from '../host/host.js'
import {
  correctionsFileSchema,
  sha256,
  type CorrectionsFile,
  type Finding,
  type Sha256,
} from '../model/index.js'
import { readFileOrFinding } from './read-file.js'
import { readYaml } from './read-yaml.js'

export interface LoadedCorrections {
  /** null: there is no such file, or it has an error. */
  readonly corrections: CorrectionsFile | null
  /** of the file’s bytes; null where there is none */
  readonly sha256: Sha256 | null
  readonly findings: readonly Finding[]
}

/** Loads a notice’s corrections. An error in them blocks the source: what a person decided must not be left out silently. */
export async function loadCorrections(
  host: Pick<Host, 'read'>,
  path: string,
): Promise<LoadedCorrections> {
  const { bytes, findings } = await readFileOrFinding(host, path, 'settings-file-readable')
  const blocking = (found: readonly Finding[]) =>
    found.map((finding): Finding => ({ ...finding, blocks: { what: 'source' } }))
  if (bytes === null) return { corrections: null, sha256: null, findings: blocking(findings) }
  const reading = readYaml(path, bytes, correctionsFileSchema)
  return { corrections: reading.value, sha256: sha256(bytes), findings: blocking(reading.findings) }
}
