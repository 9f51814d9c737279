import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, describe, expect, it } from 'vitest'

import { parseArguments } from '../../pipeline/cli/parse-arguments.js'
import { commandBlocks, documentsOf, inlineCommands } from './command-lines.js'
import { notRun, written } from './commands-not-run.js'
import { install, packAndInstall, reachesNobody, sh } from './packed-folder.js'

/*
 * The package as somebody gets it who has the packed file and npm, and nothing else of ours. It is installed once; the tests go on in the order in
 * which a newcomer would.
 */
const root = new URL('../../', import.meta.url).pathname
const { base, tarball, empty, installed, remove } = packAndInstall(root)
const offline = installed.status !== 0 && reachesNobody(installed)
if (offline) process.stderr.write('package.test.ts is skipped: npm reaches no registry\n')
afterAll(remove)

const desk = join(empty, 'x')
const read = (path: string): string => readFileSync(join(desk, path), 'utf8')
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(join(desk, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(desk, folder).length + 1))
    .sort()
const ending = (files: readonly string[], end: string): readonly string[] =>
  files.filter((file) => file.endsWith(end))
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? ''
/** Files of agencies by what was written of them: size and time tell a file that was made again. */
const stampsOf = (files: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    files.map((file) => {
      const { mtimeMs, size } = statSync(join(desk, 'output', file))
      return [file, `${mtimeMs} ${size}`]
    }),
  )

describe('the packed file', { timeout: 120_000 }, () => {
  it('holds what is needed and nothing else', () => {
    const { stdout } = sh(`tar -tzf '${tarball}'`, base)
    const folders = new Set(
      stdout
        .trim()
        .split('\n')
        .map((path) => path.split('/')[1] ?? ''),
    )
    expect([...folders].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'NOTICE',
      'README.md',
      'README.zh-CN.md',
      'dist',
      'package.json',
      'sources',
      'templates',
    ])
    expect(stdout).toContain('package/dist/schemas/office.schema.json')
    expect(stdout).not.toMatch(/\.test\.|\/output\//u)
  })

  it('is clean for publint', async () => {
    const { buffer, byteOffset, byteLength } = readFileSync(tarball)
    const bytes = buffer.slice(byteOffset, byteOffset + byteLength)
    const { messages } = await publint({ pack: { tarball: bytes }, strict: true })
    expect(messages).toEqual([])
  })

  it('is clean for are-the-types-wrong, as a package of ES modules alone', async () => {
    const checked = await checkPackage(createPackageFromTarballData(readFileSync(tarball)))
    expect(checked.types).not.toBe(false)
    const problems = 'problems' in checked ? checked.problems : []
    // Its own profile for such packages leaves out what require() of an old Node would meet: engines asks for one that can.
    const counted = problems.filter(
      (problem) => !('resolutionKind' in problem && problem.resolutionKind === 'node16-cjs'),
    )
    expect(counted).toEqual([])
  })
})

