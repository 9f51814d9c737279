import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

import { generatedNotice } from '../bench/generated-notice.js'

/*
 * An analyst with many notices. Thirty here; `make bench BENCH=notices` builds a thousand.
 */
const root = new URL('../..', import.meta.url).pathname
const notices = 30
const folder = mkdtempSync(join(tmpdir(), 'fengong-many-'))
mkdirSync(join(folder, 'sources'))
for (let serial = 1; serial <= notices; serial += 1) {
  const notice = generatedNotice('markdown', { items: 4, agencies: 20, serial })
  writeFileSync(join(folder, `sources/${String(serial).padStart(4, '0')}.md`), notice)
}
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function run(script: string, ...argv: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, script), ...argv], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

describe('many notices', { timeout: 300_000 }, () => {
  it('are built with progress: which of how many, and each file', () => {
    const { status, stderr } = run(
      'dist/cli/main.js',
      'build',
      '--only',
      'assignments',
      '--lang',
      'en',
    )
    expect(status).toBe(0)
    const at = [...stderr.matchAll(/^\[(\d+)\/(\d+)\] read /gmu)].map(([, one, all]) => [one, all])
    expect(at).toEqual(
      Array.from({ length: notices }, (_, index) => [String(index + 1), String(notices)]),
    )
    expect(stderr.match(/^made \d{4}\/agencies\/[^/]+\/任务分工表\.xlsx$/gmu)).toHaveLength(
      notices * 5,
    )
  })

  it('come out as a stream of JSON that the example counts', () => {
    expect(run('dist/cli/main.js', 'build', '--only', 'ledger').status).toBe(0)
    const { status, stdout } = run('docs/examples/count-tasks.mjs')
    expect(status).toBe(0)
    const [head = '', ...agencies] = stdout.trimEnd().split('\n')
    const rows = Number(/^(\d+) rows, 5 agencies, 0 tasks that name nobody$/u.exec(head)?.[1])
    const roles = agencies.flatMap(
      (line) => line.match(/(?<=(?:lead|support|responsible|guide) )\d+/gu) ?? [],
    )
    expect(roles.reduce((sum, count) => sum + Number(count), 0)).toBe(rows)
    expect(rows).toBeGreaterThanOrEqual(notices * 4)
  })
})
