import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { BuildOptions } from '../../pipeline/build.js'
import type { MemoryHost } from '../../pipeline/host/memory-host.js'
import { expectWarmIsCold, notice, outputOf, run, workshop } from './workshop.js'

type Row = readonly [title: string, content: string, agencies: string]

/** What an office does between two builds. */
type Step =
  | {
      readonly type: 'content' | 'agency' | 'remove-row'
      readonly row: number
      readonly word: string
    }
  | { readonly type: 'add-row'; readonly word: string }
  | { readonly type: 'office' | 'correct' | 'second' | 'comment' | 'template' | 'style' }
  /** A template or a settings file is broken while the notice is edited; the build after that finds it mended. */
  | { readonly type: 'break'; readonly file: number }
  | { readonly type: 'lose' | 'cut'; readonly file: number }
  | { readonly type: 'refuse'; readonly kth: number }

const agencies = ['海关总署', '商务部', '税务总局', '教育部', '财政部、商务部']
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constantFrom('content' as const, 'agency' as const, 'remove-row' as const),
    row: fc.nat(5),
    word: fc.constantFrom(...agencies),
  }),
  fc.record({ type: fc.constant('add-row' as const), word: fc.constantFrom(...agencies) }),
  fc.record({
    type: fc.constantFrom(
      'office' as const,
      'correct' as const,
      'second' as const,
      'comment' as const,
    ),
  }),
  fc.record({ type: fc.constantFrom('lose' as const, 'cut' as const), file: fc.nat(20) }),
  fc.record({ type: fc.constant('refuse' as const), kth: fc.nat(8) }),
)

const layOver: fc.Arbitrary<Step> = fc.record({
  type: fc.constantFrom('template' as const, 'style' as const),
})
const breakOne: fc.Arbitrary<Step> = fc.record({
  type: fc.constant('break' as const),
  file: fc.nat(5),
})
/** Somewhere in it a template or style is laid over, and a file is broken. */
const walk = fc
  .tuple(
    fc.array(step, { maxLength: 2 }),
    layOver,
    fc.array(step, { maxLength: 2 }),
    breakOne,
    step,
  )
  .map((parts): readonly Step[] => parts.flat())

const options: BuildOptions = { templates: 'mine' }
const sheet = '任务分工表.yaml'
const style = 'styles/document.yaml'
/** What a person may leave broken, and how: where, and what stands there then. */
const broken: readonly (readonly [path: string, text: string])[] = [
  [`mine/${sheet}`, 'product: [\n'],
  [`mine/${style}`, 'margins: left\n'],
  ['mine/简报.md', '---\nproduct: brief\n---\n{% if %}\n'],
  ['sources/office.yaml', 'nmae: 某办\n'],
  ['sources/agencies.yaml', 'agencies: 商务部\n'],
  ['sources/a.corrections.yaml', 'corrections: [{ item: 2, sett: {} }]\n'],
]

/** The state that a person sees: rows of the notice, and which files lie beside it. */
class Office {
  rows: Row[] = [
    ['甲事项', '开展甲工作。', '海关总署'],
    ['乙事项', '开展乙工作。', '商务部'],
  ]
  count = 0
  readonly host: MemoryHost = workshop({})

  constructor() {
    this.write()
    // The folder is there, whatever is laid over in it.
    this.host.put('mine/README.md', '本办模板')
  }

  /** A file of the package’s templates, with one word in it changed, laid over it; or taken away again. */
  async layOver(name: string, was: string, is: string): Promise<void> {
    const bytes = await this.host.read(`${this.host.packageFolder()}/templates/${name}`)
    const text = new TextDecoder().decode(bytes ?? undefined)
    expect(text).toContain(was)
    await this.toggle(`mine/${name}`, text.replace(was, is))
  }

