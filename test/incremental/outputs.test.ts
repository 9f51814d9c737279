import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'

import type { MemoryHost } from '../../pipeline/host/memory-host.js'
import { clean } from '../../pipeline/build.js'
import {
  builtWorkshop,
  everyAgency,
  expectWarmIsCold,
  filesOf,
  notice,
  outputOf,
  run,
  shownItems,
  togetherOf,
} from './workshop.js'

const circular = 'a/agencies/商务部/任务分工函.docx'
/** It takes the circular as it lies there. */
const zip = 'a/packets/商务部.zip'
const everything = filesOf('a', everyAgency)
const beside = 'a/agencies/商务部/任务分工函.新.docx'
const at = (path: string) => `output/${path}`
const textOf = (host: MemoryHost, path: string) =>
  new TextDecoder().decode(host.files.get(`/desk/${at(path)}`))

/** What the files in a ZIP of the output say. */
async function entriesOf(host: MemoryHost, path: string): Promise<readonly string[]> {
  const files = unzipSync((await host.read(at(path))) ?? new Uint8Array())
  return Object.values(files).map((bytes) => new TextDecoder().decode(bytes))
}

const built = () => builtWorkshop({ 'sources/a.md': notice() })
const edit = (host: MemoryHost, word = '全面') =>
  host.put('sources/a.md', notice().replace('开展乙工作', `${word}开展乙工作`))

describe('a build over an output that changed', () => {
  it('makes again what was deleted, and nothing else', async () => {
    const host = await built()
    await host.remove(at(circular))
    const told = await run(host)
    expect(told.made).toEqual([circular])
    expect(told.reasons[circular]).toBe('missing')
    await expectWarmIsCold(host)
  })

  it('makes again what was cut off or emptied', async () => {
    const host = await built()
    const whole = host.files.get(`/desk/${at(circular)}`)
    for (const bytes of [whole?.subarray(0, 2000) ?? '', '']) {
      host.put(at(circular), bytes)
      const told = await run(host)
      expect(told.made).toEqual([circular])
      expect(told.reasons[circular]).toBe('damaged')
      await expectWarmIsCold(host)
    }
  })

  it('makes everything where the whole output was deleted', async () => {
    const host = await built()
    for (const path of [...host.files.keys()]) {
      if (path.startsWith('/desk/output/')) await host.remove(path)
    }
    expect((await run(host)).made).toEqual(filesOf('a', everyAgency))
    await expectWarmIsCold(host)
  })

  it('touches no file of a person’s that it did not make', async () => {
    const host = await built()
    host.put('output/a/批示.docx', 'by hand')
    host.put('output/a/agencies/商务部/附函.docx', 'by hand')
    host.put('sources/a.md', notice().replace('| 商务部 |', '| 海关总署 |'))
    await run(host)
    expect(textOf(host, 'a/批示.docx')).toBe('by hand')
    expect(textOf(host, 'a/agencies/商务部/附函.docx')).toBe('by hand')
  })
})

