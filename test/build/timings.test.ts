import { describe, expect, it } from 'vitest'

import { build, type BuildOptions } from '../../pipeline/build.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { stages, type BuildEvent } from '../../pipeline/model/index.js'
import { notice, workshop } from '../incremental/workshop.js'

interface Trace {
  readonly traceEvents: readonly {
    readonly name: string
    readonly ph: string
    readonly ts?: number
    readonly dur?: number
    readonly args: Readonly<Record<string, string>>
  }[]
}

/** An office whose clock goes on by a millisecond whenever it is looked at. */
function office() {
  let time = 0
  const tick = () => (time += 1)
  const below = workshop({})
  return memoryHost({ 'sources/a.md': notice() }, { below, now: tick })
}

async function run(options: BuildOptions, host = office()) {
  const events: BuildEvent[] = []
  for await (const event of build(options, host)) events.push(event)
  const bytes = host.files.get('/desk/trace.json')
  const trace = bytes === undefined ? null : (JSON.parse(new TextDecoder().decode(bytes)) as Trace)
  return { events, trace, host }
}

describe('--timings', () => {
  it('writes each step of a build in the Trace Event Format, with what it worked on', async () => {
    const { trace } = await run({ timings: 'trace.json' })
    const complete = (trace?.traceEvents ?? []).filter(({ ph }) => ph === 'X')
    const names = new Set(complete.map(({ name }) => name))
    expect([...names].every((name) => (stages as readonly string[]).includes(name))).toBe(true)
    for (const stage of ['start', 'read', 'compose', 'plan', 'docx', 'xlsx', 'seal', 'write']) {
      expect(names).toContain(stage)
    }
    const read = complete.find(({ name }) => name === 'read')
    expect(read?.args).toEqual({ about: 'sources/a.md' })
    expect(complete.every(({ ts, dur }) => Number.isInteger(ts) && (dur ?? 0) > 0)).toBe(true)
  })

  it('changes nothing that is made', async () => {
    const [timed, plain] = [await run({ timings: 'trace.json' }), await run({})]
    const made = ({ files }: typeof plain.host) =>
      [...files].filter(([path]) => path.startsWith('/desk/output/'))
    expect(plain.trace).toBeNull()
    expect(made(timed.host)).toEqual(made(plain.host))
  })

  it('says so where its file cannot be written', async () => {
    const host = office()
    host.plan(({ name, path }) =>
      name === 'replace' && path === '/desk/trace.json'
        ? { type: 'refused', code: 'EACCES' }
        : null,
    )
    const { events } = await run({ timings: 'trace.json' }, host)
    const told = events.flatMap((event) => (event.type === 'message' ? [event.finding] : []))
    expect(told.filter(({ path }) => path === 'trace.json').map(({ rule }) => rule)).toEqual([
      'output-file-not-in-use',
    ])
    expect(events.at(-1)?.type).toBe('build-done')
  })
})
