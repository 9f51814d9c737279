import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { unzlibSync, zlibSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'

import { sha256, type Flow } from '../../../pipeline/model/index.js'
import { checkDrawn, checkPlacement } from '../../../pipeline/render/pdf/check-placement.js'
import { renderPdf } from '../../../pipeline/render/pdf/render-pdf.js'
import {
  flowTexts,
  mayNotBegin,
  mayNotEnd,
  typeset,
  type FaceSet,
} from '../../../pipeline/typeset/index.js'
import { bundledFaces } from '../../typeset/bundled-faces.js'
import {
  annexColumns,
  annexRows,
  brief,
  circular,
  flow,
  prose,
  run,
  section,
  table,
  text,
} from '../../typeset/flows.js'
import { bareText, readLines, readPdf, type ReadPdf } from './read-pdf.js'

let faces: FaceSet
beforeAll(async () => {
  faces = await bundledFaces()
})

const render = async (given: Flow): Promise<Uint8Array> => {
  const { bytes, findings } = await renderPdf(given, faces)
  expect(findings).toEqual([])
  if (bytes === null) throw new Error('no bytes')
  return bytes
}
const read = async (given: Flow): Promise<ReadPdf> => readPdf(await render(given))
/** How often each character stands in a text. */
const tally = (content: string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const character of content) counts[character] = (counts[character] ?? 0) + 1
  return counts
}
const latin1 = new TextDecoder('latin1')

const annex = flow('document', [
  section([table(annexColumns, annexRows(24))], { orientation: 'landscape' }),
])

describe('a PDF read by another library', () => {
  it('holds the text of the flow in reading order, rare names, quotes and dashes included', async () => {
    const given = flow({ ...flow('document', []).style, pageNumbers: 'none' }, [prose(30)])
    const expected = [...flowTexts(given)].map(([, each]) => each).join('')
    expect(bareText((await read(given)).pages)).toBe(expected)
  })

  it('holds each character of a table once, but for heads that are repeated and page numbers', async () => {
    const { pages } = await read(annex)
    const head = Object.keys(annexColumns).join('')
    const numbers = pages.map((_, index) => `—${index + 1}—`).join('')
    const expected = [...flowTexts(annex)].map(([, each]) => each).join('')
    expect(tally(bareText(pages))).toEqual(
      tally(expected + head.repeat(pages.length - 1) + numbers),
    )
  })

  it('has no forbidden mark at a line’s start or end, and 28 characters on a full line', async () => {
    const { pages } = await read(flow('document', [prose(60)]))
    let lines = 0
    for (const page of pages)
      for (const line of readLines(page)) {
        if (/^—\d+—$/.test(line.text)) continue
        lines += 1
        const whole = /^(?:——|……)/.test(line.text)
        expect([line.text, !whole && mayNotBegin(line.text[0] ?? '')]).toEqual([line.text, false])
        expect([line.text, mayNotEnd(line.text.at(-1) ?? '')]).toEqual([line.text, false])
        expect(line.right).toBeLessThanOrEqual(184 * (72 / 25.4) + 8.5)
      }
    expect(lines).toBeGreaterThan(200)
    expect(pages.slice(0, -1).every((page) => readLines(page).length >= 22)).toBe(true)
  })

  it('embeds every face as a subset with a Unicode map, and neither script, form nor file', async () => {
    const content = latin1.decode(await render(brief()))
    const fonts = content.match(/\/BaseFont \/[A-Z]{6}\+[\w-]+/g) ?? []
    expect(new Set(fonts).size).toBe(5)
    expect(content.match(/\/FontFile2 /g)?.length).toBe(5)
    expect(content.match(/\/ToUnicode /g)?.length).toBe(5)
    expect(content).not.toMatch(/\/JavaScript|\/AcroForm|\/EmbeddedFile|\/Launch/)
  })

  it('carries title, author, keywords, language and a fixed date', async () => {
    const given = circular()
    const { info, lang } = await read({
      ...given,
      properties: {
        ...given.properties,
        title: '任务分工的函',
        author: '某某办公厅',
        keywords: ['分工', '试点'],
      },
    })
    expect(info).toMatchObject({
      Title: '任务分工的函',
      Author: '某某办公厅',
      Keywords: '分工, 试点',
      CreationDate: 'D:20230624000000Z',
    })
    expect(lang).toBe('zh-CN')
  })

  it('says no date where the document has none', async () => {
    const given = circular()
    const { info } = await read({ ...given, properties: { ...given.properties, date: null } })
    expect(info).not.toHaveProperty('CreationDate')
  })

  it('nests bookmarks by level, the zoom kept', async () => {
    const { outline } = await read(circular())
    const names = (items: ReadPdf['outline']): unknown =>
      items.map(({ title, items: inner }) => [title.slice(0, 4), names(inner)])
    expect(names(outline)).toEqual([
      [
        '某某市人',
        [
          ['一、按职', [['（一）工', []]]],
          ['二、有关', []],
        ],
      ],
    ])
  })

  it('links to the web and to mail, and to nothing else', async () => {
    const link = (target: string): ReturnType<typeof run> =>
      ({ ...run(target), link: target }) as ReturnType<typeof run>
    const { links } = await read(
      flow('document', [
        [
          text('body', [
            link('https://www.gov.cn/'),
            link('mailto:a@example.org'),
            link('javascript:alert(1)'),
            link('file:///etc/hostname'),
          ]),
        ],
      ]),
    )
    expect(links).toEqual(['https://www.gov.cn/', 'mailto:a@example.org'])
  })
})

