import { posix } from 'node:path'

import { HostError, type Host } from '../host/host.js'
import { makeFinding } from '../messages/index.js'
import type { Finding } from '../model/index.js'
import { nearestMatch } from '../text/index.js'

async function namesIn(host: Host, folder: string): Promise<readonly string[]> {
  try {
    return ((await host.list(folder)) ?? []).map(({ name }) => name)
  } catch (error) {
    if (!(error instanceof HostError)) throw error
    return []
  }
}

/** What is said of a source that is not there, with the nearest name that is. */
export async function absentSource(host: Host, path: string): Promise<Finding> {
  const folder = posix.dirname(path)
  const nearest = nearestMatch(posix.basename(path), await namesIn(host, folder))
  const hint = nearest === null ? '' : `${posix.join(folder, nearest.value)}？`
  return makeFinding('source-exists', { path, values: { path, hint } })
}
