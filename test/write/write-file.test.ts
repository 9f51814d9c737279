import { describe, expect, it } from 'vitest'

import { memoryHost } from '../../pipeline/host/memory-host.js'
import {
  fileWriter,
  lockFolder,
  lookAtFiles,
  removeFile,
  sweepLeftovers,
} from '../../pipeline/write/index.js'
import { looksWhole } from '../../pipeline/write/looks-whole.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const paths = (host: ReturnType<typeof memoryHost>) => [...host.files.keys()].sort()

describe('fileWriter', () => {
  it('writes inside the folder', async () => {
    const host = memoryHost()
    expect(await fileWriter(host, 'out/a')('agencies/海关总署/函.docx', bytes('x'))).toBeNull()
    expect(paths(host)).toEqual(['/desk/out/a/agencies/海关总署/函.docx'])
  })

  it.each(['../b', 'a/../../b', '/etc/b', 'a//b', '', '.', 'a\\..\\..\\b', 'a\u0000b'])(
    'refuses %j, which would lead out or is no path',
    async (path) => {
      const host = memoryHost()
      const finding = await fileWriter(host, 'out/a')(path, bytes('x'))
      expect(finding).toMatchObject({ rule: 'output-is-no-link', severity: 'error' })
      expect(paths(host)).toEqual([])
    },
  )

  it.each(['out', 'out/agencies', 'out/agencies/函.docx'])(
    'writes through no link: %s',
    async (link) => {
      const host = memoryHost()
      host.putOther(link)
      const finding = await fileWriter(host, 'out')('agencies/函.docx', bytes('x'))
      expect(finding).toMatchObject({ rule: 'output-is-no-link' })
      expect(paths(host)).toEqual([])
    },
  )

  it.each([
    ['EBUSY', 'output-file-not-in-use'],
    ['EPERM', 'output-file-not-in-use'],
    ['ENOSPC', 'disk-has-room'],
    ['EIO', 'output-file-written'],
  ])('says what %s means, and which file it is', async (code, rule) => {
    const host = memoryHost()
    host.plan(({ name }) => (name === 'replace' ? { type: 'refused', code } : null))
    expect(await fileWriter(host, 'out')('函.docx', bytes('x'))).toMatchObject({
      rule,
      values: { path: 'out/函.docx', code },
      blocks: { what: 'file', path: 'out/函.docx' },
    })
  })

  it('notices a write that was lost or torn', async () => {
    const faults = [{ type: 'lost' }, { type: 'torn', bytes: bytes('ha') }] as const
    for (const fault of faults) {
      const host = memoryHost()
      host.plan(({ name }) => (name === 'replace' ? fault : null))
      expect(await fileWriter(host, 'out')('函.docx', bytes('half'))).toMatchObject({
        rule: 'output-file-reads-back',
      })
    }
  })
})

describe('removeFile', () => {
  it('removes a file and the folders that it leaves empty, not the others', async () => {
    const host = memoryHost({ 'out/a/x/1': '', 'out/a/y/2': '' })
    expect(await removeFile(host, 'out', 'a/x/1')).toBeNull()
    expect(await host.kindOf('out/a/x')).toBeNull()
    expect(paths(host)).toEqual(['/desk/out/a/y/2'])
  })

  it('is content where the file is gone already, and says why one stays', async () => {
    const host = memoryHost({ 'out/1': '' })
    expect(await removeFile(host, 'out', '2')).toBeNull()
    host.plan(({ name }) => (name === 'remove' ? { type: 'refused', code: 'EBUSY' } : null))
    expect(await removeFile(host, 'out', '1')).toMatchObject({ rule: 'output-file-not-in-use' })
    expect(await removeFile(host, 'out', '../1')).toMatchObject({ rule: 'output-is-no-link' })
  })
})

describe('sweepLeftovers', () => {
  it('removes half files beside files of ours, and nothing of a person’s', async () => {
    const host = memoryHost({
      'out/简报.pdf': '',
      'out/简报.pdf.3125690443': '',
      'out/manifest.json.77': '',
      'out/报告.2023': '',
      'out/agencies/海关总署/函.docx.12': '',
    })
    await sweepLeftovers(host, 'out', ['简报.pdf', 'agencies/海关总署/函.docx'])
    expect(paths(host)).toEqual(['/desk/out/報告.2023'.replace('報', '报'), '/desk/out/简报.pdf'])
  })
})

describe('lockFolder', () => {
  it('says who holds it', async () => {
    const host = memoryHost({ 'out/a/.lock': '{"host":"desk","pid":42}' })
    expect(await lockFolder(host, 'out', 'a')).toMatchObject({
      type: 'refused',
      whole: false,
      finding: { rule: 'output-folder-free', values: { holder: 'desk #42' } },
    })
  })

  it('tells an output folder that cannot be written from one document’s folder that cannot', async () => {
    const host = memoryHost({ 'out/a/x': '' })
    host.plan(({ name }) => (name === 'lock' ? { type: 'refused', code: 'EROFS' } : null))
    expect(await lockFolder(host, 'out', 'a')).toMatchObject({ whole: false })
    expect(await lockFolder(host, 'out', 'b')).toMatchObject({
      whole: true,
      finding: { rule: 'output-folder-writable', values: { path: 'out', code: 'EROFS' } },
    })
  })

  it('goes into no folder that is a link', async () => {
    const host = memoryHost()
    host.putOther('out/a')
    expect(await lockFolder(host, 'out', 'a')).toMatchObject({
      type: 'refused',
      finding: { rule: 'output-is-no-link' },
    })
  })
})

describe('looksWhole', () => {
  it.each([
    ['%PDF-1.3 … %%EOF\n', true],
    ['%PDF-1.3 …', false],
    ['PK\u0003\u0004 … PK\u0005\u0006', true],
    ['PK\u0003\u0004 …', false],
    ['', false],
    ['\u0000\u0000\u0000', false],
    ['{}', true],
    ['\u00d0\u00cf\u0011\u00e0 a Word file with a password', true],
  ])('of %j: %s', (content, whole) => {
    expect(looksWhole(Uint8Array.from(content, (character) => character.charCodeAt(0) % 256))).toBe(
      whole,
    )
  })

  it('is asked of what lies in the output, with its hash', async () => {
    const found = await lookAtFiles(memoryHost({ 'out/a': '' }), 'out', ['a', 'b'])
    expect([...found].map(([path, { whole }]) => [path, whole])).toEqual([['a', false]])
  })
})
