import { describe, expect, it } from 'vitest'

import {
  builtWorkshop,
  everyAgency,
  expectWarmIsCold,
  filesOf,
  notice,
  run,
  shownItems,
  togetherOf,
  workshop,
} from './workshop.js'

const two = { 'sources/a.md': notice(), 'sources/b.md': notice() }

describe('a build of a part', () => {
  it('makes one product alone, removes nothing, and a full build makes the rest', async () => {
    const host = workshop(two)
    const told = await run(host, { only: ['任务分工函'] })
    const circulars = ['a', 'b'].flatMap((id) => [
      `${id}/任务分工函.docx`,
      ...everyAgency.map((name) => `${id}/agencies/${name}/任务分工函.docx`),
    ])
    expect(told.made).toEqual([...circulars].sort())
    const full = await run(host)
    const all = ['a', 'b'].flatMap((id) => filesOf(id, everyAgency))
    expect(full.made).toEqual(all.filter((path) => !circulars.includes(path)))
    expect(full.kept).toEqual([...circulars].sort())
    await expectWarmIsCold(host)
  })

  it('makes one agency’s files alone, by any name that is known', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const told = await run(host, { agency: ['国家税务总局'] })
    expect(told.made).toEqual(filesOf('a', ['税务总局'], ['通知.docx'], ['税务总局']))
    expect(told.removed).toEqual([])
  })

  it('leaves the rest stale, and a full build sees that', async () => {
    const host = await builtWorkshop({ 'sources/a.md': notice() })
    host.put('sources/a.md', notice().replace('开展丙工作', '全面开展丙工作'))
    expect((await run(host, { agency: ['税务总局'] })).made).toEqual(
      filesOf('a', ['税务总局'], ['通知.docx'], ['税务总局']),
    )
    expect((await run(host)).made).toEqual(
      filesOf(
        'a',
        ['海关总署'],
        shownItems.filter((path) => path !== '通知.docx'),
        ['海关总署', '商务部'],
      ),
    )
    await expectWarmIsCold(host)
  })

  it('does not undo what a full build knows where nothing changed', async () => {
    const host = await builtWorkshop({ 'sources/a.md': notice() })
    const manifest = host.files.get('/desk/output/a/manifest.json')
    const told = await run(host, { only: ['brief', 'assignments'] })
    expect(told.made).toEqual([])
    expect(host.files.get('/desk/output/a/manifest.json')).toEqual(manifest)
  })

  it('builds one source alone and leaves the files of the others', async () => {
    const host = await builtWorkshop(two)
    await host.remove('sources/b.md')
    host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const told = await run(host, { sources: ['sources/a.md'] })
    expect(told.made).toEqual(filesOf('a', ['商务部'], shownItems))
    expect(told.removed).toEqual([])
  })

  it('says that a product is not known, which there are, and makes nothing', async () => {
    const told = await run(workshop(two), { only: ['简章'] })
    expect(told.messages).toEqual(['error product-known'])
    expect(told.totals).toMatchObject({ documents: 0, configurationFailed: true })
  })

  it('says that an agency is not known where one is near', async () => {
    const told = await run(workshop(two), { agency: ['海关总暑'] })
    expect(told.messages).toEqual(['error agency-known'])
    expect(told.totals.configurationFailed).toBe(true)
  })

  it('says which product is none of agencies’, and makes the others', async () => {
    const told = await run(workshop(two), { only: ['master', 'assignments'], agency: ['商务部'] })
    expect(told.messages).toContain('warning product-is-for-agencies')
    expect(told.made).toContain('a/agencies/商务部/任务分工表.xlsx')
    expect(told.made).not.toContain('a/任务分工总表.xlsx')
  })

  it('says of each notice that it has no task for an agency', async () => {
    const told = await run(workshop(two), { agency: ['教育部'] })
    expect(told.made).toEqual([])
    expect(told.messages.filter((each) => each.endsWith('agency-is-in-document'))).toHaveLength(2)
  })
})

describe('a build that only looks', () => {
  it('plans without writing, removing or locking anything', async () => {
    const host = workshop(two)
    const told = await run(host, { until: 'plan' })
    const made = told.events.flatMap((event) =>
      event.type === 'planned'
        ? event.jobs.flatMap(({ action, path }) =>
            action === 'make' ? [event.document === null ? path : `${event.document}/${path}`] : [],
          )
        : [],
    )
    expect([...made].sort()).toEqual(
      [...['a', 'b'].flatMap((id) => filesOf(id, everyAgency)), ...togetherOf(everyAgency)].sort(),
    )
    expect(told.planned.map(({ reason }) => reason.type).sort()).toContain('new')
    const touching = ['replace', 'rename', 'remove', 'lock']
    expect(host.operations.filter(({ name }) => touching.includes(name))).toEqual([])
  })

  it('plans, after an edit, what the build then does', async () => {
    const host = await builtWorkshop({ 'sources/a.md': notice() })
    host.put('sources/a.md', notice().replace('| 商务部 |', '| 海关总署 |'))
    const { events } = await run(host, { until: 'plan' })
    const planned = events.flatMap((event) =>
      event.type === 'planned' && event.document === 'a' ? event.jobs : [],
    )
    const told = await run(host)
    const paths = (action: string) =>
      planned
        .filter((job) => job.action === action)
        .map(({ path }) => `a/${path}`)
        .sort()
    expect(paths('make')).toEqual(told.made)
    expect(paths('remove')).toEqual(told.removed)
  })

  it('reads alone, for the messages', async () => {
    const host = workshop({ 'sources/a.md': notice(), 'sources/b.md': '' })
    const told = await run(host, { until: 'read' })
    expect(told.planned).toEqual([])
    expect(told.totals).toMatchObject({ documents: 2, failedDocuments: 1, made: 0 })
    expect(host.operations.some(({ name }) => name === 'replace')).toBe(false)
  })
})
