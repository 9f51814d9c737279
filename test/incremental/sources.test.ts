import { describe, expect, it } from 'vitest'

import {
  builtWorkshop,
  everyAgency,
  expectWarmIsCold,
  filesOf,
  notice,
  outputOf,
  run,
  shownItems,
  shownTasks,
  togetherOf,
  workshop,
} from './workshop.js'

const built = (sources: Readonly<Record<string, string>> = { 'sources/a.md': notice() }) =>
  builtWorkshop(sources)

describe('a build of sources', () => {
  it('makes everything of a new notice, and nothing a second time', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const told = await run(host)
    expect(told.made).toEqual(filesOf('a', everyAgency))
    expect(told.totals).toMatchObject({
      documents: 1,
      failedDocuments: 0,
      agencies: ['商务部', '海关总署', '税务总局'],
      dutyAgencies: ['财政部'],
      made: filesOf('a', everyAgency).length + togetherOf(everyAgency).length,
      configurationFailed: false,
    })
    const again = await run(host)
    expect(again.made).toEqual([])
    expect(again.kept).toEqual(filesOf('a', everyAgency))
    expect(new Set(Object.values(again.reasons))).toEqual(new Set(['fresh']))
    // Which faces Word files name is told where one is made.
    const ofFiles = (message: string) => message.includes('word-faces')
    expect(again.messages).toEqual(told.messages.filter((message) => !ofFiles(message)))
    const messages = { ...told.totals.messages, info: 0 }
    expect(again.totals).toEqual({ ...told.totals, messages, made: 0, kept: told.totals.made })
  })

  it('is the same bytes in another folder', async () => {
    const host = await built()
    await run(host, { output: '/elsewhere/out' })
    expect(outputOf(host, '/elsewhere/out')).toEqual(outputOf(host))
  })

  it('reads no notice and writes nothing where all is fresh', async () => {
    const host = await built()
    const before = host.operations.length
    await run(host)
    const writes = host.operations
      .slice(before)
      .filter(({ name }) => name === 'replace' || name === 'lock')
    expect(writes).toEqual([])
  })

  it('remakes, for an edit of one item, the document’s own files and those of the agencies that it names', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const told = await run(host)
    expect(told.made).toEqual(filesOf('a', ['商务部'], shownItems))
    expect(told.kept).toEqual(
      filesOf('a', ['海关总署', '税务总局'], ['核对.txt', '发文登记表.xlsx'], []),
    )
    expect(told.reasons['a/agencies/商务部/任务分工表.xlsx']).toBe('任务分工表 第1行 主要内容')
    await expectWarmIsCold(host)
  })

  it('remakes, where an item passes to another agency, the files of both', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('| 商务部 |', '| 商务部、税务总局 |'))
    const told = await run(host)
    expect(told.made).toEqual(filesOf('a', ['商务部', '税务总局'], shownTasks))
    await expectWarmIsCold(host)
  })

  it('removes the files of an agency that has no task any more, and its folder', async () => {
    const host = await built()
    host.put('sources/a.md', notice().replace('| 商务部 |', '| 海关总署 |'))
    const told = await run(host)
    expect(told.made).toEqual(filesOf('a', ['海关总署'], undefined, ['海关总署', '税务总局']))
    expect(told.removed).toEqual(filesOf('a', ['商务部'], []))
    expect(told.reasons['a/agencies/商务部/任务分工函.docx']).toBe('orphaned')
    expect(await host.kindOf('output/a/agencies/商务部')).toBeNull()
    await expectWarmIsCold(host)
  })

  it('makes the files of an agency that is new, and leaves the others’', async () => {
    const host = await built()
    host.put('sources/a.md', `${notice()}\n| 4 | 丁事项 | 开展丁工作。 | 教育部 |`)
    const told = await run(host)
    expect(told.made).toEqual(filesOf('a', ['教育部'], undefined, [...everyAgency, '教育部']))
    await expectWarmIsCold(host)
  })

  it('removes the files of a notice that was taken away, and its folder', async () => {
    const host = await built({ 'sources/a.md': notice(), 'sources/b.md': notice() })
    await host.remove('sources/b.md')
    const told = await run(host)
    expect(told.removed).toEqual(filesOf('b', everyAgency))
    expect(await host.kindOf('output/b')).toBeNull()
    await expectWarmIsCold(host)
  })

  it('removes the files of the last notice, too, and says that there is none', async () => {
    const host = await built()
    await host.remove('sources/a.md')
    const told = await run(host)
    expect(told.removed).toEqual(filesOf('a', everyAgency))
    expect(told.messages).toEqual(['warning sources-found'])
    expect([...outputOf(host)]).toEqual([])
  })

  it('leaves the files of a notice elsewhere that is not there any more', async () => {
    const host = await built({ 'sources/a.md': notice(), '/stick/b.md': notice() })
    await run(host, { sources: ['/stick/b.md'] })
    await host.remove('/stick/b.md')
    expect((await run(host)).removed).toEqual([])
  })

  it('keeps the last files of a notice that cannot be read any more, and builds the others', async () => {
    const host = await built({ 'sources/a.md': notice(), 'sources/b.md': notice() })
    host.put('sources/a.md', '')
    host.put('sources/b.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const told = await run(host)
    expect(told.made).toEqual(filesOf('b', ['商务部'], shownItems))
    expect(told.removed).toEqual([])
    expect(told.reasons['a/任务分工总表.xlsx']).toBe('stale')
    expect(told.totals).toMatchObject({ documents: 2, failedDocuments: 1 })
    expect(told.totals.messages.error).toBeGreaterThan(0)

    host.put('sources/a.md', notice())
    const mended = await run(host)
    expect(mended.made).toEqual([])
    expect(mended.reasons['a/任务分工总表.xlsx']).toBe('fresh')
    await expectWarmIsCold(host)
  })

  it('makes nothing of two notices of one name, and builds the others', async () => {
    const told = await run(
      workshop({
        'sources/a.md': notice(),
        'sources/a.txt': notice(),
        'sources/b.md': notice(),
      }),
    )
    expect(told.made).toEqual(filesOf('b', everyAgency))
    expect(told.messages.filter((each) => each === 'error source-ids-unique')).toHaveLength(2)
    expect(told.totals).toMatchObject({
      documents: 3,
      failedDocuments: 2,
      configurationFailed: false,
    })
  })

  it('does not take a notice that the system refuses for one that was taken away', async () => {
    const host = await built()
    host.plan(({ name, path }) =>
      name === 'read' && path === '/desk/sources/a.md' ? { type: 'refused', code: 'EACCES' } : null,
    )
    const told = await run(host)
    expect(told.removed).toEqual([])
    expect(told.messages).toContain('error source-readable')
    expect(told.kept).toContain('a/document.json')
  })
})
