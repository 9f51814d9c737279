import { describe, expect, it } from 'vitest'

import {
  builtWorkshop,
  everyAgency,
  expectWarmIsCold,
  notice,
  outputOf,
  run,
  togetherOf,
  workshop,
} from './workshop.js'

const other = notice({
  title: '国务院关于做好丁戊工作的通知',
  number: '国函〔2024〕2号',
  rows: [
    ['丁事项', '开展丁工作。', '财政部'],
    ['乙事项', '继续开展乙工作。', '商务部、财政部'],
  ],
})
const sources = { 'sources/a.md': notice(), 'sources/b.md': other }
const all = ['index.html', 'index.json', '全部任务.csv', '全部任务.ndjson', '全部任务.xlsx']
/** What shows texts and not only which files there are. */
const lists = ['全部任务.csv', '全部任务.ndjson', '全部任务.xlsx']
const built = () => builtWorkshop(sources)
const everybody = [...everyAgency, '财政部']

function textOf(files: ReadonlyMap<string, string>, path: string): string {
  return Buffer.from(files.get(path) ?? '', 'base64').toString('utf8')
}

interface Index {
  readonly documents: readonly { readonly id: string; readonly stale: boolean }[]
  readonly missing: readonly { readonly id: string; readonly why: string }[]
  readonly agencies: readonly { readonly name: string; readonly documents: readonly string[] }[]
}
const indexOf = (host: Parameters<typeof outputOf>[0]): Index =>
  JSON.parse(textOf(outputOf(host), 'index.json')) as Index

