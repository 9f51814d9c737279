import { describe, expect, it } from 'vitest'

import { memoryHost, type MemoryHost } from '../../../pipeline/host/memory-host.js'
import type { Host } from '../../../pipeline/host/host.js'
import { nodeHost } from '../../../pipeline/host/node-host.js'
import { sha256, type FaceRole } from '../../../pipeline/model/index.js'
import { renderPdf } from '../../../pipeline/render/pdf/render-pdf.js'
import { findFaces, type FaceSet } from '../../../pipeline/typeset/index.js'
import { brief, flow, run, styleNamed, text } from '../flows.js'

const style = styleNamed('document')
const bundled = { bundled: true }
const machine = nodeHost()

const lacking =
  (...names: readonly string[]): Host['resolvePackageFile'] =>
  (name, file) =>
    names.includes(name) ? null : machine.resolvePackageFile(name, file)

/** The real packages without some; built faces from the user’s cache. */
const without = (...names: readonly string[]): MemoryHost =>
  memoryHost(
    {},
    {
      cacheFolder: machine.cacheFolder(),
      below: { ...machine, resolvePackageFile: lacking(...names) },
    },
  )
/** The real packages with an empty cache. */
const fresh = (): MemoryHost => memoryHost({}, { below: machine })
const serif = '@expo-google-fonts/noto-serif-sc'
const sans = '@expo-google-fonts/noto-sans-sc'
const kai = '@callmebill/lxgw-wenkai-web'

const hashOf = (bytes: Uint8Array | undefined): string => sha256(bytes ?? '')
const hashesOf = (faces: FaceSet): readonly string[] =>
  [...faces.byId.values()].map((face) => `${face.path} ${face.sha256}`)
const rules = (findings: readonly { rule: string }[]): readonly string[] =>
  findings.map(({ rule }) => rule)

