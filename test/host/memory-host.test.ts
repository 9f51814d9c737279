import { describe, expect, it } from 'vitest'

import { HostError } from '../../pipeline/host/host.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'

const text = (bytes: Uint8Array | null) => (bytes === null ? null : new TextDecoder().decode(bytes))
const bytes = (content: string) => new TextEncoder().encode(content)

describe('memoryHost', () => {
  it('keeps files by path, relative ones in the working folder', async () => {
    const host = memoryHost({ 'a/b.txt': 'x' })
    expect(text(await host.read('/desk/a/b.txt'))).toBe('x')
    expect(await host.list('a')).toEqual([{ name: 'b.txt', kind: 'file' }])
    expect(await host.kindOf('a')).toBe('folder')
    expect(await host.read('a/c.txt')).toBeNull()
    expect(await host.list('c')).toBeNull()
  })

  it('refuses as a disk does: a file in the way of a folder, a folder that is not empty', async () => {
    const host = memoryHost({ 'a/b': 'x' })
    await expect(host.replace('a/b/c', bytes('y'))).rejects.toThrow('ENOTDIR')
    await expect(host.replace('a', bytes('y'))).rejects.toThrow('EISDIR')
    await expect(host.remove('a')).rejects.toThrow('ENOTEMPTY')
    await expect(host.remove('none')).rejects.toThrow(HostError)
    await host.remove('a/b')
    await host.remove('a')
    expect(await host.kindOf('a')).toBeNull()
  })

  it('lets a planned fault happen: refused, lost, torn', async () => {
    const host = memoryHost({ f: 'old' })
    host.plan(({ name, count }) =>
      name !== 'replace'
        ? null
        : ((
            [
              { type: 'refused', code: 'ENOSPC' },
              { type: 'lost' },
              { type: 'torn', bytes: bytes('ha') },
            ] as const
          )[count] ?? null),
    )
    await expect(host.replace('f', bytes('half'))).rejects.toThrow('ENOSPC')
    await host.replace('f', bytes('half'))
    expect(text(await host.read('f'))).toBe('old')
    await host.replace('f', bytes('half'))
    expect(text(await host.read('f'))).toBe('ha')
    await host.replace('f', bytes('half'))
    expect(text(await host.read('f'))).toBe('half')
  })

  it('gives a lock to one alone', async () => {
    const host = memoryHost()
    const release = await host.lock('d/.lock')
    expect(await host.lock('d/.lock')).toBeNull()
    await release?.()
    expect(await host.lock('d/.lock')).not.toBeNull()
  })
})