  /** A build while a file is broken; what lay there comes back. */
  async breakOnce(file: number): Promise<void> {
    const [path, text] = broken[file] ?? ['', '']
    const before = this.host.files.get(`/desk/${path}`)
    this.change(file, ([title, , who]) => [title, `第${this.count}次开展工作。`, who])
    this.host.put(path, text)
    const told = await run(this.host, options)
    expect(told.totals.messages.error, path).toBeGreaterThan(0)
    expect(told.removed, path).toEqual([])
    if (before === undefined) await this.host.remove(path)
    else this.host.put(path, before)
  }

  write(): void {
    this.host.put('sources/a.md', notice({ rows: this.rows }))
  }

  async toggle(path: string, text: string): Promise<void> {
    if (this.host.files.has(`/desk/${path}`)) await this.host.remove(path)
    else this.host.put(path, text)
  }

  async spoil(type: 'lose' | 'cut', file: number): Promise<void> {
    const paths = [...outputOf(this.host).keys()].filter((path) => !path.endsWith('manifest.json'))
    const path = paths[file % Math.max(1, paths.length)]
    if (path === undefined) return
    if (type === 'lose') await this.host.remove(`output/${path}`)
    else this.host.put(`output/${path}`, '')
  }

  change(index: number, change: (row: Row) => Row | null): void {
    const at = index % this.rows.length
    this.rows = this.rows
      .map((row, each) => (each === at ? change(row) : row))
      .filter((row) => row !== null)
    this.write()
  }

  async do(act: Step): Promise<void> {
    this.count += 1
    switch (act.type) {
      case 'content':
        this.change(act.row, ([title, , who]) => [title, `第${this.count}次开展工作。`, who])
        return
      case 'agency':
        this.change(act.row, ([title, content]) => [title, content, act.word])
        return
      case 'remove-row':
        if (this.rows.length > 1) this.change(act.row, () => null)
        return
      case 'add-row':
        this.rows = [...this.rows, [`新事项${this.count}`, '开展新工作。', act.word]]
        this.write()
        return
      case 'office':
        await this.toggle('sources/office.yaml', 'name: 某某办公室\nphone: 010-00000000\n')
        return
      case 'comment':
        await this.toggle('sources/agencies.yaml', `# 第${this.count}次\n`)
        return
      case 'correct':
        await this.toggle(
          'sources/a.corrections.yaml',
          'corrections:\n  - item: 1\n    add: { agencies: [国家医保局] }\n    why: 据原件\n',
        )
        return
      case 'second':
        await this.toggle('sources/b.txt', notice({ title: '国务院关于做好丁工作的通知' }))
        return
      case 'template':
        await this.layOver(sheet, 'title: 主要内容', 'title: 内容')
        return
      case 'style':
        await this.layOver(style, 'left: 28', 'left: 27')
        return
      case 'break':
        await this.breakOnce(act.file)
        return
      case 'lose':
      case 'cut':
        await this.spoil(act.type, act.file)
        return
      case 'refuse':
        await this.refuseOnce(act.kth)
    }
  }

  /** The k-th write of a build is refused; the next build must complete it. */
  async refuseOnce(kth: number): Promise<void> {
    this.change(kth, ([title, , who]) => [title, `第${this.count}次重做工作。`, who])
    const first = this.host.operations.filter(({ name }) => name === 'replace').length
    this.host.plan(({ name, count }) =>
      name === 'replace' && count === first + kth ? { type: 'refused', code: 'EBUSY' } : null,
    )
    await run(this.host, options)
    this.host.plan(null)
  }
}

describe('a random walk of an office', () => {
  it('leaves, after each step and build, the bytes of a build from nothing', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async (steps) => {
        const office = new Office()
        await run(office.host, options)
        for (const act of steps) {
          await office.do(act)
          await run(office.host, options)
          await expectWarmIsCold(office.host, options)
          expect((await run(office.host, options)).made).toEqual([])
        }
      }),
      { seed: 20_230_624, numRuns: 3, endOnFailure: true },
    )
  }, 300_000)
})
