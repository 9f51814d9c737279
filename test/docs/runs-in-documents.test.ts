import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { mainFile as main } from '../bench/compiled.js'
import { root } from './documents.js'
import { codeBlocks } from './markdown-parts.js'
import { applyRecipe, recipesOf } from './recipes.js'

/* What the documents say that a build does, done by the compiled command. */
const notice = 'sources/guohan-2023-56.md'
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
let desk: string

function fengong(...argv: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv, '--lang', 'zh'], {
    cwd: desk,
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  return stdout
}

beforeAll(() => {
  expect(existsSync(main), 'make build comes first').toBe(true)
})
beforeEach(() => {
  desk = mkdtempSync(join(tmpdir(), 'fengong-docs-'))
  mkdirSync(join(desk, 'sources'))
  cpSync(join(root, notice), join(desk, notice))
})
afterEach(() => {
  rmSync(desk, { recursive: true, force: true })
})

describe('plan --explain in README', { timeout: 240_000 }, () => {
  it('is what a plan says after that edit', () => {
    // Workbooks alone: what is said of a page costs its fonts, and is said in the same way.
    const only = ['--only', '任务分工总表,任务分工表,任务总清单']
    fengong('build', ...only)
    const before = readFileSync(join(desk, notice), 'utf8')
    const after = before.replace(/^(\| 2 \|.*?)实现出口货物/m, '$1推动实现出口货物')
    expect(after).not.toBe(before)
    writeFileSync(join(desk, notice), after)
    const said = fengong('plan', '--explain', ...only).split('\n')

    const shown = ['README.md', 'README.zh-CN.md'].map(
      (path) => codeBlocks(read(path)).find(({ body }) => body.startsWith('生成 '))?.body ?? '',
    )
    expect(shown[1]).toBe(shown[0])
    const pairs = [...(shown[0] ?? '').matchAll(/^(\S+ {2}\S+\.xlsx)\n( {6}\S.*)$/gm)]
    expect(pairs).toHaveLength(5)
    for (const [, file = '', reason = ''] of pairs)
      expect(said[said.indexOf(file) + 1], file).toBe(reason)
  })
})

describe('the analyst’s way in README', { timeout: 240_000 }, () => {
  it('makes the rows in a folder in which nothing was built before', () => {
    fengong('build', '--only', '全部任务')
    const rows = readFileSync(join(desk, 'output/全部任务.ndjson'), 'utf8').trim().split('\n')
    expect(rows.length).toBeGreaterThan(24)
    expect(JSON.parse(rows[0] ?? '')).toMatchObject({ document: { id: 'guohan-2023-56' } })
  })
})

describe('templates by example', { timeout: 240_000 }, () => {
  const examples = recipesOf(read('docs/templates.md'))

  it('are the same in both languages', () => {
    expect(examples).toHaveLength(5)
    expect(recipesOf(read('docs/templates.en.md'))).toEqual(examples)
  })

  it('change what they say, from a folder of an office’s own', async () => {
    const own = examples.map((example) => {
      return { ...example, path: example.path.replace(/^templates/, 'my-templates') }
    })
    for (const [index, { path, isNew }] of own.entries()) {
      mkdirSync(dirname(join(desk, path)), { recursive: true })
      if (!isNew) cpSync(join(root, examples[index]?.path ?? ''), join(desk, path))
    }
    for (const example of own) applyRecipe(example, desk)
    const papers = ['--only', '任务分工函,任务分工表', '--agency', '海关总署']
    fengong('build', '--templates', 'my-templates', ...papers)
    // And the product, as the document says.
    const shown = codeBlocks(read('docs/templates.md')).filter(({ mark }) => mark === 'shell')
    const [, command = ''] = /^npx fengong (.+)$/m.exec(shown[0]?.body ?? '') ?? []
    fengong(...command.split(' '))

    const made = (name: string) => readFileSync(join(desk, 'output/guohan-2023-56', name))
    const partOf = (name: string, part: string) =>
      strFromU8(unzipSync(made(name))[part] ?? new Uint8Array())
    const circular = 'agencies/海关总署/任务分工函.docx'
    expect(partOf(circular, 'word/document.xml')).toContain('请予支持，并于期限内函复。')
    expect(partOf(circular, 'word/styles.xml')).toContain('方正仿宋_GBK')
    const [sheet] = await readExcelFile(made('agencies/海关总署/任务分工表.xlsx'))
    const cells = (sheet?.data ?? []).flat()
    expect(cells).toContain('分管领导')
    expect(cells).toContain('承办')
    const countersign = partOf('会签单.docx', 'word/document.xml')
    expect(countersign).toContain('涉及8个单位，请会签。')
    expect(countersign).toContain('会签意见')
    expect(countersign).toContain('另有15项未载负责单位')
  })
})
