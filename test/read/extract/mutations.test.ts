import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { officialDocumentSchema } from '../../../pipeline/model/index.js'
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

describe('a notice that was damaged', () => {
  it.each(['通知.md', '通知.txt', '通知.html'])(
    'is read as %s into a document of the model, never into an error',
    (name) => {
      fc.assert(
        fc.property(mutated, (text) => {
          const body = name.endsWith('.html')
            ? `<p>${text.replaceAll('\n\n', '</p><p>')}</p>`
            : text
          const { document } = readNotice(body, name)
          expect(officialDocumentSchema.safeParse(document).success).toBe(true)
          for (const [pointer, spans] of Object.entries(document.places)) {
            for (const { start, end } of spans) {
              expect(start < end && end <= document.text.length, pointer).toBe(true)
            }
          }
        }),
        { numRuns: 60, seed: 20230624 },
      )
    },
  )

  it('is read the same way twice', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expect(readNotice(text)).toEqual(readNotice(text))
      }),
      { numRuns: 10, seed: 56 },
    )
  })
})