describe.skipIf(offline)(
  'from an empty folder, with the packed file and npm',
  { timeout: 900_000 },
  () => {
    let waiting: readonly string[] = []

    it('installs without the fonts', () => {
      expect([installed.status, installed.stderr]).toEqual([0, installed.stderr])
      expect(existsSync(join(empty, 'node_modules/fengong/dist/index.js'))).toBe(true)
      expect(existsSync(join(empty, 'node_modules/@expo-google-fonts'))).toBe(false)
    })

    it('begins a folder that makes Word and Excel at once, and says of each PDF what to install', () => {
      const began = sh('npx fengong init x', empty)
      expect(began.status).toBe(0)
      expect(lastLine(began.stderr)).toMatch(/^Next: cd x && npx fengong build/u)
      // This machine may have fonts of its own; a newcomer’s has none.
      appendFileSync(join(desk, 'sources/office.yaml'), '\nfaces: bundled\n')
      const { status, stderr } = sh('cd x && npx fengong build', empty)
      expect(status).toBe(1)
      const made = filesBelow('output')
      expect(ending(made, '.docx').length).toBeGreaterThan(8)
      expect(ending(made, '.xlsx').length).toBeGreaterThan(8)
      expect(ending(made, '.pdf')).toEqual([])
      waiting = [
        ...stderr.matchAll(/(?:^| )(\S+\.pdf)(?: error |: it lacks the same faces)/gmu),
      ].map(([, path = '']) => path)
      expect(new Set(waiting).size).toBeGreaterThan(16)
      expect(lastLine(stderr)).toMatch(
        /^Next: .*npm install @expo-google-fonts\/noto-serif-sc@\S+ @callmebill\/lxgw-wenkai-web@\S+ /u,
      )
    })

    it('makes everything once the faces are installed', () => {
      const faces = sh(install, desk)
      expect([faces.status, faces.stderr]).toEqual([0, faces.stderr])
      const { status, stderr } = sh('npx fengong build', desk)
      expect([status, stderr]).toEqual([0, stderr])
      expect(ending(filesBelow('output'), '.pdf')).toEqual([...new Set(waiting)].sort())
      expect(stderr.trimEnd().split('\n').slice(-2).join('\n')).toMatch(/^Next: /mu)
    })

    it('makes again what a corrected agency touches, and nothing else', () => {
      const before = stampsOf(filesBelow('output'))
      const { items } = JSON.parse(read('output/guohan-2023-56/document.json')) as {
        items: { responsibilities: { name: string }[] }[]
      }
      const was = items[0]?.responsibilities.map(({ name }) => name) ?? []
      expect(was).toHaveLength(1)
      const [gone = ''] = was
      const correction = {
        item: 1,
        was: { agencies: was },
        set: { agencies: ['水利部'] },
        why: '原件',
      }
      const corrections = `corrections:\n  - ${JSON.stringify(correction)}\n`
      writeFileSync(join(desk, 'sources/guohan-2023-56.corrections.yaml'), corrections)
      const { status, stderr } = sh('npx fengong build', desk)
      expect([status, stderr]).toEqual([0, stderr])
      const after = stampsOf(filesBelow('output'))
      const ofOthers = (file: string): boolean =>
        /(?:agencies|packets)\//u.test(file) && !file.includes(gone) && !file.includes('水利部')
      const kept = [...before].filter(([file]) => ofOthers(file))
      expect(kept.length).toBeGreaterThan(30)
      for (const [file, stamp] of kept) expect([file, after.get(file)]).toEqual([file, stamp])
      const of = (name: string) => [...after.keys()].filter((file) => file.includes(name))
      expect(of(gone)).toEqual([])
      expect(of('水利部').length).toBe(
        [...before.keys()].filter((file) => file.includes(gone)).length,
      )
      expect(sh('npx fengong build', desk).stderr).toContain('all is fresh')
    })
  },
)

describe.skipIf(offline)('for programmers', { timeout: 900_000 }, () => {
  const program = `import { unified } from 'unified'
import remarkParse from 'remark-parse'
import { build, clean, fengongExtract, readDocument, watch } from 'fengong'
import type { BuildEvent, Item, OfficialDocument, Role } from 'fengong'

const { document } = await readDocument('notice.md')
export const one: OfficialDocument | null = document
export const roles: Role[] = (document?.items ?? []).flatMap((item: Item) => item.responsibilities.map(({ role }) => role))
export const events: BuildEvent[] = []
for await (const event of build({ sources: ['notice.md'], output: 'papers' })) events.push(event)
const file = await unified().use(remarkParse).use(fengongExtract).process('text')
export const count: number = file.result.items.length
// @ts-expect-error a document has no such key
export const slip = document?.itmes
export { clean, watch }
`

  it.each(['nodenext', 'bundler'])(
    'has types under %s resolution, libraries checked too',
    (resolution) => {
      const folder = join(desk, `types-${resolution}`)
      mkdirSync(folder)
      const compilerOptions = {
        noEmit: true,
        strict: true,
        target: 'es2023',
        lib: ['es2023'],
        types: [],
        module: resolution === 'bundler' ? 'esnext' : resolution,
        moduleResolution: resolution,
      }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
      writeFileSync(join(folder, 'use.mts'), program)
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      const { status, stdout } = sh(`node '${compiler}' -p '${folder}'`, desk)
      expect([stdout, status]).toEqual(['', 0])
    },
  )

  it('exports these names, and the schemas', () => {
    const names = `import('fengong').then((all) => console.log(Object.keys(all).sort().join()))`
    expect(sh(`node -e "${names}"`, desk).stdout).toBe(
      'build,clean,fengongExtract,readDocument,watch\n',
    )
    const schema = `import.meta.resolve('fengong/schemas/office.schema.json')`
    const { stdout } = sh(`node --input-type=module -e "console.log(${schema})"`, desk)
    const shipped = readFileSync(new URL(stdout.trim()), 'utf8')
    expect(Object.keys((JSON.parse(shipped) as { properties: object }).properties)).toContain(
      'name',
    )
  })
})

