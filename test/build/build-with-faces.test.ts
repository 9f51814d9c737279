import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { nodeHost } from '../../pipeline/host/node-host.js'
import { sha256 } from '../../pipeline/model/index.js'
import { notice, run } from '../incremental/workshop.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fengong-build-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const hashes = async (output: string): Promise<Readonly<Record<string, string>>> => {
  const entries = await readdir(output, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const pairs = files.map(async (path) => [
    path.slice(output.length + 1),
    sha256(await readFile(path)),
  ])
  return Object.fromEntries((await Promise.all(pairs)) as [string, string][])
}

describe('a build on a real disk with the faces that are installed', () => {
  it('makes PDFs, too, finds all fresh the second time, and has the same bytes in another folder at another time', async () => {
    const host = nodeHost()
    const source = join(folder, 'a.md')
    await host.replace(source, new TextEncoder().encode(notice()))
    const options = (name: string) => ({ sources: [source], output: join(folder, name) })

    const first = await run(host, options('one'))
    expect(first.failed).toEqual([])
    expect(first.totals.failed).toBe(0)
    const agencies = ['商务部', '海关总署', '税务总局']
    expect(first.made.filter((path) => path.endsWith('.pdf'))).toEqual(
      [
        ...agencies.flatMap((name) => [
          `a/agencies/${name}/任务分工函.pdf`,
          `a/agencies/${name}/任务提示.pdf`,
          `a/packets/${name}.pdf`,
        ]),
        'a/任务分工函.pdf',
        'a/发文登记表.pdf',
        'a/简报.pdf',
        'a/通知.pdf',
      ].sort(),
    )
    const again = await run(host, options('one'))
    expect(again.made).toEqual([])
    expect(new Set(Object.values(again.reasons))).toEqual(new Set(['fresh']))

    const later = { ...host, now: () => host.now() + 40 * 86_400_000 }
    await run(later, options('two'))
    expect(await hashes(join(folder, 'two'))).toEqual(await hashes(join(folder, 'one')))
  })
})
