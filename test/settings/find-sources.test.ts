import { describe, expect, it } from 'vitest'

import { memoryHost } from '../../pipeline/host/memory-host.js'
import { findSources, loadTemplateFiles, pathFromHere } from '../../pipeline/settings/fetch.js'

const files = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, 'x']))
const find = async (host: ReturnType<typeof memoryHost>, ...given: string[]) => {
  const { sources, findings, folder } = await findSources(host, given)
  return {
    sources: sources.map(({ id, path, finding }) => [id, path, finding?.rule ?? null]),
    rules: findings.map(({ rule }) => rule),
    folder,
  }
}

describe('findSources', () => {
  it('takes the notices of the folder sources, in the order of their names', async () => {
    const host = memoryHost(
      files('sources/b.txt', 'sources/a.md', 'sources/c.HTML', 'sources/d.docx', 'sources/e.pdf'),
    )
    expect(await find(host)).toEqual({
      sources: [
        ['a', 'sources/a.md', null],
        ['b', 'sources/b.txt', null],
        ['c', 'sources/c.HTML', null],
        ['d', 'sources/d.docx', null],
        ['e', 'sources/e.pdf', null],
      ],
      rules: [],
      folder: 'sources',
    })
  })

  it.each([
    ['CON', '_CON'],
    ['nul.2024', '_nul.2024'],
    ['通知.', '通知_'],
    [' 通知 ', '_通知_'],
    ['通知:稿|2?', '通知_稿_2_'],
    ['通\u202E知', '通_知'],
    ['通知\u200B', '通知_'],
    ['通\u0007知', '通_知'],
  ])('mends the name %j, which a system would not take, for the output', async (name, mended) => {
    const [[id]] = (await find(memoryHost(files(`sources/${name}.md`)))).sources as [[string]]
    expect(id.slice(0, -9)).toBe(mended)
    expect(id.slice(-9)).toMatch(/^-[0-9a-f]{8}$/u)
  })

  it('leaves any other name as it is, however long', async () => {
    const names = [
      '国函〔2023〕56号',
      '关于“做好”工作的通知（一）',
      '国'.repeat(80),
      'comet',
      'console.1',
    ]
    for (const name of names)
      expect((await find(memoryHost(files(`sources/${name}.md`)))).sources[0]?.[0]).toBe(name)
  })

  it('takes neither README, settings, hidden files, folders nor what Word leaves beside an open file', async () => {
    const host = memoryHost(
      files(
        'sources/README.md',
        'sources/readme.zh.txt',
        'sources/office.yaml',
        'sources/.a.md',
        'sources/~$a.docx',
        'sources/replies/a.docx',
        'sources/photo.png',
      ),
    )
    expect(await find(host)).toEqual({ sources: [], rules: ['sources-found'], folder: 'sources' })
  })

  it('says that the folder is missing, and that a named path is', async () => {
    expect((await find(memoryHost())).rules).toEqual(['sources-folder-exists'])
    expect((await find(memoryHost(), 'sources/a.md')).rules).toEqual(['source-exists'])
  })

  it('takes files and folders that were named, each once, and settings from the folder', async () => {
    const host = memoryHost(files('in/a.md', 'in/b.md', '/elsewhere/c.md'))
    expect(await find(host, 'in/b.md', './in/', '/desk/in/a.md', '/elsewhere/c.md')).toEqual({
      sources: [
        ['b', 'in/b.md', null],
        ['a', 'in/a.md', null],
        ['c', '/elsewhere/c.md', null],
      ],
      rules: [],
      folder: 'in',
    })
  })

  it('refuses two notices of one name, whatever their case, ending and Unicode form, and builds the others', async () => {
    const host = memoryHost(
      files('sources/A.md', 'sources/a.txt', 'sources/é.md', 'sources/e\u0301.txt', 'sources/z.md'),
    )
    expect((await find(host)).sources.map(([, path, rule]) => [path, rule])).toEqual([
      ['sources/A.md', 'source-ids-unique'],
      ['sources/a.txt', 'source-ids-unique'],
      ['sources/e\u0301.txt', 'source-ids-unique'],
      ['sources/z.md', null],
      ['sources/é.md', 'source-ids-unique'],
    ])
  })

  it.each(['agencies', 'Index', '..', '.'])(
    'refuses the name %s, which the output needs',
    async (name) => {
      const host = memoryHost(files(`sources/${name}.md`))
      const { sources } = await findSources(host, [`sources/${name}.md`])
      expect(sources.map(({ finding }) => [finding?.rule, finding?.blocks])).toEqual([
        ['source-id-usable', { what: 'source' }],
      ])
    },
  )
})

describe('pathFromHere', () => {
  const at = (workingFolder: string, path: string) =>
    pathFromHere({ workingFolder: () => workingFolder }, path)

  it('makes a path inside the working folder relative and leaves others', () => {
    expect(at('/desk', '/desk/sources/a.md')).toBe('sources/a.md')
    expect(at('/desk', './sources//a.md')).toBe('sources/a.md')
    expect(at('/desk', '/workshop/a.md')).toBe('/workshop/a.md')
    expect(at('/desk', '../a.md')).toBe('../a.md')
  })

  it('writes Windows’ paths with slashes, and takes a backslash elsewhere for a letter of a name', () => {
    expect(at('C:\\公文', 'C:\\公文\\sources\\a.md')).toBe('sources/a.md')
    expect(at('/desk', 'a\\b.md')).toBe('a\\b.md')
  })
})

describe('loadTemplateFiles', () => {
  it('lays an office’s files over the package’s, file by file, folders within', async () => {
    const host = memoryHost({
      '/p/brief.md': 'ours',
      '/p/styles/document.yaml': 'ours',
      '/p/README.md': 'none',
      'mine/styles/document.yaml': 'theirs',
      'mine/more.yaml': 'theirs',
    })
    const { files: found, findings } = await loadTemplateFiles(host, '/p', 'mine')
    expect(findings).toEqual([])
    expect(found.map(({ name, text, origin }) => [name, text, origin])).toEqual([
      ['brief.md', 'ours', 'package'],
      ['styles/document.yaml', 'theirs', 'office'],
      ['more.yaml', 'theirs', 'office'],
    ])
  })

  it('says that a folder that was asked for is missing', async () => {
    const { findings } = await loadTemplateFiles(memoryHost({ '/p/a.md': '' }), '/p', 'mine')
    expect(findings.map(({ rule }) => rule)).toEqual(['templates-folder-exists'])
  })
})
