import { describe, expect, it } from 'vitest'

import type { Fault, HostOperation } from '../../pipeline/host/memory-host.js'
import {
  builtWorkshop,
  everyAgency,
  expectWarmIsCold,
  filesOf,
  notice,
  outputOf,
  run,
  shownItems,
  workshop,
} from './workshop.js'

/** Stands for the death of the process: nothing after it happens. */
class Killed extends Error {}

const edited = notice().replace('开展丙工作', '全面开展丙工作')

/** As small as a notice can be: it is built some hundred times. */
const small = (content: string) => notice({ rows: [['甲事项', content, '海关总署']] })
const smallEdited = small('全面开展甲工作。')
const smallEditedAgain = small('深入开展甲工作。')
/** Its output, with the source edited since. */
const preparedSmall = async () => {
  const host = await builtWorkshop({ 'sources/a.md': small('开展甲工作。') })
  host.put('sources/a.md', smallEdited)
  return host
}

/** An output of `notice()`, with the source edited since. */
const prepared = async () => {
  const host = await builtWorkshop({ 'sources/a.md': notice() })
  host.put('sources/a.md', edited)
  return host
}

const besides = (host: Parameters<typeof outputOf>[0]) =>
  [...outputOf(host).keys()].filter((path) => /\.[新旧]\d*\./u.test(path))

describe('a build that is killed', () => {
  it('leaves, at whatever write it dies, whole files and no false claim; the next build completes it', async () => {
    const counted = await preparedSmall()
    const before = counted.operations.filter(({ name }) => name === 'replace').length
    await run(counted)
    const writes = counted.operations.filter(({ name }) => name === 'replace').length - before
    expect(writes).toBeGreaterThan(5)

    for (let kth = 0; kth <= writes; kth += 1) {
      const dying = await preparedSmall()
      const first = dying.operations.filter(({ name }) => name === 'replace').length
      dying.plan(({ name, count }) => {
        if (name === 'replace' && count >= first + kth) throw new Killed()
        return null
      })
      await run(dying).catch((error: unknown) => {
        if (!(error instanceof Killed)) throw error
      })
      // The dead process holds its lock no longer.
      const left = [...dying.files].filter(([path]) => !path.endsWith('/.lock'))
      for (const source of [smallEdited, smallEditedAgain]) {
        const host = workshop(Object.fromEntries(left))
        host.put('sources/a.md', source)
        await run(host)
        expect(besides(host)).toEqual([])
        await expectWarmIsCold(host)
      }
    }
  }, 300_000)
})

describe('a disk that refuses', () => {
  const refusing =
    (at: (operation: HostOperation) => boolean, fault: Fault) => (operation: HostOperation) =>
      at(operation) ? fault : null

  it('names the file that is open elsewhere, makes the others, and makes that one next time', async () => {
    const host = await prepared()
    const path = 'a/agencies/海关总署/任务分工函.docx'
    host.plan(
      refusing(
        ({ name, path: at }) => name === 'replace' && at.endsWith('海关总署/任务分工函.docx'),
        {
          type: 'refused',
          code: 'EBUSY',
        },
      ),
    )
    const told = await run(host)
    expect(told.failed).toEqual([path])
    expect(told.made).toEqual(
      filesOf('a', ['海关总署', '税务总局'], shownItems).filter((each) => each !== path),
    )
    const blocked = told.planned.filter(({ reason }) => reason.type === 'blocked').length
    expect(told.totals).toMatchObject({ failed: blocked + 1, failedDocuments: 1 })
    host.plan(null)
    expect((await run(host)).made).toEqual([path])
    expect(besides(host)).toEqual([])
    await expectWarmIsCold(host)
  })

  it.each<[string, Fault]>([
    ['is full for ever', { type: 'refused', code: 'ENOSPC' }],
    ['loses what is written', { type: 'lost' }],
    ['tears what is written', { type: 'torn', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0]) }],
  ])('%s: says so, claims nothing, and the next build completes', async (_, fault) => {
    const host = await prepared()
    host.plan(refusing(({ name }) => name === 'replace', fault))
    const told = await run(host)
    expect(told.made).toEqual([])
    expect(told.totals.messages.error).toBeGreaterThan(4)
    host.plan(null)
    await run(host)
    expect(besides(host)).toEqual([])
    await expectWarmIsCold(host)
  })

  it('refuses each write once, in turn: the next build completes', async () => {
    for (let kth = 0, refused = true; refused; kth += 1) {
      const host = await preparedSmall()
      const first = host.operations.filter(({ name }) => name === 'replace').length
      host.plan(
        refusing(({ name, count }) => name === 'replace' && count === first + kth, {
          type: 'refused',
          code: 'EIO',
        }),
      )
      await run(host)
      const writes = host.operations.filter(({ name }) => name === 'replace').length
      refused = writes > first + kth
      host.plan(null)
      await run(host)
      await expectWarmIsCold(host)
    }
  }, 120_000)

  it('says once that the output folder cannot be written, and stops', async () => {
    const host = workshop({ 'sources/a.md': notice(), 'sources/b.md': notice() })
    host.plan(refusing(({ name }) => name === 'lock', { type: 'refused', code: 'EROFS' }))
    const told = await run(host)
    expect(told.messages).toEqual(['error output-folder-writable'])
    expect(told.totals).toMatchObject({ made: 0, configurationFailed: true })
  })

  it('does not let one document that is being built elsewhere stop the others', async () => {
    const host = workshop({
      'sources/a.md': notice(),
      'sources/b.md': notice(),
      'output/a/.lock': '{"host":"desk","pid":42}',
    })
    const told = await run(host)
    expect(told.messages).toContain('error output-folder-free')
    expect(told.made).toEqual(filesOf('b', everyAgency))
  })
})

describe('an output that leads elsewhere', () => {
  it('is written through no link', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    host.putOther('output/a/agencies/海关总署')
    const told = await run(host)
    // Its ZIP lies elsewhere, and holds what the files would be.
    expect(told.failed).toEqual(filesOf('a', ['海关总署'], [], []))
    expect(told.made).toEqual(filesOf('a', ['商务部', '税务总局']))
  })
})

describe('a build that is told to stop', () => {
  it('ends between two files, keeps and records what is finished, and the next one goes on', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const controller = new AbortController()
    const { build } = await import('../../pipeline/build.js')
    let written = 0
    for await (const event of build({ signal: controller.signal }, host)) {
      if (event.type === 'file-written') written += 1
      if (event.type === 'file-started' && event.path.endsWith('任务分工函.docx'))
        controller.abort()
    }
    expect(written).toBeGreaterThan(0)
    const all = filesOf('a', everyAgency)
    expect(written).toBeLessThan(all.length)
    const told = await run(host)
    expect(told.made).toHaveLength(all.length - written)
    await expectWarmIsCold(host)
  })
})
