import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { mainFile } from '../bench/compiled.js'
import { notice } from '../incremental/workshop.js'

/* The compiled command in a process of its own: whatever a machine has that is its own must not show in a file. */
const otherWorld = new URL('./other-world.js', import.meta.url).href
let folder: string
let usual: ReadonlyMap<string, string>

interface Surroundings {
  readonly args?: readonly string[]
  readonly jobs?: string
  readonly umask?: string
  readonly variables?: Readonly<Record<string, string>>
}

/** A build in a folder of its own, by a shell that sets what a shell sets. */
function build(
  name: string,
  node: string,
  { args = [], jobs = '1', umask = '022', variables = {} }: Surroundings = {},
) {
  const desk = join(folder, name)
  mkdirSync(join(desk, 'sources'), { recursive: true })
  writeFileSync(join(desk, 'sources/a.md'), notice())
  const command = [node, ...args, mainFile, 'build', '--jobs', jobs]
  const quoted = command.map((word) => `'${word}'`).join(' ')
  const { status, stderr } = spawnSync('sh', ['-c', `umask ${umask}; exec ${quoted}`], {
    cwd: desk,
    encoding: 'utf8',
    env: { ...process.env, ...variables },
  })
  expect([0, 1], stderr).toContain(status)
  return hashesIn(join(desk, 'output'))
}

/** `sha256sum` of every file, by path. */
function hashesIn(output: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(output, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name))
      .sort()
      .map((path) => [
        path.slice(output.length + 1),
        createHash('sha256').update(readFileSync(path)).digest('hex'),
      ]),
  )
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-same-'))
  usual = build('usual', process.execPath)
}, 300_000)
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the files of a build', () => {
  it('have the same bytes on another day, with another clock, language, home, mask and folder, folders listed in another order, and four threads', () => {
    const variables = { TZ: 'America/New_York', LANG: 'de_DE.UTF-8', LC_ALL: 'C', HOME: folder }
    const args = ['--import', otherWorld]
    const surroundings = { args, jobs: '4', umask: '077', variables }
    const other = build('elsewhere/与别处', process.execPath, surroundings)
    expect(usual.size).toBeGreaterThan(30)
    expect([...other]).toEqual([...usual])
  }, 300_000)

  const nodes = (process.env.FENGONG_NODES ?? '').split(':').filter((path) => path !== '')
  it.skipIf(nodes.length === 0)(
    'have the same bytes on every Node that FENGONG_NODES names (skipped where it names none)',
    () => {
      for (const [index, node] of nodes.entries()) {
        const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' })
        expect([...build(`node-${String(index)}`, node)], stdout).toEqual([...usual])
      }
    },
    900_000,
  )
})
