import type { Host } from '../host/host.js'
import type { BuildEvent } from '../model/index.js'
import { attachmentsFolderOf, correctionsPathOf, findSources } from '../settings/fetch.js'
import { keepThreads, makeMemory, type BuildMemory } from './memory.js'
import type { BuildOptions } from './run.js'

type Events = AsyncGenerator<BuildEvent, void>

/** Builds once, with what earlier builds left. */
type BuildOnce = (options: BuildOptions, host: Host, memory: BuildMemory) => Events

const absoluteIn = (host: Host, path: string): string => {
  const folder = host.workingFolder().replaceAll('\\', '/').replace(/\/$/u, '')
  const plain = path.replaceAll('\\', '/').replace(/\/$/u, '')
  return /^(?:\/|[A-Za-z]:)/u.test(plain)
    ? plain
    : `${folder}/${plain.replace(/^(?:\.\/)+/u, '')}`.replace(/\/\.$/u, '')
}

/** What editors and systems put beside a file while they save it, and what is hidden. */
const passing = /(?:^\.|^~\$|~$|\.(?:swp|swx|tmp|part|crdownload)$)/iu

/** Everything that a build reads and a person writes: sources with what lies beside them, settings, templates. */
async function watchedPaths(host: Host, options: BuildOptions): Promise<readonly string[]> {
  const given = options.sources ?? []
  const { folder } = await findSources(host, given)
  const beside = given.flatMap((path) => [path, correctionsPathOf(path), attachmentsFolderOf(path)])
  const templates = [
    `${host.packageFolder().replace(/[\\/]$/u, '')}/templates`,
    ...(options.templates === undefined ? [] : [options.templates]),
  ]
  return [...new Set([folder, ...beside, ...templates].map((path) => absoluteIn(host, path)))]
}

/** A bell that is rung by changes and by the signal; `rung` waits for the next one, or returns at once where it rang meanwhile. */
function makeBell() {
  let isRung = false
  let wake: (() => void) | null = null
  const ring = () => {
    isRung = true
    wake?.()
  }
  const rung = async () => {
    if (!isRung) await new Promise<void>((resolve) => (wake = resolve))
    isRung = false
    wake = null
  }
  return { ring, rung }
}

/**
 * Builds, and again after each change of what a person writes, until the signal comes: the events of one build after the other. Fonts, templates
 * and libraries stay loaded, in threads too. The output is not looked at; a file that cannot be read is a message, and the next save builds again.
 */
export async function* watchBuild(options: BuildOptions, host: Host, buildOnce: BuildOnce): Events {
  const { signal } = options
  const output = absoluteIn(host, options.output ?? 'output')
  const isIgnored = (path: string) =>
    path === output ||
    path.startsWith(`${output}/`) ||
    passing.test(path.slice(path.lastIndexOf('/') + 1))
  const bell = makeBell()
  // Begun before the first build: what is saved while it runs is not missed.
  const end = await host.watch(await watchedPaths(host, options), isIgnored, bell.ring)
  signal?.addEventListener('abort', bell.ring, { once: true })
  const threads = keepThreads()
  const memory = makeMemory(threads)
  try {
    while (signal?.aborted !== true) {
      yield* buildOnce(options, host, memory)
      await bell.rung()
    }
  } finally {
    await threads.end()
    await end()
  }
}