describe.skipIf(offline)('the examples', { timeout: 900_000 }, () => {
  it('read a folder into a table, a line for each task and each who is named', () => {
    cpSync(join(root, 'docs'), join(desk, 'docs'), { recursive: true })
    const { status, stdout } = sh('node docs/examples/read-folder.mjs sources', desk)
    expect(status).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toBe('"文件","发文字号","成文日期","任务","角色","单位","完成时限"')
    expect(lines.filter((line) => line.includes('"水利部"'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('"",""'))).toHaveLength(15)
  })

  it('take a remark pipeline with fengongExtract in it', () => {
    const { status, stdout, stderr } = sh('node docs/examples/remark-pipeline.mjs', desk)
    expect(status).toBe(0)
    expect(stdout.trimEnd().split('\n')).toHaveLength(25)
    expect(stderr).toContain('sources/guohan-2023-56.md:17:56')
  })

  it('count the ledger of all notices', () => {
    const { status, stdout } = sh('node docs/examples/count-tasks.mjs', desk)
    expect(status).toBe(0)
    expect(stdout).toMatch(/^25 rows, 8 agencies, 15 tasks that name nobody\n/u)
    expect(stdout).toContain('水利部\t1 tasks\tlead 0\tsupport 0\tresponsible 1\tguide 0')
  })

  it('make 拟办单, a product without code, which invents no lead', () => {
    const { status } = sh(
      'npx fengong build --templates docs/examples/own-product/templates --only 拟办单 --out own',
      desk,
    )
    expect(status).toBe(0)
    expect(filesBelow('own')).toEqual(
      expect.arrayContaining(['guohan-2023-56/拟办单.docx', 'guohan-2023-56/拟办单.pdf']),
    )
    const { stdout } = sh('unzip -p own/guohan-2023-56/拟办单.docx word/document.xml', desk)
    const text = stdout.replace(/<[^>]+>/gu, '')
    for (const label of [
      '来文单位',
      '文号',
      '份数',
      '密级',
      '缓急',
      '标题',
      '内容摘要',
      '拟办意见',
      '领导批示',
      '承办',
      '办结',
    ])
      expect(text).toContain(label)
    expect(text).toContain('国函〔2023〕56号')
    expect(text).toContain('来文没有定牵头单位')
  })
})

const documents = documentsOf(root)

/** A folder as the documents speak of one: what was built there, the templates, the documents’ own examples. */
function openDesk(): string {
  const folder = join(base, 'commands')
  if (existsSync(folder)) return folder
  mkdirSync(folder)
  for (const each of ['sources', 'package.json', 'output'])
    cpSync(join(desk, each), join(folder, each), { recursive: true })
  for (const each of ['docs', 'templates'])
    cpSync(join(root, each), join(folder, each), { recursive: true })
  sh(`ln -s '${join(desk, 'node_modules')}' node_modules`, folder)
  for (const [path, text] of Object.entries(written(read('sources/guohan-2023-56.md')))) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs the lines of a block one after the other, `cd` remembered; what failed, with what it said. */
function runBlock(lines: readonly string[]): readonly string[] {
  let folder = openDesk()
  return lines.flatMap((line) => {
    const target = /^make(?: ([a-z]+))?(?: [A-Z]+=\S+)?$/u.exec(line)
    // A recipe of the checkout: that there is such a target, and that its recipe can be read, is what can be asked here.
    const command =
      target !== null
        ? `make -C '${root}' -n ${target[1] ?? ''}`
        : line.replace(/^(npm (?:i|install)(?: -D)?) fengong$/u, `$1 '${tarball}'`)
    if (notRun.some(({ form }) => form.test(line))) return []
    const { status, stderr } = sh(command.replace(/^npm install$/u, install), folder)
    const entered = /^cd (\S+)$/u.exec(line)?.[1]
    if (entered !== undefined && status === 0) folder = join(folder, entered)
    return status === 0 ? [] : [`${line}: ${String(status)}\n${stderr}`]
  })
}

describe.skipIf(offline)('every command line of the documents', { timeout: 900_000 }, () => {
  // A block that stands in both languages runs once.
  const blocks = documents.flatMap((path) => commandBlocks(root, path))
  const unique = new Map(blocks.map((block) => [block.lines.join('\n'), block]))

  it('is found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'docs/examples/README.md']))
    expect(unique.size).toBeGreaterThan(8)
  })

  it.each([...unique.values()])('runs: $at', ({ lines }) => {
    expect(runBlock(lines)).toEqual([])
  })
})

describe('the commands that running text and tables name', () => {
  it.each(documents)('are ones that there are: %s', (path) => {
    for (const command of inlineCommands(root, path)) {
      const argv = command.split(/\s+/u).slice(1)
      const asked = parseArguments(argv, '1', 'en')
      // A command may be named without what it is about.
      const isSlip = 'exitCode' in asked && asked.exitCode === 2
      const slip = isSlip && !asked.stderr.includes('missing required') ? asked.stderr : ''
      expect([basename(path), command, slip]).toEqual([basename(path), command, ''])
    }
  })
})