describe('findFaces', () => {
  it('says of a package whose fonts are cut off that they are none, and what is to be installed', async () => {
    const damaged = '/damaged/font'
    const resolvePackageFile = () => `${damaged}/0.woff2`
    for (const bytes of [new Uint8Array(), new Uint8Array(40).fill(0xff)]) {
      const host = memoryHost(
        { [`${damaged}/0.woff2`]: bytes },
        { below: { ...machine, resolvePackageFile } },
      )
      const { findings } = await findFaces(host, style, bundled)
      expect(new Set(rules(findings))).toEqual(new Set(['face-file-is-a-font', 'face-installed']))
    }
  })

  it('finds a face for each role, calls stand-ins stand-ins, and builds the same bytes each time', async () => {
    const first = fresh()
    const { faces, findings } = await findFaces(first, style, bundled)
    expect(rules(findings)).toEqual(['face-is-the-one-named'])
    expect(findings[0]?.values.faces).toEqual([
      '仿宋_GB2312 → Fengong Fang (Noto Serif SC Light, 90 %)',
      '楷体_GB2312 → LXGW WenKai',
      '黑体 → Noto Sans SC Medium',
      '方正小标宋简体 → Noto Serif SC Bold',
      '宋体 → Noto Serif SC Regular',
    ])
    expect(
      Object.entries(faces.roles).map(([role, list]) => [role, list.map(({ family }) => family)]),
    ).toEqual([
      ['fang', ['Fengong Fang']],
      ['kai', ['Fengong Kai']],
      ['hei', ['Noto Sans SC Medium']],
      ['title', ['Noto Serif SC Bold']],
      ['song', ['Noto Serif SC']],
    ])
    const kept = [...first.files.keys()].filter((path) => path.startsWith('/cache'))
    expect(kept.length).toBe(2)

    const damaged = fresh()
    const [fang = ''] = kept.filter((path) => path.includes('/fang-'))
    for (const path of kept) damaged.put(path, first.files.get(path) ?? '')
    damaged.put(fang, (first.files.get(fang) ?? new Uint8Array()).slice(0, 5000))
    const again = await findFaces(damaged, style, bundled)
    expect(hashesOf(again.faces)).toEqual(hashesOf(faces))
    for (const path of kept)
      expect(hashOf(damaged.files.get(path))).toBe(hashOf(first.files.get(path)))
  })

  it('takes a built face from the cache without building it again', async () => {
    const host = memoryHost({}, { below: machine, cacheFolder: machine.cacheFolder() })
    await findFaces(machine, style, bundled)
    const { faces } = await findFaces(host, style, bundled)
    expect(faces.roles.kai.length).toBe(1)
    expect(host.operations.filter(({ name }) => name === 'replace')).toEqual([])
  })

  it('covers GB 2312, quotes and dashes as wide as a character, and rare names, in every face', async () => {
    const { faces } = await findFaces(machine, style, bundled)
    const decoder = new TextDecoder('gb18030')
    const characters: string[] = []
    for (let high = 0xb0; high <= 0xf7; high += 1)
      for (let low = 0xa1; low <= 0xfe; low += 1) {
        const character = decoder.decode(new Uint8Array([high, low]))
        if (/\p{Script=Han}/u.test(character)) characters.push(character)
      }
    expect(characters.length).toBe(6763)
    for (const face of faces.byId.values()) {
      expect(characters.filter((character) => !face.covers(character))).toEqual([])
      for (const character of ['喆', '堃', '镕', '䶮', '𬍛', '〔', '★', '㎡'])
        expect([face.family, character, face.covers(character)]).toEqual([
          face.family,
          character,
          true,
        ])
      for (const mark of ['——', '……', '—', '（', '。']) expect(face.fits(mark)).toBe(true)
      expect(face.shape('——').advance).toBeCloseTo(2, 1)
      expect(face.shape('——').glyphs.length).toBe(1)
    }
  })

  it('keeps the sources’ notices in a built face, and takes no reserved name', async () => {
    const { faces } = await findFaces(machine, style, bundled)
    const names = (['fang', 'kai'] as const).map((role) => {
      const font = faces.roles[role][0]?.font()
      return {
        name: `${font?.fullName} ${font?.postscriptName}`,
        copyright: font?.copyright,
        licence: font?.getName('license', 'en'),
      }
    })
    expect(names[0]?.copyright).toContain('Adobe')
    expect(names[1]?.copyright).toContain('LXGW')
    for (const { name, licence } of names) {
      expect(name).not.toMatch(/Noto|Source|LXGW|Klee/i)
      expect(licence).toContain('SIL Open Font License')
    }
  })

  it.each<[string, FaceRole[], string]>([
    [kai, ['kai'], `npm install ${kai}@1.522.0`],
    [sans, ['hei'], `npm install ${sans}@0.4.3`],
    [serif, ['fang', 'title', 'song'], `npm install ${serif}@0.4.3`],
  ])(
    'without %s, PDFs that need the face are blocked with the install line, others are made',
    async (name, roles, install) => {
      const { faces, findings } = await findFaces(without(name), style, bundled)
      const missing = findings.filter(({ rule }) => rule === 'face-installed')
      expect([...faces.missing.keys()]).toEqual(roles)
      expect(missing.map(({ severity, values }) => [severity, values.install])).toEqual(
        roles.map(() => ['error', install]),
      )
      const blocked = await renderPdf(brief(), faces)
      expect(blocked.bytes === null).toBe(true)
      expect(rules(blocked.findings)).toContain('face-installed')

      const other = roles.includes('hei') ? 'kai' : 'hei'
      const fine = flow({ ...style, pageNumbers: 'none' }, [[text('body', [run('国务院', other)])]])
      expect((await renderPdf(fine, faces)).bytes?.length).toBeGreaterThan(1000)
    },
  )

  it('goes on where the cache folder cannot be written, and says so', async () => {
    const host = memoryHost({}, { below: { ...machine, resolvePackageFile: lacking(kai) } })
    host.plan(({ name }) => (name === 'replace' ? { type: 'refused', code: 'EACCES' } : null))
    const { faces, findings } = await findFaces(host, style, bundled)
    expect(faces.roles.fang.length).toBe(1)
    expect(rules(findings).filter((rule) => rule === 'face-kept-for-next-run').length).toBe(1)
  })

  it('takes the file that a style names first, and falls back with a warning where it is no font', async () => {
    const file = machine.resolvePackageFile(sans, '700Bold/NotoSansSC_700Bold.ttf')
    const named = (path: string | null): typeof style => ({
      ...style,
      faces: { ...style.faces, hei: { word: '黑体', file: path } },
    })
    const own = await findFaces(machine, named(file), bundled)
    expect(own.faces.roles.hei.map(({ path }) => path)[0]).toBe(file)
    expect(own.faces.roles.hei[0]?.licence).toContain('Open Font License')
    expect(own.findings.map(({ values }) => values.faces)).not.toContain('黑体')

    for (const path of ['/nowhere/simhei.ttf', '/desk/main/package.json']) {
      const host = memoryHost(
        { '/desk/main/package.json': '{}' },
        { below: machine, cacheFolder: machine.cacheFolder() },
      )
      const { faces, findings } = await findFaces(host, named(path), bundled)
      expect(faces.roles.hei.length).toBe(1)
      expect(rules(findings)).toContain('face-file-is-a-font')
    }
  })

  it('finds the machine’s own fonts by their file names, and leaves them out where only the bundled ones are wanted', async () => {
    const path = machine.resolvePackageFile(sans, '400Regular/NotoSansSC_400Regular.ttf') ?? ''
    const bytes = (await machine.read(path)) ?? new Uint8Array()
    const host = memoryHost(
      { '/home/a/.local/share/fonts/win/SIMHEI.TTF': bytes },
      { below: machine, cacheFolder: machine.cacheFolder(), variables: { HOME: '/home/a' } },
    )
    const { faces } = await findFaces(host, style)
    expect(faces.roles.hei.map((face) => face.path)).toEqual([
      '/home/a/.local/share/fonts/win/SIMHEI.TTF',
      machine.resolvePackageFile(sans, '500Medium/NotoSansSC_500Medium.ttf'),
    ])
    expect((await findFaces(host, style, bundled)).faces.roles.hei.length).toBe(1)
  })
})
