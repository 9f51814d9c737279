import { describe, expect, it } from 'vitest'

import { fetchInput } from '../../pipeline/build/fetch-notice.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { sha256 } from '../../pipeline/model/index.js'
import { run, workshop, notice } from '../incremental/workshop.js'

const source = { id: 'a', path: 'sources/a.md', finding: null }
const folder = 'sources/a.attachments'

describe('what a notice is read from', () => {
  it('is its file, and the PDFs of the office’s own beside it, in the order of their names', async () => {
    const host = memoryHost({
      'sources/a.md': '通知',
      [`${folder}/2扫描件.pdf`]: 'two',
      [`${folder}/1原件.PDF`]: 'one',
      [`${folder}/说明.docx`]: 'no part of a packet',
      [`${folder}/.hidden.pdf`]: 'hidden',
      [`${folder}/inside/3.pdf`]: 'in a folder of its own',
      'sources/b.attachments/other.pdf': 'of another notice',
    })
    const { attachments, findings } = await fetchInput(host, source)
    expect(attachments).toEqual([
      { path: `${folder}/1原件.PDF`, sha256: sha256('one') },
      { path: `${folder}/2扫描件.pdf`, sha256: sha256('two') },
    ])
    expect(findings).toEqual([])
  })

  it('has no attachments where no folder is', async () => {
    const { attachments, findings } = await fetchInput(
      memoryHost({ 'sources/a.md': '通知' }),
      source,
    )
    expect([attachments, findings]).toEqual([[], []])
  })

  it.each([
    ['folder may not be listed', 'list', `/desk/${folder}`],
    ['file in it may not be read', 'read', `/desk/${folder}/1.pdf`],
  ])(
    'keeps it from being built where the %s: a packet must not silently lack it',
    async (_, call, at) => {
      const host = memoryHost({ 'sources/a.md': '通知', [`${folder}/1.pdf`]: 'one' })
      host.plan(({ name, path }) =>
        name === call && path === at ? { type: 'refused', code: 'EACCES' } : null,
      )
      const { findings } = await fetchInput(host, source)
      expect(findings).toMatchObject([
        {
          rule: 'settings-file-readable',
          path: at.slice('/desk/'.length),
          blocks: { what: 'source' },
        },
      ])
    },
  )

  it('changes with an attachment: the packets that bind it are made from it, and nothing else', async () => {
    const host = workshop({ 'sources/a.md': notice(), [`${folder}/1.pdf`]: 'one' })
    const fingerprints = async () =>
      new Map(
        (await run(host, { until: 'plan' })).planned.map(({ path, fingerprint }) => [
          path,
          fingerprint,
        ]),
      )
    const before = await fingerprints()
    host.put(`${folder}/1.pdf`, 'one, scanned again')
    const after = await fingerprints()
    const changed = [...after].filter(([path, hash]) => before.get(path) !== hash)
    expect(changed.map(([path]) => path).sort()).toEqual(
      [...after.keys()].filter((path) => /^packets\/.*\.pdf$/u.test(path)).sort(),
    )
  })
})
