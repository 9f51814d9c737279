import { posix } from 'node:path'

import { HostError, type Host, type HostEntry } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { Finding } from '../model/index.js'
import { readFileOrFinding } from './read-file.js'

/** A file that people set things in, as it was found; `bytes` is null where there is none. */
export interface SettingsFile {
  readonly path: string
  readonly bytes: Uint8Array | null
}

/** The settings of a sources folder before they are read. */
export interface SettingsFiles {
  readonly office: SettingsFile
  readonly agencies: SettingsFile
  readonly distribution: SettingsFile
  /** Files that cannot be read, and files that nothing reads. */
  readonly findings: readonly Finding[]
}

const correctionsEnding = '.corrections.yaml'
const settingsNames = ['office.yaml', 'agencies.yaml', 'distribution.yaml']

/** Where the corrections of a notice are looked for: beside it. */
export function correctionsPathOf(sourcePath: string): string {
  return sourcePath.replace(/\.[^./]+$/, '') + correctionsEnding
}

/** Where an office’s own PDFs of a notice are looked for: the scanned original. */
export function attachmentsFolderOf(sourcePath: string): string {
  return `${sourcePath.replace(/\.[^./]+$/, '')}.attachments`
}

/** A folder that refuses is told of by whoever looks for the notices in it. */
function refusedAsEmpty(error: unknown): readonly HostEntry[] {
  if (error instanceof HostError) return []
  throw error
}

/** YAML files beside the notices that nothing reads: a misspelt name, or corrections of a notice that is not there. */
async function strayFiles(host: Host, folder: string): Promise<readonly Finding[]> {
  const entries = (await host.list(folder).catch(refusedAsEmpty)) ?? []
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

/** Fetches office.yaml, agencies.yaml and distribution.yaml of a sources folder. */
export async function fetchSettings(host: Host, folder: string): Promise<SettingsFiles> {
  const fetch = async (name: string) => {
    const path = posix.join(folder, name)
    return { path, ...(await readFileOrFinding(host, path, 'settings-file-readable')) }
  }
  const office = await fetch('office.yaml')
  const agencies = await fetch('agencies.yaml')
  const distribution = await fetch('distribution.yaml')
  const read = [office, agencies, distribution].flatMap(({ findings }) => findings)
  const findings = [...read, ...(await strayFiles(host, folder))]
  return { office, agencies, distribution, findings }
}
