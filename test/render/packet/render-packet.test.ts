import { PDFDocument } from '@cantoo/pdf-lib'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

import type { Finding, Packet, Supply } from '../../../pipeline/model/index.js'
import { renderPacket } from '../../../pipeline/render/packet/render-packet.js'
import { renderPdf } from '../../../pipeline/render/pdf/render-pdf.js'
import type { FaceSet } from '../../../pipeline/typeset/index.js'
import { bundledFaces } from '../../typeset/bundled-faces.js'
import { circular, flow, heading, prose } from '../../typeset/flows.js'
import { lockedScan, packet, scan, scanOf, scanWithoutFont } from './packet-parts.js'
import { readPacket, type ReadPacket } from './read-packet.js'

let faces: FaceSet
let files: Readonly<Record<string, Uint8Array>>
beforeAll(async () => {
  faces = await bundledFaces()
  const draw = async (given: ReturnType<typeof circular>) => {
    const { bytes } = await renderPdf(given, faces)
    if (bytes === null) throw new Error('a part could not be drawn')
    return bytes
  }
  files = {
    '函.pdf': await draw(circular()),
    '提示.pdf': await draw(flow('brief', [[heading('title', '任务提示'), ...prose(1)]])),
    '原件.pdf': await scan(),
    '坏.pdf': new TextEncoder().encode('%PDF-1.7\nnothing more'),
    '锁.pdf': await lockedScan(),
    '断.pdf': (await scan(6)).slice(0, -600),
    '缺字.pdf': await scanWithoutFont(),
    '空.pdf': new Uint8Array(),
    '大.pdf': await scanOf(2480, 3508),
    '小.pdf': await scanOf(120, 160),
  }
})

const letter = { title: '任务分工函', from: { type: 'file', path: '函.pdf' } } as const
const note = { title: '任务提示', from: { type: 'file', path: '提示.pdf' } } as const
const original = { title: '原件', from: { type: 'asset', path: '原件.pdf' } } as const
const receipt = { title: '回执', from: { type: 'section', section: 1 } } as const
const take = ({ path }: Supply) => Promise.resolve(files[path] ?? null)

async function render(
  given: Packet,
): Promise<{ read: ReadPacket; bytes: Uint8Array; findings: readonly Finding[] }> {
  const { bytes, findings } = await renderPacket(given, faces, take)
  if (bytes === null) throw new Error(JSON.stringify(findings))
  return { read: await readPacket(bytes), bytes, findings }
}

/** Every object of a PDF that is no stream, as it is written. */
const objectsOf = async (bytes: Uint8Array): Promise<string> => {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false })
  const objects = context.enumerateIndirectObjects().map(([, object]) => object)
  return objects.map((object) => ('contents' in object ? '' : object.toString())).join('\n')
}

const rulesOf = (findings: readonly Finding[]) => findings.map(({ rule }) => rule)

