import { describe, expect, it } from 'vitest'

import { HostError, type Host } from '../../../pipeline/host/host.js'
import { memoryHost } from '../../../pipeline/host/memory-host.js'
import { sha256 } from '../../../pipeline/model/index.js'
import { openKnownHashes } from '../../../pipeline/typeset/faces/known-hashes.js'

const known = '/cache/faces/known.json'
const now = 1_800_000_000_000

/** A machine whose folders tell of one font: its size, and how long ago it was written, in milliseconds. */
function machineWith(memory: ReturnType<typeof memoryHost>, size: number, age: number): Host {
  const files = new Map([['a.ttf', { size, changed: now - age }]])
  return {
    ...memory,
    now: () => now,
    cacheFolder: () => '/cache',
    lookAtTree: () => Promise.resolve(files),
  }
}

/** Asks for the hash of the font, in a run of its own; how often it was computed. */
async function computedBy(host: Host): Promise<number> {
  let times = 0
  const hashes = await openKnownHashes(host)
  const hash = await hashes.of('file', ['/fonts/a.ttf'], () => {
    times += 1
    return Promise.resolve(sha256('the font'))
  })
  expect(hash).toBe(sha256('the font'))
  await hashes.save()
  return times
}

describe('the hash of a font', () => {
  it('is computed once on a machine, and anew where size or time say that the file is another', async () => {
    const memory = memoryHost({})
    expect(await computedBy(machineWith(memory, 9, 60_000))).toBe(1)
    expect(await computedBy(machineWith(memory, 9, 60_000))).toBe(0)
    expect(await computedBy(machineWith(memory, 8, 60_000))).toBe(1)
    expect(await computedBy(machineWith(memory, 8, 50_000))).toBe(1)
  })

  it('is computed for a file that was written a moment ago, which may be written again in the same', async () => {
    const memory = memoryHost({})
    for (const round of [1, 2])
      expect(await computedBy(machineWith(memory, 9, 500)), `${round}`).toBe(1)
    expect(memory.files.has(known)).toBe(false)
  })

  it.each([
    ['is no JSON', '{"file'],
    ['is another thing', '[1, null]'],
    ['holds what is no hash', JSON.stringify({ file: 'abc' })],
  ])('is computed where what was kept %s', async (_, text) => {
    const memory = memoryHost({ [known]: text })
    expect(await computedBy(machineWith(memory, 9, 60_000))).toBe(1)
    expect(await computedBy(machineWith(memory, 9, 60_000))).toBe(0)
  })

  it('is found where nothing can be kept', async () => {
    const memory = memoryHost({})
    const host = machineWith(memory, 9, 60_000)
    const full: Host = {
      ...host,
      replace: (path) => Promise.reject(new HostError('replace', path, 'ENOSPC')),
    }
    expect(await computedBy(full)).toBe(1)
  })
})
