import { describe, expect, it } from 'vitest'

import { examineMachine } from '../../pipeline/build/examine-machine.js'
import type { Host } from '../../pipeline/host/host.js'
import { memoryHost } from '../../pipeline/host/memory-host.js'
import { nodeHost } from '../../pipeline/host/node-host.js'

const machine = nodeHost()
const kai = '@callmebill/lxgw-wenkai-web'

/** The real packages, faces built before, and nothing else of this machine. */
const desk = (below: Partial<Host> = {}) =>
  memoryHost({}, { cacheFolder: machine.cacheFolder(), below: { ...machine, ...below } })

describe('examineMachine', () => {
  it('tells each face’s stand-in, file and licence, and that the open ones lack no common and no rare character', async () => {
    const { faces, node, libraries } = await examineMachine(desk(), 'v20.20.2')
    expect(node.fits).toBe(true)
    expect(faces.map(({ role, found }) => [role, found?.standIn ?? null])).toEqual([
      ['fang', 'Fengong Fang (Noto Serif SC Light, 90 %)'],
      ['kai', 'LXGW WenKai'],
      ['hei', 'Noto Sans SC Medium'],
      ['title', 'Noto Serif SC Bold'],
      ['song', 'Noto Serif SC Regular'],
    ])
    for (const { found } of faces) {
      expect(found?.licence).toContain('Open Font License')
      expect(found?.lacks).toEqual({ common: 0, rare: [] })
    }
    expect(libraries.map(({ version }) => version)).not.toContain(null)
  })

  it('says what is missing: an old Node, a face whose package is gone with the line that installs it, a folder that refuses', async () => {
    const host = desk({
      resolvePackageFile: (name, file) =>
        name === kai ? null : machine.resolvePackageFile(name, file),
    })
    host.plan(({ name, path }) =>
      name === 'replace' && path.startsWith('/desk/output')
        ? { type: 'refused', code: 'EACCES' }
        : null,
    )
    const report = await examineMachine(host, 'v20.18.0')
    expect(report.node.fits).toBe(false)
    expect(report.faces.filter(({ found }) => found === null).map(({ role }) => role)).toEqual([
      'kai',
    ])
    const missing = report.findings.find(({ rule }) => rule === 'face-installed')
    expect(missing?.values.install).toContain(`npm install ${kai}@`)
    expect(report.folders.map(({ what, refused }) => [what, refused])).toEqual([
      ['output', 'EACCES'],
      ['cache', null],
    ])
    expect(report.libreOffice).toBeNull()
  })

  it('leaves nothing behind', async () => {
    const host = desk()
    await examineMachine(host, 'v22.0.0')
    expect([...host.files.keys()]).toEqual([])
  })
})
