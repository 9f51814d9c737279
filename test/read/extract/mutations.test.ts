import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  officialDocumentSchema,
  partitionFaults,
  type OfficialDocument,
} from '../../../pipeline/model/index.js'
import { parseSource } from '../../../pipeline/read/parse/index.js'
import { bytesOf, noticeOf, situations } from '../../cases/read-case.js'
import { buildDocx, cell, level, numbered, paragraph, row, table } from '../parse/docx-builder.js'
import { readNotice } from './read-notice.js'

const sample = readFileSync(new URL('../../../sources/guohan-2023-56.md', import.meta.url), 'utf8')
const pieces = [
  '附件',
  '附件1',
  '一、',
  '（一）',
  '1.',
  '（财政部负责）',
  '责任单位：教育部',
  '等3项',
  '“',
  '”',
  '（',
  '）',
  '|',
  '\n',
  '\n\n',
  '2024年2月30日',
  '（本文有删减）',
  '抄送：',
  '列第一位的为牵头单位，下同',
  '同上',
  '〃',
  '　',
  '\u200b',
  '\ud800',
  '**',
  '第一条',
  '《',
  '》印发',
]

/** A notice with stretches cut out, doubled or replaced. */
const mutated = fc
  .array(fc.tuple(fc.nat(sample.length), fc.nat(60), fc.constantFrom(...pieces), fc.nat(3)), {
    minLength: 1,
    maxLength: 12,
  })
  .map((edits) =>
    edits.reduce((text, [at, length, piece, times]) => {
      const from = Math.min(at, text.length)
      return text.slice(0, from) + piece.repeat(times) + text.slice(from + length)
    }, sample),
  )

const edits = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), fc.constantFrom(...pieces)),
  { minLength: 1, maxLength: 8 },
)

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\ud800', '')

/** The lines of a notice as a Word file: paragraphs, some numbered by Word, and its table as one. */
function asWord(text: string): Uint8Array {
  const isRow = (line: string) => line.startsWith('|')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const rows = lines.filter(isRow).map((line) =>
    row(
      line
        .split('|')
        .slice(1, -1)
        .map((each) => cell(escaped(each))),
    ),
  )
  const body = lines
    .filter((line) => !isRow(line))
    .map((line) => {
      const own = line.replace(/^（[一二三四五]）/, '')
      return own === line ? paragraph(escaped(line)) : numbered(escaped(own), 1)
    })
  return buildDocx({
    body: [...body, ...(rows.length > 0 ? [table(...rows)] : [])].join(''),
    numbering: `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '（%1）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  })
}

function expectSound(document: OfficialDocument): void {
  expect(officialDocumentSchema.safeParse(document).success).toBe(true)
  for (const [pointer, spans] of Object.entries(document.places)) {
    for (const { start, end } of spans) {
      expect(start < end && end <= document.text.length, pointer).toBe(true)
    }
  }
}

describe('a notice that was damaged', () => {
  it.each(['通知.md', '通知.txt', '通知.html'])(
    'is read as %s into a document of the model, never into an error',
    (name) => {
      fc.assert(
        fc.property(mutated, (text) => {
          const body = name.endsWith('.html')
            ? `<p>${text.replaceAll('\n\n', '</p><p>')}</p>`
            : text
          expectSound(readNotice(body, name).document)
        }),
        { numRuns: 25, seed: 20230624 },
      )
    },
  )

  it('is read as a Word file into a document of the model, never into an error', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expectSound(readNotice(asWord(text), '通知.docx').document)
      }),
      { numRuns: 15, seed: 9704 },
    )
  })

  it('of any shape is read into a document of the model, whatever is put into it', async () => {
    const notices: (readonly [string, string])[] = []
    for (const situation of situations()) {
      const path = noticeOf(situation)
      const ending = /\.(?:md|txt|html)$/.exec(path)?.[0]
      const text = new TextDecoder().decode(await bytesOf(path))
      if (ending !== undefined && text.length < 6000 && !text.includes('\0'))
        notices.push([`通知${ending}`, text])
    }
    expect(notices.length).toBeGreaterThan(30)
    fc.assert(
      fc.property(fc.constantFrom(...notices), edits, ([name, text], changes) => {
        const damaged = changes.reduce((before, [where, length, piece]) => {
          const at = Math.floor(where * before.length)
          return before.slice(0, at) + piece + before.slice(at + length)
        }, text)
        const { source } = parseSource(new TextEncoder().encode(damaged), { name })
        if (source === null) return
        expect(partitionFaults(source)).toEqual([])
        expectSound(readNotice(damaged, name).document)
      }),
      { numRuns: 60, seed: 1996 },
    )
  })

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(readNotice(text)).toEqual(readNotice(text))
      }),
      { numRuns: 5, seed: 56 },
    )
  })
})
