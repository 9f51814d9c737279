import { z } from 'zod'
import { describe, expect, it } from 'vitest'

import { memoryHost } from '../../pipeline/host/memory-host.js'
import { manifestSchema, sha256, type Manifest } from '../../pipeline/model/index.js'
import { manifestShape, manifestText, readManifest } from '../../pipeline/write/manifest-file.js'

const manifest: Manifest = {
  schemaVersion: 1,
  key: null,
  source: { path: 'sources/a.md', sha256: sha256('a') },
  title: '关于做好甲工作的通知',
  messages: [],
  counts: { items: 1, agencies: ['海关总署'], dutyAgencies: [] },
  files: {},
}

async function read(text: string) {
  return readManifest(memoryHost({ 'output/a/manifest.json': text }), 'output/a')
}

describe('a manifest', () => {
  it('is read back as it was written', async () => {
    expect((await read(manifestText(manifest))).manifest).toEqual(manifest)
  })

  it('is held against its schema where a hand has changed it', async () => {
    const text = manifestText(manifest)
    const sound = text.replace('关于做好甲工作', '关于做好乙工作')
    expect((await read(sound)).manifest?.title).toBe('关于做好乙工作的通知')
    const broken = await read(text.replace('"items":1', '"items":"one"'))
    expect(broken.manifest).toBeNull()
    expect(broken.damaged).toBe(true)
  })

  it('of another shape has another checksum: raise manifestShape with the schema', () => {
    // What is said about a key is no shape.
    const schema = JSON.stringify(z.toJSONSchema(manifestSchema), (key, value: unknown) =>
      key === 'description' ? undefined : value,
    )
    expect([manifestShape, sha256(schema).slice(0, 16)]).toEqual([1, 'f988a02f3316cc5d'])
  })
})
