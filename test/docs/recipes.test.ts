import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { applyRecipe, recipesOf } from './recipes.js'

/* Every example change of CONTRIBUTING.md, applied to one copy of this tree, compiled, and run. */
const root = new URL('../..', import.meta.url).pathname
const recipes = recipesOf(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'))
let tree: string

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function fengong(...argv: readonly string[]): Ran {
  const main = join(tree, 'dist/cli/main.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv, '--lang', 'zh'], {
    cwd: join(tree, 'desk'),
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const made = (path: string): string => join(tree, 'desk/output/guohan-2023-56', path)

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'fengong-recipes-'))
  const taken = [
    'pipeline',
    'templates',
    'package.json',
    'tsconfig.json',
    'test/vitest.config.ts',
    'test/cases',
    'test/read/parse',
  ]
  for (const each of taken) cpSync(join(root, each), join(tree, each), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  for (const recipe of recipes) applyRecipe(recipe, tree)
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const compiled = spawnSync(process.execPath, [compiler, '-p', tree], { encoding: 'utf8' })
  expect(compiled.stdout, 'the recipes compile').toBe('')
  mkdirSync(join(tree, 'desk/sources'), { recursive: true })
  cpSync(join(root, 'sources/guohan-2023-56.md'), join(tree, 'desk/sources/guohan-2023-56.md'))
}, 300_000)
afterAll(() => {
  rmSync(tree, { recursive: true, force: true })
})

describe('the recipes of CONTRIBUTING.md', { timeout: 120_000 }, () => {
  it('are the six that it promises, and change no file of the notice at hand', () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')
    expect(text.match(/^## Add .*$/gm)).toEqual([
      '## Add a case',
      '## Add a rule',
      '## Add a product',
      '## Add a column',
      '## Add a reader',
      '## Add a block to the renderers',
    ])
    expect(recipes.length).toBeGreaterThan(12)
  })

  it('a case: its folder gets what is read from it, and then holds it', () => {
    const vitest = (env: Record<string, string>) =>
      execFileSync(
        process.execPath,
        [
          join(root, 'node_modules/vitest/vitest.mjs'),
          ...['run', '-c', 'test/vitest.config.ts', 'test/cases/cases.test.ts'],
          ...['-t', 'deadline-before-the-notice'],
        ],
        { cwd: tree, env: { ...process.env, NO_COLOR: '1', ...env }, encoding: 'utf8' },
      )
    expect(vitest({ GOLDEN: 'write' })).toMatch(/1 passed/)
    const expected = (name: string) =>
      readFileSync(join(tree, 'test/cases/deadline-before-the-notice/expected', name), 'utf8')
    expect(expected('tree.txt')).toMatch(/开展自查/)
    expect(expected('tree.txt')).toMatch(/市机关事务局/)
    // The rule of the next recipe, at the deadline.
    expect(expected('messages.txt')).toMatch(
      /「2024年1月31日前」早于成文日期（2024-03-01）.*\[deadline-follows-date\]/,
    )
  })

  it('a rule: it is silent where the deadline follows the date', () => {
    const notice = readFileSync(
      join(tree, 'test/cases/deadline-before-the-notice/input/来文.md'),
      'utf8',
    )
    writeFileSync(join(tree, 'desk/late.md'), notice)
    writeFileSync(join(tree, 'desk/early.md'), notice.replace('2024年1月31日', '2024年3月1日'))
    expect(fengong('check', 'late.md').stdout).toContain('[deadline-follows-date]')
    expect(fengong('check', 'early.md').stdout).not.toContain('[deadline-follows-date]')
  })

  it('a reader: a table parted by tabs is read as one', () => {
    const rows = ['序号\t任务\t牵头单位\t配合单位', '1\t清查办公用房\t财政部\t审计署']
    const text = [
      '关于开展清查工作的通知',
      '各部门：',
      '任务分工如下：',
      ...rows,
      '国务院办公厅',
      '2024年3月1日',
    ]
    writeFileSync(join(tree, 'desk/来文.tsv'), `${text.join('\n')}\n`)
    const { status, stdout } = fengong('inspect', '来文.tsv', '--json')
    expect(status).toBe(0)
    const model = JSON.parse(stdout) as {
      source: { format: string }
      items: { title: string; responsibilities: { name: string; role: string }[] }[]
    }
    expect(model.source.format).toBe('tsv')
    expect(model.items.map(({ title }) => title)).toEqual(['清查办公用房'])
    expect(model.items[0]?.responsibilities.map(({ name, role }) => `${role} ${name}`)).toEqual([
      'lead 财政部',
      'support 审计署',
    ])
  })

  it('a product, a column and a block: they are in the files', async () => {
    const { status, stderr } = fengong(
      'build',
      ...['--only', '催办单,任务分工表', '--agency', '海关总署'],
    )
    expect(stderr).not.toMatch(/错误 [1-9]/)
    expect(status).toBe(0)
    const docx = unzipSync(readFileSync(made('agencies/海关总署/催办单.docx')))
    const xml = strFromU8(docx['word/document.xml'] ?? new Uint8Array())
    expect(xml).toContain('由你署承担的1项任务')
    expect(xml).toMatch(/<w:bottom w:val="dashed"/)
    const shown = execFileSync('pdftotext', ['-layout', made('agencies/海关总署/催办单.pdf'), '-'])
    expect(shown.toString()).toContain('云签发')
    const [sheet] = await readExcelFile(made('agencies/海关总署/任务分工表.xlsx'))
    const cells = (sheet?.data ?? []).flat()
    expect(cells).toContain('所需经费')
  })
})
