import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { notice } from '../incremental/workshop.js'
import { beginGated, type GateRule } from './gated-process.js'

/* The compiled command as a process of its own, looked at while it writes. */
const sheetOf = (agency: string) => `output/a/agencies/${agency}/任务分工表.xlsx`
/** In the order in which they are made. */
const [first, second, third] = ['商务部', '海关总署', '税务总局'] as const
const build = ['build', '--only', 'assignments']
const hold: readonly GateRule[] = [{ operation: 'rename', ending: sheetOf(second), code: null }]
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-running-'))
  mkdirSync(join(folder, 'sources'))
  writeFileSync(join(folder, 'sources/a.md'), notice())
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Everything under the output, by path. */
function outputOf(name = 'output'): ReadonlyMap<string, string> {
  const root = join(folder, name)
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name: file, parentPath }) => join(parentPath, file))
      .sort()
      .map((path) => [path.slice(root.length + 1), readFileSync(path).toString('base64')]),
  )
}

async function expectLikeClean(): Promise<void> {
  expect((await beginGated(folder, [...build, '--out', 'clean']).end).code).toBe(0)
  expect([...outputOf()]).toEqual([...outputOf('clean')])
}

describe('a build that runs', () => {
  it('keeps a second one off its document, which says who holds it, and ends as if alone', async () => {
    const one = beginGated(folder, build, hold)
    await one.held()
    const gate = readFileSync(join(folder, 'gate.json'))
    const two = await beginTwo()
    expect(two.code).toBe(1)
    expect(two.said).toContain(`#${String(one.child.pid)}`)
    expect(two.said).toContain('output-folder-free')
    expect(readFileSync(join(folder, 'gate.json'))).toEqual(gate)
    one.open()
    expect((await one.end).code).toBe(0)
    await expectLikeClean()

    // A gate of its own, so that it does not open the first one’s.
    function beginTwo() {
      mkdirSync(join(folder, 'two'))
      return beginGated(join(folder, 'two'), [
        'build',
        '../sources',
        '--out',
        '../output',
        ...build.slice(1),
      ]).end
    }
  }, 120_000)

  it('does not record a file that is deleted while it goes on; the next one makes that file alone', async () => {
    const one = beginGated(folder, build, hold)
    await one.held()
    rmSync(join(folder, sheetOf(first)))
    one.open()
    expect((await one.end).code).toBe(0)
    const next = await beginGated(folder, build).end
    expect(next.said).toContain(sheetOf(first).slice('output/'.length))
    expect(next.said).not.toContain(sheetOf(second).slice('output/'.length))
    await expectLikeClean()
  }, 120_000)

  it('names the file that another program has open, makes the others, and that one next time', async () => {
    const busy: GateRule = { operation: 'rename', ending: sheetOf(second), code: 'EBUSY' }
    const one = await beginGated(folder, build, [busy]).end
    expect(one.code).toBe(1)
    expect(one.said).toContain('output-file-not-in-use')
    const made = [...outputOf().keys()]
    expect(made).toContain(`a/agencies/${third}/任务分工表.xlsx`)
    expect(made.filter((path) => path.includes(second))).toEqual([])
    const next = await beginGated(folder, build).end
    expect(next.code).toBe(0)
    expect(next.said).toContain('1 made')
    await expectLikeClean()
  }, 120_000)

  it.each([
    ['SIGINT', '1'],
    ['SIGTERM', '1'],
    ['SIGINT', '4'],
    ['SIGTERM', '4'],
  ] as const)(
    'that gets %s with %s threads keeps and records what is finished, and says so; the next one goes on',
    async (signal, jobs) => {
      const one = beginGated(folder, [...build, '--jobs', jobs], hold)
      await one.held()
      one.child.kill(signal)
      one.open()
      const end = await one.end
      expect(end).toMatchObject({ code: 1, signal: null })
      expect(end.said).toMatch(/stopped/iu)
      expect([...outputOf().keys()]).toContain(`a/agencies/${first}/任务分工表.xlsx`)
      const next = await beginGated(folder, build).end
      expect(next.code).toBe(0)
      expect(next.said).not.toContain(sheetOf(first).slice('output/'.length))
      await expectLikeClean()
    },
    120_000,
  )

  it.each(['2'])(
    'that gets a second SIGINT with %s threads ends at once, whatever it waits for; the next one goes on',
    async (jobs) => {
      const one = beginGated(folder, [...build, '--jobs', jobs], hold)
      await one.held()
      one.child.kill('SIGINT')
      await wait(200)
      // It waits for the file at hand.
      expect(one.child.exitCode).toBeNull()
      one.child.kill('SIGINT')
      expect(await one.end).toMatchObject({ code: 130, signal: null })
      expect([...outputOf().keys()].filter((path) => path.includes(`/${third}/`))).toEqual([])
      const next = await beginGated(folder, build).end
      expect(next.code).toBe(0)
      await expectLikeClean()
    },
    120_000,
  )
})
