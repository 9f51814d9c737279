import { resolve, sep } from 'node:path'
import { watch } from 'chokidar'

import type { EndWatch } from './host.js'

/** An editor writes a file in several steps, and saves several files at once: told of when nothing came for so long. */
const quiet = 60
/** But not later than this after the first change, where something never stops. */
const longest = 1000

const withSlashes = (path: string) => (sep === '/' ? path : path.replaceAll(sep, '/'))

/** Watches by what the system tells, with chokidar, which knows how editors put a new file in place of the old one. */
export async function watchPaths(
  paths: readonly string[],
  isIgnored: (path: string) => boolean,
  onChange: (path: string) => void,
): Promise<EndWatch> {
  const watcher = watch(
    paths.map((path) => resolve(path)),
    { ignoreInitial: true, ignored: (path) => isIgnored(withSlashes(resolve(path))) },
  )
  let timer: NodeJS.Timeout | undefined
  let first: number | null = null
  const tell = (path: string) => {
    clearTimeout(timer)
    first ??= Date.now()
    const wait = Math.max(0, Math.min(quiet, first + longest - Date.now()))
    timer = setTimeout(() => {
      first = null
      onChange(withSlashes(path))
    }, wait)
  }
  watcher.on('all', (_, path) => {
    tell(resolve(path))
  })
  // A folder that is taken away, or a share that goes: what can still be watched is watched.
  watcher.on('error', () => undefined)
  await new Promise<void>((ready) => {
    watcher.once('ready', ready)
  })
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
