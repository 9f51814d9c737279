import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import process from 'node:process'
import { beforeAll, describe, expect, it } from 'vitest'

import { readPages } from '../../pipeline/measure/page/read-pages.js'
import type { Flow } from '../../pipeline/model/index.js'
import { renderPdf } from '../../pipeline/render/pdf/render-pdf.js'
import { flowTexts } from '../../pipeline/typeset/index.js'
import { bytesOf, noticeOf, situations } from '../cases/read-case.js'
import { bundledFaces } from '../typeset/bundled-faces.js'
import { takeCensus, type Census } from './census.js'
import { noticeTexts } from './notices.js'
import { setNotice, tryNotice } from './set-notice.js'

/*
 * Counts over 通知.pdf of every situation, every case and, where FENGONG_CORPUS names a folder, every notice in it: pdfjs reads where each glyph stands, and
 * what is counted comes from these places alone.
 */
const corpus = process.env.FENGONG_CORPUS ?? null

interface Counted {
  readonly name: string
  readonly census: Census
}

async function* notices(): AsyncGenerator<{ name: string; path: string; bytes: Uint8Array }> {
  for (const [situation, { name, text }] of Object.entries(noticeTexts))
    yield { name: situation, path: name, bytes: new TextEncoder().encode(text) }
  for (const situation of situations()) {
    const path = noticeOf(situation)
    yield { name: situation, path: path.replace(/\.ts$/u, ''), bytes: await bytesOf(path) }
  }
  for (const name of corpus === null ? [] : readdirSync(corpus).sort())
    if (/\.(?:txt|html?|docx)$/u.test(name))
      yield { name: basename(name), path: name, bytes: readFileSync(join(corpus ?? '', name)) }
}

/** null where a character has no face: then no file is written. */
async function censusOf(flow: Flow): Promise<Census | null> {
  const { bytes } = await renderPdf(flow, await bundledFaces())
  if (bytes === null) return null
  const { page, text } = flow.style
  const area = {
    left: page.left,
    right: page.width - page.right,
    top: page.top,
    bottom: page.height - page.bottom,
    size: text.body.size,
  }
  const texts = [...flowTexts(flow)].map(([, each]) => each)
  return takeCensus(await readPages(bytes), area, texts)
}

const counted: Counted[] = []

beforeAll(async () => {
  for await (const { name, path, bytes } of notices()) {
    const document = tryNotice(path, bytes)
    const census = document === null ? null : await censusOf(setNotice(document).flow)
    if (census !== null) counted.push({ name, census })
  }
}, 600_000)

type Lists = { [K in keyof Census]: Census[K] extends readonly string[] ? K : never }[keyof Census]

const all = (key: Lists): readonly string[] =>
  counted.flatMap(({ name, census }) => census[key].map((each) => `${name}, ${each}`))
const sum = (of: (census: Census) => number): number =>
  counted.reduce((total, { census }) => total + of(census), 0)
const most = (of: (census: Census) => number): number =>
  Math.max(0, ...counted.map(({ census }) => of(census)))