describe('a packet', () => {
  it('binds its parts between cover and receipt, numbered through, labels and printed numbers alike', async () => {
    const { read, findings } = await render(packet([letter, note, receipt]))
    expect(findings).toEqual([])
    const { length } = read.texts
    expect(length).toBe(5)
    const expected = Array.from({ length }, (_, index) => String(index + 1))
    expect(read.labels).toEqual(expected)
    expect(read.numbers.map(({ text }) => text)).toEqual(expected)
    for (const { below, middle } of read.numbers) {
      expect(below).toBeLessThan(30)
      expect(Math.abs(middle)).toBeLessThan(3)
    }
    expect(read.texts[0]).toContain('分送单')
    expect(read.texts[1]).toContain('某某市人民政府办公厅关于')
    expect(read.texts[3]).toContain('任务提示')
    expect(read.texts[4]).toContain('回执签收人：')
  })

  it('leads from each line of its contents to the page that it names, the zoom kept', async () => {
    const { read } = await render(packet([letter, note, receipt]))
    expect(read.texts[0]).toContain('1任务分工函22任务提示43回执5')
    expect(read.links[0]?.map(({ target }) => target?.page)).toEqual([2, 4, 5])
    for (const { target } of read.links[0] ?? []) {
      expect(target?.how[0]).toBe('XYZ')
      expect(target?.how[3]).toBeNull()
    }
    expect(read.opensAt).toEqual([{ name: 'XYZ' }, null, null, 1])
  })

  it('has a bookmark for each part, the part’s own below it', async () => {
    const { read } = await render(packet([letter, original, receipt]))
    expect(read.bookmarks.map(({ title, target }) => [title, target?.page])).toEqual([
      ['分送单', 1],
      ['任务分工函', 2],
      ['原件', 4],
      ['回执', 6],
    ])
    const [title] = read.bookmarks[1]?.below ?? []
    expect(title?.title).toContain('任务分工的函')
    expect(title?.below.map((each) => each.title)).toEqual([
      '一、按职责分工负责任务（1项）',
      '二、有关要求',
    ])
    const zooms = read.bookmarks.flatMap(({ target, below }) =>
      [target, ...below.map((each) => each.target)].map((each) => each?.how[3]),
    )
    expect(new Set(zooms)).toEqual(new Set([null]))
  })

  it('takes what is seen of a scan and its links between pages, and nothing that acts', async () => {
    const { read, bytes } = await render(packet([original, receipt]))
    expect(read.texts[1]).toContain('SCANNEDORIGINAL1')
    expect(read.links[1]?.map(({ target, url }) => [target?.page, target?.how[0], url])).toEqual([
      [3, 'XYZ', null],
    ])
    expect(read.scripts).toBe(false)
    expect(await objectsOf(bytes)).not.toContain('JavaScript')
    expect(await objectsOf(await scan())).toContain('JavaScript')
    // The first page of the scan is shown turned: its number stands at the head that a reader sees.
    expect(read.numbers[1]).toMatchObject({ text: '2' })
    expect(read.numbers[1]?.below).toBeLessThan(30)
  })

  it.each([
    ['大.pdf', 2480 / 595],
    ['小.pdf', 120 / 595],
  ])('numbers a page of another size in proportion to it, %s', async (path, scale) => {
    const other = { title: '原件', from: { type: 'asset', path } } as const
    const { read } = await render(packet([other, receipt]))
    expect(read.numbers[1]?.text).toBe('2')
    expect((read.numbers[1]?.below ?? 0) / scale).toBeCloseTo(read.numbers[0]?.below ?? 0, 0)
    expect(Math.abs(read.numbers[1]?.middle ?? 99) / scale).toBeLessThan(3)
  })

  it('puts every part on a right-hand page where it is printed on both sides', async () => {
    const { read } = await render(packet([letter, note, receipt], { duplex: true }))
    expect(read.links[0]?.map(({ target }) => target?.page)).toEqual([3, 5, 7])
    expect(read.texts[1]).toBe('2')
    expect(read.texts[5]).toBe('6')
    expect(read.labels).toHaveLength(7)
  })

  it('names a part that could not be made as missing, and is made without it', async () => {
    const missing = { title: '附件2　通知', from: { type: 'missing' } } as const
    const gone = { title: '简报', from: { type: 'file', path: '没有.pdf' } } as const
    const { read, findings } = await render(packet([letter, missing, gone, receipt]))
    expect(read.texts[0]).toContain('2附件2通知缺件3简报缺件4回执4')
    expect(read.bookmarks.map(({ title }) => title)).toEqual(['分送单', '任务分工函', '回执'])
    expect(findings).toMatchObject([
      { rule: 'packet-is-whole', severity: 'warning', values: { parts: ['附件2　通知', '简报'] } },
    ])
  })

  it.each([
    ['坏.pdf', 'packet-part-is-sound'],
    ['断.pdf', 'packet-part-is-sound'],
    ['缺字.pdf', 'packet-part-is-sound'],
    ['空.pdf', 'packet-part-is-sound'],
    ['锁.pdf', 'packet-part-is-open'],
  ])('names a PDF of the office’s own that cannot be opened, %s', async (path, rule) => {
    const bad = { title: '原件', from: { type: 'asset', path } } as const
    const { read, findings } = await render(packet([bad, receipt]))
    expect(rulesOf(findings)).toEqual([rule, 'packet-is-whole'])
    expect(findings[0]).toMatchObject({ path, values: { file: path } })
    expect(read.texts[0]).toContain('1原件缺件')
  })

  it('keeps the numbers of its contents right where the cover takes two pages', async () => {
    const many = Array.from({ length: 30 }, () => note)
    const { read } = await render(packet([...many, receipt]))
    expect(read.texts[2]).toContain('任务提示')
    const targets = read.links.slice(0, 2).flatMap((page) => page.map(({ target }) => target?.page))
    expect(targets).toEqual(Array.from({ length: 31 }, (_, index) => index + 3))
  })

  it('is the same bytes each time', async () => {
    const given = packet([letter, original, note, receipt])
    const [first, second] = [await render(given), await render(given)]
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true)
  })

  it('says no date where it has none', async () => {
    const given = packet([letter, receipt])
    const properties = { ...given.flow.properties, date: null }
    const { bytes } = await render({ ...given, flow: { ...given.flow, properties } })
    expect(await objectsOf(bytes)).not.toContain('CreationDate')
    expect(await objectsOf((await render(given)).bytes)).toContain('CreationDate')
  })
})

const has = (tool: string) => spawnSync(tool, ['--version']).error === undefined
const inFile = async <T>(given: Packet, look: (path: string) => T): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'fengong-packet-'))
  try {
    const path = join(folder, 'packet.pdf')
    writeFileSync(path, (await render(given)).bytes)
    return look(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('a packet before other programs', () => {
  it.skipIf(!has('qpdf'))('is clean to qpdf --check', async () => {
    const given = packet([letter, original, note, receipt], { duplex: true })
    const said = await inFile(given, (path) => spawnSync('qpdf', ['--check', path]))
    expect(said.stderr.toString()).toBe('')
    expect(said.status).toBe(0)
  })

  it.skipIf(!has('pdffonts'))(
    'has every face embedded as a subset of its own name, with a map',
    async () => {
      const listing = await inFile(packet([letter, note, receipt]), (path) =>
        execFileSync('pdffonts', [path]).toString(),
      )
      const fonts = listing.trim().split('\n').slice(2)
      expect(fonts.length).toBeGreaterThan(6)
      for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+ .* yes yes yes /u)
      expect(new Set(fonts.map((font) => font.split(/\s/u)[0])).size).toBe(fonts.length)
    },
  )
})
