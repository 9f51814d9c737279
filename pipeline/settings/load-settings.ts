import { posix } from 'node:path'

import type { z } from 'zod'

import { indexAgencies, type AgencyIndex } from '../agencies/index.js'
import type { Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import {
  agenciesFileSchema,
  officeSchema,
  sha256,
  type AgenciesFile,
  type Finding,
  type Office,
  type Sha256,
} from '../model/index.js'
import { readFileOrFinding } from './read-file.js'
import { readYaml } from './read-yaml.js'

/** What people set for all notices of a folder. */
export interface Settings {
  /** null: there is no office.yaml, or it has an error. */
  readonly office: Office | null
  /** The registry with an office’s own agencies laid over it. */
  readonly agencies: AgencyIndex
  /** The files that were read, for the document key. */
  readonly files: readonly { readonly path: string; readonly sha256: Sha256 }[]
  /** An error among them: nothing should be built with these settings. */
  readonly findings: readonly Finding[]
}

const correctionsEnding = '.corrections.yaml'
const settingsNames = ['office.yaml', 'agencies.yaml']

interface Loaded<Value> {
  readonly value: Value | null
  readonly findings: readonly Finding[]
  readonly files: Settings['files']
}

async function load<Value>(
  host: Host,
  path: string,
  schema: z.ZodType<Value>,
): Promise<Loaded<Value>> {
  const { bytes, findings } = await readFileOrFinding(host, path, 'settings-file-readable')
  if (bytes === null) return { value: null, findings, files: [] }
  return { ...readYaml(path, bytes, schema), files: [{ path, sha256: sha256(bytes) }] }
}

function agencyFindings(path: string, index: AgencyIndex): readonly Finding[] {
  return index.problems.map((problem) => {
    const { type, ...said } = problem
    const rule = type === 'form-taken' ? 'agency-forms-unique' : 'agency-references-known'
    return makeFinding(rule, { path, values: { path, ...said } })
  })
}

/** YAML files beside the notices that nothing reads: a misspelt name, or corrections of a notice that is not there. */
async function strayFiles(host: Host, folder: string): Promise<readonly Finding[]> {
  const entries = (await host.list(folder)) ?? []
  const ids = new Set(entries.map(({ name }) => name.replace(/\.[^.]+$/, '').normalize('NFC')))
  return entries
    .filter(
      ({ name, kind }) => kind !== 'folder' && /\.ya?ml$/i.test(name) && !name.startsWith('.'),
    )
    .flatMap(({ name }) => {
      const path = posix.join(folder, name)
      if (settingsNames.includes(name)) return []
      if (!name.endsWith(correctionsEnding)) {
        const expected = [...settingsNames, `<id>${correctionsEnding}`]
        return [makeFinding('settings-file-known', { path, values: { path, expected } })]
      }
      const id = name.slice(0, -correctionsEnding.length).normalize('NFC')
      return ids.has(id)
        ? []
        : [makeFinding('corrections-have-a-notice', { path, values: { path, id } })]
    })
}

/** Where the corrections of a notice are looked for: beside it. */
export function correctionsPathOf(sourcePath: string): string {
  return sourcePath.replace(/\.[^./]+$/, '') + correctionsEnding
}

/** Loads office.yaml and agencies.yaml of a sources folder over the defaults, and looks for YAML files there that nothing reads. */
export async function loadSettings(host: Host, folder: string): Promise<Settings> {
  const office = await load(host, posix.join(folder, 'office.yaml'), officeSchema)
  const path = posix.join(folder, 'agencies.yaml')
  const file = await load(host, path, agenciesFileSchema)
  const own: AgenciesFile['agencies'] = file.value?.agencies ?? []
  const agencies = indexAgencies(own)
  return {
    office: office.value,
    agencies,
    files: [...office.files, ...file.files],
    findings: [
      ...office.findings,
      ...file.findings,
      ...agencyFindings(path, agencies),
      ...(await strayFiles(host, folder)),
    ],
  }
}