describe('the lines of every notice, read glyph by glyph', () => {
  it('begin and end with no mark that may not stand there, and part no —— or ……', () => {
    expect(counted.length).toBeGreaterThan(100)
    expect(all('forbiddenStarts')).toEqual([])
    expect(all('forbiddenEnds')).toEqual([])
    expect(all('parted')).toEqual([])
  })

  it('have at most 0.15 em between characters, but before a run of over 3 em', () => {
    expect(sum(({ justified }) => justified)).toBeGreaterThan(500)
    expect(all('torn')).toEqual([])
  })

  it('are at most 28 characters long, and 22 on a page', () => {
    expect(most(({ mostCharacters }) => mostCharacters)).toBe(28)
    expect(most(({ mostLines }) => mostLines)).toBe(22)
  })

  it('are 22 or 21 where text follows, but where lines went along with a heading or a signature', () => {
    const pages = counted.flatMap(({ census }) => census.fullPages)
    expect(pages.filter((lines) => lines >= 21).length / pages.length).toBeGreaterThan(0.9)
  })

  it('carry no single line over, and leave no heading at a foot and no signature without text', () => {
    expect(all('carriedOver')).toEqual([])
    expect(all('headingsAtFoot')).toEqual([])
    expect(all('lonelySignatures')).toEqual([])
  })

  it('stand on the first page too, where a notice has any', () => {
    const bare = counted.filter(({ census }) => census.firstPageText === null)
    expect(bare.map(({ name }) => name)).toEqual([])
  })

  it('are counted, and the figures said', () => {
    const pages = counted.flatMap(({ census }) => census.fullPages)
    const of = (lines: number): number => pages.filter((each) => each === lines).length
    process.stdout.write(
      [
        `notices ${counted.length}${corpus === null ? '' : ', real ones among them'}; lines ${sum(({ lines }) => lines)}`,
        `forbidden starts ${all('forbiddenStarts').length}, ends ${all('forbiddenEnds').length}`,
        `justified lines of 20 characters and more ${sum(({ justified }) => justified)}, widest gap ${most(({ widest }) => widest).toFixed(3)} em; before an unbreakable run of over 3 em ${all('beforeLongRun').length}, left short ${all('short').length}`,
        `most lines a page ${most(({ mostLines }) => mostLines)}, most characters a line ${most(({ mostCharacters }) => mostCharacters)}`,
        `pages of text that text follows ${pages.length}: ${of(22)} of 22 lines, ${of(21)} of 21, ${pages.length - of(22) - of(21)} of fewer`,
        '',
      ].join('\n'),
    )
    expect(counted.every(({ census }) => census.lines > 0)).toBe(true)
  })
})

describe('the census', () => {
  it('finds a mark at a line’s start, a torn line and a heading at a foot', async () => {
    const { name, text } = noticeTexts['many pages, document form'] ?? { name: '', text: '' }
    const document = tryNotice(name, new TextEncoder().encode(text))
    if (document === null) throw new Error('no notice')
    const { flow } = setNotice(document)
    const { bytes } = await renderPdf(flow, await bundledFaces())
    const pages = await readPages(bytes ?? new Uint8Array())
    // Every second glyph moved on by a third of an em, and each line’s first character a full stop.
    const spoiled = pages.map((page) => ({
      ...page,
      glyphs: page.glyphs.map((glyph, at) => ({
        ...glyph,
        x: glyph.x + (at % 2 === 0 && glyph.x > 150 && glyph.x < 400 ? glyph.size / 3 : 0),
        text: glyph.x < 28.2 * (72 / 25.4) ? '。' : glyph.text,
      })),
    }))
    const area = { left: 28, right: 184, top: 37, bottom: 262, size: 15.75 }
    const census = takeCensus(spoiled, area, [])
    expect(census.forbiddenStarts.length).toBeGreaterThan(20)
    expect(census.torn.length).toBeGreaterThan(20)
  })

  it('finds a heading at a foot, a line carried over and a signature without text', () => {
    const em = 15.75
    const [left, foot, head] = [28 * (72 / 25.4), 740, 120]
    const line = (text: string, x: number, baseline: number, face = 'Fang') =>
      Array.from(text).map((one, at) => ({
        text: one,
        x: x + at * em,
        baseline,
        size: em,
        width: em,
        ink: null,
        face,
        colour: '#000000',
        turn: 0,
      }))
    const page = (glyphs: ReturnType<typeof line>) => ({
      width: 595,
      height: 842,
      glyphs,
      rules: [],
    })
    const full = '水'.repeat(28)
    const area = { left: 28, right: 184, top: 37, bottom: 262, size: em }
    const of = (...pages: ReturnType<typeof page>[]) => takeCensus(pages, area, [])
    const headed = of(
      page([...line(full, left, foot - 29), ...line('一、总体要求', left + 2 * em, foot, 'Sans')]),
      page(line('正文。', left + 2 * em, head)),
    )
    expect(headed.headingsAtFoot).toEqual(['p. 1: 一、总体要求'])
    const carried = of(
      page([...line(full, left, foot - 29), ...line(full, left, foot)]),
      page([...line('末行。', left, head), ...line('下段。', left + 2 * em, head + 29)]),
    )
    expect(carried.carriedOver).toEqual(['p. 2: 末行。'])
    const signed = of(page(line(full, left, foot)), page(line('2024年3月5日', 400, head)))
    expect(signed.lonelySignatures).toEqual(['p. 2: 2024年3月5日'])
  })
})
