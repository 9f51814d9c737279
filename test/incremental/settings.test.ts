import { describe, expect, it } from 'vitest'

import {
  builtWorkshop,
  everyAgency,
  expectWarmIsCold,
  filesOf,
  notice,
  run,
  shownItems,
  shownTasks,
  workshop,
} from './workshop.js'

const office = 'name: 国务院自由贸易试验区工作部际联席会议办公室\nphone: 010-00000000\n'
const built = (files: Readonly<Record<string, string>> = {}) =>
  builtWorkshop({ 'sources/a.md': notice(), ...files })

describe('a build after a change of settings', () => {
  it('remakes nothing for a comment in a YAML file', async () => {
    const host = await built({ 'sources/office.yaml': office })
    host.put('sources/office.yaml', `# 联系人待定\n${office}`)
    const told = await run(host)
    expect(told.made).toEqual([])
    expect(told.kept).toEqual(filesOf('a', everyAgency))
    expect((await run(host)).made).toEqual([])
    await expectWarmIsCold(host)
  })

  it('remakes what a correction changes, for the agency that loses a task and the one that gets it', async () => {
    const host = await built()
    host.put(
      'sources/a.corrections.yaml',
      'corrections:\n  - item: 2\n    was: { agencies: [商务部] }\n    set: { agencies: [税务总局] }\n    why: 原件为税务总局\n',
    )
    const told = await run(host)
    // The notice is set as it was printed, whatever a person corrects: the packets of others hold nothing new.
    const shown = [...shownTasks, '发文登记表.xlsx'].filter((path) => path !== '通知.docx')
    expect(told.made).toEqual(filesOf('a', ['税务总局'], shown, ['税务总局']))
    expect(told.removed).toEqual(filesOf('a', ['商务部'], []))
    await expectWarmIsCold(host)

    await host.remove('sources/a.corrections.yaml')
    const both = ['商务部', '税务总局']
    expect((await run(host)).made).toEqual(filesOf('a', both, shown, both))
    await expectWarmIsCold(host)
  })

  it('builds nothing of a notice whose corrections cannot be read, and keeps its files', async () => {
    const host = await built()
    host.put('sources/a.corrections.yaml', 'corrections: [{ item: 2, sett: {} }]\n')
    const told = await run(host)
    expect(told.made).toEqual([])
    expect(told.messages).toContain('error settings-keys-known')
    expect(told.reasons['a/document.json']).toBe('stale')
    expect(told.totals).toMatchObject({ failedDocuments: 1, configurationFailed: false })
  })

  it.each([
    ['office.yaml', 'nmae: 某办\n', 'error settings-keys-known'],
    ['agencies.yaml', 'agencies: 商务部\n', 'error settings-value-is-list'],
  ])(
    'builds nothing with a broken %s, and says that the configuration failed',
    async (name, text, message) => {
      const host = await built()
      host.put(`sources/${name}`, text)
      host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
      const told = await run(host)
      expect(told.made).toEqual([])
      expect(told.removed).toEqual([])
      expect(told.messages).toEqual([message])
      expect(told.totals).toMatchObject({ documents: 0, configurationFailed: true })
    },
  )

  it('honours SOURCE_DATE_EPOCH as something that files are made under', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    await run(host)
    const later = {
      ...host,
      variable: (name: string) => (name === 'SOURCE_DATE_EPOCH' ? '1' : undefined),
    }
    const told = await run(later)
    expect(told.made).toEqual(filesOf('a', everyAgency))
    expect(told.reasons['a/document.json']).toBe('固定日期（新增）')
  })
})

describe('a build after a change of templates', () => {
  const name = '任务分工总表.yaml'

  it('remakes nothing for a comment in a template', async () => {
    const host = await built()
    const path = `${host.packageFolder()}/templates`
    const text = new TextDecoder().decode((await host.read(`${path}/${name}`)) ?? new Uint8Array())
    host.put(`mine/${name}`, `# 本办用\n${text}`)
    expect((await run(host, { templates: 'mine' })).made).toEqual([])
  })

  it('makes all but the product of a broken template, and keeps that one’s last file', async () => {
    const host = await built()
    host.put(`mine/${name}`, 'product: [\n')
    host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    const told = await run(host, { templates: 'mine' })
    expect(told.made).toEqual(
      filesOf(
        'a',
        ['商务部'],
        shownItems.filter((path) => path !== '任务分工总表.xlsx'),
      ),
    )
    expect(told.removed).toEqual([])
    expect(told.totals.messages.error).toBeGreaterThan(0)
    expect(host.files.has('/desk/output/a/任务分工总表.xlsx')).toBe(true)
  })

  it('says that a templates folder is missing, and builds nothing', async () => {
    const told = await run(workshop({ 'sources/a.md': notice() }), { templates: 'mine' })
    expect(told.messages).toEqual(['error templates-folder-exists'])
    expect(told.totals.configurationFailed).toBe(true)
  })
})