describe('what is made from all notices together', () => {
  it('is a list for each agency, the whole ledger and an index', async () => {
    const host = workshop(sources)
    const told = await run(host)
    expect(told.together.made).toEqual(togetherOf(everybody))
    expect(indexOf(host).agencies.find(({ name }) => name === '商务部')?.documents).toEqual([
      'a',
      'b',
    ])
  })

  it('is fresh where nothing that it shows has changed: nothing is written, nothing said anew', async () => {
    const host = await built()
    const before = host.operations.length
    const told = await run(host)
    expect(told.together.made).toEqual([])
    expect(told.together.kept).toEqual(togetherOf(everybody))
    const writes = host.operations.slice(before).filter(({ name }) => name === 'replace')
    expect(writes).toEqual([])
    expect(
      host.operations.slice(before).filter(({ path }) => path.endsWith('a/document.json')),
    ).toHaveLength(1)
  })

  it('stays fresh where a notice changes in what no list shows', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('请认真贯彻落实', '请认真抓好落实'))
    const told = await run(host)
    expect(told.together.made).toEqual([])
    await expectWarmIsCold(host)
  })

  it('remakes, for an edit of one item, the lists of its agencies and of everything', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const told = await run(host)
    expect(told.together.made).toEqual(togetherOf(['商务部'], lists))
    expect(told.together.kept).toEqual(
      togetherOf(['海关总署', '税务总局', '财政部'], ['index.html', 'index.json']),
    )
    expect(told.reasons['agencies/商务部/任务总清单.xlsx']).toBe('任务总清单 第1行 主要内容')
    await expectWarmIsCold(host)
  })

  it('remakes, where an item passes to another agency, the lists of both', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('| 商务部 |', '| 税务总局 |'))
    const told = await run(host)
    expect(told.together.made).toEqual(togetherOf(['商务部', '税务总局'], all))
    await expectWarmIsCold(host)
  })

  it('removes the list of an agency that no notice names any more', async () => {
    const host = await built()
    host.put('sources/b.md', other.replaceAll('、财政部', '').replace('| 财政部 |', '| 商务部 |'))
    const told = await run(host)
    expect(told.together.removed).toEqual(togetherOf(['财政部'], []))
    expect(await host.kindOf('output/agencies/财政部')).toBeNull()
    await expectWarmIsCold(host)
  })

  it('follows a notice that is gone', async () => {
    const host = await built()
    await host.remove('sources/b.md')
    const told = await run(host)
    expect(told.together.removed).toEqual(togetherOf(['财政部'], []))
    expect(told.together.made).toEqual(togetherOf(['商务部'], all))
    await expectWarmIsCold(host)
  })

  it('follows a notice that was renamed', async () => {
    const host = await built()
    await host.rename('sources/b.md', 'sources/c.md')
    await run(host)
    expect(indexOf(host).documents.map(({ id }) => id)).toEqual(['a', 'c'])
    await expectWarmIsCold(host)
  })

  it('goes with the last notice', async () => {
    const host = await builtWorkshop({ 'sources/a.md': notice() })
    await host.remove('sources/a.md')
    const told = await run(host)
    expect(told.together.removed).toEqual(togetherOf(everyAgency))
    expect([...outputOf(host)]).toEqual([])
  })

  it('holds an earlier reading of a source that fails, and says so', async () => {
    const host = await built()
    host.put('sources/b.md', new Uint8Array([0xff, 0x00, 0xd8]))
    const told = await run(host)
    expect(told.together.made).toEqual(togetherOf(['商务部', '财政部'], all))
    expect(indexOf(host).documents).toMatchObject([
      { id: 'a', stale: false },
      { id: 'b', stale: true },
    ])
    host.put('sources/b.md', other)
    await run(host)
    await expectWarmIsCold(host)
  })

  it('names a source that was never read', async () => {
    const host = workshop({ ...sources, 'sources/c.md': new Uint8Array([0xff, 0x00, 0xd8]) })
    await run(host)
    expect(indexOf(host).missing).toMatchObject([{ id: 'c', why: 'unread' }])
  })

  it('covers all notices that were built, whichever one is built alone', async () => {
    const host = await built()
    host.put('sources/b.md', other.replace('开展丁工作', '抓紧开展丁工作'))
    const told = await run(host, { sources: ['sources/b.md'] })
    expect(told.together.made).toEqual(togetherOf(['财政部'], lists))
    expect(indexOf(host).documents.map(({ id }) => id)).toEqual(['a', 'b'])
    await run(host)
    await expectWarmIsCold(host)
  })

  it('is left alone by a build of other products, and made alone by name', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const others = await run(host, { only: ['assignments', 'model'] })
    expect(others.together).toEqual({ made: [], kept: [], removed: [], failed: [] })
    const lists = await run(host, { only: ['任务总清单'] })
    expect(lists.together.made).toEqual(togetherOf(['商务部'], []))
    const whole = await run(host)
    expect(whole.together.made).toEqual(
      togetherOf([], ['全部任务.csv', '全部任务.ndjson', '全部任务.xlsx']),
    )
    await expectWarmIsCold(host)
  })

  it('makes for one agency its list alone', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replaceAll('工作。', '各项工作。'))
    const told = await run(host, { agency: ['商务部'] })
    expect(told.together.made).toEqual([])
    await run(host, { only: ['model'] })
    const again = await run(host, { agency: ['商务部'] })
    expect(again.together.made).toEqual(togetherOf(['商务部'], []))
  })

  it('keeps what a person edited, and writes the new one beside it once it differs', async () => {
    const host = await built()
    const path = 'output/agencies/商务部/任务总清单.xlsx'
    const theirs = new Uint8Array([...((await host.read(path)) ?? []), 0])
    host.put(path, theirs)
    expect((await run(host)).together.made).toEqual([])
    host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const told = await run(host)
    expect(told.together.made).toContain('agencies/商务部/任务总清单.新.xlsx')
    expect(await host.read(path)).toEqual(theirs)
    expect(told.messages).toContain('warning edited-file-is-current')
  })

  it('is made again where its record is damaged, and a file is cut off', async () => {
    const host = await built()
    const record = new TextDecoder().decode((await host.read('output/manifest.json')) ?? undefined)
    host.put('output/manifest.json', record.slice(0, -10))
    const told = await run(host)
    expect(told.messages).toContain('warning manifest-readable')
    expect(told.together.made).toEqual(togetherOf(everybody))
    const path = 'output/全部任务.xlsx'
    host.put(path, ((await host.read(path)) ?? new Uint8Array()).slice(0, 1000))
    expect((await run(host)).together.made).toEqual(['全部任务.xlsx'])
    await expectWarmIsCold(host)
  })

  it('leaves out, and names, a notice whose model somebody changed', async () => {
    const host = await built()
    host.put('output/b/document.json', '{}')
    const told = await run(host)
    expect(told.messages).toContain('warning model-recorded')
    expect(indexOf(host)).toMatchObject({
      documents: [{ id: 'a' }],
      missing: [{ id: 'b', why: 'model' }],
    })
  })

  it('is planned as a build would make it, from notices as they will be', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const plan = await run(host, { until: 'plan' })
    const wanted = plan.events.flatMap((event) =>
      event.type === 'planned' && event.document === null
        ? event.jobs.filter(({ action }) => action === 'make').map(({ path }) => path)
        : [],
    )
    const told = await run(host)
    expect([...wanted].sort()).toEqual(told.together.made)
  })

  it('is remade by a template of its own, and by the office’s', async () => {
    const host = await built()
    host.put(
      'own/清单.yaml',
      [
        'product: short',
        'title: 简表',
        'per: [agency, all]',
        'formats: [xlsx, csv]',
        "file: '{% if agency %}agencies/{{ agency.name }}/{% endif %}简表'",
        'style: document',
        'properties: { title: 简表 }',
        'sheets:',
        '  - name: 简表',
        '    rows: tasks',
        '    columns:',
        '      - { key: title, title: 任务, width: 20 }',
      ].join('\n'),
    )
    const told = await run(host, { templates: 'own' })
    expect(told.together.made).toEqual(
      [
        ...everybody.flatMap((name) =>
          ['csv', 'xlsx'].map((end) => `agencies/${name}/简表.${end}`),
        ),
        'index.html',
        'index.json',
        '简表.csv',
        '简表.xlsx',
      ].sort(),
    )
    expect(textOf(outputOf(host), 'agencies/税务总局/简表.csv')).toBe('\uFEFF任务\r\n丙事项\r\n')
  })
})

describe('two provinces’ bodies of one name', () => {
  it('are two, each with its place', async () => {
    const of = (place: string) =>
      notice({
        title: `${place}人民政府关于做好甲乙工作的通知`,
        number: `${place[0] ?? ''}府〔2024〕1号`,
        rows: [['甲事项', '开展甲工作。', '省财政厅']],
      }).replace('\n\n国务院\n\n', `\n\n${place}人民政府\n\n`)
    const host = workshop({ 'sources/a.md': of('广东省'), 'sources/b.md': of('浙江省') })
    await run(host)
    const names = indexOf(host).agencies.map(({ name }) => name)
    expect([...names].sort()).toEqual(['广东省财政厅', '浙江省财政厅'])
  })
})