describe('a file that a person edited', () => {
  it('is left and counts as fresh', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    for (const made of [[zip], []]) {
      const told = await run(host)
      expect(told.made).toEqual(made)
      expect(told.reasons[circular]).toBe('edited-fresh')
    }
    expect(textOf(host, circular)).toBe('edited by hand')
  })

  it('is left when what it shows changes, and the new one is written beside it, once', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    edit(host)
    const told = await run(host)
    expect(told.made).toEqual(
      [...filesOf('a', ['商务部'], shownItems).filter((path) => path !== circular), beside].sort(),
    )
    expect(told.messages).toContain('warning edited-file-is-current')
    expect(textOf(host, circular)).toBe('edited by hand')

    const again = await run(host)
    expect(again.made).toEqual([])
    expect(again.messages).not.toContain('warning edited-file-is-current')
    await host.remove(at(beside))
    expect((await run(host)).made).toEqual([])
  })

  it('gets a newer one in place of the last one beside it', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    edit(host)
    await run(host)
    const first = textOf(host, beside)
    edit(host, '深入')
    expect((await run(host)).made).toContain(beside)
    expect(textOf(host, beside)).not.toBe(first)
    expect(outputOf(host).has('a/agencies/商务部/任务分工函.新2.docx')).toBe(false)
  })

  it('gets a newer one under another name where the one beside it was edited, too', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    edit(host)
    await run(host)
    host.put(at(beside), 'edited as well')
    edit(host, '深入')
    expect((await run(host)).made).toContain('a/agencies/商务部/任务分工函.新2.docx')
    expect(textOf(host, beside)).toBe('edited as well')
    expect(textOf(host, circular)).toBe('edited by hand')
  })

  it('is ours again once the person has taken the new one over', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    edit(host)
    await run(host)
    host.put(at(circular), host.files.get(`/desk/${at(beside)}`) ?? '')
    const told = await run(host)
    expect(told.made).toEqual([zip])
    expect(told.removed).toEqual([beside])
    await expectWarmIsCold(host)
  })

  it('is ours again once the person has thrown it away', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    await run(host)
    await host.remove(at(circular))
    expect((await run(host)).made).toEqual([circular, zip])
    await expectWarmIsCold(host)
  })

  it('is what the ZIP holds, as it lies there, and again when it is edited again', async () => {
    const host = await built()
    for (const text of ['edited by hand', 'edited again']) {
      host.put(at(circular), text)
      expect((await run(host)).made).toEqual([zip])
      expect(await entriesOf(host, zip)).toContain(text)
    }
  })

  it('is moved aside by force, and kept', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    const told = await run(host, { force: true })
    expect(told.made).toEqual(filesOf('a', everyAgency))
    expect(told.messages).toContain('info edited-file-set-aside')
    expect(textOf(host, 'a/agencies/商务部/任务分工函.旧.docx')).toBe('edited by hand')
    host.put(at(circular), 'edited again')
    await run(host, { force: true })
    expect(textOf(host, 'a/agencies/商务部/任务分工函.旧.docx')).toBe('edited by hand')
    expect(textOf(host, 'a/agencies/商务部/任务分工函.旧2.docx')).toBe('edited again')
  })

  it('is left and named when its agency has no task any more', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    host.put('sources/a.md', notice().replace('| 商务部 |', '| 海关总署 |'))
    const told = await run(host)
    expect(told.removed).toEqual(filesOf('a', ['商务部'], []).filter((path) => path !== circular))
    expect(told.messages).toContain('warning edited-file-has-a-task')
    expect(textOf(host, circular)).toBe('edited by hand')
    expect((await run(host)).messages).not.toContain('warning edited-file-has-a-task')
  })
})

describe('a manifest that cannot be read', () => {
  it.each([
    ['cut off', (text: string) => text.slice(0, text.length - 200)],
    [
      'of an older format',
      (text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 0'),
    ],
  ])('%s: its files are made again, and none is taken for a person’s', async (_, damage) => {
    const host = await built()
    host.put('output/a/manifest.json', damage(textOf(host, 'a/manifest.json')))
    edit(host)
    const told = await run(host)
    expect(told.made).toEqual(filesOf('a', everyAgency))
    expect(told.messages).toContain('warning manifest-readable')
    await expectWarmIsCold(host)
  })

  it('of nonsense: what is as we would make it is ours, what is not is left', async () => {
    const host = await built()
    host.put('output/a/manifest.json', 'nonsense')
    host.put(at(circular), 'edited by hand')
    const told = await run(host)
    // Nothing says any more that the ZIP is ours: the one with the edited file stands beside it.
    expect(told.made).toEqual([beside, 'a/packets/商务部.新.zip'].sort())
    expect(told.kept).toEqual(everything.filter((path) => path !== circular && path !== zip))
    expect(textOf(host, circular)).toBe('edited by hand')
    expect(await entriesOf(host, 'a/packets/商务部.新.zip')).toContain('edited by hand')
    expect((await run(host)).made).toEqual([])
  })

  it('deleted: the same', async () => {
    const host = await built()
    await host.remove('output/a/manifest.json')
    const told = await run(host)
    expect(told.made).toEqual([])
    await expectWarmIsCold(host)
  })
})

describe('clean', () => {
  it('removes what is recorded and unchanged, and names what it leaves', async () => {
    const host = await built()
    host.put(at(circular), 'edited by hand')
    host.put('output/a/批示.docx', 'by hand')
    const events = []
    for await (const event of clean({}, host)) events.push(event)
    expect([...outputOf(host).keys()]).toEqual([circular, 'a/批示.docx'].sort())
    expect(
      events.flatMap((event) => (event.type === 'file-removed' ? [event.path] : [])).sort(),
    ).toEqual(
      [...everything.filter((path) => path !== circular), ...togetherOf(everyAgency)].sort(),
    )
    expect(
      events.flatMap((event) => (event.type === 'message' ? [event.finding.rule] : [])),
    ).toEqual(['edited-file-has-a-task'])
  })

  it('leaves no folder of ours behind', async () => {
    const host = await built()
    for await (const event of clean({}, host)) expect(event.type).toBe('file-removed')
    expect(await host.kindOf('output')).toBeNull()
  })
})
