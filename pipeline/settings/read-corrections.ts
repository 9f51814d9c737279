import { correctionsFileSchema, type CorrectionsFile, type Finding } from '../model/index.js'
import { readYaml } from './read-yaml.js'
import type { SettingsFile } from './settings-files.js'

export interface CorrectionsReading {
  /** null: there is no such file, or it has an error. */
  readonly corrections: CorrectionsFile | null
  /** Each error blocks the source: what a person decided must not be left out silently. */
  readonly findings: readonly Finding[]
}

/** Reads a notice’s corrections as they were fetched. */
export function readCorrections({ path, bytes }: SettingsFile): CorrectionsReading {
  if (bytes === null) return { corrections: null, findings: [] }
  const { value, findings } = readYaml(path, bytes, correctionsFileSchema)
  return {
    corrections: value,
    findings: findings.map((finding): Finding => ({ ...finding, blocks: { what: 'source' } })),
  }
}
