import type { z } from 'zod'

import { indexAgencies, type AgencyIndex } from '../agencies/index.js'
import { makeFinding } from '../messages/index.js'
import {
  agenciesFileSchema,
  officeSchema,
  type AgenciesFile,
  type Distribution,
  type Finding,
  type Office,
} from '../model/index.js'
import { readDistribution } from './read-distribution.js'
import { readYaml, type YamlReading } from './read-yaml.js'
import type { SettingsFile, SettingsFiles } from './settings-files.js'

/** What people set for all notices of a folder. */
export interface Settings {
  /** null: there is no office.yaml, or it has an error. */
  readonly office: Office | null
  /** The registry with an office’s own agencies laid over it. */
  readonly agencies: AgencyIndex
  /** null: there is no distribution.yaml, or it has an error. */
  readonly distribution: Distribution | null
  /** An error among them: nothing should be built with these settings. */
  readonly findings: readonly Finding[]
}

function read<Value>(
  { path, bytes }: SettingsFile,
  schema: z.ZodType<Value>,
): Pick<YamlReading<Value>, 'value' | 'findings'> {
  return bytes === null ? { value: null, findings: [] } : readYaml(path, bytes, schema)
}

function agencyFindings(path: string, index: AgencyIndex): readonly Finding[] {
  return index.problems.map((problem) => {
    const { type, ...said } = problem
    const rule = type === 'form-taken' ? 'agency-forms-unique' : 'agency-references-known'
    return makeFinding(rule, { path, values: { path, ...said } })
  })
}

/** Reads the settings as they were fetched over the defaults; what fetching found is among the findings. */
export function readSettings(files: SettingsFiles): Settings {
  const office = read(files.office, officeSchema)
  const file = read(files.agencies, agenciesFileSchema)
  const own: AgenciesFile['agencies'] = file.value?.agencies ?? []
  const agencies = indexAgencies(own)
  const { distribution, findings } = readDistribution(files.distribution, agencies)
  return {
    office: office.value,
    agencies,
    distribution,
    findings: [
      ...office.findings,
      ...file.findings,
      ...agencyFindings(files.agencies.path, agencies),
      ...findings,
      ...files.findings,
    ],
  }
}
