import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { watch } from '../../pipeline/build.js'
import type { Host } from '../../pipeline/host/host.js'
import { nodeHost } from '../../pipeline/host/index.js'
import type { BuildEvent, Totals } from '../../pipeline/model/index.js'
import { notice, workshop } from '../incremental/workshop.js'

let folder: string
let stop: AbortController

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fengong-watch-'))
  stop = new AbortController()
  for (const name of ['sources', 'templates']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'sources/a.md'), notice())
})
afterEach(async () => {
  stop.abort()
  await rm(folder, { recursive: true, force: true })
})

interface Built {
  readonly made: readonly string[]
  readonly rules: readonly string[]
  readonly totals: Totals
}

/** A watch over the folder; `next` waits for the end of the next build. */
function begin(options: { readonly only: readonly string[] }) {
  const events = watch({
    sources: [join(folder, 'sources')],
    output: join(folder, 'output'),
    templates: join(folder, 'templates'),
    signal: stop.signal,
    ...options,
  })
  const next = async (): Promise<Built | null> => {
    const seen: BuildEvent[] = []
    for (;;) {
      const { done, value } = await events.next()
      if (done === true) return null
      seen.push(value)
      if (value.type !== 'build-done') continue
      return {
        made: seen.flatMap((event) => (event.type === 'file-written' ? [event.path] : [])),
        rules: seen.flatMap((event) => (event.type === 'message' ? [event.finding.rule] : [])),
        totals: value.totals,
      }
    }
  }
  return { next }
}

const model = async () => readFile(join(folder, 'output/a/document.json'), 'utf8')
/** As an editor saves: another file, put in place of the old one. */
async function save(text: string): Promise<void> {
  await writeFile(join(folder, 'sources/.a.md.swp'), text)
  await rename(join(folder, 'sources/.a.md.swp'), join(folder, 'sources/a.md'))
}

describe('a watch on a real folder', () => {
  it('builds again for each save, also for one that puts a new file in place of the old', async () => {
    const { next } = begin({ only: ['model'] })
    expect((await next())?.made).toContain('a/document.json')
    for (const word of ['全面', '深入']) {
      const waiting = next()
      await save(notice().replace('开展乙工作', `${word}开展乙工作`))
      expect((await waiting)?.made).toContain('a/document.json')
      expect(await model()).toContain(`${word}开展乙工作`)
    }
  })

  it('tells of a file that is broken in between, keeps the last output, and goes on', async () => {
    const { next } = begin({ only: ['model'] })
    await next()
    const before = await model()
    const broken = next()
    await writeFile(join(folder, 'sources/a.md'), '')
    expect((await broken)?.totals).toMatchObject({ failedDocuments: 1, made: 0 })
    expect(await model()).toBe(before)
    const mended = next()
    await save(notice().replace('开展乙工作', '全面开展乙工作'))
    expect((await mended)?.totals).toMatchObject({ failedDocuments: 0 })
    expect(await model()).toContain('全面开展乙工作')
  })

  it('follows settings, corrections and templates, also ones that were not there', async () => {
    const { next } = begin({ only: ['任务分工总表'] })
    await next()
    const corrected = next()
    await writeFile(
      join(folder, 'sources/a.corrections.yaml'),
      'corrections:\n  - item: 2\n    was: { agencies: [商务部] }\n    set: { agencies: [税务总局] }\n    why: 原件为税务总局\n',
    )
    expect((await corrected)?.made).toEqual(['a/任务分工总表.xlsx'])

    const name = '任务分工总表.yaml'
    const text = await readFile(join(nodeHost().packageFolder(), 'templates', name), 'utf8')
    const laidOver = next()
    await writeFile(join(folder, 'templates', name), text.replace('title: 主要内容', 'title: 内容'))
    expect((await laidOver)?.made).toEqual(['a/任务分工总表.xlsx'])

    const unreadable = next()
    await writeFile(join(folder, 'sources/office.yaml'), 'nmae: 某办\n')
    expect(await unreadable).toMatchObject({
      rules: ['settings-keys-known'],
      totals: { configurationFailed: true },
    })
  })

  it('does not look at what it makes itself, and ends by the signal', async () => {
    const { next } = begin({ only: ['model'] })
    await next()
    const waiting = next()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    stop.abort()
    expect(await waiting).toBeNull()
  })
})

describe('a watch in memory', () => {
  it('keeps its threads from build to build, and ends them with itself', async () => {
    const desk = workshop({ 'sources/a.md': notice() })
    let opened = 0
    let ended = 0
    const host: Host = {
      ...desk,
      workers: async (task, count) => {
        opened += 1
        const pool = await desk.workers(task, count)
        return {
          ...pool,
          end: async () => {
            ended += 1
            await pool.end()
          },
        }
      },
    }
    const stopped = new AbortController()
    const made: number[] = []
    const options = { only: ['任务分工表'], jobs: 2, signal: stopped.signal }
    for await (const event of watch(options, host)) {
      if (event.type !== 'build-done') continue
      made.push(event.totals.made)
      expect({ opened, ended }).toEqual({ opened: 1, ended: 0 })
      if (made.length === 2) stopped.abort()
      else desk.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
    }
    expect(made).toEqual([3, 1])
    expect(opened).toBe(1)
    expect(ended).toBeGreaterThan(0)
  })

  it('builds once for several saves that come while it builds', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const stopped = new AbortController()
    let builds = 0
    for await (const event of watch({ only: ['model'], signal: stopped.signal }, host)) {
      if (event.type === 'document-read' && builds === 0)
        for (const word of ['全面', '深入', '抓紧'])
          host.put('sources/a.md', notice().replace('开展乙工作', `${word}开展乙工作`))
      if (event.type !== 'build-done') continue
      builds += 1
      const bytes = host.files.get('/desk/output/a/document.json')
      if (builds === 2) {
        expect(new TextDecoder().decode(bytes)).toContain('抓紧开展乙工作')
        // A third one would begin at once.
        setTimeout(() => {
          stopped.abort()
        }, 200)
      }
    }
    expect(builds).toBe(2)
  })

  it('does not miss what is saved while it builds', async () => {
    const host = workshop({ 'sources/a.md': notice() })
    const ended = new AbortController()
    let builds = 0
    for await (const event of watch({ only: ['model'], signal: ended.signal }, host)) {
      if (event.type === 'file-written' && builds === 0 && event.document === 'a')
        host.put('sources/a.md', notice().replace('开展乙工作', '全面开展乙工作'))
      if (event.type !== 'build-done') continue
      builds += 1
      if (builds === 2) ended.abort()
    }
    expect(builds).toBe(2)
    const bytes = host.files.get('/desk/output/a/document.json')
    expect(new TextDecoder().decode(bytes)).toContain('全面开展乙工作')
  })
})