describe('the bytes of a PDF', () => {
  it('are the same in any order of files, and at once', async () => {
    const flows = [circular(), brief(), annex, flow('document', [[text('body', '⼀一　 国')]])]
    const one = await Promise.all(flows.map(render))
    const other: Uint8Array[] = []
    for (const given of flows.toReversed()) other.unshift(await render(given))
    expect(other.map(sha256)).toEqual(one.map(sha256))
  })

  it('keep apart two characters that one glyph draws, whichever came first in the run', async () => {
    const drawnAlike = ['—―', '―—']
    for (const content of drawnAlike) {
      const { pages } = await read(
        flow({ ...flow('document', []).style, pageNumbers: 'none' }, [
          [text('body', `国${content}国`)],
        ]),
      )
      expect(bareText(pages)).toBe(`国${content}国`)
    }
  })
})

describe('what must not be written', () => {
  it('is a flow with a character that no face has', async () => {
    const { bytes, findings } = await renderPdf(
      flow('document', [[text('body', '\u{1F600}')]]),
      faces,
    )
    expect(bytes === null).toBe(true)
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['character-has-a-face', 'error'],
    ])
  })

  it('is a page that lost, doubled or changed a character, or put text off the paper', () => {
    const given = flow('document', [[text('body', '国务院办公厅')]])
    const { pages } = typeset(given, faces)
    const planted = (
      change: (mark: (typeof pages)[0]['marks'][0]) => (typeof pages)[0]['marks'][0][],
    ): readonly string[] =>
      checkPlacement(
        given,
        pages.map((page) => ({
          ...page,
          marks: page.marks.flatMap((mark) => (mark.from === null ? [mark] : change(mark))),
        })),
      ).map(({ rule }) => rule)
    expect(planted((mark) => [mark])).toEqual([])
    expect(planted(() => [])).toEqual(['page-holds-every-character'])
    expect(planted((mark) => [mark, mark])).toEqual(['page-holds-every-character'])
    expect(planted((mark) => [{ ...mark, text: '国务院办公室' }])).toEqual([
      'page-holds-every-character',
    ])
    expect(planted((mark) => [mark, { ...mark, from: '9/9' }])).toEqual([
      'page-holds-every-character',
    ])
    expect(planted((mark) => [{ ...mark, y: 900 }])).toEqual(['page-holds-every-mark'])
    expect(planted((mark) => [{ ...mark, x: 580 }])).toEqual(['page-holds-every-mark'])
  })

  it('is a file whose glyphs are not those of its pages', () => {
    const { pages } = typeset(flow('document', [[text('body', '国务院')]]), faces)
    const drawn = pages.flatMap(({ marks }) => marks.map((mark) => mark.text))
    expect(checkDrawn(pages, drawn)).toEqual([])
    expect(checkDrawn(pages, drawn.slice(1)).map(({ rule }) => rule)).toEqual([
      'page-holds-every-character',
    ])
  })
})

describe('what we lean on in pdfmake and pdfkit', () => {
  const require = createRequire(import.meta.url)

  it('is the version that was read: an upgrade looks at embedded-face.ts and pdfmake-parts.ts again', () => {
    const version = (name: string): string => {
      const file = new URL(`../../../node_modules/${name}/package.json`, import.meta.url)
      return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
    }
    expect([version('pdfmake'), version('pdfkit'), version('fontkit')]).toEqual([
      '0.3.11',
      '0.19.1',
      '2.0.4',
    ])
  })

  it('is still needed: pdfkit keeps no parsed font between documents', () => {
    // pdfkit is pdfmake’s, not ours: it is found from there.
    const fromPdfmake = createRequire(require.resolve('pdfmake'))
    const PDFKit = fromPdfmake('pdfkit') as new (options: object) => {
      font(source: string): { _font: { font: object } }
      end(): void
    }
    const path = faces.roles.hei[0]?.path ?? ''
    const parsed = [0, 1].map(
      () => new PDFKit({ font: null, autoFirstPage: false }).font(path)._font.font,
    )
    expect(parsed[0] === parsed[1]).toBe(false)
  })
})

describe('the streams of a PDF', () => {
  it('are deflated by script, so that no build of zlib changes a byte', async () => {
    const bytes = Buffer.from(await render(flow('document', [prose(3)])))
    let streams = 0
    for (let at = bytes.indexOf('/FlateDecode'); at !== -1;) {
      const from = bytes.indexOf('stream\n', at) + 'stream\n'.length
      const stream = bytes.subarray(from, bytes.indexOf('\nendstream', from))
      expect(Buffer.from(zlibSync(unzlibSync(stream), { level: 6 })).equals(stream)).toBe(true)
      streams += 1
      at = bytes.indexOf('/FlateDecode', from)
    }
    expect(streams).toBeGreaterThan(3)
  })

  it('would still be deflated by node:zlib without us: when this fails, deflate-by-script can go', () => {
    const require = createRequire(
      createRequire(import.meta.url).resolve('pdfmake/js/PDFDocument.js'),
    )
    expect(readFileSync(require.resolve('pdfkit'), 'utf8')).toContain(
      'this.buffer = zlib.deflateSync(this.buffer)',
    )
  })
})
