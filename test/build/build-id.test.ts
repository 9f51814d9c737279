import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { buildId, markCode } from '../../pipeline/build/build-id.js'
import type { Host } from '../../pipeline/host/host.js'
import { nodeHost } from '../../pipeline/host/node-host.js'

/* Run from the sources, so the code is what lies in pipeline/. */
let folder: string
let host: Host
let isRead: boolean
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, 'pipeline', name), text)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengong-code-'))
  mkdirSync(join(folder, 'pipeline/deep'), { recursive: true })
  write('a.ts', 'export const a = 1')
  write('deep/b.ts', 'export const b = 1')
  const real = nodeHost()
  host = {
    ...real,
    packageFolder: () => folder,
    readTree: (...args) => {
      isRead = true
      return real.readTree(...args)
    },
  }
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function look(): Promise<{ readonly id: string; readonly isRead: boolean }> {
  isRead = false
  const id = await buildId(host)
  return { id, isRead }
}

describe('the build id', () => {
  it('is the same with the mark of compiling as without, and then no code is read for it', async () => {
    const without = await look()
    await markCode(host)
    expect(await look()).toEqual({ id: without.id, isRead: false })
    expect(without.isRead).toBe(true)
  })

  it.each<[string, () => void]>([
    ['was edited, though it has the same length', () => write('a.ts', 'export const a = 2')],
    ['was put there', () => write('c.ts', '')],
    ['was taken away', () => rmSync(join(folder, 'pipeline/deep/b.ts'))],
    [
      'has another length and an older time',
      () => {
        write('a.ts', 'export const a = 22')
        utimesSync(join(folder, 'pipeline/a.ts'), 1, 1)
      },
    ],
  ])('is another one where a file %s after the mark', async (_, change) => {
    await markCode(host)
    const { id } = await look()
    await new Promise((resolve) => setTimeout(resolve, 20))
    change()
    const now = await look()
    expect(now.isRead).toBe(true)
    expect(now.id).not.toBe(id)
  })

  it('is read from the code where the mark is torn', async () => {
    const { id } = await look()
    write('.code', 'abc\n')
    expect(await look()).toEqual({ id, isRead: true })
  })
})
