import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import type * as Build from '../../pipeline/build.js'
import type { BuildOptions } from '../../pipeline/build.js'
import type * as Hosts from '../../pipeline/host/index.js'
import type { Host } from '../../pipeline/host/host.js'
import type { BuildEvent } from '../../pipeline/model/index.js'
import { compiled } from '../bench/compiled.js'
import { notice } from '../incremental/workshop.js'

/* Threads load modules, so it is the compiled program that is tested. */
const { build } = (await compiled('build.js')) as typeof Build
const { nodeHost } = (await compiled('host/index.js')) as typeof Hosts
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fengong-jobs-'))
  await mkdir(join(folder, 'sources'))
  await writeFile(join(folder, 'sources/a.md'), notice())
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function run(output: string, options: BuildOptions, host: Host = nodeHost()) {
  const events: BuildEvent[] = []
  const paths = { sources: [join(folder, 'sources')], output: join(folder, output) }
  for await (const event of build({ ...paths, ...options }, host)) events.push(event)
  return events
}

async function bytesOf(output: string): Promise<ReadonlyMap<string, string>> {
  const root = join(folder, output)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const read = files.map(async ({ name, parentPath }) => {
    const path = join(parentPath, name)
    return [path.slice(root.length + 1), (await readFile(path)).toString('base64')] as const
  })
  return new Map((await Promise.all(read)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const told = (events: readonly BuildEvent[]) =>
  events.flatMap((event) =>
    event.type === 'file-written' || event.type === 'file-started'
      ? [`${event.type} ${event.path}`]
      : [],
  )

describe('a build with threads', () => {
  it('makes the bytes that one thread makes, and tells of them in the same order', async () => {
    const one = await run('one', { jobs: 1 })
    const four = await run('four', { jobs: 4 })
    expect(told(four).filter((line) => line.startsWith('file-started'))).toEqual(
      told(one).filter((line) => line.startsWith('file-started')),
    )
    const files = await bytesOf('one')
    expect(files.size).toBeGreaterThan(30)
    expect([...(await bytesOf('four'))]).toEqual([...files])
  }, 180_000)

  it('begins no thread where all is fresh', async () => {
    const only = { only: ['circular', 'brief'] }
    await run('output', only)
    const host: Host = {
      ...nodeHost(),
      workers: () => Promise.reject(new Error('threads were begun')),
    }
    const again = await run('output', { ...only, jobs: 4 }, host)
    expect(told(again)).toEqual([])
  }, 120_000)

  it('ends its threads when it is told to stop, keeps what is finished, and the next one goes on', async () => {
    const stop = new AbortController()
    const events: BuildEvent[] = []
    const paths = { sources: [join(folder, 'sources')], output: join(folder, 'output') }
    const options = { ...paths, jobs: 2, only: ['circular'], signal: stop.signal }
    for await (const event of build(options)) {
      events.push(event)
      if (event.type === 'file-written') stop.abort()
    }
    const written = told(events).filter((line) => line.startsWith('file-written'))
    expect(written.length).toBeGreaterThan(0)
    expect(events.at(-1)).toMatchObject({ type: 'build-done' })
    const after = told(await run('output', { only: ['circular'] }))
    expect(after.length).toBeGreaterThan(0)
    for (const line of written) expect(after).not.toContain(line)
  }, 120_000)
})
