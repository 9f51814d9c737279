import { beforeAll, describe, expect, it } from 'vitest'

import { nodeHost } from '../../pipeline/host/node-host.js'
import { standardFigures } from '../../pipeline/measure/standard/standard-figures.js'
import { readPdf } from '../render/pdf/read-pdf.js'
import { clauseRows, type ClauseRow, type Format } from './clause-rows.js'
import {
  measureSituations,
  situationPdfs,
  situationPrints,
  type SituationResult,
} from './measure-situations.js'
import { noticeNamed } from './notices.js'
import { linesOfPages } from './read-lines.js'
import { unmetReasons } from './unmet-reasons.js'

const forms = ['document', 'letter', 'order'] as const
const formats: readonly Format[] = ['PDF', 'Word']

const office = await nodeHost().run('soffice', ['--version'], { seconds: 60 })
const results = new Map<Format, readonly SituationResult[]>()
const pages = new Map<Format, ReadonlyMap<string, Uint8Array>>()

beforeAll(async () => {
  pages.set('PDF', await situationPdfs())
  const prints = office === null ? null : await situationPrints()
  if (prints !== null) pages.set('Word', prints)
  for (const [format, each] of pages) results.set(format, await measureSituations(each))
}, 400_000)

/** The lines of a situation’s pages, one list a page. */
async function linesOf(format: Format, situation: string): Promise<readonly (readonly string[])[]> {
  const bytes = pages.get(format)?.get(situation)
  if (bytes === undefined) throw new Error(`no pages of ${situation} in ${format}`)
  // LibreOffice’s files come as buffers, which pdfjs refuses.
  const read = await readPdf(Uint8Array.from(bytes))
  const lines = linesOfPages(read.pages)
  return read.pages.map((_, page) =>
    lines.filter((line) => line.page === page).map(({ text }) => text.trim()),
  )
}

const isDate = (line: string): boolean => line.replaceAll(/\s/gu, '') === '2024年3月5日'

/** Paragraphs of a situation’s text: what its notice says between recipients, and attachment note or signature. */
function textOf(situation: string): readonly string[] {
  const paragraphs = noticeNamed(situation).text.split('\n\n')
  const from = paragraphs.findIndex((each) => each.endsWith('部门：')) + 1
  const to = paragraphs.findIndex((each) => /^(?:附件：|江北省人民政府$)/u.test(each))
  return paragraphs.slice(from, to)
}

const rowsOf = (form: (typeof forms)[number], format: Format): readonly ClauseRow[] =>
  clauseRows(results.get(format) ?? [], form, format)

const told = ({ clause, situation }: ClauseRow): string =>
  `${clause.id}: ${String(clause.measured)} in ${String(situation)}`

describe.each(formats)('the pages in %s', (format) => {
  it.skipIf(format === 'Word' && office === null).each(forms)(
    'meet every clause of the %s form, or say why they cannot',
    (form) => {
      const missed = rowsOf(form, format).filter(({ clause }) => clause.verdict === 'missed')
      expect(missed.filter(({ reason }) => reason === null).map(told)).toEqual([])
    },
  )

  it.skipIf(format === 'Word' && office === null)('miss whatever is listed as unmet', () => {
    const missed = forms
      .flatMap((form) => rowsOf(form, format))
      .filter(({ clause }) => clause.verdict === 'missed')
      .map(({ clause }) => clause.id)
    expect(
      Object.keys(unmetReasons[format]).filter((id) => !missed.some((each) => each === id)),
    ).toEqual([])
  })
})

describe.each(formats)('the lines of a page in %s', (format) => {
  const absent = format === 'Word' && office === null

  it.skipIf(absent)('never end with a heading, but for the text below it', async () => {
    const found = await linesOf(format, 'headings that would stand alone')
    const feet = found.slice(1).map((lines) => lines.at(-1) ?? '')
    expect(feet.length).toBeGreaterThan(3)
    expect(feet.filter((line) => /^[一二三十]+、建设事项$/u.test(line))).toEqual([])
    // A heading that would have stood there went on: its page is a line short of 22.
    const counts = found.slice(1, -1).map((lines) => lines.length)
    expect(Math.min(...counts)).toBe(21)
  })

  it
    .skipIf(absent)
    .each([
      'two attachments',
      'six attachments to one sentence',
      'one paragraph that leaves no room for the signature',
      'letter of one paragraph',
      'signature that would stand alone',
    ])('are text on page 1 and on the page of the signature: %s', async (situation) => {
    const found = await linesOf(format, situation)
    const [first, signed] = [
      found[0] ?? [],
      found.find((lines) => lines.some((line) => isDate(line))) ?? [],
    ]
    const paragraphs = textOf(situation)
    const isText = (line: string) =>
      paragraphs.some((paragraph) => paragraph.includes(line.replaceAll(/\s/gu, '')))
    expect(first.filter(isText).length).toBeGreaterThan(0)
    expect(signed.filter(isText).length).toBeGreaterThan(0)
  })

  it.skipIf(absent)('bring the last row of a table along for a signature below it', async () => {
    const found = await linesOf(format, 'forwarded document with a table')
    const last = found.at(-1)?.join(' ') ?? ''
    expect(last).toContain('江北省水务局')
    expect(last).toContain('南湖')
  })
})

describe('the situations', () => {
  it('have every clause of the standard in one of them', () => {
    const seen = new Set(
      forms
        .flatMap((form) => rowsOf(form, 'PDF'))
        .filter(({ clause }) => clause.verdict !== 'not-found')
        .map(({ clause }) => clause.id),
    )
    expect(
      Object.keys(standardFigures).filter((id) => ![...seen].some((each) => each === id)),
    ).toEqual([])
  })
})
