import { posix } from 'node:path'

import { HostError, type Host } from '../host/host.js'
import type { Manifest } from '../model/index.js'
import { readManifest } from '../write/manifest-file.js'
import type { Run } from './run.js'

/** What a folder records; a folder of somebody’s that may not be looked into records nothing. */
async function manifestIn(host: Host, folder: string): Promise<Manifest | null> {
  try {
    return (await readManifest(host, folder)).manifest
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return null
  }
}

/**
 * After a build of the whole sources folder: the documents of the output whose source was in that folder and is there no more. A source elsewhere (on
 * a stick that was pulled out) is none of its business.
 */
export async function findGone(run: Run): Promise<readonly string[]> {
  const { host, output, sources, sourcesFolder } = run
  const living = new Set(sources.map((source) => source.id))
  const gone: string[] = []
  for (const { name, kind } of (await host.list(output)) ?? []) {
    if (kind !== 'folder' || living.has(name)) continue
    const manifest = await manifestIn(host, `${output}/${name}`)
    if (manifest === null || posix.dirname(manifest.source.path) !== sourcesFolder) continue
    if ((await host.kindOf(manifest.source.path)) === null) gone.push(name)
  }
  return gone
}
