import { describe, expect, it } from 'vitest'

import { memoryHost } from '../../pipeline/host/memory-host.js'
import { sha256, type Manifest, type ManifestFile } from '../../pipeline/model/index.js'
import { openJournal, readManifest } from '../../pipeline/write/index.js'

const about: Omit<Manifest, 'files'> = {
  schemaVersion: 1,
  key: 'k',
  source: { path: 'sources/a.md', sha256: sha256('a') },
  title: null,
  messages: [],
  counts: { items: 0, agencies: [], dutyAgencies: [] },
}
const entry = (content: string): ManifestFile => ({
  sha256: sha256(content),
  alsoOurs: [],
  fingerprint: sha256(`layout of ${content}`),
  digests: [['正文 第1段', 'x']],
  product: 'brief',
  agency: null,
  owner: 'ours',
  stale: false,
  messages: [],
})
const empty = { manifest: { ...about, files: {} }, text: null }

describe('openJournal', () => {
  it('says what is about to be written before it is, so that old bytes and new ones are known', async () => {
    const host = memoryHost()
    const journal = openJournal(host, 'out', {
      manifest: { ...about, files: { 'a.pdf': entry('old') } },
      text: null,
    })
    await journal.announce([{ path: 'a.pdf', sha256: sha256('new'), entry: entry('new') }])
    const { manifest } = await readManifest(host, 'out')
    expect(manifest?.key).toBeNull()
    expect(manifest?.files['a.pdf']).toMatchObject({
      sha256: null,
      alsoOurs: [sha256('old'), sha256('new')],
    })
  })

  it('writes at the end what was recorded, and forgets what was dropped', async () => {
    const host = memoryHost()
    const journal = openJournal(host, 'out', empty)
    journal.record('b.pdf', entry('b'))
    journal.record('a.pdf', entry('a'))
    journal.record('c.pdf', entry('c'))
    journal.drop('c.pdf')
    await journal.finish({ ...about, key: 'done' })
    const { manifest } = await readManifest(host, 'out')
    expect(manifest).toEqual({
      ...about,
      key: 'done',
      files: { 'a.pdf': entry('a'), 'b.pdf': entry('b') },
    })
  })

  it('has the same bytes for the same state, in whatever order it came about, one line a file', async () => {
    const text = async (...paths: string[]) => {
      const host = memoryHost()
      const journal = openJournal(host, 'out', empty)
      for (const path of paths) journal.record(path, entry(path))
      await journal.finish(about)
      return (await readManifest(host, 'out')).text
    }
    const one = await text('a.pdf', 'b.pdf')
    expect(await text('b.pdf', 'a.pdf')).toBe(one)
    expect(one?.split('\n').filter((line) => line.startsWith('"a.pdf"'))).toHaveLength(1)
  })

  it('writes nothing where nothing changed', async () => {
    const host = memoryHost()
    await openJournal(host, 'out', empty).finish(about)
    const { manifest, text } = await readManifest(host, 'out')
    if (manifest === null) throw new Error('the manifest was written')
    const before = host.operations.filter(({ name }) => name === 'replace').length
    await openJournal(host, 'out', { manifest, text }).finish(about)
    expect(host.operations.filter(({ name }) => name === 'replace')).toHaveLength(before)
  })
})

describe('readManifest', () => {
  it('has none where there is no file', async () => {
    expect(await readManifest(memoryHost(), 'out')).toMatchObject({
      manifest: null,
      damaged: false,
    })
  })

  it('takes from a damaged one, or one of another format, which bytes were ours', async () => {
    const half = `{"schemaVersion": 1, "files": {"a.pdf": {"sha256": "${sha256('a')}", "fing`
    const older = JSON.stringify({ schemaVersion: 0, outputs: [{ hash: sha256('a') }] })
    for (const text of [half, older]) {
      const state = await readManifest(memoryHost({ 'out/manifest.json': text }), 'out')
      expect(state).toMatchObject({ manifest: null, damaged: true })
      expect([...state.salvaged]).toEqual([sha256('a')])
    }
  })
})
